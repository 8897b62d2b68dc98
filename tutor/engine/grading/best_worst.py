"""The best and the worst: each half of the mark, by how near the choice is to the extreme."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import BestWorst
from tutor.model.record import Verdict
from tutor.model.responses import Pairs
from tutor.ports import Dice

BEST, WORST = "best", "worst"
"""The two parts of a response; each has a letter beside it."""

EACH = Fraction(1, 2)
"""What each of the two parts is worth."""


class BestWorstRules(Rules[BestWorst, Pairs]):
    """Nothing is both: a response that names one letter twice answers neither part."""

    def blank(self) -> Pairs:
        return Pairs()

    def key(self, item: BestWorst, /) -> Pairs:
        best = extremes(item, BEST)[0]
        worst = next(letter for letter in (*extremes(item, WORST), *item.answers) if letter != best)
        return Pairs(pairs={BEST: best, WORST: worst})

    def clean(self, item: BestWorst, response: Pairs, /) -> Pairs:
        given = response.pairs
        pairs = {part: given[part] for part in (BEST, WORST) if given.get(part) in item.answers}
        return Pairs(pairs={} if len(set(pairs.values())) < len(pairs) else pairs)

    def grade(self, item: BestWorst, response: Pairs, /) -> Verdict:
        shares = {part: _share(item, part, letter) for part, letter in response.pairs.items()}
        best = response.pairs.get(BEST)
        missed = best is not None and shares[BEST] < 1
        named = item.answers[best].misconception if best is not None and missed else None
        return verdict(
            float(EACH * sum(shares.values(), Fraction(0))),
            right_parts=[part for part, share in shares.items() if share == 1],
            misconceptions=[named] if named else [],
        )

    def rule(self, _item: BestWorst, /) -> str:
        return (
            f"The best and the worst earn up to {EACH} each: the nearer your choice is to the "
            f"best or the worst, the more; the opposite end earns 0."
        )

    def sentence(self, item: BestWorst, response: Pairs, _verdict: Verdict, /) -> str:
        said = [f"{part}: {_word(item, part, response.pairs.get(part))}" for part in (BEST, WORST)]
        return f"Your {said[0]}. Your {said[1]}."

    def shown(self, item: BestWorst, dice: Dice, /) -> Shown:
        return Shown(shuffled(item.answers, dice, item.pin_last))

    def parts(self, _item: BestWorst, /) -> tuple[str, ...]:
        return (BEST, WORST)

    def merge_locked(self, item: BestWorst, response: Pairs, locked: Collection[str], /) -> Pairs:
        """A part that was right keeps its letter if that is still right, else gets the first one.

        The other part cannot take that letter.
        """
        pairs = dict(response.pairs)
        for part in (BEST, WORST):
            if part in locked and pairs.get(part) not in extremes(item, part):
                pairs[part] = extremes(item, part)[0]
                other = WORST if part == BEST else BEST
                if pairs.get(other) == pairs[part]:
                    del pairs[other]
        return self.clean(item, Pairs(pairs=pairs))


def extremes(item: BestWorst, part: str) -> tuple[str, ...]:
    """The letters that are right for a part: those of the highest or the lowest quality."""
    pick = max if part == BEST else min
    edge = pick(answer.quality for answer in item.answers.values())
    return tuple(letter for letter, answer in item.answers.items() if answer.quality == edge)


def _share(item: BestWorst, part: str, letter: str) -> Fraction:
    """How near a choice is to its extreme: 1 at it, 0 at the opposite one."""
    qualities = [answer.quality for answer in item.answers.values()]
    low, high = min(qualities), max(qualities)
    if low == high:
        return Fraction(1)
    above = Fraction(item.answers[letter].quality - low, high - low)
    return above if part == BEST else 1 - above


def _word(item: BestWorst, part: str, letter: str | None) -> str:
    if letter is None:
        return "not chosen"
    share = _share(item, part, letter)
    return "right" if share == 1 else "not right" if share == 0 else "near"
