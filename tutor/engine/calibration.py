"""Stated against actual: are learners as often right as they say?

A learner may say with one key how sure an answer is: 1, 2 or 3. Marks make honesty the best choice:
right earns 1, 2 or 3, wrong 0, -2 or -6 (certainty-based marking, Gardner-Medwin). So the second
pays from a chance of 2/3 on and the third from 4/5 on, and each states a range of chances.
The marks are shown to the learner and count in no pass mark: negative marking is linked to gendered
omission (LEARNING.md).

An answer that is partly right earns in proportion between wrong and right, which leaves both
break-evens where they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from types import MappingProxyType

from tutor.model.review import Stated

RIGHT: Mapping[int, int] = MappingProxyType({1: 1, 2: 2, 3: 3})
WRONG: Mapping[int, int] = MappingProxyType({1: 0, 2: -2, 3: -6})
"""Marks by confidence."""

WORDS: Mapping[int, str] = MappingProxyType({1: "not sure", 2: "fairly sure", 3: "sure"})
"""Confidence as a learner reads it."""

ENOUGH = 10
"""Answers at one confidence below which nothing is said about it."""

Z = 1.645
"""Normal quantile of a 90 % interval: a bias is named only when chance is no likely explanation."""


class Bias(StrEnum):
    """How the answers at one confidence compare with what it states."""

    TOO_FEW = "too few answers"
    OVERCONFIDENT = "overconfident"
    FITTING = "fitting"
    UNDERCONFIDENT = "underconfident"


@dataclass(frozen=True, slots=True)
class Row:
    """The answers at one confidence. `low` to `high`: the chance that it states, 0..1.

    `actual`: the share that was right, 0..1, None without an answer. `marks`: earned in all.
    """

    confidence: int
    word: str
    low: float
    high: float
    answers: int
    actual: float | None
    marks: float
    bias: Bias
    sentence: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """All three confidences, the lowest first."""

    rows: tuple[Row, ...]

    @property
    def answers(self) -> int:
        """Answers with a confidence."""
        return sum(row.answers for row in self.rows)

    @property
    def marks(self) -> float:
        """Marks earned in all."""
        return sum(row.marks for row in self.rows)


def break_even(confidence: int) -> float:
    """The chance of a right answer from which this confidence pays more than the one below."""
    if confidence <= 1:
        return 0.0
    gain = RIGHT[confidence] - RIGHT[confidence - 1]
    loss = WRONG[confidence - 1] - WRONG[confidence]
    return loss / (gain + loss)


def marks(confidence: int, fraction: float) -> float:
    """What an answer earns; `fraction` 0..1 is how far it was right."""
    return WRONG[confidence] + fraction * (RIGHT[confidence] - WRONG[confidence])


def calibration(tallies: Iterable[Mapping[int, Stated]]) -> Calibration:
    """The answers of several modules together, by confidence."""
    listed = list(tallies)
    rows = []
    for confidence in RIGHT:
        found = [tally[confidence] for tally in listed if confidence in tally]
        rows.append(
            _row(confidence, sum(one.answers for one in found), sum(one.earned for one in found))
        )
    return Calibration(tuple(rows))


def _row(confidence: int, answers: int, earned: float) -> Row:
    low = break_even(confidence)
    high = break_even(confidence + 1) if confidence + 1 in RIGHT else 1.0
    actual = earned / answers if answers else None
    bias = _bias(low, high, answers, actual)
    return Row(
        confidence=confidence,
        word=WORDS[confidence],
        low=low,
        high=high,
        answers=answers,
        actual=actual,
        marks=answers * marks(confidence, actual) if actual is not None else 0.0,
        bias=bias,
        sentence=_sentence(confidence, low, high, answers, actual, bias),
    )


def _bias(low: float, high: float, answers: int, actual: float | None) -> Bias:
    if actual is None or answers < ENOUGH:
        return Bias.TOO_FEW
    least, most = _interval(actual, answers)
    if most < low:
        return Bias.OVERCONFIDENT
    return Bias.UNDERCONFIDENT if least > high else Bias.FITTING


def _interval(share: float, count: int) -> tuple[float, float]:
    """Where the true share lies, in nine cases of ten (Wilson score interval)."""
    centre = share + Z * Z / (2 * count)
    reach = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    whole = 1 + Z * Z / count
    return (centre - reach) / whole, (centre + reach) / whole


def _sentence(
    confidence: int, low: float, high: float, answers: int, actual: float | None, bias: Bias
) -> str:
    word = WORDS[confidence]
    if actual is None or bias is Bias.TOO_FEW:
        noun = "answer" if answers == 1 else "answers"
        return f'You said "{word}" for {answers} {noun}; {ENOUGH} are needed to say more.'
    found = f'When you say "{word}", {_percent(actual)} of your answers are right'
    match bias:
        case Bias.OVERCONFIDENT:
            return f"{found}; that is less than the {_percent(low)} that it states."
        case Bias.UNDERCONFIDENT:
            return f"{found}; you know more than you say: it states {_percent(high)} at most."
        case _:
            return f"{found}; that fits."


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
