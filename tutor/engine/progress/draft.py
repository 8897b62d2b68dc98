"""Progress while events are folded: values that can still change, frozen again at the end.

Building a frozen value per event would take several times as long as reading the event.
"""

from datetime import date, datetime

from tutor.engine.mastery import Evidence
from tutor.engine.misconceptions import Held
from tutor.engine.progress.days import DayDraft
from tutor.engine.progress.items import ItemDraft
from tutor.engine.progress.marks import MarksDraft
from tutor.engine.progress.quizzes import QuizDraft
from tutor.engine.progress.runs import RunDraft
from tutor.engine.spacing import utc_day
from tutor.model.progress import ModuleRecord, Place, Progress, QuizRecord
from tutor.model.record import ALL_MODULES, Answered, Behaviour
from tutor.model.review import Day, Stated


class Sheet:
    """A `ModuleRecord` that can still change; only what is touched is copied and built anew."""

    def __init__(self, module: str, record: ModuleRecord) -> None:
        """Begin with what is recorded."""
        self.record = record
        self.pages: dict[str, datetime] = {}
        self.completed: dict[str, datetime] = {}
        self.items: dict[str, ItemDraft] = {}
        self.open = {key: QuizDraft.of(module, quiz) for key, quiz in record.open_quizzes.items()}
        self.finished: list[QuizRecord] = []
        self.closed = {quiz.attempt for quiz in record.quizzes}
        self.runs: dict[str, RunDraft] = {}
        self.objectives: dict[str, Evidence] = {}
        self.confidence = dict(record.confidence)

    def item(self, ref: str) -> ItemDraft | None:
        """The record of a question, or None when it was never counted."""
        if ref not in self.items and ref in self.record.items:
            self.items[ref] = ItemDraft.of(self.record.items[ref])
        return self.items.get(ref)

    def run(self, run: str) -> RunDraft | None:
        """A playthrough, or None."""
        if run not in self.runs and run in self.record.runs:
            self.runs[run] = RunDraft.of(self.record.runs[run])
        return self.runs.get(run)

    def open_run(self, run: str) -> RunDraft | None:
        """A playthrough in which something can still happen, or None."""
        found = self.run(run)
        return None if found is None or found.over else found

    def had(self, behaviour: Behaviour) -> bool:
        """Whether a quiz of this behaviour was handed in before."""
        return any(quiz.behaviour is behaviour for quiz in (*self.record.quizzes, *self.finished))

    def objective(self, objective: str) -> Evidence:
        """The evidence on an objective; asking for it says that it was attempted."""
        found = self.objectives.get(objective)
        if found is None:
            known = self.record.objectives.get(objective)
            found = self.objectives[objective] = Evidence.of(known) if known else Evidence()
        return found

    def state(self, confidence: int, fraction: float) -> None:
        """An answer was given with this confidence, 1..3."""
        was = self.confidence.get(confidence, Stated())
        self.confidence[confidence] = Stated(answers=was.answers + 1, earned=was.earned + fraction)

    def freeze(self) -> ModuleRecord:
        """The record as it stands now."""
        record = self.record
        items = {key: item.freeze() for key, item in self.items.items()}
        runs = {key: run.freeze() for key, run in self.runs.items()}
        objectives = {key: evidence.freeze() for key, evidence in self.objectives.items()}
        return ModuleRecord(
            pages=record.pages | self.pages,
            items=record.items | items,
            completed=record.completed | self.completed,
            open_quizzes={key: quiz.freeze() for key, quiz in self.open.items()},
            quizzes=(*record.quizzes, *self.finished),
            runs=record.runs | runs,
            objectives=record.objectives | objectives,
            confidence=self.confidence,
        )


class Draft:
    """A `Progress` that can still change."""

    def __init__(self, progress: Progress) -> None:
        """Begin with what is recorded."""
        self.progress = progress
        self.events = progress.events
        self.seconds = progress.seconds
        self.sheets: dict[str, Sheet] = {}
        self.misconceptions: dict[str, Held] = {}
        self.days: dict[date, DayDraft] = {}
        self.fit = progress.fit
        self.last: tuple[str, str, str, datetime] | None = None
        self._marks: MarksDraft | None = None

    def sheet(self, module: str) -> Sheet:
        """The sheet of a module, made when it is first needed."""
        sheet = self.sheets.get(module)
        if sheet is None:
            sheet = self.sheets[module] = Sheet(module, self.progress.module(module))
        return sheet

    def quiz(self, what: Answered) -> QuizDraft | None:
        """The open quiz that an answer belongs to: one of its module, or one over all modules."""
        quiz = self.sheet(what.module).open.get(what.attempt)
        mixed = ALL_MODULES in self.sheets or ALL_MODULES in self.progress.modules
        if quiz is None and mixed:
            quiz = self.sheet(ALL_MODULES).open.get(what.attempt)
        return quiz

    def day(self, at: datetime) -> DayDraft:
        """The day of a moment."""
        day = utc_day(at)
        found = self.days.get(day)
        if found is None:
            found = self.days[day] = DayDraft.of(self.progress.days.get(day, Day()))
        return found

    def spend(self, seconds: float, at: datetime) -> DayDraft:
        """Count time of study, and return its day."""
        self.seconds += seconds
        day = self.day(at)
        day.seconds += seconds
        return day

    def misconception(self, tag: str) -> Held | None:
        """A misconception that was shown before, or None."""
        if tag not in self.misconceptions and tag in self.progress.misconceptions:
            self.misconceptions[tag] = Held.of(self.progress.misconceptions[tag])
        return self.misconceptions.get(tag)

    def choose(self, tag: str, where: str, at: datetime) -> None:
        """A choice has shown a misconception."""
        held = self.misconception(tag)
        if held is None:
            held = self.misconceptions[tag] = Held.first(at)
        held.choose(where, at)

    @property
    def marks(self) -> MarksDraft:
        """Notes, bookmarks and reports, copied when they are first needed."""
        if self._marks is None:
            self._marks = MarksDraft(self.progress.marks)
        return self._marks

    def freeze(self) -> Progress:
        """The progress as it stands now."""
        last = self.progress.last
        if self.last is not None:
            module, part, ref, at = self.last
            last = Place(module=module, part=part, ref=ref, at=at)
        touched = {ref: sheet.freeze() for ref, sheet in self.sheets.items()}
        held = {tag: one.freeze() for tag, one in self.misconceptions.items()}
        days = {day: one.freeze() for day, one in self.days.items()}
        return Progress(
            events=self.events,
            seconds=self.seconds,
            modules=self.progress.modules | touched,
            misconceptions=self.progress.misconceptions | held,
            days=self.progress.days | days,
            fit=self.fit,
            marks=self._marks.freeze() if self._marks else self.progress.marks,
            last=last,
        )
