"""Further rounds of a pre-test: only where all was known, never more than a test-out takes."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import single
from tutor.engine import testing_out
from tutor.model.record import ObjectiveScore

NAMES = ("define", "apply", "judge")


def score(objective: str, earned: float, possible: int) -> ObjectiveScore:
    return ObjectiveScore(objective=objective, earned=earned, possible=float(possible))


def pool(*objectives: str):  # type: ignore[no-untyped-def]
    return [single(id=f"q{n}", objective=objective) for n, objective in enumerate(objectives)]


def further(scores, items):  # type: ignore[no-untyped-def]
    return testing_out.further(scores, items, exposures={}, dice=Random(1))


def test_one_question_a_round_where_all_was_known() -> None:
    items = pool("define", "define", "apply", "apply", "judge", "judge")
    scores = [score("define", 1, 1), score("apply", 0, 1), score("judge", 2, 2)]
    assert testing_out.within_reach(scores, items) == {"define": 2, "judge": 1}
    asked = {one.objective for one in items if one.id in further(scores, items)}
    assert asked == {"define", "judge"}
    assert len(further(scores, items)) == 2


def test_nothing_is_asked_where_the_questions_do_not_suffice() -> None:
    assert further([score("define", 1, 1)], pool("define", "apply")) == ()
    assert further([score("define", 3, 3)], pool("define")) == ()


@given(st.lists(st.sampled_from(NAMES), max_size=12), st.randoms(use_true_random=False), st.data())
def test_rounds_end_and_decide(names: list[str], dice: Random, data: st.DataObject) -> None:
    items, asked = pool(*names), list[str]()
    scores = {name: [1.0] for name in NAMES}
    for _ in range(testing_out.TEST_OUT_ITEMS):
        now = [score(name, sum(got), len(got)) for name, got in scores.items()]
        left = [one for one in items if one.id not in asked]
        drawn = testing_out.further(now, left, exposures={}, dice=dice)
        for one in left:
            if one.id in drawn:
                scores[one.objective].append(data.draw(st.sampled_from((0.0, 0.5, 0.9, 1.0))))
        asked += drawn
    for name, got in scores.items():
        final = score(name, sum(got), len(got))
        assert len(got) <= testing_out.TEST_OUT_ITEMS
        enough = names.count(name) >= testing_out.TEST_OUT_ITEMS - 1
        assert testing_out.is_out(final) <= enough
        if len(got) < testing_out.TEST_OUT_ITEMS:
            assert not enough or not testing_out.is_known(final)
