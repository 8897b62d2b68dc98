"""How I stand: the screen with its plots, what is to be put right, and the module page."""

from pathlib import Path

import pytest

from tests.study.test_report import ALL_RIGHT, REF, Desks, answer, quiz
from tests.tui.driver import Seen, program
from tutor.model.record import Behaviour
from tutor.study.frames import ProgressFrame
from tutor.tui.screens.progress import ProgressScreen, TroubleScreen
from tutor.tui.screens.study import StudyScreen

SIZES = [(80, 24), (60, 20), (160, 50)]


def studied(home: Path) -> Desks:
    """Two weeks of study: practice, a pre-test and a quiz, one answer sure and wrong."""
    desks = Desks(home)
    pretest = quiz(Behaviour.PRETEST, 20.0, {"o1": 0.2, "o2": 0.2})
    exam = quiz(Behaviour.EXAM, 85.0, {"o1": 1.0, "o2": 0.5})
    wrong = answer("q-single", right=False, confidence=3, shows=("first-is-1820",))
    desks.write(
        *((0.0, what) for what in pretest),
        *ALL_RIGHT,
        (8.0, wrong),
        *((9.0, what) for what in exam),
    )
    return desks


async def whole(seen: Seen) -> str:
    """Everything on the screen, from top to bottom."""
    await seen.press("home")
    text = seen.text
    for _ in range(30):
        await seen.press("pagedown")
        text += "\n" + seen.text
    return text


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_step_first_then_every_section(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10), size=size) as seen:
        await seen.press("g")
        assert isinstance(seen.app.screen, ProgressScreen)
        seen.sees("Next: Review: ", "Enter Next step", "Esc Close")
        text = await whole(seen)
        for words in (
            "Mastery by objective",
            "F familiar",
            "Review, the next 30 days",
            "What will be remembered",
            "Before and after",
            "before the module",
            "Study, the last 12 weeks",
            "Right at the first try, by week",
            "How sure, and how often right",
            "Module quizzes",
            "passed",
        ):
            assert words in text, words
        assert all(len(line) <= size[0] for line in text.splitlines())


@pytest.mark.parametrize("size", SIZES)
async def test_the_sections_are_gone_through_by_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10), size=size) as seen:
        await seen.press("g", "n", "n")
        if size[1] < 40:
            seen.sees_not("Next: Review: ")
        await seen.press("p", "p", "p")
        seen.sees("Next: Review: ")


async def test_enter_opens_the_next_step(tmp_path: Path) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10)) as seen:
        await seen.press("g", "enter")
        assert isinstance(seen.app.screen, StudyScreen)
        seen.sees("Review")
        await seen.press("escape")
        seen.sees("Next: ")
        await seen.press("escape")
        seen.sees("Maj Lind")


async def test_a_learner_who_has_done_nothing_sees_where_to_begin(tmp_path: Path) -> None:
    async with program(lambda: Desks(tmp_path).at(0)) as seen:
        await seen.press("g")
        seen.sees("Next: Begin Crossing", "Mastery by objective", "- not started")
        await seen.press("enter")
        seen.sees("The approach")


async def test_what_is_to_be_put_right_with_its_refutation(tmp_path: Path) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10)) as seen:
        await seen.press("g")
        seen.sees("To put right: 1 sure and wrong, 1 misconception (t).")
        await seen.press("t")
        assert isinstance(seen.app.screen, TroubleScreen)
        text = await whole(seen)
        for words in (
            "Sure and wrong",
            "Which resolution opened the agenda?",
            "0 of 3 checks right; asked next on 2026-03-12",
            "first is 1820",
            "0 of 2 right answers",
            "It came later and deals with sexual violence.",
        ):
            assert words in text, words
        await seen.press("escape", "escape")
        seen.sees("Maj Lind")


async def test_the_palette_leads_to_both(tmp_path: Path) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10)) as seen:
        await seen.press("ctrl+p", *"right", "enter")
        assert isinstance(seen.app.screen, TroubleScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_module_page_shows_mastery_in_words_and_what_is_next(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10), REF, size) as seen:
        text = seen.text
        for _ in range(10):
            await seen.press("pagedown")
            text += seen.text
        for words in ("Familiar", "now", "%", "Proficient", "To put right", "Misconception: first"):
            assert words in text, words


async def test_plain_characters_and_no_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    desks = studied(tmp_path)
    async with program(lambda: desks.at(10)) as seen:
        seen.app.add_class("-ascii")
        await seen.press("g")
        text = await whole(seen)
        assert "F" in text
        body = [line[:76] for line in text.splitlines()]
        assert not [line for line in body if set("▁▂▃▄▅▆▇█─") & set(line)]


def test_the_frame_is_of_one_moment(tmp_path: Path) -> None:
    desk = studied(tmp_path).at(10)
    frame = desk.report.progress()
    assert isinstance(frame, ProgressFrame)
    assert desk.report.to_put_right().sure == frame.sure
    assert desk.report.to_put_right("bridge/none").sure == ()
    desk.close()
