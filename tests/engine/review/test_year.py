"""A year of review with three invented learners: the queue stays humane, the forecasts honest.

The same simulation as `python -m bench.review_year`, with fewer questions. Bounds of the forecasts
are in shares; what is measured for the whole library stands in the output of the benchmark.
"""

import pytest

from bench.learners import HABITS
from bench.review_year import Simulation, Year, offers_after, readiness_on_target
from tutor.engine.review.schedule import MOST_ITEMS, MOST_SECONDS

QUESTIONS, DAYS, SEED = 90, 365, 1

ERROR = {"diligent": (0.06, 0.12), "irregular": (0.10, 0.20), "absent three weeks": (0.06, 0.12)}
"""Of a forecast for a topic a fortnight ahead: on average, and nine times in ten."""


@pytest.fixture(scope="module", params=HABITS, ids=lambda habit: habit.name)
def year(request: pytest.FixtureRequest) -> Year:
    """The year of each learner."""
    return Simulation(request.param, SEED, QUESTIONS).run(DAYS)


def test_no_day_offers_more_than_its_room(year: Year) -> None:
    assert len(year.offered) == DAYS
    assert 0 < max(year.offered) <= MOST_ITEMS
    assert max(year.seconds) <= MOST_SECONDS


def test_what_is_known_does_not_run_away(year: Year) -> None:
    """The learner who comes keeps nine answers of ten; who comes now and then keeps most."""
    least = 0.6 if year.habit.name == "irregular" else 0.85
    assert min(year.chance[200:]) >= least


def test_forecasts_are_within_the_stated_error(year: Year) -> None:
    mean_error, nine_in_ten = ERROR[year.habit.name]
    sorts = [year.if_nothing]
    if year.habit.name != "irregular":
        sorts.append(year.if_reviewed)
    for checks in sorts:
        assert len(checks.found) > 50
        assert checks.mean_error <= mean_error
        assert checks.nine_in_ten <= nine_in_ten


def test_who_was_away_three_weeks_is_checked_on_coming_back() -> None:
    found = Simulation(HABITS[2], SEED, QUESTIONS).run(170)
    back = next(day for day in range(151, 170) if found.present[day])
    assert next(day for day in found.catch_ups if day > 130) == back
    assert len(found.catch_ups) <= 3


def test_absence_makes_no_debt() -> None:
    """What is offered does not grow with the time away, neither at once nor in any day after."""
    offers = {away: offers_after(away, SEED, QUESTIONS, before=60) for away in (0, 14, 28, 112)}
    assert all(max(found) <= MOST_ITEMS for found in offers.values())
    back = [offers[away][0] for away in (14, 28, 112)]
    assert len(set(back)) == 1
    objectives = QUESTIONS // 5
    assert back[0] == min(MOST_ITEMS, objectives)


def test_a_target_date_makes_the_learner_ready_on_it() -> None:
    with_target = readiness_on_target(SEED, QUESTIONS, 150, on=150)
    assert with_target > readiness_on_target(SEED, QUESTIONS, None, on=150) + 0.01
