"""Simulated learners, whose memory is not the one that the scheduler believes in.

They forget exponentially, each question with a strength of its own; FSRS forgets by a power law and
knows nothing of these strengths. Recalling makes a memory stronger, the more the nearer it was to
being lost; failing sets it back. They guess, and they are sometimes sure of what they do not know.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp
from random import Random

GUESSING = 0.2
"""The chance of a right answer without knowing."""

KNEW, LEARNED = 20.0, 5.0
"""Days after which 37 % is left of an answer that was known at the first time, and of one that only
the explanation gave: medians over questions."""

SPREAD = 0.7
"""Standard deviation of the logarithms of these over questions, and of the growth."""

GROWTH = 20.0
"""How much stronger recalling makes a memory that was nearly lost; at 90 % it is a tenth of it."""

SETBACK = 0.15
"""What is left of the strength after a failure; the explanation keeps it above `LEARNED`."""

LONGEST = 730.0
"""Days: nothing is remembered better than that."""

RIGHT_AT_ONCE = 0.6
"""The chance of knowing the answer at the first time, right after the lesson."""


@dataclass(slots=True)
class Trace:
    """What a learner really remembers of one question. Days from the beginning of the year."""

    strength: float
    growth: float
    last: float

    def known(self, day: float) -> float:
        """The chance that the answer is known, 0..1."""
        return exp(-(day - self.last) / self.strength)

    def recall(self, day: float, known: bool) -> None:
        """Being asked, and reading the explanation."""
        if known:
            stronger = self.strength * (1 + self.growth * (1 - self.known(day)))
            self.strength = min(stronger, LONGEST)
        else:
            self.strength = max(LEARNED, SETBACK * self.strength)
        self.last = day


@dataclass(frozen=True, slots=True)
class Habit:
    """When a learner comes, and what share of the review is then done."""

    name: str
    comes: Callable[[int, Random], bool]
    share: float = 1.0


def diligent(_day: int, dice: Random) -> bool:
    """Nineteen days of twenty."""
    return dice.random() < 0.95


def irregular(_day: int, dice: Random) -> bool:
    """Two days a week, whichever; nobody plans them."""
    return dice.random() < 2 / 7


def absent(day: int, dice: Random) -> bool:
    """Diligent, but for three weeks in spring."""
    return not 130 <= day < 151 and diligent(day, dice)


HABITS = (
    Habit("diligent", diligent),
    Habit("irregular", irregular, share=0.7),
    Habit("absent three weeks", absent),
)


@dataclass(slots=True)
class Person:
    """A learner at work: answers by what is really remembered."""

    habit: Habit
    dice: Random
    traces: dict[str, Trace] = field(default_factory=dict)

    def answers(self, question: str, day: float) -> tuple[bool, int]:
        """Whether the answer is right, and the confidence 1..3."""
        trace = self.traces.get(question)
        if trace is None:
            known = self.dice.random() < RIGHT_AT_ONCE
            strength = (KNEW if known else LEARNED) * exp(self.dice.gauss(0, SPREAD))
            growth = GROWTH * exp(self.dice.gauss(0, SPREAD))
            self.traces[question] = Trace(strength, growth, day)
        else:
            known = self.dice.random() < trace.known(day)
            trace.recall(day, known)
        right = known or self.dice.random() < GUESSING
        return right, self._confidence(known)

    def chance(self, question: str, day: float) -> float:
        """The true chance of a right answer, which only the simulation knows."""
        known = self.traces[question].known(day)
        return known + (1 - known) * GUESSING

    def _confidence(self, known: bool) -> int:
        sure = self.dice.random() < (0.6 if known else 0.1)
        return 3 if sure else 2 if known else 1
