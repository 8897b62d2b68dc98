"""A module on paper: whole for the instructor, without any key for everybody else."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydantic import BaseModel

from tests.kinds import KINDS_COURSE
from tests.paper.html_reader import Page
from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.content.library import Library, bundled_courses
from tutor.engine import playthrough
from tutor.model.items import Item, Multiple, Single, Statements, TrueFalse
from tutor.model.library import Module
from tutor.paper.document import words
from tutor.paper.handout import WITH_KEY, handout
from tutor.paper.writers import written
from tutor.study.frames.handout import Handout
from tutor.study.handout import handout as on_paper
from tutor.study.material import Material

SECRET_FIELDS = frozenset(
    {"why", "hints", "notes", "discuss", "debrief", "cue", "model", "rubric", "right", "wrong"}
)
"""What an author writes for after the answer or for the instructor. `right` of a pair is asked."""


@cache
def material(ref: str, root: Path) -> Material:
    library = Library.open([root])
    return Material(library.course(ref.split("/")[0]), library.module(ref))


def bundled() -> list[tuple[str, Path]]:
    folder = bundled_courses()
    assert folder is not None
    found = [
        (f"{course.head.id}/{name}", folder)
        for course in Library.open([folder]).courses
        for name in course.modules
    ]
    assert len(found) >= 10
    return [*found, ("kinds/tour", KINDS_COURSE), ("bridge/crossing", BRIDGE)]


MODULES = pytest.mark.parametrize(("ref", "root"), bundled(), ids=lambda one: str(one)[-24:])


def page(one: Material, *, with_key: bool) -> Page:
    return Page(written(handout(on_paper(one, Random, with_key=with_key)), "html"))


def secrets(value: Any, kind: str = "") -> Iterator[str]:
    """Every text below a secret field."""
    if isinstance(value, BaseModel):
        kind = getattr(value, "kind", type(value).__name__)
        for name in type(value).model_fields:
            if name in SECRET_FIELDS and not (kind == "Pair" and name == "right"):
                yield from texts(getattr(value, name))
            else:
                yield from secrets(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from secrets(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from secrets(one)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def begins(text: str) -> str:
    """The beginning of a text before anything that Markdown or a citation changes."""
    for sign in ("[", "*", "`", "\n", "|", "#", "\\"):
        text = text.split(sign, 1)[0]
    return " ".join(words(text)[0].text.split())


@MODULES
def test_without_the_key_no_secret_is_on_the_paper(ref: str, root: Path) -> None:
    one = material(ref, root)
    found = page(one, with_key=False)
    assert not found.faults
    hidden = [begins(text) for text in secrets(one.module) if len(begins(text)) > 30]
    assert len(hidden) > 3
    assert [text for text in hidden if text in found.text] == []
    for word in ("For the instructor", WITH_KEY, "harmful)", "good ending", "poor ending"):
        assert word not in found.text


@MODULES
def test_with_the_key_every_explanation_and_note_is(ref: str, root: Path) -> None:
    one = material(ref, root)
    found = page(one, with_key=True)
    assert not found.faults
    assert WITH_KEY in found.text
    played = one.module.model_copy(update={"exercises": {}})  # those are in the class's guide
    misses = [text for text in map(begins, secrets(played)) if text not in found.text]
    assert misses == []


@MODULES
def test_every_question_and_situation_is_on_the_paper(ref: str, root: Path) -> None:
    one = material(ref, root)
    found = page(one, with_key=False)
    for lesson in one.module.lessons:
        for text in (lesson.head.title, *(page.title for page in lesson.pages)):
            assert begins(text) in found.text
    asked = [begins(item.prompt.split("{{")[0]) for item in one.module.items.values()]
    told = [begins(node.text) for s in one.module.scenarios.values() for node in s.nodes.values()]
    assert [text for text in (*asked, *told) if text not in found.text] == []


def with_other_keys(module: Module) -> Module:
    """The same texts to read, with other right answers, explanations, qualities and notes."""
    items = {name: _other(item) for name, item in module.items.items()}
    scenarios = {}
    for name, scenario in module.scenarios.items():
        nodes = {}
        for key, node in scenario.nodes.items():
            answers = {
                letter: one.model_copy(
                    update={"quality": 3 - one.quality, "why": "SECRET", "harm": not one.harm}
                )
                for letter, one in node.answers.items()
            }
            other = {"answers": answers, "notes": "SECRET", "discuss": "SECRET", "cue": "SECRET"}
            if node.end:
                other |= {"end": "poor" if node.end == "good" else "good", "debrief": "SECRET"}
            nodes[key] = node.model_copy(update=other)
        scenarios[name] = scenario.model_copy(update={"nodes": nodes})
    return module.model_copy(update={"items": items, "scenarios": scenarios})


def _other(item: Item) -> Item:
    change: dict[str, Any] = {"notes": "SECRET", "hints": ("SECRET",), "difficulty": 5}
    match item:
        case Single():
            rest = [x for x in item.answers if x != item.correct]
            rest.sort(key=lambda x: item.answers[x].credit is not None)
            change["correct"] = rest[0]
            assert item.answers[rest[0]].credit is None, "its rule would say another thing"
        case Multiple():
            wrong = [x for x in item.answers if x not in item.correct]
            pool = [*wrong, *item.correct]
            change["correct"] = tuple(pool[: len(item.correct)])
        case Statements():
            change["answers"] = {
                x: one.model_copy(update={"answer": not one.answer, "why": "SECRET"})
                for x, one in item.answers.items()
            }
        case TrueFalse():
            change |= {"answer": not item.answer, "right": "SECRET", "wrong": "SECRET"}
        case _:
            change |= {"why": "SECRET"} if "why" in type(item).model_fields else {}
    if isinstance(item, Single | Multiple):
        change["answers"] = {
            x: one.model_copy(update={"why": "SECRET", "harm": False})
            for x, one in item.answers.items()
        }
    return item.model_copy(update=change)


@MODULES
def test_the_paper_is_the_same_whatever_the_key(ref: str, root: Path) -> None:
    one = material(ref, root)
    other = Material(one.course, with_other_keys(one.module))
    for form in ("html", "md"):
        first, second = (
            written(handout(on_paper(each, Random, with_key=False)), form) for each in (one, other)
        )
        assert first == second
    assert b"SECRET" in written(handout(on_paper(other, Random, with_key=True)), "md")


@MODULES
def test_letters_are_the_same_with_and_without_the_key(ref: str, root: Path) -> None:
    one = material(ref, root)
    bare, full = (on_paper(one, Random, with_key=key) for key in (False, True))
    assert bare.key is None
    assert bare.questions == full.questions
    assert bare.scenarios == full.scenarios


@MODULES
def test_played_by_the_paper_a_scenario_goes_where_the_program_goes(ref: str, root: Path) -> None:
    one = material(ref, root)
    paper = on_paper(one, Random, with_key=True)
    for place, scenario in enumerate(one.module.scenarios.values()):
        for seed in range(5):
            follow(paper, place, scenario, Random(f"{ref}{seed}"))


def follow(paper: Handout, place: int, scenario: Any, dice: Random) -> None:
    """One random run in the program, with a finger on the paper."""
    assert paper.key is not None
    sheet, key = paper.scenarios[place], paper.key
    table = {(row.node, row.letter): row for row in sheet.outcomes}
    numbers = {key.nodes[place, n].id: node.number for n, node in enumerate(sheet.nodes)}
    state = playthrough.begin(scenario)
    assert numbers[state.node] == 1
    for _ in range(200):
        offered = playthrough.available(scenario, state)
        node = sheet.nodes[numbers[state.node] - 1]
        assert bool(node.choices) is not playthrough.is_end(scenario, state)
        if not offered:
            return
        letter = dice.choice(sorted(offered))
        choice = offered[letter]
        texts = [c.letter for c in node.choices if c.text == choice.text]
        rows = [table[node.number, one] for one in texts]
        state = playthrough.choose(scenario, state, letter)
        assert numbers[state.node] in [row.to for row in rows]
        assert len(choice.effects) in [len(row.changes) for row in rows]
    raise AssertionError("the scenario has no end")


def test_conditions_are_said_in_words() -> None:
    scenario = on_paper(material("bridge/crossing", BRIDGE), Random, with_key=False).scenarios[0]
    needs = {c.needs for node in scenario.nodes for c in node.choices if c.needs}
    assert needs == {"fact 1 is noted and (Trust is 3 or more or not (Trust is less than 1))"}
    changes = {change for row in scenario.outcomes for change in row.changes}
    assert changes == {
        "Trust +2",
        "Trust -1",
        "Trust -3",
        "Note fact 1: You know when the traders come",
    }


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run(["--courses", str(BRIDGE), "print", "bridge/crossing"]) == 0
    assert run(["--courses", str(BRIDGE), "print", "bridge/crossing", "--key"]) == 0
    assert run(["print", "wps/nothing"]) == 2
    found = sorted(path.name for path in tmp_path.iterdir())
    assert found == ["bridge-crossing-key.html", "bridge-crossing.html"]
