"""A single file without its course: read by its name, or by what its keys look like.

Nothing is known of other files then, so rules about references to them stay silent.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tutor.content.read import (
    COURSE,
    GLOSSARY,
    MODULE,
    QUESTIONS,
    SOURCES,
    WORDS,
    File,
    Reader,
)
from tutor.content.view import CourseView, ModuleView, Shelf

_NAMES = {
    COURSE: "course",
    MODULE: "module",
    SOURCES: "sources",
    GLOSSARY: "glossary",
    QUESTIONS: "questions",
    WORDS: "words",
}
_SIGNS = {
    "course": ({"format", "modules", "pass_mark", "licence"}, set[str]()),
    "module": ({"topic", "minutes", "lessons", "scenarios"}, set[str]()),
    "exercise": (
        {"title", "situation", "minutes"},
        {"storyline", "at", "after", "to", "if_missed", "hint_after"},
    ),
    "scenario": ({"role", "briefing", "start"}, {"inject", "end", "debrief", "clock"}),
    "sources": (set[str](), {"issuer", "authority", "url", "as_of"}),
    "glossary": (set[str](), {"term", "aliases"}),
    "words": (set[str](), {"avoid", "say"}),
    "questions": ({"difficulty", "use", "kind"}, {"kind", "prompt", "correct", "answer"}),
    "lesson": ({"title", "objectives"}, {"title", "ask", "discuss"}),
}


_FOLDERS = {"lessons": "lesson", "scenarios": "scenario", "exercises": "exercise"}


def view_of(reader: Reader, name: str) -> CourseView:
    """A course that has only this file of the reader's folder."""
    file = reader.open(name)
    kind = _NAMES.get(name) or _FOLDERS.get(reader.folder.path.absolute().name) or _guess(file)
    return _READERS[kind](reader, file, name.removesuffix(".toml"))


def _guess(file: File) -> str:
    """The kind of file whose keys it has most of; questions when it has none."""
    head = set(file.head.data) if file.head else set()
    keys = {key for block in file.rest()[:3] for key in block.data}
    points = {
        kind: len(in_head & head) + len(in_block & keys)
        for kind, (in_head, in_block) in _SIGNS.items()
    }
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] else "questions"


def _course(reader: Reader, file: File, _: str) -> CourseView:
    return replace(_NOTHING, head=reader.course_head_of(file))


def _sources(reader: Reader, file: File, _: str) -> CourseView:
    return replace(_NOTHING, sources=reader.sources_of(file))


def _glossary(reader: Reader, file: File, _: str) -> CourseView:
    return replace(_NOTHING, glossary=reader.glossary_of(file))


def _words(reader: Reader, file: File, _: str) -> CourseView:
    return replace(_NOTHING, words=reader.words_of(file))


def _module(reader: Reader, file: File, name: str) -> CourseView:
    return replace(_NOTHING, modules=(reader.module_head_of(name, file),))


def _lesson(reader: Reader, file: File, name: str) -> CourseView:
    return replace(
        _NOTHING, modules=(replace(_NO_MODULE, lessons=(reader.lesson_of(name, file),)),)
    )


def _questions(reader: Reader, file: File, _: str) -> CourseView:
    return replace(_NOTHING, modules=(replace(_NO_MODULE, items=reader.questions_of(file)),))


def _scenario(reader: Reader, file: File, name: str) -> CourseView:
    scenario = reader.scenario_of(name, file)
    return replace(_NOTHING, modules=(replace(_NO_MODULE, scenarios=(scenario,)),))


def _exercise(reader: Reader, file: File, name: str) -> CourseView:
    exercise = reader.exercise_of(name, file)
    return replace(_NOTHING, modules=(replace(_NO_MODULE, exercises=(exercise,)),))


_UNKNOWN: Shelf[Any] = Shelf(known=False)
_NOTHING = CourseView("", None, _UNKNOWN, _UNKNOWN, ())
_NO_MODULE = ModuleView("", "", True, None, _UNKNOWN, items=_UNKNOWN)

_READERS: dict[str, Callable[[Reader, File, str], CourseView]] = {
    "course": _course,
    "module": _module,
    "sources": _sources,
    "glossary": _glossary,
    "words": _words,
    "questions": _questions,
    "lesson": _lesson,
    "scenario": _scenario,
    "exercise": _exercise,
}
