"""Cutting a file at its ids, and reading each block alone."""

import sys
import tomllib

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.pathological import SHAPES, Shape
from tutor.content.blocks import MAX_BLOCKS, cut, parse, parse_bytes

FILE = """# a head
difficulty = 1

[q-1] # the first
prompt = '''Which?
[q-x] is a text here.
'''
a.text = '''One'''

[q-2]
correct = [
  "a",
  "b",
]
"""


def codes(text: str) -> list[tuple[str, int]]:
    return [(found.code, found.line) for found in parse(text, "x.toml").diagnostics]


def test_cut_gives_head_and_blocks() -> None:
    head, first, second = cut(FILE)
    assert [(raw.name, raw.first_line) for raw in (head, first, second)] == [
        ("", 1),
        ("q-1", 4),
        ("q-2", 10),
    ]
    assert head.header_span is None
    assert "difficulty" in head.text
    assert FILE[first.start : first.start + len(first.text)] == first.text
    assert second.text.startswith("correct")


def test_blocks_carry_data_and_places() -> None:
    head, first, second = parse(FILE, "x.toml").blocks
    assert head.data == {"difficulty": 1}
    assert first.data["a"] == {"text": "One"}
    assert second.data == {"correct": ["a", "b"]}
    place = first.positions.key_span(("a", "text"))
    assert place is not None
    assert (place.start.line, place.start.column) == (8, 1)
    entry = second.positions.value_span(("correct", 1))
    assert entry is not None
    assert (entry.start.line, entry.start.column) == (13, 3)


def test_an_empty_file_is_an_empty_head() -> None:
    (head,) = parse("", "x.toml").blocks
    assert (head.name, head.data) == ("", {})


def test_a_header_on_the_last_line_needs_no_line_end() -> None:
    assert [block.name for block in parse("[a]\nx = 1\n[b]", "x.toml").blocks] == ["", "a", "b"]


def test_a_broken_block_leaves_the_others() -> None:
    parsed = parse("[a]\nx = 1\n[b]\nx = '''open\n[c]\nx = '''3'''\n", "x.toml")
    assert [block.name for block in parsed.blocks] == ["", "a", "c"]
    assert parsed.broken == {"b"}
    assert [(found.code, found.line, found.block) for found in parsed.diagnostics] == [
        ("T003", 4, "b")
    ]


def test_the_first_of_two_equal_names_lives() -> None:
    parsed = parse("[a]\nx = 1\n[a]\nx = 2\n", "x.toml")
    assert [block.data for block in parsed.blocks] == [{}, {"x": 1}]
    assert "first on line 1" in parsed.diagnostics[0].message
    assert parsed.broken == frozenset()


def test_a_broken_first_does_not_promote_the_second() -> None:
    parsed = parse("[a]\nx =\n[a]\nx = 2\n", "x.toml")
    assert [block.name for block in parsed.blocks] == [""]
    assert parsed.broken == {"a"}


def test_too_many_blocks() -> None:
    parsed = parse("".join(f"[b-{number}]\n" for number in range(MAX_BLOCKS + 5)), "x.toml")
    assert len(parsed.blocks) == MAX_BLOCKS + 1
    assert [(found.code, found.line) for found in parsed.diagnostics] == [("T021", MAX_BLOCKS + 1)]


def test_exactly_as_many_blocks_as_allowed() -> None:
    assert codes("".join(f"[b-{number}]\n" for number in range(MAX_BLOCKS))) == []


def test_a_number_too_long_for_python_is_a_finding() -> None:
    assert [code for code, _ in codes("x = " + "9" * 5_000)] != []


def test_depth_never_exhausts_the_stack() -> None:
    for text in ("x = " + "[" * 100_000, "x = " + "{a=" * 50_000, "a." * 50_000 + "b = 1"):
        assert [code for code, _ in codes(text)] == ["T019"]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_pathological_file_is_answered(shape: Shape) -> None:
    """How long that takes is for `python -m bench.hostile` to say."""
    parsed = parse_bytes(shape(50_000).encode(), "x.toml")
    assert parsed.blocks or parsed.diagnostics


@settings(max_examples=400)
@given(st.text(alphabet="ab=.'\"[]{}\n #,\\:1-“’\u00a0é", max_size=60))
def test_any_text_gives_blocks_or_reasons(text: str) -> None:
    parsed = parse(text, "x.toml")
    assert parsed.diagnostics or not parsed.broken
    assert len({block.name for block in parsed.blocks}) == len(parsed.blocks)
    for found in parsed.diagnostics:
        assert found.span is not None
        assert found.span.start <= found.span.end


@settings(max_examples=400)
@given(st.text(alphabet="ab=.'\"[]{}\n #,\\1-", max_size=60))
def test_the_door_never_accepts_what_tomli_refuses(text: str) -> None:
    """Without headers the door and tomli agree: no finding, same data; refused, a finding."""
    parsed = parse(text, "x.toml")
    if parsed.diagnostics or len(parsed.blocks) != 1:
        return
    assert tomli.loads(text) == parsed.blocks[0].data


def test_every_spelling_of_newer_toml_is_marked() -> None:
    """Python's own reader, which knows TOML 1.0 before 3.15, is the second oracle."""
    spellings = ("x = 07:30", "x = 2026-01-02 07:30", 'x = "\\e"', 'x = "\\x41"', "x = {a = 1,}")
    for text in (
        *spellings,
        "x = {\na = 1}",
        "x = {a = 1\n}",
        'x = """\\e"""',
        'x = "\\\\e"',
        "x = 07:30:00",
    ):
        marked = "T015" in {code for code, _ in codes(text)}
        if sys.version_info < (3, 15):
            assert marked == _refused(text), text


def _refused(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return True
    return False


def test_two_faults_of_one_statement_are_both_told() -> None:
    assert codes("answer: True\n") == [("T007", 1), ("T011", 1)]
    assert codes("pass mark\u00a0= 0,5\n") == [("T005", 1), ("T013", 1), ("T026", 1)]


def test_an_invisible_character_outside_a_text_is_told_once() -> None:
    parsed = parse_bytes("[a]\nx\u200b = 1\ny =\n[b]\nz = 2\n".encode(), "x.toml")
    assert [(found.code, found.line) for found in parsed.diagnostics] == [("T018", 2), ("T008", 3)]
    assert [block.name for block in parsed.blocks] == ["", "b"]
    assert parsed.broken == {"a"}
