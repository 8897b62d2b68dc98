"""Each file of tests/data/invalid/rules ends with all that has to be found in it, and where.

What is sound stands in the same files: a rule that cries wolf fails here too.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.content.courses import DATA
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import check
from tutor.content.diagnostics import Severity
from tutor.content.rules.table import CRAFT

CASES = sorted((DATA / "invalid" / "rules").glob("*.toml"))
TODAY = date(2026, 11, 30)
OWN_TESTS = {"C501", "C502", "C503", "C504", "C505", "G313", "K701", "K705", "L802", "L803"}
OWN_TESTS |= {"Q407", "Q409", "Q410"}
"""Rules that need a whole course, or a very large scenario."""

_EXPECT = re.compile(r"^# expect ([A-Z]\d{3}) (\d+:\d+)$", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_exactly_the_expected_findings(path: Path) -> None:
    expected = sorted(_EXPECT.findall(path.read_text("utf-8")))
    found = [(one.code, f"{one.line}:{one.column}") for one in check([path], TODAY).diagnostics]
    assert sorted(found) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_finding_speaks_like_a_colleague(path: Path) -> None:
    for found in check([path], TODAY).diagnostics:
        assert found.message.endswith(".")
        assert found.hint
        assert "!" not in found.message + found.hint
        assert found.line_text == path.read_text("utf-8").split("\n")[found.line - 1]
        assert found.code in CATALOGUE


def test_every_rule_about_the_craft_has_a_case() -> None:
    seen = {code for path in CASES for code, _ in _EXPECT.findall(path.read_text("utf-8"))}
    assert {rule.code for line in CRAFT for rule in line.rules} == seen | OWN_TESTS


def test_no_rule_about_the_craft_keeps_a_block_from_loading() -> None:
    rules = [rule for line in CRAFT for rule in line.rules]
    assert not any(line.blocking for line in CRAFT)
    assert {rule.code for rule in rules if rule.severity is Severity.NOTE} == {"G313", "L801"}


def test_without_a_day_nothing_is_overdue() -> None:
    path = DATA / "invalid" / "rules" / "k-sources.toml"
    assert [one.code for one in check([path]).diagnostics] == ["K703"]
