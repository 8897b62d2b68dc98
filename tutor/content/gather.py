"""From a folder to a view: which files belong to a course and in which order they are read."""

import re
from collections.abc import Iterable
from dataclasses import replace

from tutor.content.read import COURSE, GLOSSARY, MODULE, QUESTIONS, SOURCES, WORDS, Reader
from tutor.content.view import CourseView, ExerciseView, LessonView, ModuleView, ScenarioView, Shelf

EDITOR = "tombi.toml"
"""Tells an editor where the schemas are; no part of the course."""
_OVERLAY = re.compile(r".+\.[a-z]{2}(-[A-Z]{2})?\.toml")
"""A translation that lies over a base file of the same name."""


def manifests(reader: Reader) -> CourseView:
    """What a list of courses needs: the manifests, the sources and the glossary."""
    head = reader.course_head()
    listed = head.value.modules if head is not None else ()
    modules = tuple(reader.module_head(name) for name in listed)
    return CourseView(reader.folder.label, head, reader.sources(), reader.glossary(), modules)


def opened(reader: Reader, module: ModuleView) -> ModuleView:
    """The module with what its manifest lists."""
    head = module.head
    lessons = head.value.lessons if head is not None else ()
    scenarios = head.value.scenarios if head is not None else ()
    exercises = head.value.exercises if head is not None else ()
    return replace(
        module,
        lessons=tuple(reader.lesson(module.id, name) for name in lessons),
        items=reader.questions(module.id),
        scenarios=tuple(reader.scenario(module.id, name) for name in scenarios),
        exercises=tuple(reader.exercise(module.id, name) for name in exercises),
    )


def alone(course: CourseView, module: ModuleView) -> CourseView:
    """One module in its course, for rules; sources and terms are names there, not texts."""
    sources, glossary = course.sources, course.glossary
    return replace(
        course,
        sources=Shelf({}, sources.names, sources.known),
        glossary=Shelf({}, glossary.names, glossary.known),
        modules=(module,),
    )


def everything(reader: Reader) -> CourseView:
    """The whole course, with files and modules that nothing lists."""
    course = manifests(reader)
    folder = reader.folder
    listed = {module.id for module in course.modules}
    extra = [
        reader.module_head(name)
        for name in folder.folders()
        if name not in listed and folder.has(f"{name}/{MODULE}")
    ]
    modules = tuple(_with_strays(reader, module) for module in (*course.modules, *extra))
    stray = [module.file for module in extra if course.head is not None]
    known = (COURSE, SOURCES, GLOSSARY, WORDS, EDITOR)
    stray += [folder.name(name) for name in _strays(folder.toml_files(), known)]
    return replace(course, modules=modules, stray=tuple(stray), words=reader.words())


def _with_strays(reader: Reader, module: ModuleView) -> ModuleView:
    """Also reads parts that are there and not listed, so that they are checked."""
    folder = reader.folder
    whole = opened(reader, module)
    lessons, scenarios = list(whole.lessons), list(whole.scenarios)
    exercises = list(whole.exercises)
    stray = [
        f"{module.id}/{name}" for name in _strays(folder.toml_files(module.id), (MODULE, QUESTIONS))
    ]
    for name in _strays(folder.toml_files(f"{module.id}/lessons"), _files(whole.lessons)):
        stray.append(f"{module.id}/lessons/{name}")
        lessons.append(reader.lesson(module.id, name.removesuffix(".toml")))
    for name in _strays(folder.toml_files(f"{module.id}/scenarios"), _files(whole.scenarios)):
        stray.append(f"{module.id}/scenarios/{name}")
        scenarios.append(reader.scenario(module.id, name.removesuffix(".toml")))
    for name in _strays(folder.toml_files(f"{module.id}/exercises"), _files(whole.exercises)):
        stray.append(f"{module.id}/exercises/{name}")
        exercises.append(reader.exercise(module.id, name.removesuffix(".toml")))
    names = tuple(folder.name(path) for path in stray) if module.head is not None else ()
    return replace(
        whole,
        lessons=tuple(lessons),
        scenarios=tuple(scenarios),
        exercises=tuple(exercises),
        stray=names,
    )


def _files(parts: Iterable[LessonView | ScenarioView | ExerciseView]) -> tuple[str, ...]:
    return tuple(f"{part.id}.toml" for part in parts)


def _strays(there: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names that are not known and no translation overlay."""
    expected = frozenset(known)
    return [name for name in there if name not in expected and not _OVERLAY.fullmatch(name)]
