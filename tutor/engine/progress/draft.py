"""Progress while events are folded: values that can still change, frozen again at the end.

Building a frozen value per event would take several times as long as reading the event.
"""

from datetime import datetime

from tutor.engine.progress.items import ItemDraft
from tutor.engine.progress.quizzes import QuizDraft
from tutor.engine.progress.runs import RunDraft
from tutor.model.progress import ModuleRecord, Place, Progress, QuizRecord


class Sheet:
    """A `ModuleRecord` that can still change; only what is touched is copied and built anew."""

    def __init__(self, record: ModuleRecord) -> None:
        """Begin with what is recorded."""
        self.record = record
        self.pages: dict[str, datetime] = {}
        self.completed: dict[str, datetime] = {}
        self.items: dict[str, ItemDraft] = {}
        self.open = {key: QuizDraft.of(quiz) for key, quiz in record.open_quizzes.items()}
        self.finished: list[QuizRecord] = []
        self.closed = {quiz.attempt for quiz in record.quizzes}
        self.runs: dict[str, RunDraft] = {}

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

    def freeze(self) -> ModuleRecord:
        """The record as it stands now."""
        record = self.record
        items = {key: item.freeze() for key, item in self.items.items()}
        runs = {key: run.freeze() for key, run in self.runs.items()}
        return ModuleRecord(
            pages=record.pages | self.pages,
            items=record.items | items,
            completed=record.completed | self.completed,
            open_quizzes={key: quiz.freeze() for key, quiz in self.open.items()},
            quizzes=(*record.quizzes, *self.finished),
            runs=record.runs | runs,
        )


class Draft:
    """A `Progress` that can still change."""

    def __init__(self, progress: Progress) -> None:
        """Begin with what is recorded."""
        self.progress = progress
        self.events = progress.events
        self.seconds = progress.seconds
        self.sheets: dict[str, Sheet] = {}
        self.last: tuple[str, str, str, datetime] | None = None

    def sheet(self, module: str) -> Sheet:
        """The sheet of a module, made when it is first needed."""
        sheet = self.sheets.get(module)
        if sheet is None:
            sheet = self.sheets[module] = Sheet(self.progress.module(module))
        return sheet

    def freeze(self) -> Progress:
        """The progress as it stands now."""
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
