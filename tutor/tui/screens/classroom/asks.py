"""What a verb asks before it is done: a dialog, and what its result means.

Each function returns a sentence when the verb means nothing now, so that nobody types in vain.
"""

from __future__ import annotations

from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import Ballot
from tutor.model.classroom.state import Overlay, Vote
from tutor.study.frames.classroom import ScenePart
from tutor.tui.screens.classroom.asked import SEEN, Answer, Ask, Asked, line_for, noted
from tutor.tui.screens.classroom.exercise_asks import agree, harm, pick_inject, rate, why
from tutor.tui.screens.classroom.people_asks import answer, enter, leave, present
from tutor.tui.screens.classroom.tally import Tallied, TallyDialog
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.widgets.menu import MenuRow
from tutor.tui.widgets.write_dialog import LineDialog, WriteDialog


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
        return line_for(teaching, "A scratched field", about, "scratch", masked)
    if refused := session.why_not("table"):
        return refused
    if state.vote is not None and state.vote.ballot is Ballot.NONE:
        about = "Table and what it says, for example: 3: ask the traders first"
    else:
        about = "Table, answer, people, for example: 3 B 5"
    return line_for(teaching, "A table's answer", about, "table", masked)


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
    return line_for(teaching, "Break", "Minutes, for example 10.", "break", False, "10")


def log(teaching: Teaching, masked: bool) -> Answer:
    """A line for the log."""
    return noted(teaching, "log", "A line for the log", "With the time, for the report.", masked)


def park(teaching: Teaching, masked: bool) -> Answer:
    """A question to come back to."""
    about = "A question from the room, to come back to."
    return noted(teaching, "park", "Parking lot", about, masked)


def point(teaching: Teaching, masked: bool) -> Answer:
    """A point of the hot wash."""
    round_ = teaching.session.state.hot_wash
    about = f"In this round: {round_.value}." if round_ else ""
    return noted(teaching, "point", "A point of the hot wash", about, masked)


def appeal(teaching: Teaching, masked: bool) -> Answer:
    """A team's appeal."""
    about = "Table, question and reason, for example: 3 1 two answers are right"
    return noted(teaching, "appeal", "An appeal", about, masked)


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
        return line_for(teaching, "A question", "Its id, as on the paper guide.", "ask", masked)
    first = state.now.items if state.now else ()
    order = [*first, *(name for name in head.questions if name not in first)]
    rows = [MenuRow(name, head.questions[name].title, name) for name in order]
    return Asked(ListDialog("Show a question", rows), lambda name: teaching.say(f"ask {name}"))


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
    "harm": harm,
    "why": why,
    "agree": agree,
    "enter": enter,
    "leave": leave,
    "answer": answer,
}
"""The verbs that ask; `Teaching` does the others at once."""
