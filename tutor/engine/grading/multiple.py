"""Several right answers: ticks that are right against ticks that are wrong."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Multiple
from tutor.model.record import Verdict
from tutor.model.responses import Choice
from tutor.ports import Dice


class MultipleRules(Rules[Multiple, Choice]):
    """`balanced`: ticking everything and ticking nothing both earn 0 (LEARNING.md)."""

    def blank(self) -> Choice:
        return Choice()

    def key(self, item: Multiple, /) -> Choice:
        return Choice(chosen=right_letters(item))

    def clean(self, item: Multiple, response: Choice, /) -> Choice:
        return Choice(chosen=tuple(letter for letter in item.answers if letter in response.chosen))

    def grade(self, item: Multiple, response: Choice, /) -> Verdict:
        hits = [letter for letter in response.chosen if letter in item.correct]
        wrong = [item.answers[letter] for letter in response.chosen if letter not in item.correct]
        return verdict(
            _fraction(item, len(hits), len(wrong)),
            harm=any(answer.harm for answer in wrong),
            right_parts=hits,
            misconceptions=[a.misconception for a in wrong if a.misconception],
        )

    def rule(self, item: Multiple, /) -> str:
        if item.scoring == "all-or-nothing":
            return "All right answers and no wrong one earn 1, anything else 0."
        gain, loss = _weights(item)
        if item.scoring == "every-decision":
            return f"Each answer rightly ticked or rightly left open adds {gain}."
        wrong = f"; each wrong one takes away {loss}; never below 0" if loss else ""
        return f"Each right answer you tick adds {gain}{wrong}."

    def sentence(self, item: Multiple, response: Choice, verdict: Verdict, /) -> str:
        hits = len(verdict.right_parts)
        wrong = len(response.chosen) - hits
        missed = f", {wrong} wrong {'one' if wrong == 1 else 'ones'}" if wrong else ""
        harm = " A ticked answer would do harm." if verdict.harm else ""
        return f"{hits} of {len(right_letters(item))} right answers{missed}.{harm}"

    def shown(self, item: Multiple, dice: Dice, /) -> Shown:
        return Shown(shuffled(item.answers, dice, item.pin_last))

    def parts(self, item: Multiple, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Multiple, response: Choice, locked: Collection[str], /) -> Choice:
        """What was rightly ticked stays ticked; what was rightly left open is not given away."""
        return self.clean(item, Choice(chosen=(*response.chosen, *locked)))


def right_letters(item: Multiple) -> tuple[str, ...]:
    """The letters of the right answers, in the order of the file."""
    return tuple(letter for letter in item.answers if letter in item.correct)


def _weights(item: Multiple) -> tuple[Fraction, Fraction]:
    """What one right decision adds and one wrong tick takes away."""
    right = len(right_letters(item))
    wrong = len(item.answers) - right
    if item.scoring == "every-decision":
        return Fraction(1, len(item.answers)), Fraction(1, len(item.answers))
    return Fraction(1, right or 1), Fraction(1, wrong) if wrong else Fraction(0)


def _fraction(item: Multiple, hits: int, wrong: int) -> float:
    """Exact until the last step, so that equal parts cancel to exactly 0."""
    right = len(right_letters(item))
    if item.scoring == "all-or-nothing":
        return float(hits == right and not wrong)
    gain, loss = _weights(item)
    left_open = len(item.answers) - right if item.scoring == "every-decision" else 0
    return float(max(Fraction(0), gain * (hits + left_open) - loss * wrong))
