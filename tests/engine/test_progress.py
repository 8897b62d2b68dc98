"""The fold: what events add up to, one rule at a time, then for any history."""

import gc
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import (
    MODULE,
    NOON,
    PRINT,
    abandoned,
    answer,
    clocks,
    dated,
    decided,
    events,
    extended,
    finished,
    histories,
    moved,
    page,
    quiz,
    run_abandoned,
    run_finished,
    run_started,
    ticking,
)
from tutor.engine.progress import MARKS, RULES, counting_run, fold, ordered
from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord, ModuleRecord, Place, Progress
from tutor.model.record import (
    ALL_MODULES,
    Behaviour,
    Event,
    Happening,
    Outcome,
    QuizStarted,
    Verdict,
)
from tutor.model.review import Day

PRACTICE, EXAM, CHECKPOINT = Behaviour.PRACTICE, Behaviour.EXAM, Behaviour.CHECKPOINT


def after(*happenings: Happening) -> Progress:
    return fold(Progress(), events(happenings))


def record(*happenings: Happening) -> ModuleRecord:
    return after(*happenings).module(MODULE)


def item(*happenings: Happening) -> ItemRecord:
    return record(*happenings).items["q1"]


def moment(number: int):
    """The time of the event with this number, from 0."""
    return NOON + timedelta(seconds=number)


def test_every_kind_of_happening_has_a_rule() -> None:
    assert set(RULES) | set(MARKS) == set(get_args(get_args(Happening)[0]))


# Pages and places


def test_a_page_is_kept_with_its_time_and_is_the_last_place() -> None:
    progress = after(page("roots/first"), page("roots/second"), page("roots/first"))
    assert progress.module(MODULE).pages == {"roots/first": moment(2), "roots/second": moment(1)}
    assert progress.last == Place(module=MODULE, part="page", ref="roots/first", at=moment(2))
    assert (progress.events, progress.seconds) == (3, 6.0)


def test_a_checkpoint_answer_stays_on_its_page() -> None:
    progress = after(page(), answer(behaviour=CHECKPOINT))
    assert progress.last is not None
    assert (progress.last.part, progress.last.ref) == ("page", "roots/first")
    assert progress.module(MODULE).items["q1"].attempts == 1


@pytest.mark.parametrize("behaviour", [PRACTICE, EXAM, Behaviour.PRETEST, Behaviour.REVIEW])
def test_a_quiz_is_a_place_named_after_its_behaviour(behaviour: Behaviour) -> None:
    last = after(page(), quiz("t9", behaviour)).last
    assert last is not None
    assert (last.part, last.ref) == (behaviour.value, "t9")


def test_a_scenario_is_a_place_named_after_its_run() -> None:
    last = after(page(), run_started("r5"), decided("r5")).last
    assert last == Place(module=MODULE, part="scenario", ref="r5", at=moment(2))


# Questions


def test_a_practice_answer_counts_at_once() -> None:
    found = item(quiz("t1", PRACTICE), answer(attempt="t1", right=False))
    assert (found.attempts, found.right, found.last, found.exams) == (1, 0, 0.0, 0)


def test_a_second_try_improves_the_same_attempt() -> None:
    first = answer(attempt="t1", right=False)
    second = answer(attempt="t1", tries=2, score=2 / 3)
    found = item(quiz("t1", PRACTICE), first, second)
    assert (found.attempts, found.right, found.last, found.best) == (1, 1, 2 / 3, 2 / 3)


def test_the_best_score_stays_when_a_later_attempt_is_worse() -> None:
    found = item(answer(), answer(right=False))
    assert (found.attempts, found.right, found.last, found.best) == (2, 1, 0.0, 1.0)
    assert found.last_at == moment(1)


def test_an_exam_tells_nothing_before_it_is_handed_in() -> None:
    start, given_ = quiz("t1", EXAM), answer(attempt="t1", behaviour=EXAM)
    assert record(start, given_).items == {}
    assert item(start, given_, finished()).exams == 1


