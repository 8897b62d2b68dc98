"""A course to measure with, always the same, whatever the bundled courses become."""

from pathlib import Path

REF = "bench/measure"
LESSONS = 10
MODULE_TITLE = "Measuring"
FIRST_PAGE = "The first page"
ANSWERS = (
    "Ask the traders who cross the bridge before the hours are fixed, since they carry the cost.",
    "Fix the hours first and inform everybody in the sector by loudspeaker on the next market day.",
    "Leave the decision to the council of elders and record in the report that they were heard.",
    "Close the bridge until the branch that asked for the hours has given its reasons in writing.",
)

_COURSE = """\
format    = 1
id        = "bench"
title     = '''A course to measure with'''
summary   = '''Nothing to learn here.'''
version   = "1.0.0"
lang      = "en"
licence   = "CC-BY-4.0"
pass_mark = 80
modules   = ["measure"]
"""
_LESSON = """\
title      = '''{title}'''
objectives = ["o1"]

[first-{number}]
title = '''The first page'''
text  = '''One line.'''
ask   = ["q-bridge"]
"""


def lesson_titles() -> list[str]:
    """The titles, in the order of the module."""
    return [f"Lesson {number:02} about one thing" for number in range(1, LESSONS + 1)]


def write_course(root: Path) -> Path:
    """Write the course into the folder `root`; returns `root` for `--courses`."""
    module = root / "bench" / "measure"
    (module / "lessons").mkdir(parents=True)
    (root / "bench" / "course.toml").write_text(_COURSE, "utf-8")
    (root / "bench" / "sources.toml").write_text("", "utf-8")
    (root / "bench" / "glossary.toml").write_text("", "utf-8")
    names = [f"l{number:02}" for number in range(1, LESSONS + 1)]
    for name, title in zip(names, lesson_titles(), strict=True):
        text = _LESSON.format(title=title, number=name)
        (module / "lessons" / f"{name}.toml").write_text(text, "utf-8")
    (module / "module.toml").write_text(_module(names), "utf-8")
    (module / "questions.toml").write_text(_question(), "utf-8")
    return root


def _module(names: list[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return (
        f"title = '''{MODULE_TITLE}'''\ntopic = \"wps-participation\"\n"
        "summary = '''Nothing to learn here.'''\nminutes = 30\n"
        f"lessons = [{listed}]\nscenarios = []\n\n"
        "[objectives]\no1 = '''Explain what is measured.'''\n"
    )


def _question() -> str:
    lines = [
        "[q-bridge]",
        'kind = "single"',
        'objective = "o1"',
        'use = ["checkpoint", "practice"]',
        "prompt = '''Which advice do you give?'''",
        'correct = "a"',
    ]
    for letter, text in zip("abcd", ANSWERS, strict=True):
        lines += [f"{letter}.text = '''{text}'''", f"{letter}.why = '''Because it is so.'''"]
    return "\n".join(lines) + "\n"
