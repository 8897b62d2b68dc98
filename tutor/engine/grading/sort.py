"""Things in bins: the share that is right, less what chance alone would bring."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Sort
from tutor.model.record import Verdict
from tutor.model.responses import Pairs
from tutor.ports import Dice


class SortRules(Rules[Sort, Pairs]):
    """A response maps the letter of a thing to the id of a bin."""

    def blank(self) -> Pairs:
        return Pairs()

    def key(self, item: Sort, /) -> Pairs:
        return Pairs(pairs={letter: one.bin for letter, one in item.answers.items()})

    def clean(self, item: Sort, response: Pairs, /) -> Pairs:
        given = response.pairs
        return Pairs(pairs={x: given[x] for x in item.answers if given.get(x) in item.bins})

    def grade(self, item: Sort, response: Pairs, /) -> Verdict:
        right = [x for x, put in response.pairs.items() if put == item.answers[x].bin]
        wrong = [item.answers[x] for x in response.pairs if x not in right]
        return verdict(
            float(_fraction(item, len(right))),
            right_parts=right,
            misconceptions=[one.misconception for one in wrong if one.misconception],
        )

    def rule(self, item: Sort, /) -> str:
        chance = _chance(item)
        return (
            f"The share that you sort rightly, scaled so that {chance} of it, which is what "
            "guessing brings, earns 0 and all of it 1."
        )

    def sentence(self, item: Sort, _response: Pairs, verdict: Verdict, /) -> str:
        return f"{len(verdict.right_parts)} of {len(item.answers)} are sorted rightly."

    def shown(self, item: Sort, dice: Dice, /) -> Shown:
        """The bins keep the author's order, which often means something: phases, levels."""
        return Shown(shuffled(item.answers, dice, item.pin_last), tuple(item.bins))

    def parts(self, item: Sort, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Sort, response: Pairs, locked: Collection[str], /) -> Pairs:
        kept = {letter: item.answers[letter].bin for letter in locked if letter in item.answers}
        return self.clean(item, Pairs(pairs=response.pairs | kept))


def _chance(item: Sort) -> Fraction:
    return Fraction(1, len(item.bins))


def _fraction(item: Sort, right: int) -> Fraction:
    chance = _chance(item)
    return max(Fraction(0), (Fraction(right, len(item.answers)) - chance) / (1 - chance))
