"""The vocabulary of findings and the catalogue."""

import pytest

from tutor.content.catalogue import CATALOGUE
from tutor.content.diagnostics import (
    Diagnostic,
    Fix,
    Position,
    Rule,
    Severity,
    Span,
    has_errors,
    table,
)
from tutor.content.syntax.rules import RULES


def found(file: str, line: int, code: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    span = Span(Position(line, 1), Position(line, 2)) if line else None
    return Diagnostic(code, severity, file, span, "What and why.")


def test_findings_sort_by_file_line_code() -> None:
    wanted = [
        found("a", 0, "T006"),
        found("a", 2, "T001"),
        found("a", 2, "T013"),
        found("a", 10, "T000"),
        found("b", 1, "T000"),
    ]
    mixed = [wanted[place] for place in (3, 0, 4, 2, 1)]
    assert sorted(mixed) == wanted


def test_a_finding_about_the_file_has_no_line() -> None:
    assert (found("a", 0, "T020").line, found("a", 0, "T020").column) == (0, 0)


def test_only_errors_block() -> None:
    assert not has_errors([found("a", 1, "T016", Severity.WARNING)])
    assert has_errors([found("a", 1, "T016", Severity.WARNING), found("a", 1, "T001")])


def test_a_fix_counts_characters() -> None:
    assert Fix(4, 8, "true").apply("é = True") == "é = true"


def test_every_rule_explains_itself() -> None:
    for code, rule in CATALOGUE.items():
        assert rule.code == code
        assert rule.title
        assert len(rule.explanation) > len(rule.title)


def test_the_syntax_family_keeps_its_tone() -> None:
    for rule in RULES:
        assert CATALOGUE[rule.code] is rule
        assert "!" not in rule.title + rule.explanation
        assert rule.explanation.endswith(".")


def test_a_code_belongs_to_one_rule() -> None:
    rule = Rule("X001", Severity.NOTE, "t", "e")
    with pytest.raises(ValueError, match="X001"):
        table([rule], [rule])
