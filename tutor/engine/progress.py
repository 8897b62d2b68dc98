"""What a learner has done, worked out from events: a pure fold that any journal can repeat.

    progress = fold(Progress(), ordered(events))

Folding a list at once, in pieces, or one event at a time gives the same value.

Rules that are not obvious from the events:

- A question counts in `items` when somebody can grade it, and once per quiz; one that nobody can
  grade is `completed` when anything was written. In practice and review it counts at once and a
  second try improves that attempt. In an exam and a pre-test it counts when the quiz is handed in
  or thrown away: answers may change until then, and a record that moved earlier would tell the
  result.
- A question whose meaning changed starts again; what was before stays in the journal.
- What comes twice (a start, a finish) counts once. What belongs to an attempt that is unknown is
  left out, except a result: that is kept even without its questions.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tutor.model.library import Fingerprint
from tutor.model.progress import (
    ItemRecord,
    ModuleRecord,
    OpenQuiz,
    Place,
    Progress,
    QuizRecord,
    Run,
)
from tutor.model.record import (
    Answered,
    Behaviour,
    Decided,
    Event,
    Outcome,
    PageRead,
    QuizAbandoned,
    QuizFinished,
    QuizMoved,
    QuizStarted,
    RunAbandoned,
    RunFinished,
    RunStarted,
)

DEFERRED = frozenset({Behaviour.EXAM, Behaviour.PRETEST})
"""Behaviours whose answers count when the quiz is closed."""


def fold(progress: Progress, events: Iterable[Event]) -> Progress:
    """The progress after `events`, taken in the order given; `progress` is left as it was."""
    draft = _Draft(progress)
    for event in events:
        draft.events += 1
        what = event.what
        _RULES[type(what)](draft, draft.sheet(what.module), what, event.at)
    return draft.freeze() if draft.events > progress.events else progress


def ordered(events: Iterable[Event]) -> list[Event]:
    """Events of several devices in one order that does not depend on the order given.

    Sorted by time, then device, then sequence, with one exception: clocks get set back, so an
    event never sorts before an earlier one of its own device. It is taken to have happened no
    earlier than that one.
    """
    latest: dict[str, datetime] = {}
    keyed: list[tuple[datetime, str, int, str, Event]] = []
    for event in sorted(events, key=lambda event: (event.sequence, event.at, event.id)):
        moment = max(event.at, latest.get(event.device, event.at))
        latest[event.device] = moment
        keyed.append((moment, event.device, event.sequence, event.id, event))
    keyed.sort(key=lambda entry: entry[:4])
    return [entry[4] for entry in keyed]


def counting_run(record: ModuleRecord, scenario: str) -> Run | None:
    """The run of a scenario that counts: the one that reached an ending first, or None."""
    complete = [
        run for run in record.runs.values() if run.start.scenario == scenario and run.ending
    ]
    return min(complete, key=lambda run: run.last_at, default=None)


@dataclass(slots=True)
class _Tally:
    """An `ItemRecord` that can still change; the fields are the same."""

    objective: str
    fingerprint: Fingerprint
    attempts: int
    right: int
    last: float
    best: float
    last_at: datetime
    exams: int
    harm: bool

    @classmethod
    def of(cls, record: ItemRecord) -> "_Tally":
        return cls(**{name: getattr(record, name) for name in ItemRecord.model_fields})

    def freeze(self) -> ItemRecord:
        return ItemRecord(**{name: getattr(self, name) for name in ItemRecord.model_fields})


@dataclass(slots=True)
class _Quiz:
    """An `OpenQuiz` that can still change."""

    start: OpenQuiz
    at_item: str
    answers: dict[str, Answered]
    flagged: list[str]

    @classmethod
    def of(cls, quiz: OpenQuiz) -> "_Quiz":
        return cls(quiz, quiz.at_item, dict(quiz.answers), list(quiz.flagged))

    def freeze(self) -> OpenQuiz:
        change = {
            "at_item": self.at_item,
            "answers": self.answers,
            "flagged": tuple(self.flagged),
        }
        return self.start.model_copy(update=change)


@dataclass(slots=True)
class _Playing:
    """A `Run` that can still change."""

    run: Run
    steps: list[Decided]
    last_at: datetime
    ending: str = ""
    end: str = ""
    abandoned: bool = False

    @classmethod
    def of(cls, run: Run) -> "_Playing":
        return cls(run, list(run.steps), run.last_at, run.ending, run.end, run.abandoned)

    @property
    def over(self) -> bool:
        return bool(self.ending) or self.abandoned

    def freeze(self) -> Run:
        change = {
            "steps": tuple(self.steps),
            "last_at": self.last_at,
            "ending": self.ending,
            "end": self.end,
            "abandoned": self.abandoned,
        }
        return self.run.model_copy(update=change)


class _Sheet:
    """A `ModuleRecord` that can still change; only what is touched is copied and built anew."""

    def __init__(self, record: ModuleRecord) -> None:
        self.record = record
        self.pages: dict[str, datetime] = {}
        self.completed: dict[str, datetime] = {}
        self.tallies: dict[str, _Tally] = {}
        self.open = {key: _Quiz.of(quiz) for key, quiz in record.open_quizzes.items()}
        self.finished: list[QuizRecord] = []
        self.closed = {quiz.attempt for quiz in record.quizzes}
        self.runs: dict[str, _Playing] = {}

    def tally(self, item: str) -> _Tally | None:
        """The tally of a question, or None when it was never counted."""
        if item not in self.tallies and item in self.record.items:
            self.tallies[item] = _Tally.of(self.record.items[item])
        return self.tallies.get(item)

    def run(self, run: str) -> _Playing | None:
        """A playthrough in which something can still happen, or None."""
        if run not in self.runs and run in self.record.runs:
            self.runs[run] = _Playing.of(self.record.runs[run])
        playing = self.runs.get(run)
        return None if playing is None or playing.over else playing

    def freeze(self) -> ModuleRecord:
        record = self.record
        items = {key: tally.freeze() for key, tally in self.tallies.items()}
        runs = {key: playing.freeze() for key, playing in self.runs.items()}
        return ModuleRecord(
            pages=record.pages | self.pages,
            items=record.items | items,
            completed=record.completed | self.completed,
            open_quizzes={key: quiz.freeze() for key, quiz in self.open.items()},
            quizzes=(*record.quizzes, *self.finished),
            runs=record.runs | runs,
        )


class _Draft:
    """A `Progress` that can still change."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.events = progress.events
        self.seconds = progress.seconds
        self.sheets: dict[str, _Sheet] = {}
        self.last: tuple[str, str, str, datetime] | None = None

    def sheet(self, module: str) -> _Sheet:
        """The sheet of a module, made when it is first needed."""
        sheet = self.sheets.get(module)
        if sheet is None:
            sheet = self.sheets[module] = _Sheet(self.progress.module(module))
        return sheet

    def freeze(self) -> Progress:
        last = self.progress.last
        if self.last is not None:
            module, part, ref, at = self.last
            last = Place(module=module, part=part, ref=ref, at=at)
        touched = {ref: sheet.freeze() for ref, sheet in self.sheets.items()}
        return Progress(
            events=self.events,
            seconds=self.seconds,
            modules=self.progress.modules | touched,
            last=last,
        )


