"""Quizzes: started, answered, moved in, handed in or thrown away."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.engine.progress.answers import count
from tutor.model.progress import OpenQuiz, QuizRecord
from tutor.model.record import (
    ALL_MODULES,
    Answered,
    Behaviour,
    QuizAbandoned,
    QuizExtended,
    QuizFinished,
    QuizMoved,
    QuizStarted,
)

if TYPE_CHECKING:
    from tutor.engine.progress.draft import Draft, Sheet

DEFERRED = frozenset({Behaviour.EXAM, Behaviour.PRETEST})
"""Behaviours whose answers count when the quiz is closed."""


@dataclass(slots=True)
class QuizDraft:
    """An `OpenQuiz` that can still change."""

    module: str
    start: OpenQuiz
    at_item: str
    answers: dict[str, Answered]
    flagged: list[str]

    @classmethod
    def of(cls, module: str, quiz: OpenQuiz) -> "QuizDraft":
        """Begin with what is recorded."""
        return cls(module, quiz, quiz.at_item, dict(quiz.answers), list(quiz.flagged))

    def freeze(self) -> OpenQuiz:
        """The quiz as it stands now."""
        change = {
            "at_item": self.at_item,
            "answers": self.answers,
            "flagged": tuple(self.flagged),
        }
        return self.start.model_copy(update=change)


def started(draft: "Draft", sheet: "Sheet", what: QuizStarted, at: datetime) -> None:
    """A quiz is open, unless it was before."""
    if what.attempt in sheet.open or what.attempt in sheet.closed:
        return
    first = what.items[0] if what.items else ""
    start = OpenQuiz(
        attempt=what.attempt,
        behaviour=what.behaviour,
        items=what.items,
        seed=what.seed,
        at_item=first,
        started_at=at,
    )
    sheet.open[what.attempt] = QuizDraft(what.module, start, first, {}, [])
    _stand(draft, what.module, what.behaviour, what.attempt, at)


def extended(draft: "Draft", sheet: "Sheet", what: QuizExtended, at: datetime) -> None:
    """Questions are added to an open quiz; one that it has already is not asked twice."""
    quiz = sheet.open.get(what.attempt)
    if quiz is None:
        return
    added = tuple(item for item in what.items if item not in quiz.start.items)
    items = (*quiz.start.items, *added)
    quiz.start = quiz.start.model_copy(update={"items": items, "extended": True})
    _stand(draft, what.module, quiz.start.behaviour, what.attempt, at)


def answered(draft: "Draft", _sheet: "Sheet", what: Answered, at: datetime) -> None:
    """An answer is kept in its quiz, and counts now or when the quiz is closed."""
    day = draft.spend(what.seconds, at)
    if what.behaviour is Behaviour.REVIEW:
        day.reviews += 1
        day.review_seconds += what.seconds
    quiz = draft.quiz(what)
    before = None
    if quiz is not None:
        before = quiz.answers.get(what.item)
        quiz.answers[what.item] = what
        quiz.at_item = what.item
    if quiz is None or quiz.start.behaviour not in DEFERRED:
        count(draft, what, before, at)
    _stand(draft, quiz.module if quiz else what.module, what.behaviour, what.attempt, at)


def moved(draft: "Draft", sheet: "Sheet", what: QuizMoved, at: datetime) -> None:
    """The learner looks at another question of an open quiz, or flags this one."""
    quiz = sheet.open.get(what.attempt)
    if quiz is None:
        return
    quiz.at_item = what.at_item
    if what.flagged is not None and what.flagged != (what.at_item in quiz.flagged):
        change = quiz.flagged.append if what.flagged else quiz.flagged.remove
        change(what.at_item)
    _stand(draft, what.module, quiz.start.behaviour, what.attempt, at)


def finished(draft: "Draft", sheet: "Sheet", what: QuizFinished, at: datetime) -> None:
    """A result is kept, once, also when the start of the quiz is missing."""
    if what.attempt in sheet.closed:
        return
    quiz = _close(draft, sheet, what.attempt, at)
    if what.behaviour is Behaviour.PRETEST and not sheet.had(Behaviour.PRETEST):
        for score in what.objectives:
            sheet.objective(score.objective).pretest(score, at)
    sheet.closed.add(what.attempt)
    record = QuizRecord(
        attempt=what.attempt,
        module=what.module,
        behaviour=what.behaviour,
        seed=quiz.start.seed if quiz else 0,
        flagged=tuple(quiz.flagged) if quiz else (),
        percent=what.percent,
        passed=what.passed,
        objectives=what.objectives,
        items=quiz.start.items if quiz else (),
        answers=quiz.answers if quiz else {},
        started_at=quiz.start.started_at if quiz else at,
        finished_at=at,
        course_version=what.course_version,
        marks=what.marks,
    )
    sheet.finished.append(record)
    _stand(draft, what.module, what.behaviour, what.attempt, at)


def abandoned(draft: "Draft", sheet: "Sheet", what: QuizAbandoned, at: datetime) -> None:
    """A quiz is closed without a result."""
    _close(draft, sheet, what.attempt, at)


def _close(draft: "Draft", sheet: "Sheet", attempt: str, at: datetime) -> QuizDraft | None:
    """Take a quiz out of the open ones and count the answers that waited for this."""
    quiz = sheet.open.pop(attempt, None)
    if quiz is not None and quiz.start.behaviour in DEFERRED:
        for answer in quiz.answers.values():
            count(draft, answer, None, at)
    return quiz


def _stand(draft: "Draft", module: str, behaviour: Behaviour, attempt: str, at: datetime) -> None:
    """The learner is in a quiz now. A checkpoint belongs to the page before it, and a quiz over all
    modules is a place in none: home goes on with the module that was left."""
    if behaviour is not Behaviour.CHECKPOINT and module != ALL_MODULES:
        draft.last = (module, behaviour.value, attempt, at)
