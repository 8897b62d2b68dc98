"""`tutor preview` on the screen: an author saves, looks, plays; nothing is left behind."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.content.courses import QUESTIONS, SCENARIO, bridge, change
from tests.tui.driver import NORMAL, Seen, Size
from tests.worlds import make_world
from tutor.study.preview.desk import Preview
from tutor.study.preview.place import place_of
from tutor.tui.preview_app import PreviewApp
from tutor.tui.screens.preview import PreviewScreen

KEPT = "You see its last good version."


@asynccontextmanager
async def preview(course: Path, block: str = "", size: Size = NORMAL) -> AsyncIterator[Seen]:
    """The preview of the sample module, begun at a block."""
    where = f"{course / 'crossing'}{':' if block else ''}{block}"
    app = PreviewApp(Preview(place_of(where), make_world()))
    async with app.run_test(size=size, notifications=True) as pilot:
        seen = Seen(app, pilot)
        await seen.settle()
        yield seen


async def saved(seen: Seen) -> None:
    """What was saved has been noticed: two looks at the files."""
    screen = seen.app.screen
    assert isinstance(screen, PreviewScreen)
    for _ in range(2):
        screen._look()
        await seen.settle()


async def test_broken_the_last_good_version_stays_and_then_it_is_mended(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    async with preview(course, "q-single") as seen:
        seen.sees("Which resolution opened the agenda?", "UNSCR 1820", "no findings")
        change(course, QUESTIONS, "b.why = '''It came later", "b.wy = '''It came later")
        await saved(seen)
        seen.sees(KEPT, "UNSCR 1820", "*[E] q-single", "S101 line 12", "1 error")
        change(course, QUESTIONS, "opened the agenda?", "opened the whole agenda?")
        await saved(seen)
        seen.sees(KEPT, "opened the agenda?")
        change(course, QUESTIONS, "b.wy =", "b.why =")
        await saved(seen)
        seen.sees("opened the whole agenda?", "no findings")
        seen.sees_not(KEPT)


async def test_a_finding_leads_to_its_block_and_shows_the_line(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, 'a.to = "open"', 'a.to = "opne"')
    async with preview(course) as seen:
        seen.sees("Who crosses the bridge, and who is asked.", "1 error")
        await seen.press("j")
        seen.sees("error G301", 'a.to = "opne"', "^^^^", "Did you mean", "Crossing › gate")
        seen.sees("This situation has errors.")
        await seen.press("l")
        seen.sees("G301 line 41")
        seen.sees_not("q-short")
        await seen.press("l")
        seen.sees("q-short")
        seen.sees_not("G301 line 41")
        await seen.press("j")
        await seen.press("enter", "x", "pagedown")
        seen.sees("leads to opne (no such situation)")


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_question_is_played_and_its_key_is_shown_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    course = bridge(tmp_path)
    before = files(tmp_path)
    async with preview(course, "q-single", (160, 50)) as seen:
        await seen.press("enter", "b", "enter")
        seen.sees("Partly correct", "It came later")
        await seen.press("r")
        seen.sees("Letter chooses")
        await seen.press("x")
        seen.sees("Key: q-single", "first-is-1820", "harmful", "It is the oldest.")
        await seen.press("escape", "down")
        seen.sees("Key: q-multiple")
        await seen.press("x")
        seen.sees("Who crosses the bridge on market days?", "Traders")
    assert files(tmp_path) == before


async def test_a_situation_is_played_from_a_chosen_state(tmp_path: Path) -> None:
    async with preview(bridge(tmp_path), "gate", (100, 40)) as seen:
        seen.sees("They come at dawn.", "Open at dawn")
        await seen.press("t", "left", "left", "left", "left", "down", "space", "enter")
        seen.sees("Played from: trust 3", "The gate.")
        seen.sees_not("Open at dawn")
        await seen.press("t", "u")
        seen.sees("They come at dawn.")
        seen.sees_not("Played from")
        await seen.press("enter", "a", "enter")
        if "Open at dawn" in seen.text:
            await seen.press("enter")
        seen.sees("The scenario ends here")
        await seen.press("enter")
        seen.sees("What was to be achieved")


async def test_while_an_answer_is_typed_letters_are_text(tmp_path: Path) -> None:
    async with preview(bridge(tmp_path), "q-short", (100, 40)) as seen:
        await seen.press("enter", *"toxljtk")
        seen.sees("toxljtk")
        await seen.press("escape", "x")
        seen.sees("Key: q-short", "The toll pays for the bridge.")
        await seen.press("escape")
        assert not seen.app.is_running or seen.app._exit
