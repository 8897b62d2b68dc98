"""A misconception stays on the list until two spaced right answers."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from tests.store.samples import (
    MODULE,
    NOON,
    answer,
    clocks,
    dated,
    decided,
    events,
    histories,
    run_started,
)
from tutor.engine.progress import fold
from tutor.engine.spacing import spaced
from tutor.model.mastery import Misconception
from tutor.model.progress import Progress
from tutor.model.record import Answered, Behaviour, Happening, Outcome, Verdict

Dated = tuple[float, Happening]


def chosen(item: str = "q1", **change: object) -> Answered:
    showing = Verdict(outcome=Outcome.INCORRECT, misconceptions=("myth",))
    return answer(item, right=False, verdict=showing, carries=("myth",), **change)


def right(item: str = "q1", **change: object) -> Answered:
    return answer(item, carries=("myth",), **change)


def myth(*entries: Dated) -> Misconception | None:
    return fold(Progress(), dated(*entries)).misconceptions.get("myth")


def held(*entries: Dated) -> bool:
    found = myth(*entries)
    assert found is not None
    return found.held


def test_it_is_listed_with_when_and_where() -> None:
    found = myth((0, chosen("q1")), (1, chosen("q2")), (2, chosen("q1")))
    assert found is not None
    first, second, third = (NOON + timedelta(days=day) for day in range(3))
    assert found.chosen == {"q1": third, "q2": second}
    assert (found.times, found.last_at, first in found.chosen.values()) == (3, third, False)


def test_a_right_answer_without_a_choice_before_puts_nothing_on_the_list() -> None:
    assert myth((0, right())) is None


def test_two_spaced_right_answers_take_it_away() -> None:
    assert held((0, chosen()), (1, right()))
    assert not held((0, chosen()), (1, right()), (2, right("q2")))


def test_answers_close_together_count_once() -> None:
    assert held((0, chosen()), (1, right()), (1.99, right("q2")))
    assert not held((0, chosen()), (1, right()), (1.99, right()), (2, right()))


@pytest.mark.parametrize(
    "weak",
    [
        right(tries=2),
        right(hints=1),
        right(behaviour=Behaviour.PRETEST),
        answer(carries=("slip",)),
        answer(right=False, carries=("myth",)),
    ],
    ids=["second try", "hint", "pre-test", "another misconception", "wrong"],
)
def test_other_answers_do_not_count(weak: Answered) -> None:
    assert held((0, chosen()), (1, right()), (2, weak))


def test_choosing_it_again_starts_anew() -> None:
    gone = [(0.0, chosen()), (1.0, right()), (2.0, right())]
    assert held(*gone, (3, chosen()))
    assert held(*gone, (3, chosen()), (4, right()))
    assert held((0, chosen()), (1, right()), (2, chosen()), (3, right()))


def test_a_pretest_and_a_second_try_can_show_one() -> None:
    assert held((0, chosen(behaviour=Behaviour.PRETEST)))
    assert held((0, chosen(tries=2)))


def test_a_decision_can_show_one() -> None:
    found = myth((0, run_started()), (0, decided(misconception="myth")))
    assert found is not None
    assert list(found.chosen) == [f"{MODULE}/ford/start"]


def test_it_is_one_list_for_all_modules() -> None:
    elsewhere = right("q7", module="hs/poc")
    assert not held((0, chosen()), (1, right()), (2, elsewhere))


@given(histories, clocks)
def test_it_leaves_the_list_only_after_two_spaced_answers(
    history: list[Happening], clock: Callable[[], datetime]
) -> None:
    for found in fold(Progress(), events(history, clock=clock)).misconceptions.values():
        assert found.held == (len(found.right) < 2)
        assert all(spaced(a, b) for a, b in zip(found.right, found.right[1:], strict=False))
        assert all(at >= found.last_at for at in found.right)
        assert found.times >= len(found.chosen)
