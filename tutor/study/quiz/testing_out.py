"""How a pre-test goes on where all was known: the offer, and each round of questions."""

from tutor.engine import grading, read_time, testing_out
from tutor.model.items import Item, Use
from tutor.model.record import ObjectiveScore
from tutor.study.frames import IntroFrame
from tutor.study.moves import Action
from tutor.study.quiz import sheet as sheets
from tutor.study.quiz.result import outcome_of
from tutor.study.quiz.sheet import Sheet

TITLE = "You know some of this"


def next_round(sheet: Sheet) -> tuple[str, ...]:
    """The ids of the questions that come next, none when the pre-test is done."""
    pool = _pool(sheet)
    return testing_out.further(
        _scores(sheet),
        pool,
        exposures=sheets.exposures(sheet.seat, pool),
        dice=sheet.seat.world.dice(f"{sheet.seed}:further:{len(sheet.items)}"),
    )


def offer(sheet: Sheet, name: str) -> IntroFrame:
    """What it would take, before the first such round; it may be left out."""
    wanted = testing_out.within_reach(_scores(sheet), _pool(sheet))
    count, known = sum(wanted.values()), len(wanted)
    objectives = "one objective" if known == 1 else f"{known} objectives"
    minutes = read_time.quiz_minutes(_pool(sheet), count)
    effort = (
        f"One question shows little. With up to {count} more, about {minutes} min, you can test "
        "out: what you know then may be skipped."
    )
    return IntroFrame(
        heading=sheet.seat.heading(name, notices=sheet.notices),
        title=TITLE,
        lines=(
            f"You knew all that was asked on {objectives}.",
            effort,
            "You may leave this out as well. The result is kept either way.",
        ),
        actions=frozenset({Action.NEXT, Action.SKIP}),
    )


def _scores(sheet: Sheet) -> tuple[ObjectiveScore, ...]:
    return outcome_of(sheet).objectives


def _pool(sheet: Sheet) -> tuple[Item, ...]:
    """What practice or the pre-test may ask and this one has not; the module quiz keeps its own."""
    asked = {item.id for item in sheet.items}
    pool = (*sheet.seat.items_for(Use.PRETEST), *sheet.seat.items_for(Use.PRACTICE))
    found = {item.id: item for item in pool if item.id not in asked and grading.gradable(item)}
    return tuple(found.values())
