"""Questions of another program as blocks at the end of a questions.toml.

The file is put together in memory and read by the checker's own reader before anybody writes it: a
question with an error is left out and told, what was there is the same as before, and every new
block says what it was meant to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tutor.content.blocks import MAX_BLOCKS
from tutor.content.decode import decode
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.files import Folder
from tutor.content.gather import alone, manifests, opened
from tutor.content.interop.blocks import block
from tutor.content.interop.formats import Candidate
from tutor.content.interop.keys import Keys, flat, keys_of
from tutor.content.interop.loss import WHOLE, Loss
from tutor.content.interop.naming import id_for
from tutor.content.interop.welcome import welcome
from tutor.content.orphan import view_of
from tutor.content.read import COURSE, MODULE, QUESTIONS, Reader
from tutor.content.rules.table import findings
from tutor.content.scaffold.adding import behind
from tutor.content.view import CourseView
from tutor.errors import ContentError
from tutor.model.base import without_outer_blank_lines

FIRST_OBJECTIVE = "o1"
"""What a question belongs to where no module says which objectives there are."""


@dataclass(frozen=True, slots=True)
class Home:
    """The module that questions come to. `course`: its folder, or that of the module where it lies
    in no course; `path`: questions.toml from there; `before`: its bytes, empty without it."""

    course: Folder
    path: str
    before: bytes = b""

    @property
    def module(self) -> str:
        """The folder of the module in its course; empty where there is no course."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Imported:
    """`after`: the whole file; `blocks`: what is new in it, as text; `ids`: the new questions."""

    after: bytes
    blocks: str
    ids: tuple[str, ...]
    losses: tuple[Loss, ...]


def home_at(folder: Path) -> Home:
    """The module in a folder. Raises ContentError where there is none."""
    inside = Folder.at(folder)
    if not inside.has(MODULE):
        raise ContentError(
            f"{folder} is no module: there is no {MODULE} in it.",
            "Name the folder of a module, or --stdout to see the blocks first.",
        )
    whole = folder.absolute()
    in_course = (whole.parent / COURSE).is_file()
    course = Folder.at(whole.parent if in_course else folder)
    path = f"{whole.name}/{QUESTIONS}" if in_course else QUESTIONS
    before = course.read(path) if course.has(path) else b""
    if isinstance(before, Diagnostic):
        raise ContentError(f"{folder / QUESTIONS}: {before.message}", before.hint)
    if decode(before, QUESTIONS).text is None:
        raise ContentError(f"{folder / QUESTIONS} cannot be read.", f"Run: tutor check {folder}")
    return Home(course, path, before)


def imported(candidates: Iterable[Candidate], home: Home | None, source: str) -> Imported:
    """The questions under their new ids. `source`: the name of the file, for a comment.

    Raises ContentError where the file cannot take them, as it would get too large.
    """
    listed = list(candidates)
    if len(listed) > MAX_BLOCKS:
        raise ContentError(
            f"{source} has {len(listed):,} questions; a module may have {MAX_BLOCKS:,}.",
            "Export them there category by category.",
        )
    home = home or Home(Folder(Path(), ""), QUESTIONS)
    losses: list[Loss] = []
    new = _settled(listed, home, losses)
    while True:
        text = _together(new, source)
        after = behind(home.before, text) if text else home.before
        faults = _faults(home, after)
        wrong = {name: faults[name] for name in new if name in faults}
        if not wrong:
            break
        for name, found in wrong.items():
            del new[name]
            losses += [Loss(name, WHOLE, f"{one.message} {one.hint}".strip()) for one in found]
    losses += _compared(home, after, new)
    return Imported(after, text, tuple(new), tuple(losses))


