"""Meaning and wording: what asks a question once more and what does not."""

from pathlib import Path

import pytest

from tests.content.courses import BRIDGE, QUESTIONS, REF, SCENARIO, bridge, change, opened
from tutor.content import fingerprint
from tutor.content.lift import inner_model
from tutor.model.items import KINDS
from tutor.model.library import Fingerprint
from tutor.model.scenario import Indicator, Inject, Node, NodeChoice, ScenarioHead

CLASSIFIED = fingerprint.MEANING | fingerprint.WORDING | fingerprint.NEITHER | fingerprint.STRUCTURE


def prints(course: Path) -> dict[str, Fingerprint]:
    return opened(course).module(REF).fingerprints


def test_every_field_of_every_kind_is_classified_once() -> None:
    models = {*KINDS.values(), Node, NodeChoice, ScenarioHead, Indicator, Inject}
    for kind in KINDS.values():
        answers = kind.model_fields.get("answers")
        inner = inner_model(answers.annotation) if answers else None
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


def _compare(after: dict[str, Fingerprint], changed: dict[str, str]) -> None:
    before = prints(BRIDGE)
    for key, one in before.items():
        differing = {
            part
            for part in ("meaning", "wording")
            if getattr(one, part) != getattr(after[key], part)
        }
        assert differing == ({changed[key]} if changed.get(key) else set()), key