# Questions


def _count(sheet: _Sheet, what: Answered, before: Answered | None, at: datetime) -> None:
    """Enter an answer into `items`. `before`: the one that it replaces in the same quiz."""
    outcome = what.verdict.outcome
    if outcome is Outcome.NOT_GRADABLE:
        if what.response != type(what.response)():
            sheet.completed[what.item] = at
        return
    tally = sheet.tally(what.item)
    if tally is None or tally.fingerprint.meaning != what.fingerprint.meaning:
        before = None
        tally = _Tally(what.objective, what.fingerprint, 0, 0, 0.0, 0.0, at, 0, False)
        sheet.tallies[what.item] = tally
    if before is None or before.verdict.outcome is Outcome.NOT_GRADABLE:
        tally.attempts += 1
        tally.exams += what.behaviour is Behaviour.EXAM
        tally.right += outcome is Outcome.CORRECT
    else:
        was_right = before.verdict.outcome is Outcome.CORRECT
        tally.right += (outcome is Outcome.CORRECT) - was_right
    tally.objective, tally.fingerprint = what.objective, what.fingerprint
    tally.last, tally.last_at = what.score, at
    tally.best = max(tally.best, what.score)
    tally.harm = tally.harm or what.verdict.harm


def _close(sheet: _Sheet, attempt: str, at: datetime) -> _Quiz | None:
    """Take a quiz out of the open ones and count the answers that waited for this."""
    quiz = sheet.open.pop(attempt, None)
    if quiz is not None and quiz.start.behaviour in DEFERRED:
        for answer in quiz.answers.values():
            _count(sheet, answer, None, at)
    return quiz


