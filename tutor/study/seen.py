"""Which questions a learner may read the explanation of, outside the quiz that asks them."""

from tutor.engine.progress.quizzes import DEFERRED
from tutor.model.progress import OpenQuiz, Progress
from tutor.model.record import ALL_MODULES


def explained(progress: Progress, ref: str) -> bool:
    """Whether the question `course/module/item` was answered and nothing open still asks it."""
    record = progress.module(ref.rpartition("/")[0])
    mixed = progress.module(ALL_MODULES).open_quizzes
    left = (*record.open_quizzes.values(), *mixed.values())
    return record.answered(ref) and not any(_asks(quiz, ref) for quiz in left)


def _asks(quiz: OpenQuiz, ref: str) -> bool:
    """In an exam or a pre-test every question may still be answered; in practice the one that is
    on screen, where a second try may be left, and those that are to come."""
    if ref not in quiz.items:
        return False
    return quiz.behaviour in DEFERRED or quiz.at_item == ref or ref not in quiz.answers