def _settled(candidates: Iterable[Candidate], home: Home, losses: list[Loss]) -> dict[str, Keys]:
    """The keys by their new ids, with objectives and sources that the module knows."""
    reader = Reader(home.course)
    items = reader.questions_of(reader.given(home.path, home.before))
    taken = set(items.names)
    for item in items.entries.values():
        taken |= set(item.value.was)
    view = _view(reader, home)
    objectives = [name for module in view.modules for name in module.objectives.entries]
    new: dict[str, Keys] = {}
    for one in candidates:
        title = one.place if _named(one) else str(one.keys.get("prompt", one.place))
        name = id_for(one.own, title, taken)
        taken.add(name)
        keys, linked = welcome(one.keys, view.sources.lacks, view.glossary.lacks)
        told = [*linked, *one.told, *_objective(keys, objectives), *_sources(keys, view)]
        losses += [Loss(name, what, why) for what, why in told]
        new[name] = keys
    return new


def _named(one: Candidate) -> bool:
    """False where the file gave no title but a line or a row."""
    return not one.place.startswith(("line ", "row ", "question "))


def _objective(keys: Keys, known: list[str]) -> list[tuple[str, str]]:
    named = keys.get("objective")
    if named and (named in known or not known):
        return []
    keys["objective"] = known[0] if known else FIRST_OBJECTIVE
    why = f"The module has no objective {named}" if named else "The file names none"
    return [("objective", f"{why}; it stands under {keys['objective']}: choose the right one.")]


def _sources(keys: Keys, view: CourseView) -> list[tuple[str, str]]:
    named = keys.get("source")
    listed = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    unknown = [name for name in listed if view.sources.lacks(str(name))]
    if unknown:
        keys["source"] = [name for name in listed if name not in unknown]
        if not keys["source"]:
            del keys["source"]
    return [("source", f"sources.toml has no {name}: add it there and here.") for name in unknown]


def _together(new: dict[str, Keys], source: str) -> str:
    blocks = [block(name, keys) for name, keys in new.items()]
    safe = "".join(sign for sign in source if sign.isprintable())
    count = "1 question" if len(new) == 1 else f"{len(new)} questions"
    return "\n".join([f"# From {safe}: {count}.", *blocks]) if new else ""


def _view(reader: Reader, home: Home) -> CourseView:
    """The course with this one module, or the file alone where there is no course."""
    if not home.module:
        return view_of(reader, home.path)
    course = manifests(reader)
    return alone(course, opened(reader, reader.module_head(home.module)))


def _faults(home: Home, after: bytes) -> dict[str, list[Diagnostic]]:
    """Errors by block; a block that the reader does not find has one too."""
    reader = Reader(home.course)
    reader.given(home.path, after)
    view = _view(reader, home)
    name = home.course.name(home.path)
    found: dict[str, list[Diagnostic]] = {}
    for one in (*reader.diagnostics, *findings(view, blocking=True)):
        if one.file == name and one.severity is Severity.ERROR:
            found.setdefault(one.block, []).append(one)
    return found


def _compared(home: Home, after: bytes, new: dict[str, Keys]) -> list[Loss]:
    """What the new blocks say otherwise than they were meant to: a key of the head of the file.

    Raises ContentError where a block is missing, or one that was there is not the same.
    """
    old, read = (_blocks(home, data) for data in (home.before, after))
    items = Reader(home.course)
    shelf = items.questions_of(items.given(home.path, after)).entries
    if not new.keys() <= shelf.keys() or any(read.get(name) != old[name] for name in old):
        raise ContentError(
            "questions.toml cannot take what comes: it would not be read as it is meant.",
            "Import fewer questions, or mend what tutor check finds in it first.",
        )
    losses = []
    for name, keys in new.items():
        meant, said = flat(keys), flat(keys_of(shelf[name].value))
        for path in said:
            if path in meant and _bare(meant[path]) != _bare(said[path]):
                losses.append(
                    Loss(name, path, "The text was changed where the format asks for it.")
                )
            elif path not in meant and path not in ("difficulty", "use"):
                losses.append(Loss(name, path, "It comes from the head of questions.toml."))
    return losses


def _blocks(home: Home, data: bytes) -> dict[str, str]:
    return {one.name: repr(one.data) for one in Reader(home.course).given(home.path, data).blocks}


def _bare(value: object) -> object:
    """A value without what the reader trims; one word counts as a list of it."""
    if isinstance(value, str):
        return without_outer_blank_lines(value)
    if isinstance(value, list):
        return [_bare(one) for one in value] if len(value) != 1 else _bare(value[0])
    return value
