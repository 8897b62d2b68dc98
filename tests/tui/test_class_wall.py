"""The wall: pages that fit, nothing said too early, hostile texts, the standing text."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.kinds import KINDS_COURSE
from tests.kinds import REF as KINDS
from tests.study.classroom.rooms import class_desk, notes, unkeyed
from tests.tui.driver import Size
from tutor.model.classroom.state import Overlay, Phase, Timer, Watch
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.rehearse import rehearse
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.wall import wall
from tutor.study.frames.classroom import (
    MessagePart,
    NoticePart,
    Part,
    RevealPart,
    ReviewPart,
    SlidePart,
    WallFrame,
)
from tutor.tui.wall_app import WallApp
from tutor.tui.widgets.classroom.blocks import Block, markdown, sheets, starts
from tutor.tui.widgets.classroom.parts import PARTS, TEXT_CELLS, TEXT_LINES, pages_of
from tutor.tui.widgets.glyphs import ASCII, UNICODE
from tutor.tui.widgets.reader.document import Span
from tutor.tui.widgets.reader.layout import Line
from tutor.tui.widgets.reader.wrap import width_of

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOSTILE = "[/][b @click=app.quit]run[/] [link=file:///x]l[/link] $title \x1b]0;x\x07 \u202eabc"


def written(frame: WallFrame) -> str:
    """All pages of a frame as text."""
    return "\n".join(line.plain for page in pages_of(frame) for line in page)


def test_every_part_has_its_lines() -> None:
    assert set(PARTS) == set(get_args(Part))


@pytest.mark.parametrize(("courses", "ref"), [(KINDS_COURSE, KINDS)])
def test_every_page_of_a_session_fits_and_says_nothing_too_early(
    courses: Path, ref: str, tmp_path: Path
) -> None:
    session = class_desk(tmp_path, courses).open_class(ref, wanted=Selection(test=2))
    other = replace(session.material, module=unkeyed(session.material.module))
    secret = {text for text in notes(session.material.module) if text}
    for _ in rehearse(session, 23, Random(3)):
        frame = session.wall()
        for page in (*pages_of(frame), *pages_of(frame, ASCII)):
            assert len(page) <= TEXT_LINES
            assert all(width_of(line.prefix) <= TEXT_CELLS for line in page)
        assert not [text for text in secret if text in written(frame)]
        if not isinstance(frame.part, RevealPart | ReviewPart):
            unknowing = wall(session.state, other, frame.revision, session.analysis)
            assert pages_of(frame) == pages_of(unknowing)
    session.close()


def test_a_block_is_not_torn_unless_it_is_longer_than_a_page() -> None:
    def block(mark: str, lines: int) -> Block:
        return tuple(Line((Span(f"{mark}{n}"),)) for n in range(lines))

    blocks = (block("a", 3), block("b", 4), block("c", 10))
    pages = sheets(blocks, 6)
    assert [len(page) for page in pages] == [3, 4, 6, 4]
    assert [line.plain for page in pages for line in page] == [
        line.plain for one in blocks for line in one
    ]
    assert starts(blocks, 6) == (0, 1, 2, 2)
    assert sheets((), 6) == ((),)


def test_both_rounds_stand_side_by_side_with_letter_pattern_and_number(tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class("bridge/crossing")
    shown = ""
    for said in rehearse(session, 20, Random(2)):
        frame = session.wall()
        if frame.bars is not None and len(frame.bars.rounds) == 2:
            shown = written(frame)
            break
        assert "Refused" not in said
    session.close()
    assert "░░ round 1: 20 voted   ██ round 2: 20 voted" in shown
    assert "A  " in shown
    assert "%" in shown


class Wall:
    """The wall as the room sees it."""

    def __init__(self, app: WallApp, frames: "asyncio.Queue[WallFrame | None]") -> None:
        self.app = app
        self._frames = frames

    async def shows(self, frame: WallFrame | None) -> None:
        """A frame comes."""
        await self._frames.put(frame)
        for _ in range(6):
            await asyncio.sleep(0.01)

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips)


@asynccontextmanager
async def on_the_wall(
    size: Size = (80, 24), clock: Callable[[], datetime] = lambda: NOON
) -> AsyncIterator[Wall]:
    queue: asyncio.Queue[WallFrame | None] = asyncio.Queue()

    async def frames() -> AsyncIterator[WallFrame | None]:
        while True:
            yield await queue.get()

    app = WallApp(frames, clock=clock)
    async with app.run_test(size=size):
        yield Wall(app, queue)


@pytest.fixture
def session(tmp_path: Path) -> ClassSession:
    made = class_desk(tmp_path).open_class("bridge/crossing")
    made.close()
    return made


async def test_a_calm_text_stands_there_while_no_cockpit_runs(session: ClassSession) -> None:
    async with on_the_wall() as seen:
        await seen.shows(None)
        assert "The class begins in a moment" in seen.text
        await seen.shows(session.wall())
        assert "Explain who crosses the bridge." in seen.text
        await seen.shows(None)
        assert "follows the instructor by itself" in seen.text


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
async def test_the_canvas_stands_in_the_middle(size: Size, session: ClassSession) -> None:
    async with on_the_wall(size) as seen:
        await seen.shows(replace(session.wall(), title="Lobby"))
        lines = seen.text.splitlines()
        begin = next(line for line in lines if "Explain who crosses" in line)
        left = len(begin) - len(begin.lstrip())
        assert left == (size[0] - TEXT_CELLS) // 2
        assert ("Enlarge the letters" in seen.text) is (size[0] > 110)


async def test_a_window_that_is_too_small_says_so(session: ClassSession) -> None:
    async with on_the_wall((70, 20)) as seen:
        await seen.shows(session.wall())
        assert "80 columns and 24 lines" in seen.text


async def test_a_break_says_when_it_is_over_and_blank_is_blank(session: ClassSession) -> None:
    timer = Timer(seconds=600, watch=Watch(since=NOON))
    frame = replace(
        session.wall(),
        overlay=Overlay.BREAK,
        part=NoticePart("Break"),
        timer=timer,
        banner="SECRET",
    )
    async with on_the_wall() as seen:
        await seen.shows(frame)
        assert "is when we go on" in seen.text
        assert "Break" in seen.text
        assert "SECRET" in seen.text
        await seen.shows(replace(frame, overlay=None, part=NoticePart("")))
        assert not seen.text.strip()


async def test_the_countdown_goes_on_by_itself_and_ends(session: ClassSession) -> None:
    moments = [NOON]
    timer = Timer(seconds=90, watch=Watch(since=NOON))
    async with on_the_wall(clock=lambda: moments[-1]) as seen:
        await seen.shows(replace(session.wall(), timer=timer, phase=Phase.DISCUSS))
        big = seen.app.screen.query_one(".wall-clock")
        assert big.value == "1:30"  # type: ignore[attr-defined]
        moments.append(NOON + timedelta(seconds=60))
        seen.app.screen.tick()  # type: ignore[attr-defined]
        assert big.value == "0:30"  # type: ignore[attr-defined]
        moments.append(NOON + timedelta(hours=1))
        await seen.shows(replace(session.wall(), timer=timer))
        assert big.value == "0:00"  # type: ignore[attr-defined]


async def test_hostile_texts_are_texts(session: ClassSession) -> None:
    hostile = replace(
        session.wall(),
        module=HOSTILE,
        title=HOSTILE,
        banner=HOSTILE,
        step=1,
        phase=Phase.OPEN,
        voted=HOSTILE,
        part=SlidePart(HOSTILE, HOSTILE, "", {}, {}),
    )
    async with on_the_wall() as seen:
        await seen.shows(hostile)
        assert "[b @click=app.quit]run[/]" in seen.text
        assert "\x1b" not in seen.text
        assert "\u202e" not in seen.text
        await seen.shows(replace(hostile, part=NoticePart(HOSTILE, HOSTILE)))
        assert seen.app.is_running


def test_the_newest_message_of_an_exercise_stands_first() -> None:
    from tutor.study.frames.classroom import ExercisePart
    from tutor.tui.widgets.classroom.parts import blocks_of

    messages = tuple(
        MessagePart(id=f"m{n}", minute=n, sender="S2", to="", channel="phone", text=f"Text {n}.")
        for n in (5, 75)
    )
    part = ExercisePart("Flood", "It rains.", ("S2",), True, messages)
    frame = replace(empty(), part=part)
    lines = [line.plain for block in blocks_of(frame, 60) for line in block]
    assert lines == ["T+01:15 from S2, phone", "Text 75.", "T+00:05 from S2, phone", "Text 5."]


def empty() -> WallFrame:
    return WallFrame(
        1,
        "Course",
        "Module",
        "",
        0,
        1,
        "Step",
        Phase.SHOWN,
        None,
        0,
        "",
        NoticePart(""),
        None,
        None,
    )


@pytest.mark.parametrize("heading", ["# Three confusions", "### Three confusions", "**Three.**"])
def test_a_heading_goes_with_what_follows_it(heading: str) -> None:
    (block, more) = markdown(f"{heading}\n\nThe first.\n\nThe second.", 76, UNICODE)
    assert [line.plain for line in block][-1] == "The first."
    assert [line.plain for line in more] == ["The second."]
