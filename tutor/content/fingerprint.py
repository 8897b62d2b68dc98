"""Two short hashes per question: a change of meaning asks it once more, one of wording does not.

Meaning: kind, letters, key, order, bins, what is accepted, credit, harm; for a node where its
choices lead, what they are worth, need and do. Wording: the texts that a learner reads. Neither:
notes, sources, difficulty, use and the other keys that change nothing for the learner's record.
An id that was renamed counts as what it was called first (`was`), so a new name asks nobody again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from enum import Enum
from hashlib import sha256

from pydantic import BaseModel

from tutor.model.course import Lesson
from tutor.model.items import Item
from tutor.model.library import Fingerprint
from tutor.model.scenario import Node, Scenario

LENGTH = 16
"""Hexadecimal characters kept: 64 bits, far more than a course has blocks."""


Split = tuple[dict[str, object], dict[str, object]]
"""What a value means and how it is worded."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MEANING = _words(
    "kind correct answer accept fuzzy bin credit harm flaw tolerance unit quality panel "
    "panel_best to needs effects end start min max clock"
)
WORDING = _words(
    "prompt vignette text text_if cue cue_if why left right wrong extra near hints choices task "
    "model rubric document plan inject sender dtg channel debrief label title role briefing intent "
    "begins discuss"
)
NEITHER = _words(
    "id objective objectives source use difficulty pin_last sensitivity notes was misconception "
    "scoring summary ask"
)
STRUCTURE = frozenset({"answers", "gaps", "bins"})
"""Looked into: letters and names are meaning, the parts are sorted by name."""


def of_item(item: Item) -> Fingerprint:
    """The fingerprint of a question."""
    return _fingerprint(*_split(item, ordered=item.kind == "order"))


def of_items(items: Mapping[str, Item]) -> dict[str, Fingerprint]:
    """By question id."""
    return {name: of_item(item) for name, item in items.items()}


def of_scenario(scenario: Scenario) -> dict[str, Fingerprint]:
    """Of the scenario as `scenario:<id>` and of each node as `node:<scenario>:<id>`."""
    first = {name: _first(name, node.was) for name, node in scenario.nodes.items()}
    nodes = {name: _of_node(node, first) for name, node in scenario.nodes.items()}
    head = _split(scenario.head)
    start = {"start": first.get(scenario.start, scenario.start)}
    heads = [(head[0] | start, head[1]), *map(_split, scenario.indicators.values())]
    meaning = {
        "head": [head[0] for head in heads],
        "names": [sorted(scenario.indicators), sorted(scenario.facts)],
        "nodes": {first[name]: parts[0] for name, parts in nodes.items()},
    }
    wording = {
        "head": [head[1] for head in heads],
        "facts": scenario.facts,
        "nodes": {first[name]: parts[1] for name, parts in nodes.items()},
    }
    found = {f"scenario:{scenario.id}": _fingerprint(meaning, wording)}
    for name, parts in nodes.items():
        found[f"node:{scenario.id}:{name}"] = _fingerprint(*parts)
    return found


def of_lessons(lessons: Iterable[Lesson]) -> dict[str, Fingerprint]:
    """Of each page as `page:<lesson>/<page>`; a page has no key, its meaning is its id."""
    return {
        f"page:{lesson.id}/{page.id}": _fingerprint(_first(page.id, page.was), _split(page)[1])
        for lesson in lessons
        for page in lesson.pages
    }


def _first(name: str, was: tuple[str, ...]) -> str:
    return was[0] if was else name


def _of_node(node: Node, first: Mapping[str, str]) -> Split:
    """A node whose choices lead to what the nodes were called first."""
    whole = {
        letter: choice.model_copy(update={"to": first.get(choice.to, choice.to)})
        for letter, choice in node.answers.items()
    }
    return _split(node.model_copy(update={"answers": whole}))


def _split(value: BaseModel, *, ordered: bool = False) -> Split:
    """What a value means and how it is worded."""
    meaning: dict[str, object] = {}
    wording: dict[str, object] = {}
    for name in type(value).model_fields:
        part = getattr(value, name)
        if name in MEANING:
            meaning[name] = _plain(part)
        elif name in WORDING:
            wording[name] = _plain(part)
        elif name in STRUCTURE:
            if name == "answers":
                meaning["letters"] = list(part) if ordered else sorted(part)
            inner = {key: _of_answer(answer) for key, answer in part.items()}
            meaning[name] = {key: parts[0] for key, parts in inner.items()}
            wording[name] = {key: parts[1] for key, parts in inner.items()}
    return meaning, wording


def _of_answer(answer: object) -> tuple[object, object]:
    if isinstance(answer, BaseModel):
        meaning, wording = _split(answer)
        return meaning, wording
    return None, _plain(answer)


def _plain(value: object) -> object:
    """Values that JSON knows."""
    if isinstance(value, BaseModel):
        return {name: _plain(part) for name, part in value.__dict__.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, _plain(asdict(value))]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _fingerprint(meaning: object, wording: object) -> Fingerprint:
    return Fingerprint(meaning=_hash(meaning), wording=_hash(wording))


def _hash(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
