"""Out and in again: the same question, up to what was listed. Nothing unlisted is ever lost."""

from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings

from tests.content.interop.banks import banks
from tests.content.interop.strategies import items
from tutor.content.files import Folder
from tutor.content.interop.blocks import block
from tutor.content.interop.formats import FORMATS, Candidate
from tutor.content.interop.importing import imported
from tutor.content.interop.keys import keys_of
from tutor.content.interop.loss import WHOLE
from tutor.content.read import QUESTIONS, Reader
from tutor.model.items import KINDS, Item

HELD = {
    "moodle": {"harm", "fuzzy", "sensitivity", "rubric", "why"},
    "gift": {"harm", "fuzzy", "sensitivity", "rubric", "hints", WHOLE},
    "csv": set[str](),
}
"""Keys of which the bundled questions lose anything; `why` is that of one gap with a citation."""


def values(item: Item) -> dict[str, object]:
    """Every single value of a question by its path."""
    found: dict[str, object] = {}
    waiting: list[tuple[str, object]] = [("", item.model_dump(mode="json", exclude={"id"}))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}", one) for key, one in value.items()]
        elif value not in (None, [], False):
            found[path.removeprefix(".answers").removeprefix(".gaps").removeprefix(".")] = value
    return found


def back(form: str, text: str) -> dict[str, Item]:
    """The questions of a file as the checker's reader reads them in their new place."""
    candidates, losses = FORMATS[form].read(text)
    assert losses == []
    made = imported(candidates, None, "file")
    reader = Reader(Folder(Path(), ""))
    shelf = reader.questions_of(reader.given(QUESTIONS, made.after))
    return {name: one.value for name, one in shelf.entries.items()}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("bank", banks())
def test_the_bundled_questions_come_back(bank: str, form: str) -> None:
    before = {item.id: item for item in banks()[bank]}
    made = FORMATS[form].write(before.values(), bank)
    listed = {(loss.item, loss.what) for loss in made.losses}
    assert {what.rpartition(".")[2] for _, what in listed} <= HELD[form]
    after = back(form, made.text)
    gone = {name for name, what in listed if what == WHOLE}
    assert after.keys() == before.keys() - gone
    for name, item in after.items():
        assert unlike(before[name], item) <= {what for one, what in listed if one == name}


def unlike(old: Item, new: Item) -> set[str]:
    """The paths whose values differ."""
    one, other = values(old), values(new)
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=40)
@given(item=items())
def test_whatever_is_in_a_text_nothing_is_lost_in_silence(form: str, item: Item) -> None:
    made = FORMATS[form].write([item], "a/b")
    listed = {loss.what for loss in made.losses}
    if WHOLE in listed:
        assert made.count == 0
        return
    candidates, losses = FORMATS[form].read(made.text)
    assert losses == []
    assert len(candidates) == 1
    new = KINDS[item.kind].model_validate(lifted(candidates[0], item))
    if not any("The gap comes back" in loss.why for loss in made.losses):
        assert unlike(item, new) <= listed


def lifted(candidate: Candidate, item: Item) -> dict[str, object]:
    """The keys in the shape of the model, without the reader of courses."""
    keys = {name: tuples(value) for name, value in candidate.keys.items()}
    answers = {name: keys.pop(name) for name in "abcdefgh" if name in keys}
    known = KINDS[item.kind].model_fields
    gaps = {name: keys.pop(name) for name in [*keys] if name not in known}
    more = {"answers": answers} if answers else {}
    return keys | more | ({"gaps": gaps} if gaps else {}) | {"id": item.id}


def tuples(value: object) -> object:
    if isinstance(value, dict):
        return {name: tuples(one) for name, one in value.items()}
    return tuple(map(tuples, value)) if isinstance(value, list) else value


@settings(max_examples=50)
@given(item=items())
def test_a_block_says_what_its_keys_say_and_nothing_else(item: Item) -> None:
    keys = keys_of(item)
    read = tomli.loads(block("q-x", keys))
    assert read.keys() == {"q-x"}
    assert trimmed(read["q-x"]) == trimmed(keys)


def trimmed(value: object) -> object:
    """As the model keeps texts; one source is as good as a list of it."""
    if isinstance(value, dict):
        return {name: trimmed(one) for name, one in value.items()}
    if isinstance(value, list):
        return [trimmed(one) for one in value] if len(value) != 1 else trimmed(value[0])
    return value.strip("\n") if isinstance(value, str) else value
