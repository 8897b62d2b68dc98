"""Each file of tests/data/invalid/syntax names in its head what has to be found, and where."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tutor.content.blocks import parse, parse_bytes
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.syntax.rules import RULES

FOLDER = Path(__file__).parents[1] / "data" / "invalid" / "syntax"
CASES = sorted(FOLDER.glob("*.toml"))
_EXPECT = re.compile(r"(T\d{3}) (\d+:\d+)")
FIXABLE = {"T004", "T005", "T007", "T011"}


def found_in(path: Path) -> tuple[Diagnostic, ...]:
    return parse_bytes(path.read_bytes(), path.name).diagnostics


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_exactly_the_expected_findings(path: Path) -> None:
    heads = [line for line in path.read_text("utf-8").split("\n") if line.startswith("# expect")]
    expected = sorted(match for head in heads for match in _EXPECT.findall(head))
    found = sorted((each.code, f"{each.line}:{each.column}") for each in found_in(path))
    assert found == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_finding_speaks_like_a_colleague(path: Path) -> None:
    for found in found_in(path):
        assert found.message.endswith((".", "?"))
        assert found.hint
        assert "!" not in found.message + found.hint
        assert found.line_text == path.read_text("utf-8").split("\n")[found.line - 1]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_fix_makes_the_file_parse(path: Path) -> None:
    for found in found_in(path):
        if found.fix is None:
            assert found.code not in FIXABLE or "yes" in path.stem or "many" in path.stem
            continue
        text = found.fix.apply(path.read_bytes().decode("utf-8"))
        after = parse(text, path.name).diagnostics
        left = Counter((each.code, each.block) for each in found_in(path))
        left[found.code, found.block] -= 1
        assert Counter((each.code, each.block) for each in after) <= left


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_fixes_count_in_the_file_on_the_disk(path: Path) -> None:
    """With a mark and CRLF each finding stays in its place, and its fix still fits."""
    text = path.read_text("utf-8")
    disk = "\ufeff" + text.replace("\n", "\r\n")
    plain = found_in(path)
    crlf = parse_bytes(disk.encode(), path.name).diagnostics
    assert [(d.code, d.span) for d in crlf if d.code != "T006"] == [(d.code, d.span) for d in plain]
    for old, new in zip(plain, (d for d in crlf if d.code != "T006"), strict=True):
        if old.fix and new.fix:
            fixed = new.fix.apply(disk)
            assert fixed.replace("\r\n", "\n").lstrip("\ufeff") == old.fix.apply(text)
            assert fixed.count("\n") == fixed.count("\r\n")


def test_every_rule_has_a_case() -> None:
    covered = {found.code for path in CASES for found in found_in(path)}
    elsewhere = {"T006", "T018", "T020", "T021"}  # tests of decode and blocks
    assert covered | elsewhere == {rule.code for rule in RULES}


def test_warnings_leave_the_block_usable() -> None:
    path = FOLDER / "t016-header-in-text.toml"
    parsed = parse_bytes(path.read_bytes(), path.name)
    assert {found.severity for found in parsed.diagnostics} == {Severity.WARNING}
    assert "p-1" in {block.name for block in parsed.blocks}
