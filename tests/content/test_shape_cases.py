"""Each file of tests/data/invalid/shape ends with what has to be found in it, and where.

These files are as small as their slip; what judges their craft is left aside.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.content.courses import DATA, mechanical
from tests.kinds import KINDS_COURSE
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import check

CASES = sorted((DATA / "invalid" / "shape").glob("*.toml"))
_EXPECT = re.compile(r"^# expect ([A-Z]\d{3}) (\d+:\d+)$", re.MULTILINE)
PYDANTIC = re.compile(r"pydantic|validation error|Input should|\[type=|Extra inputs|Field required")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_exactly_the_expected_findings(path: Path) -> None:
    expected = _EXPECT.findall(path.read_text("utf-8"))
    found = [(one.code, f"{one.line}:{one.column}") for one in mechanical(check([path]))]
    assert found == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_finding_speaks_like_a_colleague(path: Path) -> None:
    for found in check([path]).diagnostics:
        assert found.message.endswith((".", "?"))
        assert found.hint
        said = found.message + found.hint
        assert "!" not in said.replace("!=", "")
        assert PYDANTIC.search(said) is None
        assert found.line_text == path.read_text("utf-8").split("\n")[found.line - 1]
        assert found.code in CATALOGUE


def test_a_course_with_every_broken_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    from tutor.content.render import render

    folder = DATA / "invalid" / "courses"
    monkeypatch.chdir(folder)
    expected = (folder / "references" / "expected.txt").read_text("utf-8").rstrip()
    report = check([Path("references")])
    assert render(replace(report, diagnostics=mechanical(report)), "short") == expected


def test_the_valid_course_has_no_findings() -> None:
    report = check([DATA / "valid" / "bridge"])
    assert report.diagnostics == ()
    assert (report.files, report.blocks) == (7, 26)


def test_the_course_of_all_kinds_has_no_findings() -> None:
    report = check([KINDS_COURSE])
    assert report.diagnostics == ()
    assert (report.files, report.blocks) == (6, 29)


def test_every_rule_of_these_families_has_a_case() -> None:
    """A rule that no file breaks is a rule that nobody has seen working."""
    from tutor.content.rules.table import CRAFT, TABLE
    from tutor.content.shape_rules import RULES as SHAPE

    seen = {code for path in CASES for code, _ in _EXPECT.findall(path.read_text("utf-8"))}
    text = (DATA / "invalid" / "courses" / "references" / "expected.txt").read_text("utf-8")
    seen.update(re.findall(r"(?:error|warning|note) ([A-Z]\d{3})", text))
    rules = [rule for line in TABLE if line not in CRAFT for rule in line.rules]
    owned = {rule.code for rule in (*SHAPE, *rules)}
    assert {code for code in owned if code[0] in "SRG"} - seen == set()
