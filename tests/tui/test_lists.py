"""Notes, bookmarks, reports, glossary and sources as lists; the palette."""

from pathlib import Path

import pytest

from tests.tui.driver import Seen, program
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.marks import Problem
from tutor.study.desk import Desk, Part
from tutor.study.frames import QuestionFrame
from tutor.study.moves import Next
from tutor.study.subjects import bookmarkable, notable, reportable
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.module import ModuleScreen
from tutor.tui.screens.study import StudyScreen

REF = "bridge/crossing"
SIZES = pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])


def marked(home: Path) -> Desk:
    """A learner with a note and a bookmark on a page, a bookmark in a scenario, and a report."""
    desk = open_test_desk(home, BRIDGE)
    if desk.notebook.frame().notes:
        return desk
    page = desk.open(Part(REF, "lesson", "approach")).frame
    scenario = desk.open(Part(REF, "scenario", "toll"))
    scenario.do(Next())
    about_page, about_run = notable(REF, page), bookmarkable(REF, scenario.frame)
    node = reportable(REF, scenario.frame)
    assert about_page
    assert about_run
    assert node
    desk.notebook.write(about_page, "Ask the [b]LEGAD[/b]")
    desk.notebook.bookmark(about_page)
    desk.notebook.bookmark(about_run)
    desk.notebook.report(node, Problem.TYPO, "a word is missing")
    return desk


def desk_of(seen: Seen) -> Desk:
    assert isinstance(seen.app.desk, Desk)
    return seen.app.desk


@SIZES
async def test_the_list_of_notes_leads_there_and_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with program(lambda: marked(tmp_path), size=size) as seen:
        await seen.press("l")
        seen.sees("Ask the [b]LEGAD[/b]", "The near side", "1 note, 2 bookmarks.", "e Change")
        await seen.press("enter")
        seen.sees("Crossing › The approach")
        await seen.press("escape")
        seen.sees("Ask the [b]LEGAD[/b]")


async def test_a_note_is_changed_and_taken_away_in_the_list(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path)) as seen:
        await seen.press("l", "e", "exclamation_mark", "ctrl+s")
        seen.sees("Ask the [b]LEGAD[/b]!")
        await seen.press("d")
        seen.sees("0 notes, 2 bookmarks.")
        await seen.press("d", "d")
        seen.sees("Nothing is noted or bookmarked yet.")
        assert desk_of(seen).notebook.frame().bookmarks == ()
        await seen.press("d", "e", "enter")
        assert seen.app.is_running


async def test_the_filter_takes_letters_as_text(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path)) as seen:
        await seen.press("l", "slash", *"legad")
        seen.sees("1 note, 0 bookmarks.")
        await seen.press("d", "e")
        seen.sees("legadde", "0 notes, 0 bookmarks.")
        assert len(desk_of(seen).notebook.frame().notes) == 1


async def test_a_bookmark_of_a_scenario_opens_it(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path), REF) as seen:
        seen.app.push_screen(StudyScreen(REF, "scenario", "toll"))
        await seen.settle()
        await seen.press("l", "down", "enter")
        assert isinstance(seen.app.screen, StudyScreen)
        kinds = [type(screen) for screen in seen.app.screen_stack[1:]]
        assert kinds == [HomeScreen, ModuleScreen, StudyScreen], "nothing is open twice"


@SIZES
async def test_reports_glossary_and_sources_from_the_palette(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with program(lambda: marked(tmp_path), size=size) as seen:
        for words, shown in (
            ("reports", "1 report."),
            ("glossary", "in all."),
            ("sources", "in all."),
        ):
            await seen.press("ctrl+p", *words, "enter")
            seen.sees(shown)
            await seen.press("f1")
            seen.sees("Everywhere")
            await seen.press("escape", "escape")
            assert isinstance(seen.app.screen, HomeScreen)


async def test_the_palette_does_what_the_screen_below_offers(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path), REF) as seen:
        screen = StudyScreen(REF, "practice", "")
        seen.app.push_screen(screen)
        await seen.settle()
        frame = screen._frame
        assert isinstance(frame, QuestionFrame)
        await seen.press("ctrl+p")
        seen.sees_not("Page up")
        await seen.press(*"bookmark", "down", "up")
        seen.sees("Here", "Key s")
        await seen.press("enter")
        assert seen.app.screen is screen
        assert len(desk_of(seen).notebook.frame().bookmarks) == 3


async def test_the_palette_jumps_to_a_module_a_page_and_a_theme(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path)) as seen:
        await seen.press("ctrl+p", *"crossing", "enter")
        assert isinstance(seen.app.screen, ModuleScreen)
        await seen.press("ctrl+p", *"near side", "enter")
        seen.sees("Crossing › The approach")
        await seen.press("ctrl+p", *"contrast", "enter")
        assert seen.app.theme == "tutor-contrast"
        assert desk_of(seen).settings.theme == "tutor-contrast"


async def test_the_palette_is_left_without_doing_anything(tmp_path: Path) -> None:
    async with program(lambda: marked(tmp_path)) as seen:
        await seen.press("ctrl+p", "ctrl+p", *"zzzz")
        seen.sees("Nothing has all these words.")
        await seen.press("enter", "escape")
        assert isinstance(seen.app.screen, HomeScreen)
