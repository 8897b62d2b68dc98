"""A team test: each alone, then the same test as a team with scratch cards, appeals, the result."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tutor.engine.classroom.base import Rule, at_step, head_of
from tutor.model.classroom.happenings import (
    AppealNoted,
    SheetsCounted,
    Stage,
    StageChanged,
    TableScratched,
)
from tutor.model.classroom.plan import PinnedQuestion, StepKind
from tutor.model.classroom.state import Appeal, ClassState, Phase, Stamped, TeamTest

POINTS = (4, 2, 1)
"""For the right answer at the first, second and third scratch; none after that (IF-AT cards,
Epstein 2002)."""

ORDER = tuple(Stage)
NO_TEST = "No team test is under way in this step."


def current(state: ClassState) -> TeamTest | None:
    """The test of this step, None before it began or elsewhere."""
    return state.tests.get(state.step) if at_step(state, StepKind.TEST) else None


def points(scratches: tuple[str, ...], right: tuple[str, ...]) -> int:
    """What a team earned on a question: 4, 2, 1, 0 by the scratch that found the answer."""
    for place, option in enumerate(scratches):
        if option in right:
            return POINTS[place] if place < len(POINTS) else 0
    return 0


def solved(scratches: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the right answer has been found."""
    return any(option in right for option in scratches)


def team_scores(test: TeamTest, questions: Mapping[str, PinnedQuestion]) -> dict[str, int]:
    """Table -> points over all its questions."""
    return {
        table: sum(points(tried, questions[item].right) for item, tried in items.items())
        for table, items in test.scratches.items()
    }


def _no_stage(state: ClassState, what: StageChanged) -> str:
    if not at_step(state, StepKind.TEST):
        return "The agenda is not at a team test."
    if state.phase is Phase.OPEN:
        return "Voting is open. Close it before the test goes on."
    test = current(state)
    following = ORDER[ORDER.index(test.stage) + 1 :] if test else ORDER
    if not following:
        return "The team test is done."
    if what.stage is not following[0]:
        return f"The next stage of the test is: {following[0].value}."
    return ""


def _go(state: ClassState, what: StageChanged, _at: datetime) -> ClassState:
    test = current(state) or TeamTest(stage=what.stage)
    phase = Phase.REVEALED if what.stage is Stage.DONE else Phase.SHOWN
    shown = state.model_copy(update={"subject": ""})
    return _with(shown, test.model_copy(update={"stage": what.stage}), phase)


def _no_sheets(state: ClassState, what: SheetsCounted) -> str:
    if current(state) is None or state.now is None:
        return NO_TEST
    questions = head_of(state).questions
    for sheet in what.sheets:
        for item, option in sheet.items():
            if item not in state.now.items:
                return f"The question {item} is not in this test."
            if option not in questions[item].options:
                return f"The question {item} has no answer {option}."
    return ""


def _sheets(state: ClassState, what: SheetsCounted, _at: datetime) -> ClassState:
    test = current(state)
    assert test is not None
    return _with(state, test.model_copy(update={"sheets": what.sheets}), state.phase)


def _no_scratch(state: ClassState, what: TableScratched) -> str:
    test = current(state)
    if test is None or state.now is None:
        return NO_TEST
    if test.stage is not Stage.TEAM:
        return "Teams scratch when the individual test is closed, and until the test is done."
    if what.item not in state.now.items:
        return f"The question {what.item} is not in this test."
    question = head_of(state).questions[what.item]
    if what.option not in question.options:
        return f"The question has no answer {what.option}."
    tried = test.scratches.get(what.table, {}).get(what.item, ())
    if solved(tried, question.right):
        return f"Table {what.table} has found the answer to this question."
    return "This field is scratched already." if what.option in tried else ""


def _scratch(state: ClassState, what: TableScratched, _at: datetime) -> ClassState:
    test = current(state)
    assert test is not None
    card = test.scratches.get(what.table, {})
    card = card | {what.item: (*card.get(what.item, ()), what.option)}
    scratches = test.scratches | {what.table: card}
    return _with(state, test.model_copy(update={"scratches": scratches}), state.phase)


def _no_appeal(state: ClassState, what: AppealNoted) -> str:
    test = current(state)
    if test is None or state.now is None:
        return NO_TEST
    if test.stage is Stage.INDIVIDUAL:
        return "Appeals come after the teams have answered."
    known = what.item in state.now.items
    return "" if known else f"The question {what.item} is not in this test."


def _appeal(state: ClassState, what: AppealNoted, at: datetime) -> ClassState:
    test = current(state)
    assert test is not None
    said = Stamped(at=at, step=state.step, text=what.text)
    appeals = (*test.appeals, Appeal(table=what.table, item=what.item, said=said))
    return _with(state, test.model_copy(update={"appeals": appeals}), state.phase)


def _with(state: ClassState, test: TeamTest, phase: Phase) -> ClassState:
    return state.model_copy(update={"tests": state.tests | {state.step: test}, "phase": phase})


RULES: dict[type, Rule[Any]] = {
    StageChanged: Rule(_no_stage, _go),
    SheetsCounted: Rule(_no_sheets, _sheets),
    TableScratched: Rule(_no_scratch, _scratch),
    AppealNoted: Rule(_no_appeal, _appeal),
}
