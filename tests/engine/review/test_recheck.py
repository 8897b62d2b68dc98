"""Confidently wrong: on the list until it was right at 1, 7 and 21 days."""

from datetime import timedelta

import pytest

from tests.store.samples import MODULE, NOON, answer, dated
from tutor.engine.progress import fold
from tutor.engine.review.recheck import due_on, is_confidently_wrong
from tutor.model.progress import Progress
from tutor.model.record import Answered, Happening, Outcome, Verdict
from tutor.model.review import Recheck

Dated = tuple[float, Happening]
SURE = answer(right=False, confidence=3)


def recheck(*entries: Dated) -> Recheck | None:
    return fold(Progress(), dated(*entries)).module(MODULE).items["q1"].recheck


def next_day(*entries: Dated) -> int | None:
    """Days from the first day to the next check."""
    found = recheck(*entries)
    return None if found is None else (due_on(found) - NOON.date()).days


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (SURE, True),
        (answer(right=False, confidence=2), False),
        (answer(right=False), False),
        (answer(confidence=3), False),
        (answer(confidence=3, verdict=Verdict(outcome=Outcome.PARTLY, fraction=0.5)), True),
        (answer(confidence=3, verdict=Verdict(outcome=Outcome.PARTLY, fraction=0.6)), False),
    ],
)
def test_sure_and_wrong(what: Answered, expected: bool) -> None:
    assert is_confidently_wrong(what) == expected
    assert (recheck((0, what)) is not None) == expected


def test_the_series_is_one_seven_and_twenty_one_days() -> None:
    entries: list[Dated] = [(0.0, SURE)]
    for day, after_it in ((1, 7), (7, 21), (21, None)):
        assert next_day(*entries) == day
        entries.append((float(day), answer()))
        assert next_day(*entries) == after_it


def test_a_right_answer_too_early_ticks_nothing() -> None:
    assert next_day((0, SURE), (0.2, answer())) == 1
    assert next_day((0, SURE), (1, answer()), (5, answer())) == 7


def test_who_comes_late_has_one_answer_to_give() -> None:
    assert next_day((0, SURE), (9, answer())) == 21
    assert next_day((0, SURE), (30, answer())) is None


def test_a_wrong_answer_begins_anew_whatever_the_confidence() -> None:
    assert next_day((0, SURE), (1, answer()), (7, answer(right=False))) == 8


@pytest.mark.parametrize("weak", [answer(hints=1), answer(tries=2)])
def test_a_right_answer_with_help_ticks_nothing(weak: Answered) -> None:
    assert recheck((0, SURE), (1, weak)) == Recheck(since=NOON)


def test_a_second_try_is_not_the_answer_that_was_sure() -> None:
    assert recheck((0, answer()), (0, answer(right=False, confidence=3, tries=2))) is None


def test_the_time_counts_from_the_answer() -> None:
    found = recheck((0, SURE), (1, answer()))
    assert found == Recheck(since=NOON, done=1)
    assert due_on(Recheck(since=NOON + timedelta(hours=11, minutes=59))) == due_on(
        Recheck(since=NOON)
    )
