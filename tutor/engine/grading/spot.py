"""Wrong lines in a document: hits against false alarms."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, verdict
from tutor.model.items import Spot
from tutor.model.record import Verdict
from tutor.model.responses import Choice
from tutor.ports import Dice

FALSE_ALARMS_OF_AT_LEAST = 3
"""A false alarm costs 1 part of as many as there are flaws, but of no fewer than this."""


class SpotRules(Rules[Spot, Choice]):
    """A document with one flaw forgives one false alarm more than a plain difference would."""

    def blank(self) -> Choice:
        return Choice()

    def key(self, item: Spot, /) -> Choice:
        return Choice(chosen=flaws(item))

    def clean(self, item: Spot, response: Choice, /) -> Choice:
        return Choice(chosen=tuple(letter for letter in item.answers if letter in response.chosen))

    def grade(self, item: Spot, response: Choice, /) -> Verdict:
        hits = [letter for letter in response.chosen if item.answers[letter].flaw]
        alarms = [item.answers[letter] for letter in response.chosen if letter not in hits]
        gain, loss = _weights(item)
        return verdict(
            float(max(Fraction(0), gain * len(hits) - loss * len(alarms))),
            right_parts=hits,
            misconceptions=[one.misconception for one in alarms if one.misconception],
        )

    def rule(self, item: Spot, /) -> str:
        gain, loss = _weights(item)
        return (
            f"Each wrong line that you mark adds {gain}; "
            f"each sound one takes away {loss}; never below 0."
        )

    def sentence(self, item: Spot, response: Choice, verdict: Verdict, /) -> str:
        hits = len(verdict.right_parts)
        alarms = len(response.chosen) - hits
        sound = f", {alarms} sound {'line' if alarms == 1 else 'lines'} marked" if alarms else ""
        return f"{hits} of {len(flaws(item))} wrong lines found{sound}."

    def shown(self, item: Spot, _dice: Dice, /) -> Shown:
        """A document is read from top to bottom: nothing is shuffled, `pin_last` is ignored."""
        return Shown(tuple(item.answers))

    def parts(self, item: Spot, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Spot, response: Choice, locked: Collection[str], /) -> Choice:
        """A flaw that was found stays marked."""
        return self.clean(item, Choice(chosen=(*response.chosen, *locked)))


def flaws(item: Spot) -> tuple[str, ...]:
    """The letters of the wrong lines, from top to bottom."""
    return tuple(letter for letter, line in item.answers.items() if line.flaw)


def _weights(item: Spot) -> tuple[Fraction, Fraction]:
    """What a hit adds and a false alarm takes away."""
    count = len(flaws(item)) or 1
    return Fraction(1, count), Fraction(1, max(count, FALSE_ALARMS_OF_AT_LEAST))
