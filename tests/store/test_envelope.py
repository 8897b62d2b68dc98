"""Versions of a whole file: older ones climb the ladder, newer ones are refused."""

import json
from datetime import UTC

import pytest

from tests.store.samples import NOON
from tutor.errors import NewerFormat, StoreError
from tutor.model.base import Frozen
from tutor.store.envelope import PROGRAM, Envelope, Kind, Raw, loose, pack, unpack


class Note(Frozen):
    text: str
    words: int


def count_words(data: Raw) -> Raw:
    return data | {"words": len(str(data["text"]).split())}


def rename_body(data: Raw) -> Raw:
    return {"text": data["body"]}


NOW = Kind("note", 3, Envelope[Note], {1: rename_body, 2: count_words})
OLD = b'{"format":%d,"program":"staff-tutor 0.0.1","saved_at":"2025-01-01T00:00:00Z","data":%s}'


def test_a_file_says_what_wrote_it_and_when() -> None:
    raw = pack(Note(text="do no harm", words=3), NOW, lambda: NOON)
    assert json.loads(raw) == {
        "format": 3,
        "program": PROGRAM,
        "saved_at": "2026-03-01T12:00:00Z",
        "data": {"text": "do no harm", "words": 3},
    }
    assert raw.endswith(b"}\n")
    assert NOON.tzinfo is UTC


def test_what_was_packed_is_unpacked() -> None:
    note = Note(text="Ä ✓", words=2)
    found = unpack(pack(note, NOW, lambda: NOON), NOW)
    assert (found.value, found.was) == (note, 3)


@pytest.mark.parametrize(("was", "data"), [(1, b'{"body":"a b"}'), (2, b'{"text":"a b"}')])
def test_an_older_format_climbs_every_step(was: int, data: bytes) -> None:
    found = unpack(OLD % (was, data), NOW)
    assert (found.value, found.was) == (Note(text="a b", words=2), was)


def test_a_newer_format_is_refused_whatever_is_in_it() -> None:
    with pytest.raises(NewerFormat, match="newer version of this program wrote the note"):
        unpack(OLD % (4, b'{"anything":[1]}'), NOW)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\0\0\0",
        b"[1]",
        b'{"data":{}}',
        b'{"format":"3","data":{}}',
        b'{"format":true,"data":{}}',
        b'{"format":3,"data":[]}',
        OLD % (3, b'{"text":"a"}'),
        OLD % (1, b'{"text":"a"}'),
        OLD % (0, b'{"text":"a"}'),
        (OLD % (3, b'{"text":"a","words":1}'))[:-9],
        b"[" * 100_000,
    ],
)
def test_anything_else_is_damaged(raw: bytes) -> None:
    with pytest.raises(StoreError, match="damaged") as caught:
        unpack(raw, NOW)
    assert not isinstance(caught.value, NewerFormat)


def test_a_refused_file_still_gives_what_is_json() -> None:
    assert loose(OLD % (9, b'{"name":"Anna"}')) == {"name": "Anna"}
    assert loose(b'{"data":7}') == {}
    assert loose(b"{") == {}
