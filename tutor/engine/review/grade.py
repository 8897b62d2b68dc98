"""An answer as a grade of FSRS: nobody grades their own answer (LEARNING.md, Spaced review).

Which answers are reviews:

- checkpoints, practice and review: the first try. A second try follows a hint or an explanation.
- an exam: when it is handed in, like everything else about it. It is the hardest retrieval there
  is, and leaving it out would ask the same questions again the next day.
- a pre-test is none: nothing has been learned yet, so a wrong answer is no forgetting.
- one a day for each question. The second answer within a day measures the explanation of the
  first; FSRS without learning steps has no use for it.
- what nobody can grade has no card.
"""

from enum import IntEnum

from tutor.model.record import Answered, Behaviour, Outcome

RIGHT_ENOUGH = 0.6
"""A fraction below this is a wrong answer, for review and for the confidently wrong list."""

UNSURE, SURE = 1, 3
"""The lowest and the highest confidence."""

SURE_BEFORE = 2
"""Right answers in a row at the highest confidence after which the next right one is easy."""


class Grade(IntEnum):
    """The four ratings of FSRS, with its numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def is_review(what: Answered) -> bool:
    """Whether an answer is a first try that says something about memory."""
    gradable = what.verdict.outcome is not Outcome.NOT_GRADABLE
    return gradable and what.behaviour is not Behaviour.PRETEST and what.tries <= 1


def is_wrong(what: Answered) -> bool:
    """Whether an answer is below what counts as known."""
    return what.verdict.fraction < RIGHT_ENOUGH


def grade(what: Answered, sure: int = 0) -> Grade:
    """The grade of a review. `sure`: right answers at full confidence in a row before it."""
    if is_wrong(what):
        return Grade.AGAIN
    if what.verdict.fraction < 1 or what.hints or what.confidence == UNSURE:
        return Grade.HARD
    return Grade.EASY if sure >= SURE_BEFORE else Grade.GOOD


def sure_after(what: Answered, sure: int) -> int:
    """How many right answers at full confidence there are in a row, with this one."""
    right = what.verdict.fraction >= 1 and not what.hints
    return sure + 1 if right and what.confidence == SURE else 0
