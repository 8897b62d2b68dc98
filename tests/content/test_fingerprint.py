"""Meaning and wording: what asks a question once more and what does not."""

import shutil
from pathlib import Path

import pytest

from tests.content.courses import BRIDGE, QUESTIONS, REF, SCENARIO, bridge, change, opened
from tests.kinds import KINDS_COURSE
from tutor.content import fingerprint
from tutor.content.files import Folder
from tutor.content.fingerprint import of_items
from tutor.content.gather import everything
from tutor.content.lift import inner_model
from tutor.content.read import Reader
from tutor.model.items import KINDS
from tutor.model.library import Fingerprint
from tutor.model.scenario import Indicator, Inject, Node, NodeChoice, ScenarioHead

CLASSIFIED = fingerprint.MEANING | fingerprint.WORDING | fingerprint.NEITHER | fingerprint.STRUCTURE


def prints(course: Path) -> dict[str, Fingerprint]:
    return opened(course).module(REF).fingerprints


def test_every_field_of_every_kind_is_classified_once() -> None:
    models = {*KINDS.values(), Node, NodeChoice, ScenarioHead, Indicator, Inject}
    for kind in KINDS.values():
        for name in fingerprint.STRUCTURE:
            field = kind.model_fields.get(name)
            inner = inner_model(field.annotation) if field else None
            models |= {inner} if inner else set()
    for model in models:
        assert set(model.model_fields) <= CLASSIFIED, model.__name__
    groups = (fingerprint.MEANING, fingerprint.WORDING, fingerprint.NEITHER)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))


def test_the_same_course_gives_the_same_sixteen_characters(tmp_path: Path) -> None:
    first = prints(BRIDGE)
    assert first == prints(bridge(tmp_path))
    assert all(len(one.meaning) == len(one.wording) == 16 for one in first.values())


@pytest.mark.parametrize(
    ("old", "new", "key", "changed"),
    [
        ("Which resolution opened", "Which of them opened", "q-single", "wording"),
        ("The first of ten.", "It is the first.", "q-single", "wording"),
        ('correct = "a"', 'correct = "b"', "q-single", "meaning"),
        ("b.credit = 0.5", "b.credit = 0.25", "q-single", "meaning"),
        ("c.harm = true", "c.harm = false", "q-single", "meaning"),
        ('correct = ["a", "b"]', 'correct = ["a"]', "q-multiple", "meaning"),
        ("answer = false", "answer = true", "q-true", "meaning"),
        ('"toll", "the toll"', '"toll", "a toll"', "q-short", "meaning"),
        ("a = '''Look'''\nb = '''Ask'''", "b = '''Ask'''\na = '''Look'''", "q-order", "meaning"),
        ("extra = ['''Waits''']", "extra = ['''Sleeps''']", "q-match", "wording"),
        ("difficulty = 1", "difficulty = 3", "q-true", ""),
        ('source = "unscr-1325"', 'source = "handbook"', "q-single", ""),
    ],
)
def test_questions(tmp_path: Path, old: str, new: str, key: str, changed: str) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, old, new)
    _compare(prints(course), {key: changed})


@pytest.mark.parametrize(
    ("old", "new", "key", "changed"),
    [
        ("b.answer  = false", "b.answer  = true", "q-who-does-what", "meaning"),
        ('a.bin     = "inside"', 'a.bin     = "outside"', "q-inside-outside", "meaning"),
        ("Inside: our own force", "Inside our force", "q-inside-outside", "wording"),
        ("drive.accept  = [", "drive.accept  = ['''own''', ", "q-duty", "meaning"),
        ("'''legal advisor'''", "'''lawyer'''", "q-duty", "wording"),
        ("owner.correct = '''commander", "owner.correct = '''legal advisor", "q-duty", "meaning"),
        ("Responsibility cannot be", "It cannot be", "q-duty", "wording"),
        ("tolerance = 0.1", "tolerance = 0.2", "q-waiting", "meaning"),
        ('unit      = "hours"', 'unit      = "h"', "q-waiting", "meaning"),
        ("b.flaw    = true\n", "", "q-patrol-report", "meaning"),
        ("PATROL REPORT 14", "PATROL REPORT 15", "q-patrol-report", "wording"),
        ("d.quality = 2", "d.quality = 1", "q-first-hour", "meaning"),
        ("panel     = [6, 3", "panel     = [3, 6", "q-blankets", "meaning"),
        ("who carry the household", "who carry it", "q-blankets", "wording"),
        ("It names a unit", "It has a unit", "q-frago", "wording"),
        ("for yourself", "for you", "q-own-assumption", "wording"),
    ],
)
def test_every_kind(tmp_path: Path, old: str, new: str, key: str, changed: str) -> None:
    course = Path(shutil.copytree(KINDS_COURSE, tmp_path / "kinds"))
    before = kinds_prints(KINDS_COURSE)
    change(course, "tour/questions.toml", old, new)
    _compare(kinds_prints(course), {key: changed}, before)


def kinds_prints(course: Path) -> dict[str, Fingerprint]:
    view = everything(Reader(Folder.at(course)))
    return of_items({item.value.id: item.value for _, item in view.questions()})


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("The gate.", "A gate.", {"node:toll:gate": "wording", "scenario:toll": "wording"}),
        ("They know.", "They do.", {"node:toll:arrive": "wording", "scenario:toll": "wording"}),
        ('"trust +2"', '"trust +1"', {"node:toll:arrive": "meaning", "scenario:toll": "meaning"}),
        ("trust.start = 5", "trust.start = 4", {"scenario:toll": "meaning"}),
        ("trust >= 3", "trust >= 4", {"node:toll:gate": "meaning", "scenario:toll": "meaning"}),
    ],
)
def test_scenarios(tmp_path: Path, old: str, new: str, changed: dict[str, str]) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, old, new)
    _compare(prints(course), changed)


def _compare(
    after: dict[str, Fingerprint],
    changed: dict[str, str],
    before: dict[str, Fingerprint] | None = None,
) -> None:
    before = prints(BRIDGE) if before is None else before
    for key, one in before.items():
        differing = {
            part
            for part in ("meaning", "wording")
            if getattr(one, part) != getattr(after[key], part)
        }
        assert differing == ({changed[key]} if changed.get(key) else set()), key


def test_a_new_name_with_was_asks_nobody_again(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    path = course / SCENARIO
    text = path.read_text("utf-8").replace('"gate"', '"door"')
    path.write_text(text.replace("[gate]", '[door]\nwas = ["gate"]'), "utf-8")
    before, after = prints(BRIDGE), prints(course)
    assert after.pop("node:toll:door") == before.pop("node:toll:gate")
    assert after == before
    path.write_text(text.replace("[gate]", "[door]"), "utf-8")
    after = prints(course)
    assert after["scenario:toll"].meaning != before["scenario:toll"].meaning
    assert after["node:toll:arrive"].meaning != before["node:toll:arrive"].meaning
