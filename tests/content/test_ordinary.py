"""The quick reading of ordinary files and the careful one of all others give the same."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.slips.spelling import SPELLING as SLIPS
from tests.content.test_positions import sources
from tests.content.test_syntax_planted import SOURCE
from tutor.content import blocks, ordinary
from tutor.content.blocks import MAX_BLOCKS, Parsed, parse
from tutor.content.library import bundled_courses

FILES = sorted(bundled_courses().glob("**/*.toml"))
INSIDE = (
    "a = '''\n[q-2]\n'''",
    'a = """\n[q-2]\n"""',
    "a = [\n[1]\n]",
    "a = {b = 1}",
    "'a' = 1",
    'a."b" = 1',
    "A = 1",
    "[a.b]",
    "[[a]]",
    "a = 07:30",
    "a = 1979-05-27",
    'a = "\\e"',
    "a = '''\n[link](term:x) and [@source]\n'''",
    "# [q-2]",
    "a.b.c.d.e = 1",
    "a = " + "[" * 40 + "]" * 40,
    "the-last-key-of-a-block = 1",
)


def carefully(text: str) -> Parsed:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordinary, "pieces", lambda *_: None)
        return parse(text, "x.toml")


def same(text: str) -> bool:
    """False where the quick reading does not answer; fails where the two differ."""
    if ordinary.pieces(text, MAX_BLOCKS) is None:
        return False
    quick, careful = parse(text, "x.toml"), carefully(text)
    assert (quick.diagnostics, quick.broken) == (careful.diagnostics, careful.broken) == ((), set())
    assert [_seen(block) for block in quick.blocks] == [_seen(block) for block in careful.blocks]
    return True


def _seen(block: blocks.Block) -> tuple[Any, ...]:
    spans = block.positions.spans
    return block.name, repr(block.data), block.first_line, block.header_span, dict(spans)


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_bundled_files_are_ordinary(path: Path) -> None:
    assert same(path.read_text("utf-8"))


def test_what_is_unusual_is_read_carefully() -> None:
    unusual = [body for body in INSIDE if not same(f"title = 1\n[q-1]\n{body}\n[q-3]\nx = 1\n")]
    assert set(INSIDE) - set(unusual) == {INSIDE[12], INSIDE[13]}
    assert not same("[q]\n[q]\n")
    assert not same("\n".join(f"[q-{number}]" for number in range(MAX_BLOCKS + 1)))
    assert not same("[q]\n[")
    assert all(map(same, ("", "[q]", "[q]# x\n[r]\n\n")))


def test_planted_slips_are_never_taken_for_ordinary_unless_nothing_is_found() -> None:
    dice = random.Random(1)
    for slip in SLIPS:
        for site in dice.sample(slip.sites(SOURCE), 3):
            same(slip.plant(SOURCE, site))


@st.composite
def files(draw: Any) -> str:
    names = draw(st.lists(st.sampled_from(["q-1", "b", "3"]), max_size=3))
    comments = st.sampled_from(["", " ", "\t# it's [x]", "x"])
    parts = [draw(sources()), *(f"[{name}]{draw(comments)}\n{draw(sources())}" for name in names)]
    return "\n".join(parts)


@settings(max_examples=400, deadline=None)
@given(files())
def test_any_file_reads_the_same_both_ways(text: str) -> None:
    same(text)
