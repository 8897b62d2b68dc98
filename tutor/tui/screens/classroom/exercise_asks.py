"""What the verbs of an exercise ask: which inject, which expected action, which rating."""

from __future__ import annotations

from collections.abc import Callable

from tutor.model.classroom import happenings as h
from tutor.study.frames.classroom import ExpectedRow, InjectRow
from tutor.tui.screens.classroom.asked import Answer, Asked, line_for
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.dialog import Dialog, Way
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.write_dialog import LineDialog


def pick_inject(teaching: Teaching, masked: bool) -> Answer:
    """An inject that is not out yet."""
    frame = teaching.session.cockpit()
    if "inject" not in frame.offered:
        return teaching.session.release()
    if masked:
        return line_for(teaching, "Inject", "Its id, as on the paper guide.", "inject", masked)
    rows = [
        MenuRow(row.id, row.text, f"{row.id}, {row.when}", strong=row.when == "now")
        for row in frame.injects
        if not row.out
    ]
    if not rows:
        return "All injects are out."
    return Asked(ListDialog("Release an inject", rows), teaching.session.release)


def rate(teaching: Teaching, masked: bool) -> Answer:
    """An expected action, then its rating, then a note."""
    frame = teaching.session.cockpit()
    if "rate" not in frame.offered:
        return teaching.session.why_not("rate")
    if masked:
        about = "Inject, number and rating, for example: call-1 2 partly"
        return line_for(teaching, "Rate", about, "rate", masked)
    found = [(row, one) for row in reversed(frame.injects) if row.out for one in row.expected]
    if not found:
        return "No inject is out that expects an action."
    found.sort(key=lambda pair: bool(pair[1].rating))
    rows = [
        MenuRow(str(place), one.text, f"{row.id}, {one.rating or 'not rated'}")
        for place, (row, one) in enumerate(found)
    ]

    def chosen(place: str) -> Answer:
        return _rating(teaching, *found[int(place)])

    return Asked(ListDialog("Which expected action?", rows), chosen)


RATINGS = (
    Way(h.Rating.MET, "Met", "m"),
    Way(h.Rating.PARTLY, "Partly", "p"),
    Way(h.Rating.MISSED, "Missed", "x"),
    Way(h.Rating.NOT_SEEN, "Not seen", "n"),
)


def _rating(teaching: Teaching, row: InjectRow, one: ExpectedRow) -> Answer:
    def rated(rating: h.Rating) -> Answer:
        def noted(note: str) -> str:
            happening = h.ExpectationRated(
                inject=row.id, expectation=one.number, rating=rating, note=note
            )
            return teaching.session.do(happening)

        about = f"{one.text.rstrip('.')}: {rating.value}. Enter alone leaves no note."
        return Asked(LineDialog("A note on it", about, one.note), noted)

    return Asked(Dialog("Rate", one.text, RATINGS), rated)


def harm(teaching: Teaching, masked: bool) -> Answer:
    """Something harmful was decided and stopped: after which inject, and what."""
    frame = teaching.session.cockpit()
    if "harm" not in frame.offered:
        return teaching.session.why_not("rate")
    if masked:
        about = "Inject and what was decided, for example: boy he was to be asked"
        return line_for(teaching, "Harm that was stopped", about, "harm", masked)
    rows = [MenuRow(row.id, row.harm or row.text, row.id) for row in frame.injects if row.out]
    if not rows:
        return "No inject is out yet."

    def chosen(inject: str) -> Answer:
        about = f"What was decided after {inject}, and how you stopped it. Reported apart."
        return line_for(teaching, "Harm that was stopped", about, f"harm {inject}", masked)

    return Asked(ListDialog("After which inject?", rows), chosen)


def why(teaching: Teaching, masked: bool) -> Answer:
    """The reason for what happened, for an objective or for the whole."""

    def chosen(objective: str) -> Answer:
        about = "Why did it go as it did? About what happened, never about who is to blame."
        return line_for(teaching, "Why", about, f"why {objective}", masked)

    return _objective(teaching, chosen)


def agree(teaching: Teaching, masked: bool) -> Answer:
    """What is done next: by whom, by when."""

    def chosen(objective: str) -> Answer:
        about = "Owner | day | action, for example: J3 | 2026-04-01 | send the list each evening"
        return line_for(teaching, "What is done next", about, f"agree {objective} |", masked)

    return _objective(teaching, chosen)


def _objective(teaching: Teaching, chosen: Callable[[str], Answer]) -> Answer:
    """Which training objective it is about."""
    exercise = teaching.session.head.exercise
    if refused := teaching.session.why_not("point"):
        return refused
    texts = exercise.objectives if exercise else {}
    rows = [MenuRow("-", "The whole"), *(MenuRow(name, text) for name, text in texts.items())]
    return Asked(ListDialog("About which objective?", rows), chosen)
