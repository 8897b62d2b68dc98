"""What a note, a bookmark or a report would be about, as a frame stands on the screen."""

from tutor.model.marks import About, Subject
from tutor.study.frames import (
    ChoiceFrame,
    DebriefFrame,
    FeedbackFrame,
    Frame,
    PageFrame,
    QuestionFrame,
)
from tutor.study.texts import label_of_question


def bookmarkable(module: str, frame: Frame) -> Subject | None:
    """What a bookmark would lead back to. `module`: the ref of the one that is open."""
    match frame:
        case PageFrame():
            return Subject(module=module, about=About.PAGE, ref=frame.ref, title=frame.title)
        case QuestionFrame():
            return _question(frame)
        case FeedbackFrame():
            return _question(frame.question)
        case ChoiceFrame():
            return _run(module, frame.run, frame.heading.part)
        case DebriefFrame():
            return _run(module, frame.run, frame.title)
        case _:
            return None


def notable(module: str, frame: Frame) -> Subject | None:
    """What a note would be about: of a question only when it has been explained."""
    if isinstance(frame, QuestionFrame) or (
        isinstance(frame, FeedbackFrame) and not frame.revealed
    ):
        return None
    return bookmarkable(module, frame)


def reportable(module: str, frame: Frame) -> Subject | None:
    """What a report would be about: in a scenario the node on the screen."""
    if isinstance(frame, ChoiceFrame):
        title = frame.heading.part
        return Subject(module=module, about=About.NODE, ref=frame.ref, title=title)
    return bookmarkable(module, frame)


def _question(frame: QuestionFrame) -> Subject:
    """A question belongs to its own module, also in a review of several."""
    module = frame.ref.rpartition("/")[0]
    title = label_of_question(frame.prompt, frame.vignette)
    return Subject(module=module, about=About.QUESTION, ref=frame.ref, title=title)


def _run(module: str, run: str, title: str) -> Subject:
    return Subject(module=module, about=About.RUN, ref=run, title=title)
