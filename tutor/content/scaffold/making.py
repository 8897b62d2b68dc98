"""What `tutor new` writes: which file, with what in it, and what is left to the author."""

from dataclasses import dataclass
from pathlib import Path

from tutor.content.blocks import Block, parse_bytes
from tutor.content.files import Folder
from tutor.content.harmless import quoted
from tutor.content.read import COURSE, GLOSSARY, MODULE, QUESTIONS, SOURCES
from tutor.content.scaffold import skeletons
from tutor.content.scaffold.adding import with_block, with_entry
from tutor.content.scaffold.naming import file_id_of, id_of, title_of
from tutor.content.scaffold.place import Place, around, course_at, module_at, objectives_of
from tutor.errors import ContentError, UsageError

FIRST_MODULE, FIRST_LESSON = "module-1", "lesson-1"
"""Ids of what a new course or module cannot be without."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A file before and after; `before` is None for one that is new."""

    path: Path
    name: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """`skeleton`: the new text alone. `check`: what to check then. `said`: what else to know."""

    skeleton: str
    writings: tuple[Writing, ...]
    check: str
    said: str = ""


def course(name: str, module: str, into: Path) -> Made:
    """A folder with a course of one module. Raises UsageError where the name is taken."""
    made = file_id_of(name)
    folder = Folder.near(into / made)
    _free(folder.path, folder.label)
    if around(into) is not None:
        raise UsageError(
            f"{into.as_posix()} is in a course, and no course stands inside another one.",
            "Go to the folder above it, or name another one with --in.",
        )
    texts = _course_files(name, module)
    return Made(_joined(texts), _new(folder, texts), folder.label)


def module(name: str, at: Path) -> Made:
    """A module with one lesson and no question, listed in course.toml."""
    made = file_id_of(name)
    home = course_at(at)
    _free(home.path / made, home.name(made))
    texts = {f"{made}/{file}": text for file, text in _module_files(name).items()}
    listed, said = _listed(home, COURSE, "modules", made)
    return Made(_joined(texts), (*_new(home, texts), *listed), home.name(made), said)


def part(what: str, name: str, at: Path) -> Made:
    """A `lesson` or a `scenario` in a file of its own, listed in module.toml."""
    made = file_id_of(name)
    home = module_at(at)
    file = f"{what}s/{made}.toml"
    if home.has(file):
        raise _taken(home.name(file))
    if home.has(f"{what}s") and f"{what}s" not in home.folders():
        raise ContentError(
            f"{home.name(what)}s is a link or a file, and nothing is written through it.",
            "Make it a folder of the module.",
        )
    text = _part_text(what, name, objectives_of(home))
    listed, said = _listed(home, MODULE, f"{what}s", made)
    return Made(text, (*_new(home, {file: text}), *listed), home.label, said)


def question(kind: str, name: str, at: Path) -> Made:
    """A question behind the last one of questions.toml."""
    made = question_id(name)
    home = module_at(at)
    place = Place.at(home, QUESTIONS)
    _unused(made, place)
    block = skeletons.question(kind, made, objectives_of(home))
    before = place.data if place.data is not None else skeletons.file("questions", {}).encode()
    after = with_block(before, block, made)
    if after is None:
        raise ContentError(
            f"{place.name} has a fault that the new block would fall into.",
            f"Mend it first: tutor check {place.name}",
        )
    writing = Writing(home.path / QUESTIONS, place.name, place.data, after)
    line = next(one.first_line for one in parse_bytes(after, made).blocks if one.name == made)
    return Made(block, (writing,), home.label, f"[{made}] begins on line {line}.")


def alone(what: str, name: str, kind: str = "") -> str:
    """The skeleton by itself, for whoever puts it into a file by hand."""
    if what == "question":
        return skeletons.question(kind, question_id(name))
    if what == "course":
        return _joined(_course_files(name, FIRST_MODULE))
    return _joined(_module_files(name)) if what == "module" else _part_text(what, name, ())


def question_id(name: str) -> str:
    """Ids of questions begin with `q-`, so that they are told from pages and nodes."""
    made = id_of(name)
    return made if made.startswith("q-") else f"q-{made}"


def _course_files(name: str, module: str) -> dict[str, str]:
    inside = file_id_of(module)
    title = title_of(name, "TODO: the title")
    return {
        COURSE: skeletons.file(
            "course", {"id": file_id_of(name), "title": title, "module": inside}
        ),
        SOURCES: skeletons.file("sources", {}),
        GLOSSARY: skeletons.file("glossary", {}),
    } | {f"{inside}/{file}": text for file, text in _module_files(module).items()}


def _module_files(name: str) -> dict[str, str]:
    filling = {"title": title_of(name, "TODO: the title"), "lesson": FIRST_LESSON}
    return {
        MODULE: skeletons.file("module", filling),
        f"lessons/{FIRST_LESSON}.toml": _part_text("lesson", FIRST_LESSON, ()),
        QUESTIONS: skeletons.file("questions", {}),
    }


def _part_text(what: str, name: str, objectives: tuple[str, ...]) -> str:
    return skeletons.file(what, {"title": title_of(name, "TODO: the title")}, objectives)


def _joined(texts: dict[str, str]) -> str:
    return "\n".join(f"# ---- {file}\n{text}" for file, text in texts.items())


def _new(folder: Folder, texts: dict[str, str]) -> tuple[Writing, ...]:
    return tuple(
        Writing(folder.path / file, folder.name(file), None, text.encode())
        for file, text in texts.items()
    )


def _listed(home: Folder, file: str, key: str, made: str) -> tuple[tuple[Writing, ...], str]:
    """The list with the new name; where it cannot be touched safely, what to write into it."""
    place = Place.at(home, file)
    after = with_entry(place.data, key, made) if place.data is not None else None
    if after is None:
        return (), f'Add "{made}" to {key} in {place.name}; without it nobody will see it.'
    return (Writing(home.path / file, place.name, place.data, after),), ""


def _unused(made: str, place: Place) -> None:
    parsed = place.parsed
    if made in parsed.broken or any(one.name == made for one in parsed.blocks):
        raise UsageError(
            f"{place.name} has a block [{made}] already, and it stays as it is.",
            "Give the question another name; ids are never used twice.",
        )
    former = next((one.name for one in parsed.blocks if made in _was(one)), None)
    if former is not None:
        raise UsageError(
            f"[{former}] in {place.name} was called {quoted(made)} once.",
            "Give the question another name: learners' records of the old one hang on it.",
        )


def _was(block: Block) -> list[object]:
    was = block.data.get("was")
    return was if isinstance(was, list) else []


def _free(path: Path, label: str) -> None:
    if path.exists() or path.is_symlink():
        raise _taken(label)


def _taken(label: str) -> UsageError:
    return UsageError(f"{label} is there already, and it stays as it is.", "Give another name.")
