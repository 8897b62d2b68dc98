"""The explanation: what the result is, what each answer was worth and why, where it stands."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tutor.model.record import Outcome
from tutor.study.frames import AnswerNote, FeedbackFrame, Passage, SourceCard
from tutor.tui import helps
from tutor.tui.views.base import View, heading, line
from tutor.tui.widgets.reader import Prose

OUTCOME_CLASS = {
    Outcome.CORRECT: "good",
    Outcome.PARTLY: "caution",
    Outcome.INCORRECT: "caution",
    Outcome.NOT_KNOWN: "muted",
    Outcome.NOT_GRADABLE: "muted",
}
MARK_CLASS = {"right": "good", "missed": "caution", "wrong": "caution", "harmful": "harm"}


class FeedbackView(View):
    """Shown at once in practice, after handing in in a quiz."""

    HELP = helps.FEEDBACK

    def __init__(self, frame: FeedbackFrame) -> None:
        super().__init__()
        self._frame = frame

    def main(self) -> ComposeResult:
        """The texts, from top to bottom."""
        frame = self._frame
        yield line(frame.message, f"verdict {OUTCOME_CLASS[frame.outcome]}")
        if frame.stated:
            yield line(frame.stated, "stated")
        if frame.harm:
            yield line("Harmful: this choice would hurt people. It is never right.", "harm")
        if not frame.revealed:
            yield line("Enter: try again.  x: read the explanation.", "muted")
        for passage in frame.question.passages:
            yield line(passage.label, "passage-label")
            yield Prose(passage.text, classes="quiet")
        yield Prose(frame.question.prompt, classes="prompt quiet")
        if frame.compared and frame.revealed:
            with Container(classes="compared"):
                yield from _compared(frame.compared)
        for note in frame.notes:
            yield from _note(note)
        if frame.why:
            yield heading("Why")
            yield Prose(frame.why, classes="paragraph")
        if frame.revealed and frame.sources:
            with Vertical(classes="unless-wide"):
                yield from sources(frame.sources)

    def side(self) -> ComposeResult:
        """The situation once more, and the sources."""
        if self._frame.question.vignette:
            yield heading("The situation")
            yield Prose(self._frame.question.vignette)
        if self._frame.revealed:
            yield from sources(self._frame.sources)


def _compared(passages: tuple[Passage, ...]) -> ComposeResult:
    """The learner's text and the model: side by side where there is room, else one by one."""
    for passage in passages:
        with Vertical(classes="half"):
            yield heading(passage.label)
            yield line(passage.text) if passage.plain else Prose(passage.text)


def _note(note: AnswerNote) -> ComposeResult:
    if not note.label:
        yield from _part(note)
        return
    said = ", ".join(part for part in (note.mark, note.chosen) if part)
    tone = MARK_CLASS.get(note.mark, "")
    with Vertical(classes=f"answer-note {tone}".strip()):
        yield line(f"{note.label}  {said or 'not the answer'}", f"mark {tone or 'muted'}")
        yield Prose(note.text, classes="answer-text")
        if note.right and note.mark != "right":
            yield line(f"right: {note.right}", "mark good")
        if note.why:
            yield Prose(note.why, classes="why")


def _part(note: AnswerNote) -> ComposeResult:
    """A part of a question that is no option: a stem, a line, a typed answer."""
    tone = MARK_CLASS.get(note.mark, "muted")
    with Vertical(classes=f"answer-note {tone}"):
        yield Prose(note.text, classes="answer-text")
        yield line(f"{note.mark}: {note.chosen}", f"mark {tone}")
        if note.right and note.mark != "right":
            yield line(f"right: {note.right}", "mark good")
        if note.why:
            yield Prose(note.why, classes="why")


def sources(cards: tuple[SourceCard, ...]) -> ComposeResult:
    """The sources of an explanation, with their weight."""
    if not cards:
        return
    yield heading("Sources")
    for card in cards:
        yield line(f"{card.issuer}: {card.title}, {card.date}")
        yield line(card.authority, "muted")
