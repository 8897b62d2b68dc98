"""Lines in order: how much of the right order is there."""

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from itertools import combinations

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Order
from tutor.model.record import Verdict
from tutor.model.responses import Ordering
from tutor.ports import Dice


class OrderRules(Rules[Order, Ordering]):
    """`tau` (Kendall) is fair to one slip and gives a random order about .16 for five lines."""

    def blank(self) -> Ordering:
        return Ordering()

    def key(self, item: Order, /) -> Ordering:
        return Ordering(order=tuple(item.answers))

    def clean(self, item: Order, response: Ordering, /) -> Ordering:
        """Anything but every line exactly once is no order of these lines."""
        return response if sorted(response.order) == sorted(item.answers) else Ordering()

    def grade(self, item: Order, response: Ordering, /) -> Verdict:
        key = tuple(item.answers)
        fraction = float(_RULES[item.scoring](key, response.order))
        in_place = [
            letter for letter, given in zip(key, response.order, strict=True) if letter == given
        ]
        return verdict(fraction, right_parts=in_place)

    def rule(self, item: Order, /) -> str:
        pairs = _pair_count(len(item.answers))
        if item.scoring == "absolute":
            return f"Each line in its right place earns {Fraction(1, len(item.answers))}."
        if item.scoring == "pairs":
            return f"Each two lines in the right order, next to each other or not, earn 1/{pairs}."
        return (
            f"Each two lines in the right order, next to each other or not, add 1/{pairs}; "
            f"each two in the wrong order take away 1/{pairs}; never below 0."
        )

    def sentence(self, item: Order, response: Ordering, verdict: Verdict, /) -> str:
        count = len(item.answers)
        if item.scoring == "absolute":
            return f"{len(verdict.right_parts)} of {count} lines stand in their right place."
        right = _right_pairs(tuple(item.answers), response.order)
        return f"{right} of {_pair_count(count)} pairs of lines stand in the right order."

    def shown(self, item: Order, dice: Dice, /) -> Shown:
        """Never the right order already; `pin_last` is ignored, a pinned line would be a hint."""
        order = shuffled(item.answers, dice)
        return Shown(order[1:] + order[:1] if order == tuple(item.answers) else order)

    def parts(self, item: Order, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Order, response: Ordering, locked: Collection[str], /) -> Ordering:
        """Locked lines stay in their right places; the others keep their own order around them.

        A blank response stays blank: the other lines have no places yet.
        """
        free = iter([letter for letter in response.order if letter not in locked])
        if not response.order:
            return response
        return Ordering(order=tuple(key if key in locked else next(free) for key in item.answers))


def _pair_count(lines: int) -> int:
    return lines * (lines - 1) // 2


def _right_pairs(key: Sequence[str], order: Sequence[str]) -> int:
    """C of Kendall's tau: pairs of lines whose relative order is right."""
    place = {letter: index for index, letter in enumerate(order)}
    return sum(place[first] < place[second] for first, second in combinations(key, 2))


def _tau(key: Sequence[str], order: Sequence[str]) -> Fraction:
    """Kendall's tau, cut at 0: (right - wrong pairs) / pairs."""
    pairs = _pair_count(len(key))
    return max(Fraction(0), Fraction(2 * _right_pairs(key, order) - pairs, pairs))


def _pairs(key: Sequence[str], order: Sequence[str]) -> Fraction:
    """Right pairs / pairs; a random order earns a half."""
    return Fraction(_right_pairs(key, order), _pair_count(len(key)))


def _absolute(key: Sequence[str], order: Sequence[str]) -> Fraction:
    """Lines in their own place / lines."""
    return Fraction(sum(a == b for a, b in zip(key, order, strict=True)), len(key))


_RULES: dict[str, Callable[[Sequence[str], Sequence[str]], Fraction]] = {
    "tau": _tau,
    "pairs": _pairs,
    "absolute": _absolute,
}
