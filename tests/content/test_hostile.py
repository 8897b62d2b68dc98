"""A course that means harm: findings, never a traceback, nothing outside opened."""

import os
import sys
from pathlib import Path

import pytest

from tests.content.courses import FILES, LESSON, QUESTIONS, REF, SCENARIO, bridge, change, found
from tutor.content.check import check
from tutor.content.library import Library
from tutor.content.render import FORMS, render
from tutor.errors import ContentError

MARKUP = "[/b][@click=app.quit]x[/] [link=file:///etc/passwd]y[/link] \\[ $title {0.__class__} %s"


def survive(course: Path) -> list[str]:
    """Open, read, check and render; returns the codes that were found."""
    library = Library.open([course])
    for ref in [f"{one.head.id}/{name}" for one in library.courses for name in one.modules]:
        library.module(ref)
    report = check([course])
    for form in FORMS:
        shown = render(report, form)
        assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e\x00\x7f")
    return [one.code for one in report.diagnostics]


@pytest.mark.parametrize("file", [LESSON, QUESTIONS, SCENARIO, "glossary.toml", "sources.toml"])
def test_markup_is_only_text(tmp_path: Path, file: str) -> None:
    course = bridge(tmp_path)
    path = course / file
    text = path.read_text("utf-8").replace("'''\n", f" {MARKUP}'''\n", 3)
    path.write_text(text, "utf-8")
    assert "T000" not in survive(course)


def test_markup_in_ids_and_keys_is_shown_harmlessly(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "b.credit", '"\\u001b[2J[/b]"')
    change(course, QUESTIONS, "[q-true]", "[[/b]]")
    assert survive(course)


@pytest.mark.parametrize("escape", ["\\u001b]52;c;eA==\\u0007", "\\u009b2J", "\\u202e", "\\u0000"])
def test_escapes_that_spell_control_characters(tmp_path: Path, escape: str) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "prompt = '''Which", f"notes = \"a{escape}b\"\nprompt = '''Which")
    assert survive(course) == ["S114"]
    assert "q-single" not in Library.open([course]).module(REF).items


@pytest.mark.parametrize("raw", ["\x1b[2J", "\x9b", "\u202e", "\x00", "\x07"])
def test_raw_control_characters(tmp_path: Path, raw: str) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "Nobody", f"No{raw}body")
    assert survive(course)
    assert len(Library.open([course]).module(REF).lessons[0].pages) == 1


@pytest.mark.parametrize(
    "target",
    [
        "C:/Windows/System32/calc.exe",
        "//host/x.exe",
        "smb://host/share",
        "ssh://-oProxyCommand=x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://example.org",
        "../../../etc/passwd",
        "HTTPS:evil",
    ],
)
def test_links_to_programs_and_files(tmp_path: Path, target: str) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "Nobody is asked", f"[Nobody]({target}) is asked")
    assert survive(course) == ["S110"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("file", FILES)
def test_every_file_in_a_wrong_encoding(tmp_path: Path, file: str, encoding: str) -> None:
    course = bridge(tmp_path)
    text = (course / file).read_text("utf-8").replace("The", "Thé")
    (course / file).write_bytes(text.encode(encoding))
    survive(course)


@pytest.mark.parametrize("file", FILES)
def test_every_file_missing_empty_a_folder_and_too_large(tmp_path: Path, file: str) -> None:
    course = bridge(tmp_path)
    path = course / file
    whole = path.read_bytes()
    path.unlink()
    survive(course)
    path.write_bytes(b"")
    survive(course)
    path.write_bytes(whole + b"\n#" + b"x" * 1_048_576)
    survive(course)
    path.unlink()
    path.mkdir()
    survive(course)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
@pytest.mark.parametrize("file", FILES)
def test_every_file_as_a_link_and_as_a_pipe(tmp_path: Path, file: str) -> None:
    course = bridge(tmp_path)
    path = course / file
    outside = tmp_path / "outside.toml"
    path.rename(outside)
    path.symlink_to(outside)
    assert "F902" in survive(course)
    path.unlink()
    path.symlink_to(path)
    survive(course)
    path.unlink()
    os.mkfifo(path)
    assert "F903" in survive(course)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
def test_folders_that_lead_in_circles(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (course / "again").symlink_to(course)
    (course / "crossing" / "again").symlink_to(course)
    (tmp_path / "again").symlink_to(tmp_path)
    assert check([tmp_path]).diagnostics == ()
    assert len(Library.open([tmp_path]).courses) == 1


@pytest.mark.parametrize(
    "name", ["../../outside", "..", "/etc/passwd", "C:", "a/b", "", "con\\u0000", "a" * 300]
)
def test_names_that_lead_elsewhere(tmp_path: Path, name: str) -> None:
    course = bridge(tmp_path)
    (tmp_path / "outside.toml").write_text("title = '''secret'''", "utf-8")
    change(course, "crossing/module.toml", '["approach"]', f'["{name}"]')
    survive(course)
    assert "secret" not in render(check([course]))
    with pytest.raises(ContentError):
        Library.open([course]).module(REF)


DEEP = {
    "lists": "hints = " + "[" * 100_000 + "]" * 100_000,
    "some lists": "hints = " + "[" * 90 + "]" * 90,
    "tables": "hints = " + "{a = " * 90 + "1" + "}" * 90,
    "dots": "a" + ".a" * 400_000 + " = 1",
    "some dots": "a" + ".a" * 30 + " = 1",
    "number": "difficulty = " + "9" * 200_000,
    "hex": "difficulty = 0x" + "f" * 500_000,
    "keys": "\n".join(f"k{number} = 1" for number in range(15_000)),
    "blocks": "\n".join(f"[b{number}]" for number in range(10_000)),
    "one line": "notes = '''" + "x" * 900_000 + "'''",
    "quotes": "notes = " + "'" * 900_000,
    "links": "notes = '''" + "[](" * 300_000 + "'''",
    "cites": "notes = '''" + "[@" * 300_000 + "'''",
    "ticks": "notes = '''" + "`a``" * 200_000 + "'''",
    "controls": "notes = '''" + "\x01" * 300_000 + "'''",
    "infinity": "difficulty = inf\nb.credit = nan",
}


@pytest.mark.parametrize("kind", DEEP)
@pytest.mark.parametrize("place", ["head", "block"])
def test_giants_and_depths(tmp_path: Path, kind: str, place: str) -> None:
    course = bridge(tmp_path)
    old = 'difficulty = 2\nobjective = "o1"' if place == "head" else "difficulty = 1\n"
    change(course, QUESTIONS, old, DEEP[kind] + "\n")
    assert survive(course)


def test_a_folder_with_very_many_files(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    for number in range(2_100):
        (course / "crossing" / "lessons" / f"x{number}.toml").touch()
    assert 2_000 < len(survive(course)) < 10_000


def test_findings_quote_the_author_shortly(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, 'correct = "a"', f'correct = "{"a" * 5_000}"')
    change(course, QUESTIONS, "b.credit", "b." + "k" * 5_000)
    assert all(len(one.message + one.hint) < 500 for one in found(course))
