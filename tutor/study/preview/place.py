"""What `PATH[:BLOCK]` names: a module of a course, and the block to begin with."""

from dataclasses import dataclass
from pathlib import Path

from tutor.content.files import Folder
from tutor.content.read import COURSE, MODULE
from tutor.errors import UsageError

EXAMPLE = "For example: tutor preview my-course/my-module, or .../questions.toml:q-first"


@dataclass(frozen=True, slots=True)
class Place:
    """A module in the folder of its course. `file` as findings name it and `block` may be ""."""

    folder: Folder
    module: str
    file: str = ""
    block: str = ""


def place_of(text: str) -> Place:
    """The place. Raises UsageError where there is no module.

    A path may hold a colon, as on Windows: what follows the last one is a block only where the
    whole is no path.
    """
    path, block = Path(text), ""
    if not path.exists():
        before, colon, block = text.rpartition(":")
        if not colon or not before or not Path(before).exists():
            raise UsageError(f"{text}: there is no such file or folder.", EXAMPLE)
        path = Path(before)
    path = path.absolute()
    module = _module_folder(path)
    folder = Folder.near(module.parent)
    if not folder.has(COURSE):
        raise UsageError(
            f"{module} is not in a course.", "A module stands in a folder with a course.toml."
        )
    file = "" if path.is_dir() else folder.name(path.relative_to(module.parent).as_posix())
    return Place(folder, module.name, file, block)


def _module_folder(path: Path) -> Path:
    """The folder with the module.toml, at the path, above it or, for a course, the only one."""
    here = path if path.is_dir() else path.parent
    for folder in (here, here.parent):
        if (folder / MODULE).is_file():
            return folder
    inside = here.glob(f"*/{MODULE}") if (here / COURSE).is_file() else ()
    found = sorted(one.parent for one in inside)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(one.name for one in found)
        raise UsageError(f"{here} has several modules.", f"Name one of them: {names}.")
    raise UsageError(f"{path} is in no module: there is no {MODULE}.", EXAMPLE)
