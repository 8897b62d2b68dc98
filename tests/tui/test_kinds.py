"""Every kind of question answered by keys, and what is kept when the learner goes on without."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.kinds import LESSON, REF, asking, drawing
from tests.study.test_kinds import IDS, UNGRADED
from tests.tui.driver import NORMAL, Seen, Size, program
from tests.worlds import open_test_desk
from tutor.model.items import KINDS
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.frames import (
    Body,
    ExtremesBody,
    FeedbackFrame,
    GapBody,
    OrderBody,
    PairBody,
    PickBody,
    QuestionFrame,
    ScaleBody,
    SortBody,
    StatementsBody,
    WriteBody,
)
from tutor.study.moves import Answer
from tutor.tui.messages import MoveMade
from tutor.tui.screens.study import StudyScreen

PLACES = "abcdefgh"
SIGNS = {" ": "space", ".": "full_stop"}


def frame_of(seen: Seen) -> object:
    screen = seen.app.screen
    assert isinstance(screen, StudyScreen)
    return screen._frame


def question_of(seen: Seen) -> QuestionFrame:
    frame = frame_of(seen)
    assert isinstance(frame, QuestionFrame)
    return frame


def record_of(seen: Seen):  # type: ignore[no-untyped-def]
    return seen.app.desk._overviews.seat(REF).record  # type: ignore[union-attr]


async def opened(seen: Seen, part: str, ref: str = "") -> None:
    """Open a part of the module; the desk is opened in a thread after the first paint."""
    for _ in range(50):
        if seen.app.desk is not None:
            break
        await seen.settle()
    seen.app.push_screen(StudyScreen(REF, part, ref))
    await seen.settle()


@asynccontextmanager
async def asked(tmp_path: Path, kind: str, size: Size = NORMAL) -> AsyncIterator[Seen]:
    """The question on the screen, as a checkpoint."""
    course = asking(tmp_path, IDS[kind])
    async with program(lambda: open_test_desk(tmp_path / "home", course), REF, size) as seen:
        await opened(seen, "lesson", LESSON)
        await seen.press("enter")
        assert question_of(seen).kind == kind
        yield seen


@asynccontextmanager
async def examined(tmp_path: Path, kind: str) -> AsyncIterator[Seen]:
    """The question on the screen, as the only one of a quiz."""
    course = drawing(tmp_path, IDS[kind])
    async with program(lambda: open_test_desk(tmp_path / "home", course), REF) as seen:
        await opened(seen, "exam")
        await seen.press("enter")
        yield seen


def keys_for(body: Body, given: Response) -> list[str]:
    """The keys that give an answer, without the one that hands it in."""
    match given:
        case Choice() if isinstance(body, ScaleBody):
            return [str([step.key for step in body.steps].index(given.chosen[0]) + 1)]
        case Choice() if isinstance(body, PickBody):
            return [PLACES[[one.key for one in body.options].index(key)] for key in given.chosen]
        case Truth():
            return ["a" if given.value else "b"]
        case Pairs() if isinstance(body, StatementsBody):
            return [given.pairs[line.key][0] for line in body.lines]
        case Pairs() if isinstance(body, SortBody):
            bins = [one.key for one in body.bins]
            return [str(bins.index(given.pairs[line.key]) + 1) for line in body.lines]
        case Pairs() if isinstance(body, PairBody):
            partners = [one.key for one in body.partners]
            order = [PLACES[partners.index(given.pairs[stem.key])] for stem in body.stems]
            return [key for letter in order for key in (letter, "enter")][:-1]
        case Pairs() if isinstance(body, ExtremesBody):
            lines = [one.key for one in body.options]
            best, worst = (PLACES[lines.index(given.pairs[part])] for part in ("best", "worst"))
            return [best, "plus", worst, "minus"]
        case Pairs() if isinstance(body, GapBody):
            keys: list[str] = []
            for gap in body.gaps:
                text = given.pairs[gap.key]
                typed = [PLACES[gap.choices.index(text)]] if gap.choices else spelt(text)
                keys += [*typed, "tab"]
            return keys[:-1]
        case Ordering() if isinstance(body, OrderBody):
            return moves([line.key for line in body.lines], list(given.order))
        case Written() if isinstance(body, WriteBody):
            return spelt(given.text[:6] if body.lines > 1 else given.text)
    raise AssertionError(f"no keys for {body}")


def spelt(text: str) -> list[str]:
    return [SIGNS.get(char, char) for char in text]


def moves(now: list[str], wanted: list[str]) -> list[str]:
    """From the top: each line in turn is carried up from where it stands."""
    keys: list[str] = []
    for place, key in enumerate(wanted):
        here = now.index(key)
        now.insert(place, now.pop(here))
        keys += ["home", *["down"] * here, *["K"] * (here - place)]
    return keys


@pytest.mark.parametrize("kind", KINDS)
async def test_the_key_is_given_by_keys_and_explained(tmp_path: Path, kind: str) -> None:
    async with asked(tmp_path, kind) as seen:
        module = seen.app.desk._overviews.seat(REF).module  # type: ignore[union-attr]
        frame = question_of(seen)
        given = response(module, frame, "best")
        if kind == "cloze":
            given = Pairs(pairs=given.pairs | {"helper": "GENAD"})  # type: ignore[union-attr]
        await seen.press(*keys_for(frame.body, given))
        await seen.press("ctrl+s" if kind in UNGRADED else "enter")
        found = frame_of(seen)
        assert isinstance(found, FeedbackFrame), seen.text
        assert found.score == (0 if kind in UNGRADED else 1), seen.text
        seen.sees("Not graded." if kind in UNGRADED else "Correct.")


@pytest.mark.parametrize("kind", ["statements", "sort", "cloze", "best-worst", "inject", "number"])
async def test_an_answer_on_the_screen_is_kept_when_the_learner_goes_on(
    tmp_path: Path, kind: str
) -> None:
    keys = {"statements": "t", "sort": "2", "cloze": "b", "best-worst": "plus", "inject": "4"}
    async with examined(tmp_path, kind) as seen:
        assert question_of(seen).kind == kind
        await seen.press(keys.get(kind, "7"))
        await seen.press("ctrl+n" if kind in ("cloze", "number") else "n")
        kept = next(iter(record_of(seen).open_quizzes.values())).answers.values()
        assert len(kept) == 1
        await seen.press("escape")
        await opened(seen, "exam")
        assert question_of(seen).response == next(iter(kept)).response


async def test_statements_say_what_was_judged(tmp_path: Path) -> None:
    async with asked(tmp_path, "statements", (60, 20)) as seen:
        await seen.press("t", "f", "c", "left")
        seen.sees("A  [true ]", "B  [false]", "› C  [false]", "D  [  ?  ]")
        await seen.press("enter")
        seen.sees("› D  [  ?  ]")
        await seen.press("backspace", "a", "backspace")
        seen.sees("› A  [  ?  ]")


async def test_sorting_goes_on_to_the_next_and_a_correction_stays(tmp_path: Path) -> None:
    async with asked(tmp_path, "sort", (60, 20)) as seen:
        seen.sees("1  Inside: our own force", "2  Outside", "not sorted yet")
        await seen.press("1")
        seen.sees("→ 1  Inside: our own force")
        await seen.press("a", "2")
        seen.sees("› A")


async def test_a_mark_leaves_the_answer_that_had_it(tmp_path: Path) -> None:
    async with asked(tmp_path, "best-worst") as seen:
        await seen.press("plus", "b", "plus", "enter")
        assert seen.text.count("[+ best ]") == 1
        seen.sees("› B  [+ best ]", "Mark the worst as well")
        await seen.press("minus")
        seen.sees("› B  [- worst]")
        assert "[+ best ]" not in seen.text


async def test_a_scale_starts_in_the_middle_and_stops_at_its_ends(tmp_path: Path) -> None:
    async with asked(tmp_path, "inject", (60, 20)) as seen:
        seen.sees("The plan", "New information", "( ) 1")
        await seen.press("enter")
        seen.sees("Nothing chosen yet: 1 to 5")
        await seen.press("right", "right", "right", "right")
        seen.sees("(*) 5", "Your answer: 5, much more appropriate.")
        await seen.press("8", "left")
        seen.sees("(*) 4", "Your answer: 4, more appropriate.")


async def test_gaps_are_left_with_up_and_down_and_enter_goes_to_the_empty_one(
    tmp_path: Path,
) -> None:
    async with asked(tmp_path, "cloze") as seen:
        await seen.press("a", "tab", "x", "down", "y", "up", "z", "enter")
        assert isinstance(frame_of(seen), FeedbackFrame)
        seen.sees("xz", "y", "right: gender advisor")


async def test_a_number_takes_digits_only_and_says_its_unit(tmp_path: Path) -> None:
    async with asked(tmp_path, "number") as seen:
        await seen.press("7", "x", "comma", "5")
        seen.sees("7,5", "hours")
        await seen.press("enter")
        seen.sees("Correct.")


async def test_a_draft_stands_beside_its_model(tmp_path: Path) -> None:
    async with asked(tmp_path, "draft", (160, 50)) as seen:
        seen.sees("Your task", "^s Hand in")
        await seen.press("ctrl+s")
        seen.sees("Nothing is written yet.")
        await seen.press("o", "n", "e", "enter", "[", "/", "]", "ctrl+s")
        row = next(line for line in seen.text.split("\n") if "A model" in line)
        assert row.strip().startswith("Your text")
        seen.sees("one", "[/]", "check your text", "It names a unit")


async def test_the_first_escape_warns_of_a_text_that_is_not_handed_in(tmp_path: Path) -> None:
    async with asked(tmp_path, "reflect") as seen:
        await seen.press("a", "escape")
        assert isinstance(frame_of(seen), QuestionFrame)
        seen.sees("Not handed in yet")
        await seen.press("escape")
        assert not isinstance(seen.app.screen, StudyScreen)


@pytest.mark.parametrize(
    "kind",
    ["statements", "sort", "cloze", "number", "spot", "best-worst", "inject", "draft", "reflect"],
)
async def test_markup_in_a_course_is_text(tmp_path: Path, kind: str) -> None:
    course = asking(tmp_path, IDS[kind])
    questions = course / "tour" / "questions.toml"
    text = re.sub(r"\b(the|of|hours)\b(?!\s*=|\")", "[/b]", questions.read_text("utf-8"))
    questions.write_text(text, "utf-8")
    async with program(lambda: open_test_desk(tmp_path / "home", course), REF) as seen:
        await opened(seen, "lesson", LESSON)
        await seen.press("enter")
        seen.sees("[/b]")
        module = seen.app.desk._overviews.seat(REF).module  # type: ignore[union-attr]
        given = Answer(response(module, question_of(seen), "worst"))
        screen = seen.app.screen
        assert isinstance(screen, StudyScreen)
        assert screen._view is not None
        screen.post_message(MoveMade(screen._view, given))
        await seen.settle()
        assert isinstance(frame_of(seen), FeedbackFrame)
        seen.sees("[/b]")


@pytest.mark.parametrize("kind", KINDS)
async def test_a_tiny_window_shows_every_kind(tmp_path: Path, kind: str) -> None:
    async with asked(tmp_path, kind, (24, 10)) as seen:
        await seen.press("pagedown")
        assert seen.text.strip()