# One rule per kind of happening


def _page(draft: _Draft, sheet: _Sheet, what: PageRead, at: datetime) -> None:
    sheet.pages[what.page] = at
    draft.seconds += what.seconds
    draft.last = (what.module, "page", what.page, at)


def _answer(draft: _Draft, sheet: _Sheet, what: Answered, at: datetime) -> None:
    draft.seconds += what.seconds
    quiz = sheet.open.get(what.attempt)
    before = None
    if quiz is not None:
        before = quiz.answers.get(what.item)
        quiz.answers[what.item] = what
        quiz.at_item = what.item
    if quiz is None or quiz.start.behaviour not in DEFERRED:
        _count(sheet, what, before, at)
    _stand(draft, what.module, what.behaviour, what.attempt, at)


def _stand(draft: _Draft, module: str, behaviour: Behaviour, attempt: str, at: datetime) -> None:
    """The learner is in a quiz now. A checkpoint belongs to the page before it."""
    if behaviour is not Behaviour.CHECKPOINT:
        draft.last = (module, behaviour.value, attempt, at)


def _quiz_started(draft: _Draft, sheet: _Sheet, what: QuizStarted, at: datetime) -> None:
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
    sheet.open[what.attempt] = _Quiz(start, first, {}, [])
    _stand(draft, what.module, what.behaviour, what.attempt, at)


def _quiz_moved(draft: _Draft, sheet: _Sheet, what: QuizMoved, at: datetime) -> None:
    quiz = sheet.open.get(what.attempt)
    if quiz is None:
        return
    quiz.at_item = what.at_item
    if what.flagged is not None and what.flagged != (what.at_item in quiz.flagged):
        change = quiz.flagged.append if what.flagged else quiz.flagged.remove
        change(what.at_item)
    _stand(draft, what.module, quiz.start.behaviour, what.attempt, at)


def _quiz_finished(draft: _Draft, sheet: _Sheet, what: QuizFinished, at: datetime) -> None:
    if what.attempt in sheet.closed:
        return
    quiz = _close(sheet, what.attempt, at)
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
    )
    sheet.finished.append(record)
    _stand(draft, what.module, what.behaviour, what.attempt, at)


def _quiz_abandoned(_draft: _Draft, sheet: _Sheet, what: QuizAbandoned, at: datetime) -> None:
    _close(sheet, what.attempt, at)


def _run_started(draft: _Draft, sheet: _Sheet, what: RunStarted, at: datetime) -> None:
    if what.run not in sheet.runs and what.run not in sheet.record.runs:
        sheet.runs[what.run] = _Playing(Run(start=what, started_at=at, last_at=at), [], at)
        draft.last = (what.module, "scenario", what.run, at)


def _decision(draft: _Draft, sheet: _Sheet, what: Decided, at: datetime) -> None:
    draft.seconds += what.seconds
    playing = sheet.run(what.run)
    if playing is not None:
        playing.steps.append(what)
        playing.last_at = at
        draft.last = (what.module, "scenario", what.run, at)


def _run_finished(draft: _Draft, sheet: _Sheet, what: RunFinished, at: datetime) -> None:
    playing = sheet.run(what.run)
    if playing is not None:
        playing.ending, playing.end, playing.last_at = what.ending, what.end, at
        draft.last = (what.module, "scenario", what.run, at)


def _run_abandoned(_draft: _Draft, sheet: _Sheet, what: RunAbandoned, at: datetime) -> None:
    playing = sheet.run(what.run)
    if playing is not None:
        playing.abandoned, playing.last_at = True, at


_RULES: dict[type, Callable[[_Draft, _Sheet, Any, datetime], None]] = {
    PageRead: _page,
    Answered: _answer,
    QuizStarted: _quiz_started,
    QuizMoved: _quiz_moved,
    QuizFinished: _quiz_finished,
    QuizAbandoned: _quiz_abandoned,
    RunStarted: _run_started,
    Decided: _decision,
    RunFinished: _run_finished,
    RunAbandoned: _run_abandoned,
}
"""One rule per kind; a test compares this table with `Happening`."""
