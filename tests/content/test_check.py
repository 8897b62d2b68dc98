"""`check` over paths of every kind, silencing comments, and the three forms of a report."""

import json
from pathlib import Path

import pytest

from tests.content.courses import (
    DATA,
    LESSON,
    QUESTIONS,
    SCENARIO,
    bridge,
    change,
    codes,
    found,
)
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import check
from tutor.content.diagnostics import Diagnostic, Position, Severity, Span
from tutor.content.render import as_json, render, short, text
from tutor.content.rules.table import TABLE

TWIN = """
{above}
[q-twin]
kind = "multiple"
{inside}
prompt = '''Who crosses the bridge on market days?'''
a.text = '''Traders'''
a.why = '''They cross every week with their carts.'''
b.text = '''Herders'''
b.why = '''They cross twice a year with the herd.'''
c.text = '''Nobody'''
c.why = '''Look again: forty people stood at the gate.'''
correct = ["a", "b"]
"""


def with_twin(folder: Path, above: str = "", inside: str = "") -> Path:
    course = bridge(folder)
    with (course / QUESTIONS).open("a", encoding="utf-8") as file:
        file.write(TWIN.format(above=above, inside=inside))
    return course


def test_a_part_of_a_course_is_checked_with_its_course(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, "glossary.toml", '"handbook"]', '"handbok"]')
    change(course, LESSON, "[@unscr-1325]", "[@unscr-1]")
    change(course, SCENARIO, 'a.to = "gate"', 'a.to = "gaet"')
    assert len(check([course]).diagnostics) == len(check([tmp_path]).diagnostics) == 3
    assert {one.code for one in check([course / LESSON]).diagnostics} == {"K702"}
    assert {one.code for one in check([course / "crossing"]).diagnostics} == {"G301", "K702"}
    assert check([course / QUESTIONS]).diagnostics == ()
    assert check([course / LESSON, course / LESSON]).files == 1
    assert check([course, course / LESSON]).files == 7


def test_names_are_short_inside_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "[@unscr-1325]", "[@unscr-1]")
    monkeypatch.chdir(tmp_path)
    assert found(Path("bridge"))[0].file == f"bridge/{LESSON}"
    monkeypatch.chdir(course / "crossing" / "lessons")
    assert check([Path("approach.toml")]).diagnostics[0].line == 7