def test_only_the_last_answer_to_an_exam_question_counts() -> None:
    wrong = answer(attempt="t1", behaviour=EXAM, right=False)
    right = answer(attempt="t1", behaviour=EXAM)
    found = item(quiz(), right, wrong, right, wrong, finished())
    assert (found.attempts, found.right, found.exams) == (1, 0, 1)


def test_answers_of_an_exam_that_was_thrown_away_count_as_seen() -> None:
    history = (quiz(), answer(attempt="t1", behaviour=EXAM), abandoned())
    assert item(*history).exams == 1
    assert record(*history).quizzes == ()


def test_what_nobody_can_grade_is_not_counted() -> None:
    free = Verdict(outcome=Outcome.NOT_GRADABLE)
    assert record(answer(verdict=free)).items == {}
    assert item(quiz("t1", PRACTICE), answer(attempt="t1", verdict=free), answer()).attempts == 1


def test_a_new_meaning_starts_a_new_record() -> None:
    other = Fingerprint(meaning="m2", wording="w1")
    found = item(answer(), answer(), answer(right=False, fingerprint=other))
    assert (found.attempts, found.right, found.best, found.fingerprint) == (1, 0, 0.0, other)


def test_a_new_wording_keeps_the_record() -> None:
    revised = Fingerprint(meaning=PRINT.meaning, wording="w2")
    found = item(answer(), answer(fingerprint=revised))
    assert (found.attempts, found.fingerprint) == (2, revised)


def test_harm_is_never_forgotten() -> None:
    harmful = Verdict(outcome=Outcome.INCORRECT, harm=True)
    assert item(answer(verdict=harmful), answer()).harm


# Quizzes


def test_an_open_quiz_knows_place_answers_and_flags() -> None:
    answered = answer("q1", attempt="t1", behaviour=EXAM)
    flagged = moved(at_item="q2", flagged=True)
    found = record(quiz(), answered, flagged).open_quizzes["t1"]
    assert (found.at_item, found.flagged, found.answers) == ("q2", ("q2",), {"q1": answered})
    assert found.started_at == moment(0)


def test_an_open_quiz_goes_on_with_more_questions() -> None:
    found = record(quiz(), extended(items=("q2", "q3")), extended("t9")).open_quizzes
    assert list(found) == ["t1"]
    assert (found["t1"].items, found["t1"].extended) == (("q1", "q2", "q3"), True)
    assert not record(quiz()).open_quizzes["t1"].extended


def test_a_flag_is_set_once_and_taken_away() -> None:
    on, off, none = (moved(at_item="q1", flagged=value) for value in (True, False, None))
    assert record(quiz(), on, on, none).open_quizzes["t1"].flagged == ("q1",)
    assert record(quiz(), on, on, off).open_quizzes["t1"].flagged == ()
    assert record(quiz(), off).open_quizzes["t1"].flagged == ()


def test_a_quiz_that_was_handed_in_keeps_what_its_review_needs() -> None:
    answered = answer("q1", attempt="t1", behaviour=EXAM)
    history = (quiz(), answered, moved(at_item="q2", flagged=True), finished(percent=50.0))
    found = record(*history)
    assert found.open_quizzes == {}
    (kept,) = found.quizzes
    assert (kept.items, kept.answers) == (("q1", "q2"), {"q1": answered})
    assert (kept.percent, kept.flagged, kept.seed) == (50.0, ("q2",), 7)
    assert (kept.started_at, kept.finished_at) == (moment(0), moment(3))


def test_a_second_finish_is_ignored() -> None:
    found = record(quiz(), finished(percent=50.0), finished(percent=99.0))
    assert [kept.percent for kept in found.quizzes] == [50.0]


