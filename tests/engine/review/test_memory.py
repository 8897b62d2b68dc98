"""The card of a question: what FSRS makes of it, and how it is folded from the journal."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import MODULE, NOON, answer, dated, finished, quiz
from tutor.engine.progress import fold
from tutor.engine.review.grade import Grade
from tutor.engine.review.memory import (
    LONGEST,
    PARAMETERS,
    interval,
    mean_retrievability,
    retrievability,
    reviewed,
)
from tutor.engine.review.schedule import RETENTIONS
from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord, Progress
from tutor.model.record import Behaviour, Happening, Outcome, Verdict
from tutor.model.review import Memory

GRADES = st.sampled_from(list(Grade))
REVIEWS = st.lists(st.tuples(GRADES, st.integers(1, 200)), min_size=1, max_size=12)


def played(reviews: list[tuple[Grade, int]]) -> tuple[Memory, datetime]:
    """A card after so many reviews, each so many days after the one before."""
    memory, at = None, NOON
    for grade, days in reviews:
        at += timedelta(days=days)
        memory = reviewed(memory, grade, at)
    assert memory is not None
    return memory, at


@given(REVIEWS, st.sampled_from(RETENTIONS))
def test_the_interval_is_the_one_that_the_library_would_give(
    reviews: list[tuple[Grade, int]], retention: float
) -> None:
    scheduler = fsrs.Scheduler(
        parameters=PARAMETERS,
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )
    card, at = fsrs.Card(card_id=1, due=NOON), NOON
    for grade, days in reviews:
        at += timedelta(days=days)
        card, _ = scheduler.review_card(card, fsrs.Rating(grade.value), at)
    memory, last = played(reviews)
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert (memory.last, memory.reviews) == (last, len(reviews))
    assert timedelta(days=interval(memory.stability, retention)) == card.due - last


@given(REVIEWS, st.integers(0, 300))
def test_memory_fades_and_reaches_ninety_per_cent_at_its_stability(
    reviews: list[tuple[Grade, int]], days: int
) -> None:
    memory, at = played(reviews)
    chances = [retrievability(memory, at + timedelta(days=day)) for day in (0, 1, days + 1)]
    assert chances[0] == chances[1]
    assert all(1 >= sooner >= later > 0 for sooner, later in pairwise(chances))
    exact = memory.model_copy(update={"stability": 20.0})
    assert retrievability(exact, at + timedelta(days=20)) == pytest.approx(0.9)


@given(REVIEWS)
def test_a_better_grade_never_makes_a_card_weaker(reviews: list[tuple[Grade, int]]) -> None:
    memory, at = played(reviews)
    later = at + timedelta(days=5)
    ranked = [reviewed(memory, grade, later).stability for grade in Grade]
    assert ranked == sorted(ranked)


def test_the_ladder_of_right_answers() -> None:
    memory, at, ladder = None, NOON, []
    for _ in range(5):
        memory = reviewed(memory, Grade.GOOD, at)
        ladder.append(interval(memory.stability, 0.9))
        at += timedelta(days=ladder[-1])
    assert ladder == [2, 11, 46, 163, 180]


def test_higher_retention_asks_sooner() -> None:
    days = [interval(30.0, retention) for retention in RETENTIONS]
    assert days == sorted(days, reverse=True)
    assert days[1] == 30
    assert interval(0.01, 0.9) == 1


def test_just_after_a_wrong_answer_the_bar_is_not_full() -> None:
    wrong, right = (reviewed(None, grade, NOON) for grade in (Grade.AGAIN, Grade.GOOD))
    assert retrievability(wrong, NOON) < 0.8 < retrievability(right, NOON) < 1


def test_any_time_zone_is_the_same_moment() -> None:
    east = timezone(timedelta(hours=5))
    here, there = (reviewed(None, Grade.GOOD, NOON.astimezone(zone)) for zone in (UTC, east))
    assert here == there
    assert there.last.utcoffset() == timedelta(0)


def test_the_bar_is_the_mean_and_empty_without_a_card() -> None:
    fresh, old = (
        Memory(stability=10.0, difficulty=5.0, last=NOON - timedelta(days=days)) for days in (0, 10)
    )
    expected = (0.9 + retrievability(fresh, NOON)) / 2
    assert mean_retrievability([fresh, old], NOON) == pytest.approx(expected)
    assert mean_retrievability([], NOON) is None


# From the journal


def item(*entries: tuple[float, Happening]) -> ItemRecord:
    return fold(Progress(), dated(*entries)).module(MODULE).items["q1"]


def card_after(*entries: tuple[float, Happening]) -> Memory:
    memory = item(*entries).memory
    assert memory is not None
    return memory


def test_a_first_answer_makes_a_card() -> None:
    assert card_after((0, answer())) == reviewed(None, Grade.GOOD, NOON)
    assert card_after((0, answer(right=False))) == reviewed(None, Grade.AGAIN, NOON)


def test_a_later_answer_moves_it() -> None:
    first = reviewed(None, Grade.GOOD, NOON)
    expected = reviewed(first, Grade.AGAIN, NOON + timedelta(days=3))
    assert card_after((0, answer()), (3, answer(right=False))) == expected


def test_one_answer_a_day_is_a_review() -> None:
    wrong_first = card_after((0, answer(right=False)), (0.2, answer()))
    assert wrong_first == reviewed(None, Grade.AGAIN, NOON)


def test_a_second_try_is_no_review() -> None:
    wrong = answer(attempt="t1", right=False)
    second = answer(attempt="t1", tries=2, score=2 / 3)
    history = (0.0, quiz("t1", Behaviour.PRACTICE)), (0.0, wrong), (1.0, second)
    assert card_after(*history) == reviewed(None, Grade.AGAIN, NOON)


def test_an_exam_reviews_when_it_is_handed_in() -> None:
    given_ = answer(attempt="t1", behaviour=Behaviour.EXAM)
    open_exam = [(0.0, quiz("t1")), (0.0, given_)]
    assert fold(Progress(), dated(*open_exam)).module(MODULE).items == {}
    assert card_after(*open_exam, (2.0, finished())).last == NOON + timedelta(days=2)


def test_a_pretest_leaves_no_card() -> None:
    given_ = answer(attempt="t1", behaviour=Behaviour.PRETEST)
    history = (0.0, quiz("t1", Behaviour.PRETEST)), (0.0, given_)
    closed = finished(behaviour=Behaviour.PRETEST)
    assert item(*history, (0.0, closed)).memory is None


def test_what_nobody_can_grade_has_no_card() -> None:
    free = answer(verdict=Verdict(outcome=Outcome.NOT_GRADABLE))
    assert fold(Progress(), dated((0, free))).module(MODULE).items == {}


def test_a_new_meaning_starts_a_new_card() -> None:
    other = answer(fingerprint=Fingerprint(meaning="m2", wording="w1"))
    assert card_after((0, answer()), (9, other)).reviews == 1


def test_sure_and_right_twice_makes_the_third_easy() -> None:
    sure = answer(confidence=3)
    twice = card_after((0, sure), (3, sure))
    assert twice.sure == 2
    third = card_after((0, sure), (3, sure), (10, answer()))
    expected = reviewed(twice, Grade.EASY, NOON + timedelta(days=10))
    assert third.stability == expected.stability
    assert third.sure == 0


def test_the_learners_own_time_is_a_mean_without_long_absences() -> None:
    history = [(0.0, answer(seconds=10.0)), (1.0, answer(seconds=20.0))]
    assert item(*history).seconds == pytest.approx(15)
    assert item((0, answer(seconds=90_000.0))).seconds == 300
