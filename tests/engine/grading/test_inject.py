import pytest

from tests.engine.examples import inject
from tutor.engine import grading
from tutor.model.items import PlanChange
from tutor.model.items.inject import STEPS
from tutor.model.responses import Choice


def earned(item: PlanChange) -> list[float]:
    return [grading.grade(item, Choice(chosen=(step,))).fraction for step in STEPS]


def test_the_panel_decides() -> None:
    assert earned(inject((0, 1, 6, 3, 0))) == pytest.approx([0, 1 / 6, 1, 1 / 2, 0])
    assert earned(inject((5, 0, 0, 5, 0))) == [1, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("best", "fractions"),
    [(1, [0, 0, 0.5, 1, 0.5]), (-2, [1, 0.5, 0, 0, 0]), (0, [0, 0.5, 1, 0.5, 0])],
)
def test_without_a_panel_each_step_away_costs_a_half(best: int, fractions: list[float]) -> None:
    assert earned(inject(None, best)) == fractions


def test_two_answers_or_a_foreign_one_are_none() -> None:
    for chosen in (("0", "+1"), ("3",), ("a",), ()):
        assert not grading.answered(inject(), Choice(chosen=chosen))
    assert grading.grade(inject(), Choice(chosen=("0", "0"))).fraction == 1


def test_rules_and_sentences_name_the_panel_or_the_author() -> None:
    item = inject()
    response = Choice(chosen=("+1",))
    assert "panel of 10" in grading.rule(item)
    said = grading.sentence(item, response, grading.grade(item, response))
    assert said == "3 of 10 on the panel gave this answer."
    own = inject(None, 2)
    assert "1/2" in grading.rule(own)
    assert "one step away" in grading.sentence(own, response, grading.grade(own, response))
    same = Choice(chosen=("+2",))
    assert "same answer" in grading.sentence(own, same, grading.grade(own, same))