def test_a_second_start_changes_nothing() -> None:
    answered = answer("q1", attempt="t1", behaviour=EXAM)
    assert record(quiz(), answered, quiz()).open_quizzes["t1"].answers == {"q1": answered}
    assert record(quiz(), finished(), quiz()).open_quizzes == {}


def test_a_result_whose_start_is_missing_is_kept() -> None:
    (kept,) = record(finished(percent=81.0)).quizzes
    assert (kept.percent, kept.items, kept.answers) == (81.0, (), {})


def mixed(attempt: str = "t1", behaviour: Behaviour = Behaviour.REVIEW) -> QuizStarted:
    items = (f"{MODULE}/q1", "hs/poc/q2")
    return quiz(attempt, behaviour, module=ALL_MODULES, items=items)


def test_a_quiz_over_several_modules_keeps_its_answers_and_they_count_in_their_modules() -> None:
    here = answer(f"{MODULE}/q1", attempt="t1", behaviour=Behaviour.REVIEW)
    there = answer("hs/poc/q2", attempt="t1", behaviour=Behaviour.REVIEW, module="hs/poc")
    progress = after(page(), mixed(), here, there)
    open_quiz = progress.module(ALL_MODULES).open_quizzes["t1"]
    assert open_quiz.answers == {here.item: here, there.item: there}
    assert (open_quiz.at_item, list(progress.module(MODULE).items)) == (there.item, [here.item])
    assert list(progress.module("hs/poc").items) == [there.item]
    assert progress.module(ALL_MODULES).items == {}


def test_a_quiz_over_several_modules_is_a_place_in_none() -> None:
    here = answer(f"{MODULE}/q1", attempt="t1", behaviour=Behaviour.REVIEW)
    last = after(page(), mixed(), here).last
    assert last is not None
    assert (last.module, last.part) == (MODULE, "page")


def test_a_second_try_in_a_quiz_over_several_modules_is_the_same_attempt() -> None:
    wrong = answer("q1", attempt="t1", behaviour=Behaviour.REVIEW, right=False)
    again = answer("q1", attempt="t1", behaviour=Behaviour.REVIEW, tries=2, score=2 / 3)
    found = after(mixed(), wrong, again).module(MODULE).items["q1"]
    assert (found.attempts, found.last) == (1, 2 / 3)


# Days


def test_a_day_is_what_was_done_on_it() -> None:
    review = answer(behaviour=Behaviour.REVIEW, right=False)
    history = [
        (0.0, page()),
        (0.1, answer()),
        (0.2, review),
        (0.6, run_started()),
        (0.6, decided()),
    ]
    days = fold(Progress(), dated(*history)).days
    first, second = NOON.date(), NOON.date() + timedelta(days=1)
    assert days == {
        first: Day(seconds=10, pages=1, answers=2, earned=1, reviews=1, review_seconds=4),
        second: Day(seconds=9, decisions=1),
    }


def test_an_exam_counts_on_the_day_it_is_handed_in_and_a_pretest_on_none() -> None:
    exam = [(0.0, quiz()), (0.0, answer(attempt="t1", behaviour=EXAM)), (1.0, finished())]
    days = fold(Progress(), dated(*exam)).days
    assert [day.answers for day in days.values()] == [0, 1]
    pre = answer(behaviour=Behaviour.PRETEST)
    assert [day.answers for day in fold(Progress(), dated((0.0, pre))).days.values()] == [0]


# Scenarios


def test_a_run_collects_its_decisions_and_its_ending() -> None:
    run = record(run_started(), decided(choice="b"), run_finished()).runs["r1"]
    assert [step.choice for step in run.steps] == ["b"]
    assert (run.ending, run.end, run.open) == ("calm", "good", False)
    assert (run.started_at, run.last_at) == (moment(0), moment(2))


