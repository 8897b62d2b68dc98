"""The columns of the cockpit as lines: notes, votes, injects; the wall in small; the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.model.classroom.plan import SessionHead
from tutor.model.classroom.state import Overlay, Phase
from tutor.study.classroom.clocks import said
from tutor.study.classroom.cockpit import BY_HAND
from tutor.study.frames.classroom import (
    AskPart,
    BriefingPart,
    CockpitFrame,
    DecidedPart,
    ExercisePart,
    InjectRow,
    LobbyPart,
    NoticePart,
    ScenePart,
    SlidePart,
    TestDesk,
    TestPart,
)
from tutor.tui.widgets.classroom.blocks import (
    Block,
    Sheet,
    hanging,
    joined,
    markdown,
    starts,
    words,
)
from tutor.tui.widgets.classroom.options import tallied
from tutor.tui.widgets.classroom.parts import TEXT_CELLS, TEXT_LINES, blocks_of
from tutor.tui.widgets.glyphs import Glyphs
from tutor.tui.widgets.reader.document import Face, Span
from tutor.tui.widgets.reader.layout import Line

Blocks = Iterator[Block]

WAYS = (
    ("h", "hands and cards: type a count for each letter"),
    ("g", "tables: one answer for each syndicate"),
)


def notes(frame: CockpitFrame, width: int, glyphs: Glyphs) -> Sheet:
    """Everything that only the instructor sees, the most pressing first."""
    return joined(_notes(frame, width, glyphs))


def small_wall(frame: CockpitFrame, width: int, glyphs: Glyphs) -> Sheet:
    """What the room sees, set anew for a small place, from the page that is shown."""
    wall = frame.wall
    large = tuple(blocks_of(wall, TEXT_CELLS, glyphs))
    small = tuple(blocks_of(wall, width, glyphs))
    begins = starts(large, TEXT_LINES) or (0,)
    first = begins[min(wall.page, len(begins) - 1)] if len(large) == len(small) else 0
    head = "On the wall"
    if len(begins) > 1:
        head += f", page {wall.page + 1} of {len(begins)}"
    return joined((words(head, width, Face.HEADING), *small[first:]))


def agenda(head: SessionHead, at: int, width: int, height: int) -> Sheet:
    """The steps around the present one."""
    lines = []
    for place, step in enumerate(head.agenda):
        here = place == at
        face = Face.STRONG if here else Face.LABEL
        mark = Span("> " if here else "  ", Face.HEADING)
        text = " ".join(step.title.split())
        room = width - 9
        cut = text if len(text) <= room else text[: room - 3].rstrip() + "..."
        lines.append(
            Line((mark, Span(f"{place + 1:>2} ", face), Span(f"{cut:<{room}}", face),
                  Span(f"{step.minutes:>3.0f}", Face.LABEL)))
        )  # fmt: skip
    top = min(max(at - height // 2, 0), max(len(lines) - height, 0))
    return tuple(lines[top : top + height])


def _notes(frame: CockpitFrame, width: int, glyphs: Glyphs) -> Blocks:
    if isinstance(frame.wall.part, LobbyPart):
        yield from _lobby(frame, frame.wall.part, width)
    if frame.tally is not None:
        yield from _votes(frame, width, glyphs)
    if frame.test is not None:
        yield from _test(frame.test, width)
    yield from _injects(frame.injects, width, glyphs)
    texts = [("Notes", frame.notes), ("To discuss", frame.discuss)]
    for title, text in reversed(texts) if frame.wall.phase is Phase.DISCUSS else texts:
        yield from _headed(title, text, width, glyphs)
    yield from _listed("Points", [f"{side}: {text}" for side, text in frame.points], width)
    yield from _listed("Parked", frame.parked, width)
    yield from _listed("Log", frame.log[-5:], width)


def _lobby(frame: CockpitFrame, part: LobbyPart, width: int) -> Blocks:
    yield words("Before you begin", width, Face.HEADING)
    present = f"{frame.present} present." if frame.present else "How many people are here?"
    yield joined(
        (
            hanging("n  ", present, width),
            *(hanging(f"{key}  ", text, width) for key, text in WAYS),
            hanging("z  ", "one mirrored display: the wall on this screen, without notes", width),
        ),
        gap=0,
    )
    yield words(
        "The room should now see title and objectives. For a projector of its own, open a second "
        "terminal there and type: tutor class project",
        width,
    )
    yield words(f"What is kept: {part.privacy}", width)
    yield words("Enlarge its letters (Ctrl and +) until the last row can read it.", width)


def _votes(frame: CockpitFrame, width: int, glyphs: Glyphs) -> Blocks:
    assert frame.tally is not None
    head = "Votes"
    if len(frame.tally.rounds) > 1:
        head += f", rounds {', '.join(str(number) for number in frame.tally.rounds)}"
    seen = frame.wall.bars.rounds if frame.wall.bars else ()
    hidden = "" if seen == frame.tally.rounds else " (the room sees them with s)"
    lines = [*words(head + hidden, width, Face.HEADING), *tallied(frame.tally, width, glyphs)]
    facts = [f"Right: {', '.join(frame.key)}."] if frame.key else []
    facts += [f"{frame.share:.0%} are right."] if frame.share is not None else []
    facts += [f"Gain {frame.gain:.2f}."] if frame.gain is not None else []
    lines += words(" ".join(facts), width, Face.STRONG) if facts else ()
    if frame.too_many:
        lines += words("More votes than people: count again, or correct n.", width, Face.HIT)
    yield tuple(lines)


def _test(test: TestDesk, width: int) -> Blocks:
    """Sheets and scratches as they come in; the key is for the instructor alone."""
    key = ", ".join(f"{number} {letters}" for number, letters in enumerate(test.key, start=1))
    doing = {
        "individual": f"h: the sheets. {test.sheets} are in. f: a question on the wall.",
        "team": "g: what a table scratched. f: a question on the wall.",
        "done": "l: an appeal.",
    }
    yield words(f"Team test: {test.stage}", width, Face.HEADING)
    yield joined((words(doing[test.stage], width), words(f"Right: {key}", width)), gap=0)
    rows = [
        f"table {table}:  {'  '.join(f'{n} {one or chr(45)}' for n, one in enumerate(tried, 1))}"
        for table, tried in test.tried
    ]
    yield from _listed("Scratched", rows, width)
    yield from _listed("Appeals", test.appeals, width)


def _injects(rows: Sequence[InjectRow], width: int, glyphs: Glyphs) -> Blocks:
    """What is due, what waits for a word, what is to be rated, what is still to come."""
    for row in rows:
        if row.when == "now" and not row.out:
            yield from _due(row, width, glyphs)
    for row in reversed([row for row in rows if row.out]):
        yield from _out(row, width, glyphs)
    coming = [row for row in rows if not row.out and row.when != "now"]
    # T+00:05 before T+00:12; then what follows another inject, then what waits for a hand.
    coming.sort(key=lambda row: (not row.when.startswith("T+"), row.when == BY_HAND, row.when))
    yield from _listed("To come", [f"{row.when}  {row.id}" for row in coming], width)


def _due(row: InjectRow, width: int, glyphs: Glyphs) -> Blocks:
    to = f"to {row.to}" if row.to else "to everybody"
    card = "" if row.on_wall else ", on a card"
    yield hanging("DUE  ", f"{row.id} {to}{card}: {row.text}", width, Face.STRONG)
    yield from _headed("Stop at once if", row.harm, width, glyphs)
    yield from _headed("Notes on it", row.notes, width, glyphs)


def _out(row: InjectRow, width: int, glyphs: Glyphs) -> Blocks:
    yield from _headed(f"Hint due for {row.id} (H)", row.hint, width, glyphs)
    yield from _headed(f"Missed after {row.id} (M)", row.missed, width, glyphs)
    if row.ask:
        yield words(f"Vote on {row.id}: f, {row.ask}; Space leads back.", width, Face.STRONG)
    lines = [hanging("[ ] ", one.text, width) for one in row.expected if not one.rating]
    done = [f"{one.text.rstrip('.')}: {one.rating}" for one in row.expected if one.rating]
    lines += [hanging("    ", text, width, Face.LABEL) for text in done]
    if lines:
        yield joined((words(f"{row.id}, expected", width, Face.HEADING), *lines), gap=0)


def _headed(title: str, text: str, width: int, glyphs: Glyphs) -> Blocks:
    if text:
        first, *rest = tuple(markdown(text, width, glyphs)) or ((),)
        yield (*words(title, width, Face.HEADING), *first)
        yield from rest


def _listed(title: str, lines: Sequence[str], width: int) -> Blocks:
    if lines:
        rows = (hanging("- ", line, width) for line in lines)
        yield joined((words(title, width, Face.HEADING), *rows), gap=0)


def clocks(frame: CockpitFrame) -> str:
    """One line: time in this step, countdown, exercise time, people, walls."""
    parts = []
    if frame.wall.step >= 0:
        parts.append(f"{said(frame.spent)} of {frame.minutes:.0f} min")
    if frame.left is not None:
        over = " over" if frame.left < 0 else ""
        parts.append(f"timer {said(abs(frame.left))}{over}")
    if frame.since:
        parts.append(f"exercise {frame.since}")
    parts.append(f"{frame.present} present" if frame.present else "nobody counted")
    return "   ".join(parts)


def standing(frame: CockpitFrame) -> str:
    """What is going on, in words."""
    wall = frame.wall
    blank = "The wall is blank. " if wall.part == NoticePart("") else ""
    if wall.overlay is not None:
        return blank + OVER[wall.overlay]
    round_ = f", round {wall.round}" if wall.round > 1 else ""
    voted = f": {wall.voted}" if wall.voted and wall.phase in VOTING else ""
    said = GOING_ON[wall.phase]
    if wall.phase is Phase.SHOWN:
        said = SHOWN.get(type(wall.part), said)
    elif isinstance(wall.part, DecidedPart | TestPart):
        said = "The class has decided" if isinstance(wall.part, DecidedPart) else "Test done"
    return f"{blank}{said}{round_ if wall.phase in VOTING else ''}{voted}"


VOTING = frozenset({Phase.OPEN, Phase.CLOSED})

OVER = {
    Overlay.PAUSED: "Paused: all clocks stand still",
    Overlay.BREAK: "Break",
    Overlay.HOT_WASH: "Hot wash",
    Overlay.ENDED: "The session has ended",
}

GOING_ON = {
    Phase.LOBBY: "People are coming in",
    Phase.SHOWN: "On the wall",
    Phase.OPEN: "Voting is open",
    Phase.CLOSED: "Voting is closed",
    Phase.DISCUSS: "The room discusses",
    Phase.REVEALED: "The answer is shown",
    Phase.DEBRIEF: "Debrief",
}

SHOWN: dict[type, str] = {
    SlidePart: "A page is on the wall",
    AskPart: "The question is on the wall",
    BriefingPart: "The briefing is on the wall",
    ScenePart: "The situation is on the wall",
    TestPart: "Team test",
    ExercisePart: "Exercise",
}
