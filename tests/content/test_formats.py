"""The forms for programs: GitHub's workflow commands, and SARIF 2.1.0 as its schema wants it."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.content.courses import DATA, QUESTIONS, bridge, change
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import Report, check
from tutor.content.diagnostics import Diagnostic, Position, Severity, Span
from tutor.content.render import as_github, as_sarif

WRONG = sorted((DATA / "invalid").glob("*/*.toml"))


def report(**change_: Any) -> Report:
    values: dict[str, Any] = {
        "code": "S101",
        "severity": Severity.ERROR,
        "file": "a.toml",
        "span": Span(Position(3, 5), Position(3, 9)),
        "message": "What.",
        "hint": "How.",
        "line_text": "    word",
    }
    return Report((Diagnostic(**values | change_),), 1, 1)


# GitHub


def test_a_workflow_command() -> None:
    assert as_github(report()) == (
        "::error file=a.toml,line=3,endLine=3,col=5,endColumn=8,title=S101::What. How."
    )
    assert as_github(report(span=None, severity=Severity.NOTE)) == (
        "::notice file=a.toml,title=S101::What. How."
    )
    several = Span(Position(3, 5), Position(6, 1))
    assert "line=3,endLine=6,title" in as_github(report(span=several, severity=Severity.WARNING))
    empty = Span(Position(3, 5), Position(3, 5))
    assert "col=5,endColumn=5," in as_github(report(span=empty))


def test_what_would_end_a_property_or_a_line_is_escaped() -> None:
    said = as_github(report(file="a,b:c%d.toml", message="100 % of 3: a, b\r\n::error::x", hint=""))
    assert said == (
        "::error file=a%2Cb%3Ac%25d.toml,line=3,endLine=3,col=5,endColumn=8,title=S101"
        "::100 %25 of 3: a, b\ufffd ::error::x"
    )
    assert "\n" not in said
    assert as_github(report(file="a\nb")).startswith("::error file=a b,")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it."""
    match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert match, line
    properties = dict(one.split("=", 1) for one in match[2].split(","))
    return match[1], {key: plain(value) for key, value in properties.items()}, plain(match[3])


def plain(text: str) -> str:
    for escaped, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, sign)
    return text


def test_every_finding_comes_back_from_its_command() -> None:
    found = check(WRONG).diagnostics
    lines = as_github(Report(found, 1, 1)).split("\n")
    assert len(lines) == len(found) > 150
    for line, one in zip(lines, found, strict=True):
        command, properties, message = parsed(line)
        assert command == ("notice" if one.severity is Severity.NOTE else one.severity.value)
        assert properties["title"] == one.code
        assert int(properties.get("line", 0)) == one.line
        assert message.startswith(one.message)


# SARIF


def log(found: Report) -> dict[str, Any]:
    text = as_sarif(found)
    text.encode("ascii")
    read: dict[str, Any] = json.loads(text)
    return read


def conforms(read: dict[str, Any]) -> int:
    """Holds a log against the schema of the standard; the number of its results."""
    assert read.keys() == {"$schema", "version", "runs"}
    assert read["version"] == "2.1.0"
    assert read["$schema"].endswith("sarif-2.1.0.json")
    (run,) = read["runs"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert driver["name"]
    for rule in driver["rules"]:
        assert rule["id"] in CATALOGUE
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for result in run["results"]:
        result_conforms(result, driver["rules"])
    return len(run["results"])


def result_conforms(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("none", "note", "warning", "error")
    assert result["message"]["text"]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~!$&'()*+,;=:@-]+", uri)
    relative = not re.match(r"[a-z]+:", uri)
    assert relative == ("uriBaseId" in place["artifactLocation"])
    assert not (relative and uri.startswith("/"))
    for name in place.keys() & {"region", "contextRegion"}:
        region = place[name]
        assert all(region[key] >= 1 for key in region.keys() - {"snippet"})
        end = region.get("endLine", region["startLine"])
        assert end >= region["startLine"]
        if end == region["startLine"] and "endColumn" in region:
            assert region["endColumn"] >= region["startColumn"]


def test_every_finding_conforms_to_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)
    paths = [path.relative_to(DATA) for path in WRONG]
    found = check([*paths, Path("invalid/courses"), Path("nowhere")])
    read = log(found)
    assert conforms(read) == len(found.diagnostics) > 200
    uris = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in read["runs"][0]["results"]
    }
    assert {unquote(uri) for uri in uris} == {one.file for one in found.diagnostics}


def test_a_clean_log_has_no_results() -> None:
    assert conforms(log(Report((), 0, 0))) == 0


def test_the_region_is_the_span(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "b.credit", "b.kredit")
    (result,) = log(check([course]))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 13, "startColumn": 1, "endLine": 13, "endColumn": 9}
    assert place["contextRegion"]["snippet"]["text"] == "b.kredit = 0.5"
    assert place["artifactLocation"]["uri"] == (course / QUESTIONS).as_uri()


@pytest.mark.parametrize("name", ["a b.toml", "ä%20.toml", "a\udcff.toml", "a#b?.toml"])
def test_names_of_files_are_uris(name: str) -> None:
    read = log(report(file=name))
    assert conforms(read) == 1


def test_a_finding_about_a_whole_file_has_no_region() -> None:
    (result,) = log(report(span=None))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"].keys() == {"artifactLocation"}


def test_line_ends_and_signs_of_the_runner_are_escaped() -> None:
    from tutor.content.annotations import _data, _property

    assert _data("50 %: a,\r\nb") == "50 %25: a,%0D%0Ab"
    assert _property("50 %: a,\r\nb") == "50 %25%3A a%2C%0D%0Ab"