def test_what_is_not_there(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere") == ["F905"]
    assert codes(tmp_path) == ["F905"]


def test_a_file_without_a_course(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    for file in (LESSON, QUESTIONS, SCENARIO, "sources.toml", "crossing/module.toml"):
        alone = tmp_path / "somewhere.toml"
        alone.write_bytes((course / file).read_bytes())
        assert found(alone) == [], file


@pytest.mark.parametrize(
    ("above", "inside", "expected"),
    [
        ("", "", ["R207"]),
        ("", "# tutor: ok R207 asked twice on purpose", []),
        ("# tutor: ok R207 asked twice on purpose", "", []),
        ("", "# tutor: ok R207", ["S111", "R207"]),
        ("", "# tutor: ok", ["S111", "R207"]),
        ("", "# tutor: ok R206 another rule", ["S112", "R207"]),
        ("# tutor: ok R207 too far away\n", "", ["S112", "R207"]),
        ("", "# tutor: ok R206 one\n# tutor: ok R207 two", ["S112"]),
    ],
)
def test_silencing(tmp_path: Path, above: str, inside: str, expected: list[str]) -> None:
    assert codes(with_twin(tmp_path, above, inside)) == expected


def test_errors_cannot_be_silenced(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, 'correct = "a"', '# tutor: ok R203 no\ncorrect = "d"')
    assert codes(course) == ["S112", "R203"]


def test_every_rule_is_in_the_catalogue_once() -> None:
    for line in TABLE:
        for rule in (*line.rules, *line.others):
            assert CATALOGUE[rule.code] is rule
    for code, rule in CATALOGUE.items():
        assert rule.code == code
        assert rule.title
        assert rule.explanation.endswith(".") or code in {"R207", "S111"}


def test_the_text_form_shows_the_line_and_a_caret(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "b.credit", "b.kredit")
    lines = text(check([course])).split("\n")
    assert lines[0].endswith("crossing/questions.toml:13:1: error S101 in [q-single]")
    assert lines[1] == "    13 | b.kredit = 0.5"
    assert lines[2] == "       | ^^^^^^^^"
    assert lines[3] == "    `kredit` is not a key of an answer."
    assert lines[4].startswith("    Why: A key that the format does not know")
    assert "    Mend: Did you mean `credit`?" in lines
    assert lines[-1] == "1 error in 7 files, 26 blocks."


def test_a_clean_report() -> None:
    report = check([DATA / "valid" / "bridge"])
    assert render(report) == "No findings in 7 files, 26 blocks."
    assert short(report) == ""
    assert json.loads(as_json(report)) == []


def _report(**changes: str) -> str:
    from tutor.content.check import Report

    span = Span(Position(3, 150), Position(3, 152))
    values = {"file": "a.toml", "message": "What.", "hint": "How.", "block": "q", **changes}
    line = "日" * 100 + changes.get("line", "x" * 300)
    found = Diagnostic(
        "S101",
        Severity.ERROR,
        values["file"],
        span,
        values["message"],
        values["hint"],
        values["block"],
        line,
    )
    return "\n".join(form(Report((found,), 1, 1)) for form in (text, short, as_json))


def test_a_long_line_is_cut_around_the_caret() -> None:
    shown = _report().split("\n")
    assert max(len(line) for line in shown[:3]) < 160
    assert shown[2].endswith("^^")


@pytest.mark.parametrize("place", ["file", "message", "hint", "block", "line"])
def test_nothing_of_an_author_steers_the_terminal(place: str) -> None:
    shown = _report(**{place: "\x1b]52;c;x\x07\x9b2J\u202e\x00\udcff[/b][@click=app.quit]x\r\n"})
    assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e\x00\udcff\r")
    shown.encode("utf-8")


def test_near_equal_prompts_are_those_that_a_plain_comparison_finds() -> None:
    from random import Random

    from tutor.content.rules.equal_prompts import ALIKE, _pairs

    def likeness(one: frozenset[str], other: frozenset[str]) -> float:
        return len(one & other) / len(one | other)

    dice = Random(7)
    words = [f"w{number}" for number in range(40)]
    bags = [frozenset(dice.sample(words, dice.randint(5, 14))) for _ in range(150)]
    bags += [bag - set(dice.sample(sorted(bag), 1)) for bag in bags[:60]]
    plain = [
        (later, earlier)
        for later, bag in enumerate(bags)
        if (earlier := next((n for n in range(later) if likeness(bags[n], bag) >= ALIKE), None))
        is not None
    ]
    assert list(_pairs(bags)) == plain
    assert len(plain) > 10


@pytest.mark.parametrize(
    ("text_of_page", "expected"),
    [
        ("`[code](file:///x)` and ``[more](file:///x)``", []),
        ("```\n[code](file:///x)\n```", []),
        ("``[not code](file:///x)`", ["S110"]),
        ("`one\n\n[not code](file:///x) two`", ["S110"]),
        ("\\`[not code](file:///x)\\`", ["S110"]),
        ("> [r]: file:///x\n\n[text][r]", ["S110"]),
        ("[x](<file:a b>)", ["S110"]),
        ("[x](&#102;ile:///x)", ["S110"]),
        ("\\[x](file:///x)", []),
        ("[x](https://example.org) <https://example.org>", []),
        ("an array[0](1)", ["S110"]),
        ("an array\\[0](1) and a note]: this", []),
        ("`[@unscr-1]` and `[x](term:none)`", []),
        ("`a` [@unscr-1] `b`", ["K702"]),
    ],
)
def test_links_and_citations_in_and_outside_code(
    tmp_path: Path, text_of_page: str, expected: list[str]
) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "Nobody is asked there.", text_of_page)
    assert codes(course) == expected
