from tests.engine.examples import single
from tests.engine.scenarios import council
from tutor.engine.read_time import (
    lesson_minutes,
    module_minutes,
    question_seconds,
    quiz_minutes,
    reading_seconds,
    scenario_minutes,
    words,
)
from tutor.model.course import Lesson, LessonHead, ModuleHead, Objective, Page
from tutor.model.items import Item
from tutor.model.library import Module


def lesson(count: int, ask: tuple[str, ...] = ()) -> Lesson:
    page = Page(id="p", title="word", text="word " * (count - 1), ask=ask)
    return Lesson(id="l", head=LessonHead(title="l", objectives=("o1",)), pages=(page,))


def test_only_what_is_read_counts() -> None:
    assert words("**Two** [words](term:genad) [@unscr-1325] - # | --- |") == 2
    assert words("") == 0


def test_reading_and_questions() -> None:
    assert reading_seconds("word " * 180) == 60
    assert question_seconds(single()) == 50
    assert question_seconds(single(vignette="word " * 90)) == 80


def test_minutes_are_rounded_up() -> None:
    assert lesson_minutes(lesson(180)) == 1
    assert lesson_minutes(lesson(181)) == 2
    assert lesson_minutes(lesson(180), [single(), single()]) == 3
    assert quiz_minutes([single()] * 6, 6) == 5
    assert quiz_minutes([single()] * 6, 60) == 5
    assert (quiz_minutes([single()] * 6), quiz_minutes([])) == (5, 0)


def test_a_scenario_counts_the_decisions_of_one_run() -> None:
    assert scenario_minutes(council(), ("arrive", "meet", "good")) == 3
    assert scenario_minutes(council(), ()) == 1
    assert 1 <= scenario_minutes(council()) <= 3


def test_a_module_is_the_sum_of_its_parts() -> None:
    head = ModuleHead.model_validate(
        {
            "title": "t",
            "topic": "poc",
            "summary": "s",
            "minutes": 10,
            "lessons": ("l",),
            "scenarios": ("s",),
            "objectives": (Objective(id="o1", text="Explain"),),
            "quiz_items": 6,
        }
    )
    items: dict[str, Item] = {f"q{i}": single() for i in range(6)}
    module = Module(
        ref="c/m",
        id="m",
        head=head,
        lessons=(lesson(180, ("q0", "gone")),),
        items=items,
        scenarios={"s": council()},
        fingerprints={},
    )
    assert module_minutes(module) == 2 + scenario_minutes(council()) + 5
