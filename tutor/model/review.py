"""What spaced review remembers of a question, and what a day of study was."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from tutor.model.base import Frozen


class Memory(Frozen):
    """The card of a question (FSRS-6).

    `stability`: days until the chance of a right answer has fallen to 90 %. `difficulty`: 1..10.
    `sure`: right answers in a row that were given with the highest confidence.
    """

    stability: Annotated[float, Field(gt=0)]
    difficulty: Annotated[float, Field(ge=1, le=10)]
    last: AwareDatetime
    reviews: Annotated[int, Field(ge=1)] = 1
    sure: Annotated[int, Field(ge=0)] = 0


class Recheck(Frozen):
    """A question that was answered wrongly with the highest confidence, until it is put right.

    It is asked again at fixed distances from `since`; `done` of these answers were right.
    """

    since: AwareDatetime
    done: Annotated[int, Field(ge=0)] = 0


class Stated(Frozen):
    """Answers given with one confidence. `earned`: the sum of their fractions."""

    answers: Annotated[int, Field(ge=0)] = 0
    earned: Annotated[float, Field(ge=0)] = 0.0


class Day(Frozen):
    """What was done on one day (UTC).

    `answers` and `earned` count first tries that have a score, pre-tests left out, an exam on the
    day on which it is handed in. `reviews`: answers in spaced review, repeats included.
    """

    seconds: float = 0.0
    pages: int = 0
    answers: int = 0
    earned: float = 0.0
    reviews: int = 0
    review_seconds: float = 0.0
    decisions: int = 0