def test_nothing_happens_after_the_end_of_a_run() -> None:
    run = record(run_started(), run_finished(), decided(), run_abandoned()).runs["r1"]
    assert (run.steps, run.abandoned, run.last_at) == ((), False, moment(1))
    run = record(run_started(), run_abandoned(), decided(), run_finished()).runs["r1"]
    assert (run.steps, run.ending, run.abandoned) == ((), "", True)


def test_a_decision_without_a_run_is_left_out() -> None:
    assert record(decided("r7"), run_finished("r7")).runs == {}


def test_the_run_that_counts_is_the_one_that_ended_first() -> None:
    history = (run_started("r1"), run_started("r2"), run_finished("r2"), run_finished("r1"))
    counting = counting_run(record(*history), "ford")
    assert counting is not None
    assert counting.start.run == "r2"
    assert counting_run(record(run_started()), "ford") is None


# Any history


@given(histories, clocks, st.data())
def test_folding_in_pieces_is_folding_at_once(
    history: list[Happening], clock: Callable[[], datetime], data: st.DataObject
) -> None:
    listed = events(history, clock=clock)
    cut = data.draw(st.integers(0, len(listed)))
    assert fold(fold(Progress(), listed[:cut]), listed[cut:]) == fold(Progress(), listed)


@given(histories, clocks)
def test_saving_and_loading_after_each_event_changes_nothing(
    history: list[Happening], clock: Callable[[], datetime]
) -> None:
    progress, listed = Progress(), events(history, clock=clock)
    for event in listed:
        progress = fold(progress, [event])
        progress = Progress.model_validate_json(progress.model_dump_json())
    assert progress == fold(Progress(), listed)


@given(histories, histories)
def test_the_progress_that_was_given_stays_as_it_was(
    before: list[Happening], then: list[Happening]
) -> None:
    progress = fold(Progress(), events(before))
    text = progress.model_dump_json()
    fold(progress, events(then))
    assert progress.model_dump_json() == text


@given(histories)
def test_counts_stay_within_bounds(history: list[Happening]) -> None:
    progress = fold(Progress(), events(history))
    assert progress.events == len(history)
    for module in progress.modules.values():
        for found in module.items.values():
            assert 0 <= found.right <= found.attempts >= max(1, found.exams)
            assert 0 <= found.last <= found.best <= 1


# Several devices


def two_devices() -> list[Event]:
    """Device d2 had its clock set back by an hour in the middle."""
    back = [moment(1.5), moment(2.5), moment(-3600), moment(-3599)]
    first = events([page()] * 4, "d1", ticking())
    return first + events([page()] * 4, "d2", iter(back).__next__)


@given(st.permutations(two_devices()))
def test_the_order_does_not_depend_on_the_order_given(shuffled: list[Event]) -> None:
    assert ordered(shuffled) == ordered(two_devices())


def test_devices_are_merged_by_time_and_keep_their_own_order() -> None:
    merged = [event.id for event in ordered(two_devices())]
    assert merged == ["d1-0", "d1-1", "d2-0", "d1-2", "d2-1", "d2-2", "d2-3", "d1-3"]


# Speed


def test_folding_takes_less_than_twice_the_time_of_parsing() -> None:
    history: list[Happening] = []
    for number in range(400):
        attempt = f"t{number}"
        history.append(quiz(attempt, PRACTICE))
        history += [answer(f"q{n + number % 50}", attempt=attempt) for n in range(7)]
        history += [page(f"roots/p{number % 60}"), finished(attempt, PRACTICE)]
    listed = events(history)
    lines = [event.model_dump_json().encode() for event in listed]
    gc.disable()
    try:
        parsing = fastest(lambda: [Event.model_validate_json(line) for line in lines])
        folding = fastest(lambda: fold(Progress(), listed))
    finally:
        gc.enable()
    assert folding < 2 * parsing


def fastest(action) -> float:
    """Seconds of processor time, the best of five."""
    times = []
    for _ in range(5):
        begin = time.process_time()
        action()
        times.append(time.process_time() - begin)
    return min(times)
