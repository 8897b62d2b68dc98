"""What a verb asks before it is done: a dialog, and what its result means.

Each function returns a sentence when the verb means nothing now, so that nobody types in vain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import ModalScreen

from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Ballot
from tutor.model.classroom.state import Overlay, Vote
from tutor.study.frames.classroom import ExpectedRow, InjectRow, ScenePart
from tutor.tui.screens.classroom.tally import Tallied, TallyDialog
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.dialog import Dialog, Way
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.write_dialog import LineDialog, WriteDialog

SEEN = "The room can read what you type here. "


@dataclass(frozen=True, slots=True)
class Asked:
    """`do` gets the result of the dialog and returns a sentence, or what is asked next."""

    dialog: ModalScreen[Any]
    do: Callable[[Any], str | Asked]


Answer = str | Asked
Ask = Callable[[Teaching, bool], Answer]
"""`masked`: the room looks at this screen too."""


def hands(teaching: Teaching, masked: bool) -> Answer:
    """A count for each letter; in a team test the individual sheets."""
    session, state = teaching.session, teaching.session.state
    test = state.tests.get(state.step)
    if test is not None and test.stage is h.Stage.INDIVIDUAL and state.vote is None:
        return _sheets(teaching, masked)
    if refused := session.why_not("count"):
        return refused
    vote = state.vote
    assert vote is not None, "what can be counted has a vote"
    labels = {key: label for label, key in session.labels().items()}
    dialog = TallyDialog(
        tuple(session.labels()),
        _counted(vote, labels),
        private=vote.private,
        many=vote.ballot is Ballot.MANY,
        present=state.present,
        elsewhere=_elsewhere(vote),
        masked=masked,
    )
    return Asked(dialog, lambda tallied: _write(teaching, tallied))


def _write(teaching: Teaching, tallied: Tallied) -> str:
    return teaching.session.count(tallied.way, tallied.votes, tallied.voters)


def _counted(vote: Vote, labels: dict[str, str]) -> dict[h.Way, Tallied]:
    """What was typed for each way in this round."""
    return {
        way: Tallied(way, {labels[o]: n for o, n in one.counts.items()}, one.voters)
        for way, one in vote.rounds[-1].ways.items()
        if way not in (h.Way.LAN, h.Way.TERMINAL)
    }


def _elsewhere(vote: Vote) -> int:
    last = vote.rounds[-1]
    away = sum(one.voters for way, one in last.ways.items() if way in (h.Way.LAN, h.Way.TERMINAL))
    return away + sum(table.people for table in last.tables.values() if table.chosen)


def _sheets(teaching: Teaching, masked: bool) -> Answer:
    items = len(teaching.session.state.now.items) if teaching.session.state.now else 0
    about = (
        f"A word for each sheet with {items} letters, - for none, for example "
        f"{'BACD'[:items] or 'B'}. They are shuffled before they are kept."
    )
    dialog = WriteDialog("The individual sheets", (SEEN * masked) + about)
    return Asked(dialog, lambda text: teaching.say(f"sheets {' '.join(text.split())}"))


def tables(teaching: Teaching, masked: bool) -> Answer:
    """The answer of a table, or a field that it scratched."""
    session, state = teaching.session, teaching.session.state
    test = state.tests.get(state.step)
    if test is not None and test.stage is h.Stage.TEAM and state.vote is None:
        about = "Table, question, letter, for example: 3 1 B"
        return _line(teaching, "A scratched field", about, "scratch", masked)
    if refused := session.why_not("table"):
        return refused
    if state.vote is not None and state.vote.ballot is Ballot.NONE:
        about = "Table and what it says, for example: 3: ask the traders first"
    else:
        about = "Table, answer, people, for example: 3 B 5"
    return _line(teaching, "A table's answer", about, "table", masked)


def timer(teaching: Teaching, _masked: bool) -> Answer:
    """A countdown in minutes; an empty line takes it away."""
    if refused := teaching.session.why_not("timer"):
        return refused
    about = "Minutes, for example 3 or 1:30. An empty line takes the timer away."

    def start(line: str) -> str:
        return teaching.say(f"timer {line.strip()}" if line.strip() else "stop")

    return Asked(LineDialog("Timer", about, "3"), start)


def break_(teaching: Teaching, _masked: bool) -> Answer:
    """A break of so many minutes; where there is one, its end."""
    session = teaching.session
    if session.state.overlay is Overlay.BREAK:
        return session.take_break()
    if refused := session.why_not("break"):
        return refused
    return _line(teaching, "Break", "Minutes, for example 10.", "break", False, "10")


def present(teaching: Teaching, _masked: bool) -> Answer:
    """The head count."""
    known = str(teaching.session.state.present or "")
    about = "How many people are here? Nobody's name is kept."
    return _line(teaching, "Present", about, "present", False, known)


def log(teaching: Teaching, masked: bool) -> Answer:
    """A line for the log."""
    return _noted(teaching, "log", "A line for the log", "With the time, for the report.", masked)


def park(teaching: Teaching, masked: bool) -> Answer:
    """A question to come back to."""
    about = "A question from the room, to come back to."
    return _noted(teaching, "park", "Parking lot", about, masked)


def point(teaching: Teaching, masked: bool) -> Answer:
    """A point of the hot wash."""
    round_ = teaching.session.state.hot_wash
    about = f"In this round: {round_.value}." if round_ else ""
    return _noted(teaching, "point", "A point of the hot wash", about, masked)


def appeal(teaching: Teaching, masked: bool) -> Answer:
    """A team's appeal."""
    about = "Table, question and reason, for example: 3 1 two answers are right"
    return _noted(teaching, "appeal", "An appeal", about, masked)


