"""Each part of the wall as blocks of lines. One function per part, one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tutor.study.frames import IndicatorRow, PickBody, ScaleBody
from tutor.study.frames.bodies import typed
from tutor.study.frames.classroom import (
    AskPart,
    Bars,
    BriefingPart,
    DecidedPart,
    ExercisePart,
    LobbyPart,
    MessagePart,
    NoticePart,
    RevealPart,
    ReviewPart,
    ScenePart,
    SlidePart,
    TestPart,
    WallFrame,
)
from tutor.tui.widgets.classroom.blocks import (
    Block,
    Sheet,
    hanging,
    joined,
    markdown,
    sheets,
    words,
)
from tutor.tui.widgets.classroom.options import Row, how, lettered, rows_of, voted
from tutor.tui.widgets.classroom.review import review_blocks
from tutor.tui.widgets.glyphs import UNICODE, Glyphs
from tutor.tui.widgets.reader.document import Face, Span
from tutor.tui.widgets.reader.layout import Line

TEXT_CELLS, TEXT_LINES = 76, 16
"""The text on a wall of 80 by 24, which is the smallest; a larger one only has more air, so that
a page is the same page on every wall."""

Blocks = Iterator[Block]


def pages_of(frame: WallFrame, glyphs: Glyphs = UNICODE) -> tuple[Sheet, ...]:
    """What the wall shows, page by page."""
    return sheets(tuple(blocks_of(frame, TEXT_CELLS, glyphs)), TEXT_LINES)


def blocks_of(frame: WallFrame, width: int, glyphs: Glyphs = UNICODE) -> Blocks:
    """The same for any width."""
    return PARTS[type(frame.part)](frame.part, frame, width, glyphs)


def _lobby(part: LobbyPart, _frame: WallFrame, width: int, _glyphs: Glyphs) -> Blocks:
    yield words(part.title, width, Face.TITLE)
    if part.content_note:
        yield words(part.content_note, width, Face.STRONG)
    yield joined((hanging("- ", one, width) for one in part.objectives), gap=0)


def _slide(part: SlidePart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    if part.discuss:
        yield from _prompt(part.discuss, width)
        return
    yield from markdown(f"# {' '.join(part.title.split())}\n\n{part.text}", width, glyphs)
    cards = enumerate(part.sources.values(), start=1)
    said = [f"[{n}] {card.issuer}: {card.title}, {card.date}" for n, card in cards]
    if said:
        yield joined((words(one, width, Face.LABEL) for one in said), gap=0)


def _prompt(text: str, width: int) -> Blocks:
    """The prompt of a discussion has the wall to itself."""
    yield words("Discuss", width, Face.HEADING)
    yield words(text, width, Face.STRONG)


def _ask(part: AskPart, frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    rows = rows_of(part.body)
    if frame.bars is not None and rows:
        yield from _with_bars(part, rows, frame.bars, width, glyphs)
        return
    if part.private:
        yield words("Nobody is asked for an answer to this question.", width, Face.LABEL)
    yield from _situation(part, width, glyphs)
    yield from _question(part, width, glyphs)
    yield from lettered(rows, width)


def _situation(part: AskPart, width: int, glyphs: Glyphs) -> Blocks:
    yield from markdown(part.vignette, width, glyphs)
    for passage in part.passages:
        said = words(passage.text, width) if passage.plain else None
        first, *rest = (said,) if said else tuple(markdown(passage.text, width, glyphs)) or ((),)
        yield (*words(passage.label, width, Face.HEADING), *first)
        yield from rest


def _question(part: AskPart, width: int, glyphs: Glyphs) -> Blocks:
    *before, last = tuple(markdown(part.prompt, width, glyphs)) or ((),)
    yield from before
    if isinstance(part.body, PickBody) and part.body.title:
        last = (*last, Line(), *words(part.body.title, width, Face.HEADING))
    doing = "Write down your answer." if typed(part.body) else how(part.body)
    yield (*last, *words(doing, width, Face.LABEL)) if doing else last


def _with_bars(
    part: AskPart, rows: tuple[Row, ...], bars: Bars, width: int, glyphs: Glyphs
) -> Blocks:
    """The question and the votes on one page; if need be the texts are shortened."""
    asked = tuple(markdown(part.prompt, width, glyphs))
    drawn = (
        voted(rows, bars, width, glyphs),
        voted(rows, bars, width, glyphs, gap=0),
        voted(rows, bars, width, glyphs, cut=True, gap=0),
    )
    fitting = (one for one in drawn if len(sheets((*asked, one), TEXT_LINES)) == 1)
    found = next(fitting, None)
    if found is not None:
        yield from asked
    yield found or drawn[-1]


def _reveal(part: RevealPart, frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    """The answers with what is right, then why."""
    marks = {row.label: row.mark for row in part.rows}
    named = dict.fromkeys(part.answer, "right")
    said = marks if isinstance(part.asked.body, ScaleBody) else named
    rows = tuple(replace(row, mark=said.get(row.label, "")) for row in rows_of(part.asked.body))
    if frame.bars is not None:
        yield from _with_bars(part.asked, rows, frame.bars, width, glyphs)
    else:
        yield from markdown(part.asked.prompt, width, glyphs)
        yield from lettered(rows, width)
    if part.gain:
        yield words(part.gain, width, Face.LABEL)
    yield from _explained(part, width, glyphs)


def _explained(part: RevealPart, width: int, glyphs: Glyphs) -> Blocks:
    yield from markdown(part.why, width, glyphs)
    for row in part.rows:
        mark = f"  ({row.mark})" if row.mark else ""
        head = hanging(f"{row.label}  ", f"{row.text}{mark}", width, Face.STRONG)
        right = words(f"Right: {row.right}", width) if row.right else ()
        first, *rest = tuple(markdown(row.why, width, glyphs)) or ((),)
        if row.why or right:
            yield (*head, *right, *first)
            yield from rest
    for passage in part.model:
        yield words(passage.label, width, Face.HEADING)
        yield from markdown(passage.text, width, glyphs)


def _briefing(part: BriefingPart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    yield words(part.title, width, Face.TITLE)
    yield from markdown(part.role, width, glyphs)
    yield from markdown(part.briefing, width, glyphs)
    if part.intent:
        first, *rest = tuple(markdown(part.intent, width, glyphs)) or ((),)
        yield (*words("Commander's intent", width, Face.HEADING), *first)
        yield from rest
    yield from _indicators(part.indicators, width, glyphs)


def _scene(part: ScenePart, frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    if part.discuss:
        yield from _prompt(part.discuss, width)
        yield from _choices(part, frame, width, glyphs)
        return
    head = [*words(f"Exercise time {part.clock}", width, Face.LABEL)]
    for fact in part.learned:
        head += hanging("New: ", fact, width, Face.STRONG)
    if part.inject:
        card = part.inject
        said = ", ".join(one for one in (card.sender, card.dtg, card.channel) if one)
        head += words(f"MESSAGE from {said}", width, Face.HEADING)
    first, *rest = tuple(markdown(part.text, width, glyphs)) or ((),)
    yield (*head, Line(), *first)
    yield from rest
    if not part.options:
        yield words("The scenario ends here.", width, Face.HEADING)
    yield from _choices(part, frame, width, glyphs)


def _choices(part: ScenePart, frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    rows = rows_of(PickBody(part.options, many=False))
    if frame.bars is not None and rows:
        yield voted(rows, frame.bars, width, glyphs, gap=0)
    elif rows:
        first, *rest = tuple(lettered(rows, width))
        yield (*words("Your decision", width, Face.HEADING), *first)
        yield from rest


def _decided(part: DecidedPart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    yield words(f"Decision {part.decision}", width, Face.HEADING)
    yield hanging(f"{part.label}  ", part.chosen, width, Face.STRONG)
    if any(votes for _, votes in part.split):
        said = ", ".join(f"{label} {votes}" for label, votes in part.split)
        yield words(f"Votes: {said}", width)
    if part.tie:
        yield words("The votes were tied; the instructor decided.", width, Face.LABEL)
    for fact in part.learned:
        yield hanging("New: ", fact, width, Face.STRONG)
    yield from _indicators(part.indicators, width, glyphs)


def _test(part: TestPart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    yield words(part.title, width, Face.TITLE)
    if part.scores:
        most = max(points for _, points in part.scores) or 1
        cells = max(min(40, width - 24), 4)
        for table, points in part.scores:
            bar = Span(glyphs.block * round(cells * points / most), Face.HEADING)
            name = Span(f"Table {' '.join(table.split())[:12]:<6}", Face.STRONG)
            yield (Line((name, Span("  "), bar, Span(f"  {points}", Face.STRONG))),)
        return
    for text in STAGES[part.stage]:
        yield words(text.format(count=part.questions), width, Face.STRONG)


STAGES = {
    "": (
        "{count} questions, twice: first each person alone, then the same test as a team.",
        "Alone, write down one letter for each question. As a team, scratch until you find it.",
        "4 points at the first field, then 2, then 1.",
    ),
    "individual": (
        "Alone and in silence: one letter for each of the {count} questions.",
        "Hand in your sheet without your name.",
    ),
    "team": (
        "As a team: agree on an answer, then scratch one field.",
        "If it is not the one, talk again. First field 4 points, second 2, third 1.",
    ),
    "done": ("The test is done. Appeals are noted now.",),
}
"""What the room does in each stage of a team test."""


def _exercise(part: ExercisePart, _frame: WallFrame, width: int, glyphs: Glyphs) -> Blocks:
    """The newest message first: it is what the room works on."""
    *earlier, newest = part.messages or (None,)
    if newest is not None:
        yield from _message(newest, width, glyphs)
    else:
        yield words(part.title, width, Face.TITLE)
        yield from markdown(part.situation, width, glyphs)
    if part.roles and not part.running:
        yield hanging("Roles: ", ", ".join(part.roles), width)
    for message in reversed(earlier):
        yield from _message(message, width, glyphs)


def _message(message: MessagePart, width: int, glyphs: Glyphs) -> Blocks:
    stamp = f"T+{message.minute // 60:02}:{message.minute % 60:02}"
    sent = (f"from {message.sender}" * bool(message.sender), f"to {message.to}" * bool(message.to))
    said = f"{stamp} " + ", ".join(one for one in (*sent, message.channel) if one)
    text = message.text or "On a card."
    first, *rest = tuple(markdown(text, width, glyphs)) or ((),)
    yield (*words(said, width, Face.HEADING), *first)
    yield from rest


def _notice(part: NoticePart, _frame: WallFrame, width: int, _glyphs: Glyphs) -> Blocks:
    if part.title:
        yield words(part.title, width, Face.TITLE)
    if part.text:
        yield words(part.text, width, Face.STRONG)


def _indicators(rows: tuple[IndicatorRow, ...], width: int, glyphs: Glyphs) -> Blocks:
    """What moved, in words, with a bar; judges nothing."""
    lines: list[Line] = []
    label_cells = min(max((len(row.label) for row in rows), default=0), width // 2)
    for row in rows:
        span = max(row.max - row.min, 1)
        full = round(10 * (min(max(row.value, row.min), row.max) - row.min) / span)
        moved = row.before not in (None, row.value)
        value = f"{row.before} {glyphs.arrow} {row.value}" if moved else str(row.value)
        bar = Span(glyphs.full * full, Face.HEADING), Span(glyphs.empty * (10 - full), Face.RULE)
        label = " ".join(row.label.split())[:label_cells].ljust(label_cells)
        face = Face.STRONG if moved else Face.PLAIN
        lines.append(Line((Span(f"{label}  {value:<8}", face), *bar)))
    if lines:
        yield tuple(lines)


PARTS: dict[type, Callable[[Any, WallFrame, int, Glyphs], Blocks]] = {
    LobbyPart: _lobby,
    SlidePart: _slide,
    AskPart: _ask,
    RevealPart: _reveal,
    BriefingPart: _briefing,
    ScenePart: _scene,
    DecidedPart: _decided,
    TestPart: _test,
    ExercisePart: _exercise,
    NoticePart: _notice,
    ReviewPart: review_blocks,
}
"""A test holds the keys against `Part`."""
