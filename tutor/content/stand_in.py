"""What takes the place of a head that never could be read, so that the rest can be looked at."""

from pydantic import TypeAdapter, ValidationError

from tutor.content.files import Folder
from tutor.model.base import Id
from tutor.model.course import CourseHead, ModuleHead, Topic

_ID = TypeAdapter(Id)
MOST_LESSONS, MOST_SCENARIOS = 40, 20


def course_head(folder: Folder) -> CourseHead:
    """A course named by its folder."""
    name = folder.path.resolve().name
    return CourseHead(
        format=1,
        id=name if _is_id(name) else "course",
        title=name or "Course",
        summary="course.toml cannot be read.",
        version="0.0.0",
        modules=("module",),
    )


def module_head(folder: Folder, module_id: str) -> ModuleHead:
    """A module named by its folder, with the lessons and scenarios that lie there."""
    return ModuleHead(
        title=module_id,
        topic=Topic.EXERCISE,
        summary="module.toml cannot be read.",
        minutes=1,
        lessons=_there(folder, f"{module_id}/lessons")[:MOST_LESSONS] or ("lesson",),
        scenarios=_there(folder, f"{module_id}/scenarios")[:MOST_SCENARIOS],
        objectives=(),
    )


def _there(folder: Folder, place: str) -> tuple[str, ...]:
    names = (name.removesuffix(".toml") for name in folder.toml_files(place))
    return tuple(name for name in names if _is_id(name))


def _is_id(name: str) -> bool:
    try:
        _ID.validate_python(name)
    except ValidationError:
        return False
    return True
