"""Mastery: the five levels as LEARNING.md has them, one condition at a time, then any history."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import SAMPLES
from tests.kinds import KINDS_COURSE, REF
from tests.store.samples import (
    MODULE,
    NOON,
    answer,
    clocks,
    dated,
    decided,
    events,
    histories,
    quiz,
    run_abandoned,
    run_finished,
    run_started,
)
from tutor.content.library import Library, bundled_courses
from tutor.engine.mastery import Evidence, is_typed, waived
from tutor.engine.progress import fold
from tutor.model.items import misconceptions
from tutor.model.mastery import Mastery, ObjectiveRecord
from tutor.model.progress import Progress
from tutor.model.record import (
    Answered,
    Behaviour,
    Decided,
    Event,
    Happening,
    ObjectiveScore,
    Outcome,
    QuizFinished,
    Verdict,
)
from tutor.model.responses import Written

NOT_STARTED, ATTEMPTED, FAMILIAR, PROFICIENT, MASTERED = Mastery
NOT_GRADED = Verdict(outcome=Outcome.NOT_GRADABLE)
PRETEST, EXAM, REVIEW = Behaviour.PRETEST, Behaviour.EXAM, Behaviour.REVIEW
Dated = tuple[float, Happening]


def typed(item: str, right: bool = True, **change: object) -> Answered:
    return answer(item, right, item_kind="short", **change)


def record(*entries: Dated) -> ObjectiveRecord:
    return fold(Progress(), dated(*entries)).module(MODULE).objectives["define"]


def mastery(*entries: Dated) -> Mastery:
    return fold(Progress(), dated(*entries)).module(MODULE).mastery("define")


def right(*items: str, day: float = 0.0) -> list[Dated]:
    return [(day, answer(item)) for item in items]


FIVE_RIGHT = [*right("q1", "q2", "q3", "q4"), (0.0, typed("q5"))]
"""Five questions at once, one of them typed: Proficient."""

GOOD, BAD, HARMFUL = (
    decided(objective="define", quality=3, best=3),
    decided(objective="define", quality=1, best=3),
    decided(objective="define", quality=0, best=3, harm=True),
)


def run(*steps: Decided, day: float = 0.0, name: str = "r1") -> list[Dated]:
    own = [step.model_copy(update={"run": name}) for step in steps]
    return [(day, run_started(name)), *((day, step) for step in own), (day, run_finished(name))]


def test_the_five_levels_have_words() -> None:
    assert [level.word for level in Mastery] == [
        "Not started",
        "Attempted",
        "Familiar",
        "Proficient",
        "Mastered",
    ]


# Attempted


def test_an_objective_that_nothing_was_asked_on_is_not_started() -> None:
    assert mastery((0, quiz())) is NOT_STARTED


@pytest.mark.parametrize(
    "entries",
    [
        [(0, answer(right=False))],
        [(0, answer(response=Written(text="A draft."), verdict=NOT_GRADED))],
        [(0, run_started()), (0, BAD)],
    ],
    ids=["a wrong answer", "a draft", "a decision in an open run"],
)
def test_anything_done_is_an_attempt(entries: list[Dated]) -> None:
    assert mastery(*entries) is ATTEMPTED


def test_an_open_exam_says_nothing_yet() -> None:
    given_ = answer("q1", attempt="t1", behaviour=EXAM)
    assert mastery((0, quiz("t1")), (0, given_)) is NOT_STARTED


# Familiar


def test_three_questions_at_seventy_per_cent_are_familiar() -> None:
    assert mastery(*right("q1", "q2")) is ATTEMPTED
    assert mastery(*right("q1", "q2", "q1")) is ATTEMPTED
    assert mastery(*right("q1", "q2"), (0, answer("q3", score=0.1))) is FAMILIAR
    assert mastery(*right("q1", "q2"), (0, answer("q3", score=0.09))) is ATTEMPTED


def test_a_better_answer_replaces_the_worse_one_to_the_same_question() -> None:
    assert mastery(*right("q1", "q2"), (0, answer("q3", right=False)), *right("q3")) is FAMILIAR


# Proficient


def test_five_answers_at_eighty_per_cent_with_a_typed_one_are_proficient() -> None:
    assert mastery(*FIVE_RIGHT[1:]) is FAMILIAR
    assert mastery(*FIVE_RIGHT) is PROFICIENT
    one_wrong = [(0.0, answer("q1", right=False)), *FIVE_RIGHT[1:]]
    assert mastery(*one_wrong) is PROFICIENT
    assert mastery(*one_wrong[:3], (0, answer("q4", right=False)), one_wrong[4]) is ATTEMPTED


def test_picked_answers_alone_are_familiar() -> None:
    assert mastery(*right("q1", "q2", "q3", "q4", "q5")) is FAMILIAR
    assert mastery(*right("q1", "q2", "q3", "q4"), (0, typed("q5", right=False))) is FAMILIAR


def test_what_the_module_does_not_ask_is_not_asked_for() -> None:
    last = (0.0, answer("q5", waived=("typed",)))
    assert mastery(*right("q1", "q2", "q3", "q4"), last) is PROFICIENT


def test_a_question_counts_once_a_day_among_the_last_five() -> None:
    again = [(0.0, typed(item)) for item in ("q1", "q2", "q3") * 2]
    assert mastery(*again) is FAMILIAR
    next_day = [(1.0, what) for _, what in again[:2]]
    assert mastery(*again, *next_day) is PROFICIENT


def test_five_answers_to_two_questions_are_not_even_familiar() -> None:
    days = [(float(day), typed(item)) for day in range(5) for item in ("q1", "q2")]
    assert mastery(*days) is ATTEMPTED


def test_a_gap_with_choices_is_picked_and_a_gap_without_is_typed() -> None:
    assert is_typed(answer(item_kind="cloze", shown=("who", "when")))
    assert not is_typed(answer(item_kind="cloze", shown=("who", "who:1", "who:0")))
    assert not is_typed(answer(item_kind="order", shown=("b", "a")))


# Mastered


def test_a_decision_and_a_right_review_a_week_later_master_it() -> None:
    week = (7.0, answer("q1", behaviour=REVIEW))
    assert mastery(*FIVE_RIGHT, week) is PROFICIENT
    assert mastery(*FIVE_RIGHT, *run(GOOD)) is PROFICIENT
    assert mastery(*FIVE_RIGHT, *run(GOOD), week) is MASTERED
    assert mastery(*FIVE_RIGHT, week, *run(GOOD, day=9.0)) is MASTERED
    assert record(*FIVE_RIGHT, week, *run(GOOD, day=9.0)).mastered_at == NOON + timedelta(days=9)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        (6.9, answer("q1")),
        (7.0, answer("q1", right=False)),
        (7.0, answer("q1", hints=1)),
        (7.0, answer("q1", tries=2)),
        (7.0, answer("q1", behaviour=PRETEST)),
    ],
    ids=["too early", "wrong", "with a hint", "at a second try", "in a pre-test"],
)
def test_no_other_answer_is_the_review(day: float, what: Answered) -> None:
    assert mastery(*FIVE_RIGHT, *run(GOOD), (day, what)) is PROFICIENT


def test_a_review_right_after_the_explanation_shows_nothing() -> None:
    wrong, soon = (7.0, answer("q1", right=False)), (7.1, answer("q1"))
    assert mastery(*FIVE_RIGHT, *run(GOOD), wrong, soon) is PROFICIENT
    assert mastery(*FIVE_RIGHT, *run(GOOD), wrong, soon, (8.2, answer("q1"))) is MASTERED


def test_where_no_scenario_asks_the_review_is_enough() -> None:
    week = (7.0, answer("q1", waived=("decision",)))
    assert mastery(*FIVE_RIGHT, week) is MASTERED


@pytest.mark.parametrize("steps", [(BAD,), (HARMFUL, GOOD), (GOOD, HARMFUL)])
def test_a_bad_decision_and_a_run_with_harm_are_no_correct_decision(
    steps: tuple[Decided, ...],
) -> None:
    week = (7.0, answer("q1"))
    assert record(*run(*steps)).decided_at is None
    assert mastery(*FIVE_RIGHT, *run(*steps), week) is PROFICIENT


def test_the_best_of_wrong_choices_is_not_correct() -> None:
    assert record(*run(decided(objective="define", quality=0, best=0))).decided_at is None


def test_harm_on_one_objective_caps_the_run_for_all() -> None:
    elsewhere = HARMFUL.model_copy(update={"objective": "apply"})
    module = fold(Progress(), dated(*run(GOOD, elsewhere))).module(MODULE)
    assert module.objectives["define"].decided_at is None
    assert module.objectives["define"].harm_at is None
    assert module.objectives["apply"].harm_at == NOON


def test_an_open_or_abandoned_run_does_not_count() -> None:
    start = [(0.0, run_started()), (0.0, GOOD)]
    assert record(*start).decided_at is None
    assert record(*start, (0, run_abandoned()), (0, run_finished())).decided_at is None


def test_a_replay_counts_from_the_next_day_on() -> None:
    first = run(HARMFUL)
    soon, later = run(GOOD, day=0.5, name="r2"), run(GOOD, day=1.5, name="r2")
    assert record(*first, *soon).decided_at is None
    assert record(*first, *soon).harm_at == NOON
    assert record(*first, *later).decided_at == NOON + timedelta(days=1.5)
    assert record(*first, *later).harm_at is None


def test_a_fork_keeps_the_harm_that_its_parent_did() -> None:
    parent = [(0.0, run_started("r1")), (0.0, HARMFUL), (0.0, BAD), (0.0, run_abandoned("r1"))]
    good = GOOD.model_copy(update={"run": "r2"})
    stood = {1: HARMFUL.state, 0: run_started().state}
    for kept, decided_at in ((1, None), (0, NOON)):
        start = run_started("r2", f"r1:{kept}", state=stood[kept])
        fork = [(0.0, start), (0.0, good), (0.0, run_finished("r2"))]
        assert record(*parent, *fork).decided_at == decided_at


def test_forks_of_each_other_come_to_an_end() -> None:
    first, second = run_started("r1", "r2:1"), run_started("r2", "r1:1")
    ends = run_finished("r1")
    assert record((0, first), (0, second), (0, GOOD), (0, ends)).decided_at == NOON


def test_a_fork_of_nonsense_stands_for_itself() -> None:
    for origin in ("r1:" + "9" * 5000, "r9:1", "r1:x", ":", "r1:-1"):
        steps = [(0.0, run_started("r1", origin)), (0.0, GOOD), (0.0, run_finished("r1"))]
        assert record(*steps).decided_at == NOON


# The pre-test


def pretest_result(earned: float, possible: float, attempt: str = "t1") -> QuizFinished:
    score = ObjectiveScore(objective="define", earned=earned, possible=possible)
    return QuizFinished(
        module=MODULE,
        attempt=attempt,
        behaviour=PRETEST,
        percent=0.0,
        passed=None,
        objectives=(score,),
    )


@pytest.mark.parametrize(
    ("earned", "possible", "level"),
    [(3, 3, FAMILIAR), (2.55, 3, FAMILIAR), (2.5, 3, ATTEMPTED), (2, 2, ATTEMPTED)],
)
def test_testing_out(earned: float, possible: float, level: Mastery) -> None:
    entry = (0.0, pretest_result(earned, possible))
    assert mastery(entry) is level
    assert (record(entry).tested_out_at is not None) == (level is FAMILIAR)


def test_only_the_first_pretest_can_test_out() -> None:
    assert mastery((0, pretest_result(0, 3)), (1, pretest_result(3, 3, "t2"))) is ATTEMPTED


def test_answers_of_a_pretest_are_no_scored_answers() -> None:
    answers = [(0.0, typed(f"q{n}", attempt="t1", behaviour=PRETEST)) for n in range(5)]
    entries = [(0.0, quiz("t1", PRETEST)), *answers, (0.0, pretest_result(0, 5))]
    assert mastery(*entries) is ATTEMPTED
    assert record(*entries).scores == {}


# Any history


@given(histories, clocks)
def test_a_level_is_never_taken_away(
    history: list[Happening], clock: Callable[[], datetime]
) -> None:
    progress, before = Progress(), {}
    for event in events(history, clock=clock):
        progress = fold(progress, [event])
        levels = {
            (ref, name): found.mastery
            for ref, module in progress.modules.items()
            for name, found in module.objectives.items()
        }
        assert all(levels[key] >= level for key, level in before.items())
        before = levels


@given(st.lists(st.tuples(st.sampled_from(["q1", "q2", "q3"]), st.floats(0, 30)), max_size=12))
def test_the_levels_are_reached_in_their_order(entries: list[tuple[str, float]]) -> None:
    evidence = Evidence()
    for item, day in sorted(entries, key=lambda entry: entry[1]):
        evidence.answer(typed(item), NOON + timedelta(days=day), reviewed=True)
    found = evidence.freeze()
    times = [found.familiar_at, found.proficient_at, found.mastered_at]
    reached = [at for at in times if at is not None]
    assert times[: len(reached)] == sorted(reached)
    assert len(found.recent) <= 5


# What the module offers


def test_what_a_module_lacks_is_waived() -> None:
    module = Library.open([KINDS_COURSE]).module(REF)
    typed_ones = {
        item.objective for item in module.items.values() if item.kind in ("short", "number")
    }
    for objective in typed_ones:
        assert "typed" not in waived(module, objective)
    assert waived(module, "no-such-objective") == ("typed", "decision")


def test_the_tags_of_a_question_are_found_in_every_kind() -> None:
    bank = Library.open([bundled_courses()]).module("wps/participation").items.values()
    tagged = [*(make() for make in SAMPLES.values()), *bank]
    for item in tagged:
        written = re.findall(r'"misconception":"([^"]+)"', item.model_dump_json())
        assert set(misconceptions(item)) == set(written)
    assert any(misconceptions(item) for item in tagged)


def test_a_line_without_the_later_fields_is_still_read() -> None:
    (event,) = events([answer()])
    line = event.model_dump_json(exclude={"what": {"carries", "waived"}})
    assert Event.model_validate_json(line) == event
