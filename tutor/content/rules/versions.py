"""V601 to V605: ids that vanish, answers that change, and `was` that names the wrong thing."""

from collections.abc import Iterator, Mapping

from tutor.content import ids
from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed, quoted
from tutor.content.ids import Named
from tutor.content.lock import Lock
from tutor.content.release import Changes, changes
from tutor.content.suggest import nearest
from tutor.content.view import CourseView

GONE = Rule(
    "V601",
    Severity.ERROR,
    "An id is gone",
    "The record of every learner hangs on ids. One that the last release had is not there any "
    "more: if it was renamed, `was` in the new block carries the records over; if it was dropped "
    "on purpose, `tutor lock --drop` says so once, and the records stay in the journals unused.",
)
SAME_VERSION = Rule(
    "V602",
    Severity.WARNING,
    "Answers changed, and the version did not",
    "Learners are asked again where the meaning of a question changed, and a scenario under way "
    "goes back. The version of course.toml tells instructors that this is another edition: raise "
    "its first number when the course asks again, its last when only words changed.",
)
CLAIMED = Rule(
    "V603",
    Severity.WARNING,
    "A former id that is in use, or that two blocks claim",
    "`was` carries the records of a former id to one new id. An id that stands in the course "
    "itself keeps its own records, and of two claims the first one holds.",
)
NO_LOCK = Rule(
    "V605",
    Severity.WARNING,
    "A release without ids.lock",
    "ids.lock notes the ids and fingerprints of a release, so that the next one can say what it "
    "asks again and which ids are missing. `tutor lock` writes it; it is kept with the course.",
)
RULES = (GONE, SAME_VERSION, CLAIMED, NO_LOCK)

_NAMED = 6
"""Ids that a message lists."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Courses that could be read whole: what seems to be gone may only be broken."""
    if view.head is None or not ids.whole(view):
        return
    named = ids.named(view)
    yield from _claims(named)
    if view.lock is not None:
        changed = changes(view.lock, named)
        yield from _gone(view.lock, named, changed)
        if view.release and (changed.again or changed.played or changed.gone):
            yield from _same_version(view, view.lock, changed)
    elif view.release:
        message = "The course has no ids.lock, so nothing tells what this release changes."
        hint = f"Run: tutor lock {view.label}"
        yield view.head.origin.at_value(NO_LOCK, ("version",), message, hint)


def _claims(named: Mapping[str, Named]) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for one in named.values():
        for former in one.own:
            name = quoted(_id(former))
            if former in named:
                message = f"`was` names {name}, which is in use itself."
                hint = "Name the id that this block had before, or take it out."
                yield one.origin.at_value(CLAIMED, ("was",), message, hint)
            elif owners.setdefault(former, one.key) != one.key:
                message = f"`was` names {name}, and so does {quoted(_id(owners[former]))}."
                hint = "Keep it in the block that took over its meaning."
                yield one.origin.at_value(CLAIMED, ("was",), message, hint)


def _gone(before: Lock, named: Mapping[str, Named], changed: Changes) -> Iterator[Diagnostic]:
    new = {key: named[key] for key in changed.new}
    for key in changed.gone:
        heir = _heir(before, key, new)
        if heir is None:
            message = f"{quoted(key, 120)} was released and is gone, and no `was` names it."
            hint = f'If it was renamed, add was = ["{_id(key)}"] to the new block; '
            hint += "if it was dropped on purpose, run `tutor lock --drop`."
            yield before.at(GONE, key, message, hint)
        else:
            del new[heir.key]
            message = f"{quoted(_id(key))} is gone, and this looks like it under a new id."
            hint = f'Add was = ["{_id(key)}"], so that the records of learners follow.'
            yield heir.origin.at_block(GONE, message, hint)


def _heir(before: Lock, key: str, new: Mapping[str, Named]) -> Named | None:
    """What took over the texts, or a name like it; of the same kind of thing in the module."""
    place = key[: -len(_id(key))]
    beside = {_id(other): one for other, one in new.items() if other[: -len(_id(other))] == place}
    wording = before.ids[key].wording
    same = next((one for one in beside.values() if one.fingerprint.wording == wording), None)
    if same is not None:
        return same
    like = nearest(_id(key), beside)
    return beside[like] if like else None


def _same_version(view: CourseView, before: Lock, changed: Changes) -> Iterator[Diagnostic]:
    if view.head is None or view.head.value.version != before.version:
        return
    keys = [*changed.again, *changed.played, *changed.gone]
    shown = listed([_id(key) for key in keys[:_NAMED]], "and")
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    message = f"The version is still {before.version}, and these changed or went: {shown}{more}."
    hint = f'Write a higher one, for example version = "{_raised(before.version)}"'
    yield view.head.origin.at_value(SAME_VERSION, ("version",), message, hint)


def _raised(version: str) -> str:
    first = version.split(".", 1)[0]
    return f"{int(first) + 1}.0.0"


def _id(key: str) -> str:
    """The author's own id, the last part of a key."""
    return key.replace(":", "/").rsplit("/", 1)[-1]
