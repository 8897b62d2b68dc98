"""Notes, bookmarks and reports by keys and mouse, on a page, a question and a review."""

from pathlib import Path

import pytest

from tests.tui.driver import Seen, program
from tests.worlds import BRIDGE, open_test_desk
from tutor.model.marks import About, Problem
from tutor.study.desk import Desk
from tutor.study.frames import DebriefFrame, NotebookFrame, QuestionFrame, typed
from tutor.tui.screens.study import StudyScreen

REF = "bridge/crossing"


def desk_in(home: Path):  # type: ignore[no-untyped-def]
    return lambda: open_test_desk(home, BRIDGE)


def notebook(seen: Seen) -> NotebookFrame:
    assert isinstance(seen.app.desk, Desk)
    return seen.app.desk.notebook.frame()


async def study(seen: Seen, part: str, ref: str = "") -> StudyScreen:
    screen = StudyScreen(REF, part, ref)
    seen.app.push_screen(screen)
    await seen.settle()
    return screen


async def to_review(seen: Seen, screen: StudyScreen) -> None:
    for _ in range(60):
        if isinstance(screen._frame, DebriefFrame):
            return
        await seen.press(*(("a", "enter") if getattr(screen._frame, "options", ()) else ("enter",)))
    raise AssertionError(seen.text)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_a_note_on_a_page_is_written_changed_and_deleted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with program(desk_in(tmp_path), REF, size) as seen:
        await study(seen, "lesson", "approach")
        await seen.press("w", "A", "s", "k")
        seen.sees("Note", "Save  (^S)")
        await seen.press("ctrl+s")
        seen.sees("1 note.")
        assert [row.text for row in notebook(seen).notes] == ["Ask"]
        await seen.press("w")
        seen.sees("Your notes here", "Write a note")
        await seen.press("enter", "exclamation_mark", "ctrl+s")
        assert [row.text for row in notebook(seen).notes] == ["Ask!"]
        await seen.press("w", "enter", "tab", "tab", "enter")
        assert notebook(seen).notes == ()
        seen.sees_not("1 note.")


async def test_a_note_that_is_not_saved_is_not_lost_by_one_key(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await study(seen, "lesson", "approach")
        await seen.press("w", "A", "escape")
        seen.sees("Save  (^S)", "Not handed in yet")
        await seen.press("escape")
        seen.sees_not("Save  (^S)")
        assert notebook(seen).notes == ()


async def test_a_bookmark_by_key_and_back(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await study(seen, "lesson", "approach")
        await seen.press("s")
        seen.sees("Bookmarked.")
        assert len(notebook(seen).bookmarks) == 1
        await seen.press("s")
        assert notebook(seen).bookmarks == ()


async def test_a_question_is_reported_with_a_line(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        screen = await study(seen, "practice")
        frame = screen._frame
        assert isinstance(frame, QuestionFrame)
        assert not typed(frame.body)
        seen.sees("! Report")
        seen.sees_not("w Note")
        await seen.press("exclamation_mark")
        seen.sees("What is wrong?", "wrong key", "outdated source")
        await seen.press("c", "enter", "n", "o", "enter")
        (row,) = notebook(seen).reports
        assert (row.problem, row.text, row.ref) == (Problem.FACT, "no", frame.ref)


async def test_a_report_needs_a_problem_and_can_be_left(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF, (60, 20)) as seen:
        await study(seen, "lesson", "approach")
        await seen.press("exclamation_mark", "tab", "enter")
        seen.sees("Choose what is wrong")
        await seen.press("escape")
        seen.sees_not("What is wrong?")
        assert notebook(seen).reports == ()


async def test_while_an_answer_is_typed_letters_are_text(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        screen = await study(seen, "exam")
        await seen.press("enter")
        for _ in range(12):
            frame = screen._frame
            if isinstance(frame, QuestionFrame) and typed(frame.body):
                break
            await seen.press("n")
        else:
            pytest.skip("the sample course has no typed question in this exam")
        await seen.press("s", "exclamation_mark")
        assert notebook(seen).bookmarks == ()
        seen.sees("s!", "F7 Mark")
        await seen.press("f7")
        (row,) = notebook(seen).bookmarks
        assert row.about is About.QUESTION


async def test_a_review_takes_lines_of_the_learner(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        screen = await study(seen, "scenario", "toll")
        await to_review(seen, screen)
        await seen.press("w")
        seen.sees("Add what to sustain", "3 left")
        await seen.press("enter", "M", "a", "p", "ctrl+s")
        await seen.press("end")
        seen.sees("Yours, sustain: Map")
        await seen.press("escape")
        again = await study(seen, "scenario", "toll")
        assert isinstance(again._frame, DebriefFrame)
        await seen.press("end")
        seen.sees("Yours, sustain: Map")


async def test_a_click_on_delete_and_close(tmp_path: Path) -> None:
    async with program(desk_in(tmp_path), REF) as seen:
        await study(seen, "lesson", "approach")
        await seen.press("w", "x", "ctrl+s", "w", "enter")
        await seen._pilot.click("Button")
        await seen.settle()
        seen.sees_not("Save  (^S)")
        assert len(notebook(seen).notes) == 1
