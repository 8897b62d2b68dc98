"""Every bundled course: no findings, every scenario walked, every question gradable."""

import random
from collections.abc import Callable
from functools import cache

import pytest

from tutor.content.check import check
from tutor.content.diagnostics import Severity
from tutor.content.library import Library, bundled_courses
from tutor.content.render import render
from tutor.content.rules.punctuation import CUES
from tutor.engine import grading, playthrough
from tutor.engine.analysis import Analysis, analyse
from tutor.engine.read_time import module_minutes
from tutor.model.items import Single, Use
from tutor.model.library import Module

LIBRARY = Library.open([bundled_courses()])
MODULES = [f"{course.head.id}/{module}" for course in LIBRARY.courses for module in course.modules]
SCENARIOS = [(ref, name) for ref in MODULES for name in LIBRARY.module(ref).scenarios]
ABSOLUTE = ("always", "never", "only", "all", "none", "every", "must", "cannot", "nobody")


@cache
def analysis_of(ref: str, name: str) -> Analysis:
    return analyse(LIBRARY.module(ref).scenarios[name], random.Random(1))


def test_there_are_only_notes() -> None:
    report = check([bundled_courses()])
    serious = [one for one in report.diagnostics if one.severity is not Severity.NOTE]
    assert not serious, render(report, "short")


@pytest.mark.parametrize("ref", MODULES)
def test_every_question_is_worth_its_points(ref: str) -> None:
    for item in LIBRARY.module(ref).items.values():
        assert grading.grade(item, grading.blank(item)).fraction == 0, item.id
        verdict = grading.grade(item, grading.key(item))
        assert verdict.fraction == 1 or verdict.outcome == "not gradable", item.id


@pytest.mark.parametrize("ref", MODULES)
def test_the_quiz_can_be_drawn_with_three_questions_on_each_objective(ref: str) -> None:
    module = LIBRARY.module(ref)
    exam = [item for item in module.items.values() if Use.EXAM in item.use]
    assert len(exam) >= module.head.quiz_items
    for objective in module.head.objectives:
        assert sum(item.objective == objective.id for item in exam) >= 3, objective.id


@pytest.mark.parametrize("ref", MODULES)
def test_minutes_match_the_text(ref: str) -> None:
    module = LIBRARY.module(ref)
    assert module.head.minutes == pytest.approx(module_minutes(module), rel=0.2)


@pytest.mark.parametrize(("ref", "name"), SCENARIOS)
def test_a_scenario_holds_together(ref: str, name: str) -> None:
    found = analysis_of(ref, name)
    assert not found.sampled
    assert found.unreachable == ()
    assert found.dead_ends == ()
    assert found.no_way_out == ()
    assert found.never_offered == ()
    assert found.unread_indicators == ()
    assert found.unread_facts == ()
    assert found.dominated == ()
    assert min(found.endings.values()) >= 0.05


@pytest.mark.parametrize(("ref", "name"), SCENARIOS)
def test_no_poor_ending_has_a_better_decision_score_than_a_good_one(ref: str, name: str) -> None:
    scenario = LIBRARY.module(ref).scenarios[name]
    scores = analysis_of(ref, name).score_by_ending
    good = [scores[n.id].lowest.ratio for n in scenario.nodes.values() if n.end == "good"]
    poor = [scores[n.id].highest.ratio for n in scenario.nodes.values() if n.end == "poor"]
    assert max(poor) < min(good)


@pytest.mark.parametrize(("ref", "name"), SCENARIOS)
def test_the_best_path_costs_nothing(ref: str, name: str) -> None:
    scenario, found = LIBRARY.module(ref).scenarios[name], analysis_of(ref, name)
    assert found.best_path is not None
    state = playthrough.begin(scenario)
    for letter in found.best_path.letters:
        before, best = state, playthrough.best_quality(scenario, state)
        quality = playthrough.available(scenario, state)[letter].quality
        state = playthrough.choose(scenario, state, letter)
        assert found.regret(before, state, quality, best) == 0
    assert playthrough.is_end(scenario, state)


@pytest.mark.parametrize(("ref", "name"), SCENARIOS)
def test_the_best_choice_everywhere_leads_to_a_good_ending(ref: str, name: str) -> None:
    scenario = LIBRARY.module(ref).scenarios[name]
    state = playthrough.begin(scenario)
    for _ in range(100):
        offered = playthrough.available(scenario, state)
        if not offered:
            break
        best = max(offered, key=lambda letter: offered[letter].quality)
        state = playthrough.choose(scenario, state, best)
    assert scenario.nodes[state.node].end == "good"


@pytest.mark.parametrize(("ref", "name"), SCENARIOS)
def test_random_walks_end_and_reach_every_ending(ref: str, name: str) -> None:
    scenario, dice, reached = LIBRARY.module(ref).scenarios[name], random.Random(7), set()
    for _ in range(200):
        state = playthrough.begin(scenario)
        for _ in range(200):
            if playthrough.is_end(scenario, state):
                break
            state = playthrough.choose(
                scenario, state, dice.choice(list(playthrough.available(scenario, state)))
            )
        assert playthrough.is_end(scenario, state)
        reached.add(state.node)
    assert reached == {node.id for node in scenario.nodes.values() if node.end}


# A reader who answers from the form only


def singles(modules: list[Module]) -> list[Single]:
    return [i for module in modules for i in module.items.values() if isinstance(i, Single)]


def longest(item: Single) -> list[str]:
    top = max(len(answer.text) for answer in item.answers.values())
    return [key for key, answer in item.answers.items() if len(answer.text) == top]


def shortest(item: Single) -> list[str]:
    low = min(len(answer.text) for answer in item.answers.values())
    return [key for key, answer in item.answers.items() if len(answer.text) == low]


def first(item: Single) -> list[str]:
    return ["a"]


def not_absolute(item: Single) -> list[str]:
    """All the answers without an absolute word; with all of them if each has one."""
    plain = [
        key
        for key, answer in item.answers.items()
        if not set(answer.text.casefold().replace(",", " ").replace(".", " ").split())
        & set(ABSOLUTE)
    ]
    return plain or list(item.answers)


def most(cue: Callable[[str], int]) -> Callable[[Single], list[str]]:
    def habit(item: Single) -> list[str]:
        top = max(cue(answer.text) for answer in item.answers.values())
        return [key for key, answer in item.answers.items() if cue(answer.text) == top]

    return habit


HABITS = [longest, shortest, first, not_absolute, *(most(cue) for _, cue in CUES)]


@pytest.mark.parametrize("habit", HABITS)
def test_a_reader_of_the_form_alone_scores_no_better_than_chance(habit) -> None:  # type: ignore[no-untyped-def]
    items = singles([LIBRARY.module(ref) for ref in MODULES])
    score = sum((item.correct in (c := habit(item))) / len(c) for item in items) / len(items)
    chance = sum(1 / len(item.answers) for item in items) / len(items)
    assert score <= chance + 0.05, f"{score:.3f} against {chance:.3f} over {len(items)} questions"
