"""What the verbs about people ask: who comes, who goes, who answers; only where that is kept."""

from __future__ import annotations

from tutor.model.classroom.plan import Privacy
from tutor.tui.screens.classroom.asked import Answer, Asked, line_for
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.write_dialog import LineDialog


def present(teaching: Teaching, _masked: bool) -> Answer:
    """The head count."""
    known = str(teaching.session.state.present or "")
    about = "How many people are here? Nobody's name is kept."
    return line_for(teaching, "Present", about, "present", False, known)


def enter(teaching: Teaching, masked: bool) -> Answer:
    """A name where a roster is kept, else how many call-signs are dealt."""
    session = teaching.session
    match session.head.privacy:
        case Privacy.AGGREGATE:
            return session.enter()
        case Privacy.ROSTER if not masked:
            return Asked(LineDialog("Who comes in?", "The name, for attendance."), session.enter)
        case Privacy.ROSTER:
            return "The room would read the names: enter them in the cockpit (z)."
    about = "How many people come in? Each gets a call-sign."
    return line_for(teaching, "Call-signs", about, "enter", masked)


def leave(teaching: Teaching, masked: bool) -> Answer:
    """Which seat is empty now."""
    seats = [one for one in teaching.session.seats() if one.there]
    if not seats:
        return "Nobody has a seat; the head count is all that is kept so far."
    if masked:
        return line_for(teaching, "Who goes?", "The number of the seat.", "leave", masked)
    rows = [MenuRow(str(one.seat), one.label) for one in seats]
    return Asked(ListDialog("Who goes?", rows), lambda seat: teaching.say(f"leave {seat}"))


def answer(teaching: Teaching, masked: bool) -> Answer:
    """An answer under a call-sign."""
    if teaching.session.head.privacy is not Privacy.PSEUDONYMOUS:
        return "Answers are kept under call-signs only where call-signs are dealt."
    about = "Call-sign and answer, for example: Hazel-6 B"
    return line_for(teaching, "An answer", about, "answer", masked)
