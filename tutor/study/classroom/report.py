"""The report of a session as data: the same tables for people, spreadsheets and programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tutor.engine.classroom import fold, tally, team_test
from tutor.engine.classroom.seats import call_sign
from tutor.engine.classroom.watch import elapsed
from tutor.engine.debrief import quality_percent
from tutor.model.classroom.happenings import ClassEvent
from tutor.model.classroom.plan import PinnedQuestion, Privacy, SessionHead
from tutor.model.classroom.state import ClassState, Overlay, Vote
from tutor.study.classroom.scenes import as_run, split_of
from tutor.study.classroom.statistics import PooledItem, content_hash
from tutor.study.classroom.wall import label_of
from tutor.study.material import Material

Cell = str | int | float | None
WITHHELD = "too few answers to show"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report. Every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """What a session comes to. `facts`: what it was, as label and value. Empty tables are left
    out. The same journal gives the same report."""

    session: str
    title: str
    begun: datetime
    facts: tuple[tuple[str, Cell], ...]
    tables: tuple[Table, ...]


def class_report(
    name: str,
    events: Sequence[ClassEvent],
    material: Material,
    pool: Mapping[tuple[str, str], PooledItem],
    names: Mapping[int, str] | None = None,
) -> ClassReport:
    """Fold the journal and put the result into tables. The journal has its opening.

    `names`: of a roster, by seat.
    """
    state = fold(events)
    head, last = state.head, events[-1].at
    assert head is not None, "a session without its opening has no report"
    facts: tuple[tuple[str, Cell], ...] = (
        ("Module", head.module),
        ("Course version", head.course_version),
        ("Begun (UTC)", f"{events[0].at:%Y-%m-%d %H:%M}"),
        ("Last entry (UTC)", f"{last:%Y-%m-%d %H:%M}"),
        ("State", "ended" if state.overlay is Overlay.ENDED else "not ended"),
        ("Rehearsal", "yes, with simulated people" if head.rehearsal else "no"),
        ("Present", state.present),
        ("Kept about people", head.privacy.value),
    )
    tables = (
        _steps(state, head, events),
        _questions(state, head),
        _votes(state, head),
        _tables(state, head),
        _signed(state, head),
        _attendance(state, head, names or {}),
        _decisions(state, material),
        _tests(state, head),
        _appeals(state, head),
        _expectations(state, head),
        _harms(state),
        _reasons(state, head),
        _actions(state, head),
        _said(state),
        _items(head, pool),
    )
    return ClassReport(
        name, head.title, events[0].at, facts, tuple(one for one in tables if one.rows)
    )


def _steps(state: ClassState, head: SessionHead, events: Sequence[ClassEvent]) -> Table:
    end = events[-1].at
    rows = tuple(
        (place + 1, step.kind.value, step.title, step.minutes, _minutes(state, place, end))
        for place, step in enumerate(head.agenda)
    )
    columns = ("Step", "Kind", "Title", "Minutes planned", "Minutes taken")
    return Table("Agenda", columns, rows)


def _minutes(state: ClassState, place: int, end: datetime) -> Cell:
    watch = state.spent.get(place)
    return round(elapsed(watch, end) / 60, 1) if watch else None


def _questions(state: ClassState, head: SessionHead) -> Table:
    rows = []
    for item, question in head.questions.items():
        vote = state.votes.get(item)
        if vote is None:
            continue
        gain = tally.rounds_gain(vote)
        for number in range(1, len(vote.rounds) + 1):
            one = tally.tally(vote, number, state.present)
            if not one.people:
                continue
            hidden = not tally.may_show(vote, one.people)
            share = None if hidden else tally.share_right(vote, number)
            last = number == len(vote.rounds)
            rows.append((
                item, question.title, number, one.people,
                WITHHELD if hidden else one.sentence,
                _rounded(share), _rounded(gain) if last else None,
                "more votes than people" if one.too_many else "",
            ))  # fmt: skip
    columns = ("Item", "Question", "Round", "Voted", "How", "Share right", "Gain", "Remark")
    return Table("Questions", columns, tuple(rows))


def _votes(state: ClassState, head: SessionHead) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for item, question in head.questions.items():
        vote = state.votes.get(item)
        if vote is not None:
            rows.extend(_counts(item, question, vote))
    return Table(
        "Votes", ("Item", "Round", "Answer", "Author's key", "Right", "Votes"), tuple(rows)
    )


def _counts(item: str, question: PinnedQuestion, vote: Vote) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for number in range(1, len(vote.rounds) + 1):
        one = tally.tally(vote, number, 0)
        if not one.people or not tally.may_show(vote, one.people):
            continue
        for option, count in one.counts.items():
            right = "right" if option in vote.right else ""
            rows.append((item, number, label_of(option, vote, question), option, right, count))
    return rows


def _tables(state: ClassState, head: SessionHead) -> Table:
    """What tables answered, by table: a syndicate speaks for itself in front of all."""
    rows: list[tuple[Cell, ...]] = []
    for item, question in head.questions.items():
        vote = state.votes.get(item)
        for number, one in enumerate(vote.rounds if vote else (), start=1):
            for name, said in one.tables.items():
                assert vote is not None
                labels = " ".join(label_of(option, vote, question) for option in said.chosen)
                rows.append((item, number, name, said.people, labels or said.text))
    return Table("Tables", ("Item", "Round", "Table", "People", "Answer"), tuple(rows))


def _signed(state: ClassState, head: SessionHead) -> Table:
    """Answers under call-signs; of private questions there are none."""
    rows = tuple(
        (item, number, call_sign(seat), " ".join(label_of(o, vote, question) for o in chosen))
        for item, question in head.questions.items()
        if (vote := state.votes.get(item)) is not None
        for number, one in enumerate(vote.rounds, start=1)
        for seat, chosen in sorted(one.signed.items())
    )
    return Table("Answers by call-sign", ("Item", "Round", "Call-sign", "Answer"), rows)


def _attendance(state: ClassState, head: SessionHead, names: Mapping[int, str]) -> Table:
    """The roster; names that were erased stay away."""
    rows = tuple(
        (seat, names.get(seat, "erased"), f"{one.entered:%H:%M}",
         f"{one.left:%H:%M}" if one.left else "")
        for seat, one in sorted(state.seats.items())
        if head.privacy is Privacy.ROSTER
    )  # fmt: skip
    return Table("Attendance", ("Seat", "Name", "Came (UTC)", "Left (UTC)"), rows)


def _decisions(state: ClassState, material: Material) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, run in state.runs.items():
        scenario = material.module.scenarios.get(name)
        percent = None
        if scenario is not None:
            percent = round(quality_percent(as_run(run, scenario, material)), 1)
        for place, taken in enumerate(run.decisions):
            one = taken.decision
            node = scenario.nodes.get(one.node) if scenario else None
            chosen = node.answers.get(one.choice) if node else None
            rows.append((
                name, place + 1, one.node, chosen.text if chosen else one.choice,
                split_of(run, place), one.quality, one.best, "harm" if one.harm else "",
                percent if place + 1 == len(run.decisions) else None,
            ))  # fmt: skip
    columns = (
        "Scenario", "Decision", "Situation", "Chosen", "How", "Quality", "Best", "Remark",
        "Decision score, per cent",
    )  # fmt: skip
    return Table("Decisions", columns, tuple(rows))


def _tests(state: ClassState, head: SessionHead) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for place, test in state.tests.items():
        items = head.agenda[place].items
        scores = team_test.team_scores(test, head.questions)
        for table, points in sorted(scores.items()):
            rows.append((place + 1, f"table {table}", points, 4 * len(items)))
        right = [
            sum(option in head.questions[item].right for item, option in sheet.items())
            for sheet in test.sheets
        ]
        if right:
            mean = round(sum(right) / len(right), 2)
            rows.append((place + 1, f"{len(right)} single sheets, mean", mean, len(items)))
    return Table("Team tests", ("Step", "Who", "Points", "Possible"), tuple(rows))


def _appeals(state: ClassState, head: SessionHead) -> Table:
    rows = tuple(
        (place + 1, one.table, one.item, head.questions[one.item].title, one.said.text)
        for place, test in state.tests.items()
        for one in test.appeals
    )
    return Table("Appeals", ("Step", "Table", "Item", "Question", "Reason"), rows)


def _expectations(state: ClassState, head: SessionHead) -> Table:
    """Objective by objective: what was looked for, and what was seen."""
    exercise, rows = head.exercise, []
    for record in state.exercises.values() if exercise else ():
        assert exercise is not None
        for inject in exercise.injects.values():
            out = record.released.get(inject.id)
            for place, one in enumerate(inject.expected):
                rated = record.rated.get(inject.id, {}).get(place)
                rows.append((
                    exercise.objectives.get(one.objective or "", one.objective or ""),
                    inject.id, None if out is None else round(out / 60, 1), one.text,
                    rated.rating.value if rated else "not rated", rated.note if rated else "",
                ))  # fmt: skip
    columns = ("Objective", "Inject", "Released at minute", "Expected", "Seen", "Note")
    return Table("Exercise", columns, tuple(sorted(rows, key=lambda row: str(row[0]))))


def _harms(state: ClassState) -> Table:
    """What was decided, would have harmed somebody and was stopped."""
    rows = tuple(
        (one.inject, round(one.seconds / 60, 1), one.text)
        for record in state.exercises.values()
        for one in record.harms
    )
    return Table("Harm that was stopped", ("Inject", "At minute", "What was decided"), rows)


def _reasons(state: ClassState, head: SessionHead) -> Table:
    rows = tuple((_aim(head, one.objective), one.said.text) for one in state.reasons)
    return Table("Why", ("Objective", "Reason"), rows)


def _actions(state: ClassState, head: SessionHead) -> Table:
    rows = tuple((_aim(head, a.objective), a.text, a.owner, a.due) for a in state.actions)
    return Table("Next", ("Objective", "Action", "Owner", "Date"), rows)


def _aim(head: SessionHead, objective: str) -> str:
    aims = head.exercise.objectives if head.exercise else {}
    return aims.get(objective, objective) or "the whole"


def _said(state: ClassState) -> Table:
    """Log, parked questions and the points of the hot wash, in the order of their moments."""
    lines = [
        *((one.at, "log", one.text) for one in state.log),
        *((one.at, "parked question", one.text) for one in state.parked),
        *((p.said.at, f"hot wash, {p.round.value}", p.said.text) for p in state.points),
    ]
    ordered = sorted(lines, key=lambda line: line[0])
    rows = tuple((f"{at:%H:%M:%S}", kind, text) for at, kind, text in ordered)
    return Table("Said", ("Time (UTC)", "Kind", "Text"), rows)


def _items(head: SessionHead, pool: Mapping[tuple[str, str], PooledItem]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for item, question in head.questions.items():
        one = pool.get((f"{head.module}/{item}", content_hash(question)))
        if one is None:
            continue
        found, shift = one.found, one.found.shift
        counts = ", ".join(f"{option} {count}" for option, count in found.counts.items())
        rows.append((
            item, question.title, one.sessions, found.n, counts, _rounded(found.facility),
            _rounded(found.discrimination), found.method,
            _rounded(shift.before) if shift else None, _rounded(shift.after) if shift else None,
            "; ".join(found.flags),
        ))  # fmt: skip
    columns = (
        "Item", "Question", "Sessions", "Answers", "Counts by author's key", "Facility p",
        "Discrimination", "Measured by", "Right before", "Right after", "Flags",
    )  # fmt: skip
    return Table("Item statistics, all sessions", columns, tuple(rows))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
