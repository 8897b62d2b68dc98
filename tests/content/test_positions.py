"""The scan finds every value that tomli finds; tomli is the oracle."""

import datetime
import math
from collections.abc import Iterator
from typing import Any

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.content.blocks import parse
from tutor.content.positions import KeyPath, Lines, scan

BARE = st.text(alphabet="abcXYZ019_-", min_size=1, max_size=6)
ANY_KEY = BARE | st.text(alphabet="ab .#='\"\\é\t[]", max_size=5)
TEXT = st.text(alphabet="ab \n'\"\\#=[]{},é🕊\t.", max_size=12)
SCALAR = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=True)
    | TEXT
    | st.dates()
    | st.times().map(lambda time: time.replace(microsecond=0))
    | st.datetimes().map(lambda moment: moment.replace(microsecond=0))
    | st.datetimes(timezones=st.just(datetime.UTC)).map(lambda m: m.replace(microsecond=0))
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_KEY, inner, max_size=3),
    max_leaves=10,
)
DOCUMENT = st.dictionaries(ANY_KEY, VALUE, max_size=5)


def basic(text: str, *, lines: bool = False) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return escaped if lines else escaped.replace("\n", "\\n")


class Writer:
    """Writes a document in spellings that `draw` chooses."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw

    def one_of(self, *choices: str) -> str:
        return str(self.draw(st.sampled_from(choices)))

    def blank(self) -> str:
        return self.one_of("", " ", "\t", "  ")

    def gap(self) -> str:
        return self.one_of("", " ", "\n", " # it's [a] \"b\n", "\n\n  ")

    def key(self, name: str) -> str:
        spellings = [f'"{basic(name)}"']
        if name and all(char.isascii() and (char.isalnum() or char in "_-") for char in name):
            spellings.append(name)
        if "'" not in name and "\n" not in name:
            spellings.append(f"'{name}'")
        return self.one_of(*spellings)

    def text(self, text: str) -> str:
        spellings = [f'"{basic(text)}"', f'"""\n{basic(text, lines=True)}"""']
        if "'" not in text and "\n" not in text:
            spellings.append(f"'{text}'")
        if "'''" not in text and not text.endswith("'''"):
            spellings.append(f"'''\n{text}'''")
        spellings.append(f'"""\\\n   {basic(text)}"""' if not text[:1].isspace() else spellings[0])
        return self.one_of(*spellings)

    def value(self, value: object) -> str:
        if isinstance(value, dict):
            entries = (self.pair((name,), inner) for name, inner in value.items())
            return "{" + ",".join(f"{self.blank()}{entry}" for entry in entries) + "}"
        if isinstance(value, list):
            entries = (self.gap() + self.value(inner) + self.gap() for inner in value)
            comma = self.one_of("", ",") if value else ""
            return "[" + ",".join(entries) + comma + self.gap() + "]"
        if isinstance(value, str):
            return self.text(value)
        return self.scalar(value)

    def scalar(self, value: object) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, datetime.datetime):
            return value.isoformat(self.one_of("T", " "))
        if isinstance(value, datetime.date | datetime.time):
            return value.isoformat()
        if isinstance(value, int) and value >= 0:
            return self.one_of(str(value), hex(value), oct(value), bin(value))
        return repr(value)

    def pair(self, path: tuple[str, ...], value: object) -> str:
        dot = f"{self.blank()}.{self.blank()}"
        key = dot.join(self.key(name) for name in path)
        return f"{key}{self.blank()}={self.blank()}{self.value(value)}{self.blank()}"

    def lines(self, path: tuple[str, ...], value: object) -> Iterator[str]:
        """A table as dotted keys or in braces."""
        if path and (
            not isinstance(value, dict) or not value or self.one_of("dots", "braces") == "braces"
        ):
            yield self.pair(path, value) + self.one_of("", "# a comment = 'x\n", "\n\n")
            return
        assert isinstance(value, dict)
        for name, inner in value.items():
            yield from self.lines((*path, name), inner)


@st.composite
def sources(draw: Any) -> str:
    writer = Writer(draw)
    return "\n".join(writer.lines((), draw(DOCUMENT)))


def leaves(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    elif path:
        yield path, value


def same(left: object, right: object) -> bool:
    if isinstance(left, float) and isinstance(right, float) and math.isnan(left):
        return math.isnan(right)
    return type(left) is type(right) and left == right


@settings(max_examples=500)
@given(sources())
def test_every_value_has_its_place(source: str) -> None:
    positions = scan(source)
    data = tomli.loads(source)
    for path, value in leaves(data):
        place = positions[path]
        written = source[place.value_start : place.value_end]
        assert same(tomli.loads(f"x = {written}")["x"], value), (path, written)
        if isinstance(path[-1], str):
            key = source[place.key_start : place.key_end]
            (spelt, _), *_ = leaves(tomli.loads(f"{key} = 1"))
            assert spelt[-1] == path[-1]


@settings(max_examples=200)
@given(sources())
def test_every_parent_has_a_place_and_no_place_is_invented(source: str) -> None:
    positions = scan(source)
    real = {
        path[:length]
        for path, _ in leaves(tomli.loads(source))
        for length in range(1, len(path) + 1)
    }
    assert set(positions.spans) == real


@given(st.text(alphabet="ab\n", max_size=30))
def test_lines_and_offsets_agree(text: str) -> None:
    lines = Lines.of(text)
    for offset in range(len(text) + 1):
        place = lines.position(offset)
        before = text[:offset].split("\n")
        assert (place.line, place.column) == (len(before), len(before[-1]) + 1)
    assert "\n".join(lines.line(number) for number in range(1, len(lines.starts) + 1)) == text


def test_a_parent_written_as_a_part_reaches_over_its_children() -> None:
    source = "a.text = 1\nz = 0\na.why = 22\n"
    place = scan(source)[("a",)]
    assert (place.key_start, place.key_end) == (0, 1)
    assert source[place.value_start : place.value_end] == source.rstrip()


def test_the_nearest_place_of_what_is_missing() -> None:
    positions = scan("a.text = 1\n")
    assert positions.nearest(("a", "why")) == positions[("a",)]
    assert positions.nearest(("b",)) is None
    assert positions.key_span(("b",)) is None


def test_offsets_count_in_the_whole_file() -> None:
    text = "[q]\nx = 1\n"
    positions = scan("x = 1\n", lines=Lines.of(text), base=4)
    assert text[positions[("x",)].value_start] == "1"
    assert positions.position(4).line == 2


def test_deep_nesting_does_not_recurse() -> None:
    source = "x = " + "[" * 3_000 + "]" * 3_000
    assert len(scan(source).spans) == 3_000


# What the format refuses although TOML allows it; everything else TOML accepts has to pass.
OWN_RULES = {"T013", "T015", "T016", "T019", "T022"}


@settings(max_examples=400)
@given(sources())
def test_the_door_refuses_no_valid_toml_for_a_syntax_fault(source: str) -> None:
    parsed = parse(source, "x.toml")
    assert {found.code for found in parsed.diagnostics} <= OWN_RULES
    if not parsed.diagnostics:
        assert repr(parsed.blocks[0].data) == repr(tomli.loads(source))