def decide(teaching: Teaching, masked: bool) -> Answer:
    """What most voted for; where the votes name no single choice, the instructor does."""
    del masked
    refused = teaching.session.decide()
    return _choice(teaching, refused) if refused else ""


def decide_other(teaching: Teaching, _masked: bool) -> Answer:
    """The choice that the instructor names."""
    if "decide" not in teaching.session.cockpit().offered:
        return teaching.session.decide()
    return _choice(teaching, "Which choice is taken?")


def _choice(teaching: Teaching, title: str) -> Answer:
    frame = teaching.session.cockpit()
    if "decide" not in frame.offered:
        return title
    part = frame.wall.part
    options = part.options if isinstance(part, ScenePart) else ()
    named = dict(zip(teaching.session.labels(), options, strict=False))
    rows = [MenuRow(label, option.text, mark=label) for label, option in named.items()]
    return Asked(ListDialog(title, rows), teaching.session.decide)


def jump(teaching: Teaching, _masked: bool) -> Answer:
    """A step of the agenda."""
    state = teaching.session.state
    rows = [
        MenuRow(str(place), step.title, f"{step.kind.value}, {step.minutes:.0f} min", f"{place:>2}")
        for place, step in enumerate(teaching.session.head.agenda, start=1)
    ]
    at = str(max(state.step + 1, 1))
    return Asked(ListDialog("Go to", rows, at), lambda place: teaching.say(f"go {place}"))


def ask(teaching: Teaching, masked: bool) -> Answer:
    """A question out of turn; in a team test those of the test come first."""
    state, head = teaching.session.state, teaching.session.head
    if masked:
        return _line(teaching, "A question", "Its id, as on the paper guide.", "ask", masked)
    first = state.now.items if state.now else ()
    order = [*first, *(name for name in head.questions if name not in first)]
    rows = [MenuRow(name, head.questions[name].title, name) for name in order]
    return Asked(ListDialog("Show a question", rows), lambda name: teaching.say(f"ask {name}"))


def pick_inject(teaching: Teaching, masked: bool) -> Answer:
    """An inject that is not out yet."""
    frame = teaching.session.cockpit()
    if "inject" not in frame.offered:
        return teaching.session.release()
    if masked:
        return _line(teaching, "Inject", "Its id, as on the paper guide.", "inject", masked)
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
        return _line(teaching, "Rate", about, "rate", masked)
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

        about = f"{one.text}: {rating.value}. Enter alone leaves no note."
        return Asked(LineDialog("A note on it", about, one.note), noted)

    return Asked(Dialog("Rate", one.text, RATINGS), rated)


def _noted(teaching: Teaching, word: str, title: str, about: str, masked: bool) -> Answer:
    """A line of text; an empty one does nothing."""
    if refused := teaching.session.why_not(word):
        return refused

    def write(line: str) -> str:
        return teaching.say(f"{word} {line}") if line.strip() else ""

    return Asked(LineDialog(title, (SEEN * masked) + about), write)


def _line(
    teaching: Teaching, title: str, about: str, word: str, masked: bool, text: str = ""
) -> Asked:
    """A line for a word of the plain cockpit."""
    dialog = LineDialog(title, (SEEN * masked) + about, text)
    return Asked(dialog, lambda line: teaching.say(f"{word} {line}") if line.strip() else "")


ASKS: dict[str, Ask] = {
    "hands": hands,
    "tables": tables,
    "timer": timer,
    "break": break_,
    "present": present,
    "log": log,
    "park": park,
    "point": point,
    "appeal": appeal,
    "decide": decide,
    "decide_other": decide_other,
    "jump": jump,
    "ask": ask,
    "pick_inject": pick_inject,
    "rate": rate,
}
"""The verbs that ask; `Teaching` does the others at once."""
