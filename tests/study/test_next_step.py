"""The one thing that is best done next: the order of what comes first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.worlds import BRIDGE
from tutor.content.library import Library
from tutor.model.course import TOPIC_LABEL, Topic
from tutor.model.mastery import Mastery
from tutor.model.progress import ModuleRecord, Place
from tutor.model.record import ALL_MODULES
from tutor.study.frames import ContinueCard, MasteryFrame, MasteryRow, NextStep, ReviewFrame
from tutor.study.report.next_step import next_step
from tutor.study.review_queue import Studied

REF = "bridge/crossing"
NOTHING_DUE = ReviewFrame(0, 0, False, "Nothing is due today. Nothing is in review.")
DUE = ReviewFrame(7, 6, False, "Review: 7 questions, about 6 min.")
PAGE = ContinueCard(REF, "page", "approach/first", "The approach", "page 1 of 2")
EXAM = ContinueCard(REF, "exam", "", "Module quiz", "3 of 6 answered")
AT = Place(module=REF, part="exam", ref="t1", at=datetime(2026, 3, 1, tzinfo=UTC))


def module(*levels: Mastery, ref: str = REF, lack: str = "") -> MasteryFrame:
    """A module with an objective for each level."""
    rows = tuple(
        MasteryRow(f"o{n}", "Do it.", level, None, 0, 0, "", lack) for n, level in enumerate(levels)
    )
    return MasteryFrame(ref, "The bridge", ref.rpartition("/")[2].capitalize(), "PoC", rows, None)


def step(
    *modules: MasteryFrame,
    card: ContinueCard | None = None,
    place: Place | None = None,
    review: ReviewFrame = NOTHING_DUE,
) -> NextStep:
    found = Studied(Library.open([BRIDGE]).module(REF), ModuleRecord())
    return next_step(place, card, review, modules, {REF: found})


NEW, TRIED, FAMILIAR, PROFICIENT, MASTERED = Mastery


def test_a_quiz_that_is_open_comes_before_the_review() -> None:
    found = step(module(TRIED), card=EXAM, place=AT, review=DUE)
    assert (found.part, found.sentence) == ("exam", "Go on with Module quiz (3 of 6 answered).")


def test_the_review_comes_before_the_next_page() -> None:
    found = step(module(TRIED), card=PAGE, review=DUE)
    assert (found.module, found.part, found.sentence) == (ALL_MODULES, "review", DUE.sentence)


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        (
            [module(TRIED, FAMILIAR), module(NEW, ref="bridge/next")],
            NextStep("Practise Crossing: 1 of 2 objectives is not yet Familiar.", REF, "practice"),
        ),
        (
            [module(FAMILIAR, FAMILIAR), module(NEW, ref="bridge/next")],
            NextStep("Begin Next (The bridge).", "bridge/next", "module"),
        ),
        (
            [module(FAMILIAR, FAMILIAR, PROFICIENT)],
            NextStep(
                "Practise Crossing: 2 of 3 objectives are not yet Proficient.", REF, "practice"
            ),
        ),
        (
            [module(PROFICIENT, lack="a decision")],
            NextStep("", REF, "scenario", "toll"),
        ),
        ([module(MASTERED)], NextStep(NOTHING_DUE.sentence)),
        ([], NextStep(NOTHING_DUE.sentence)),
    ],
    ids=["practise", "begin", "practise more", "scenario", "nothing", "no course"],
)
def test_then_what_lacks_most(modules: list[MasteryFrame], expected: NextStep) -> None:
    found = step(*modules)
    if expected.part == "scenario":
        assert found.sentence.endswith("an objective lacks the best decision.")
        found = replace(found, sentence="")
    assert found == expected


def test_the_module_with_most_to_do_is_practised_first() -> None:
    found = step(module(TRIED, FAMILIAR), module(TRIED, TRIED, ref="bridge/next"))
    assert found.module == "bridge/next"


def test_every_topic_has_a_short_name() -> None:
    assert set(TOPIC_LABEL) == set(Topic)
    assert len(set(TOPIC_LABEL.values())) == len(Topic)
