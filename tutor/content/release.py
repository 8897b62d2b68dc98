"""What a course changes against its last release, as `ids.lock` has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tutor.content.ids import Named
from tutor.content.lock import Lock


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from the lock, as keys. `again`: questions whose meaning changed.

    `played`: scenarios whose meaning changed. `revised`: other wording, same meaning; scenarios
    are counted by their nodes.
    """

    again: tuple[str, ...] = ()
    played: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    revised: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A course that is about to be released. `since` is None where it has no lock."""

    course: str
    version: str
    since: str | None
    changes: Changes


def changes(lock: Lock, named: Mapping[str, Named]) -> Changes:
    """The course as it is now against the lock."""
    again, played, renamed, revised, new = [], [], [], [], []
    kept: set[str] = set()
    for one in named.values():
        before = [key for key in (one.key, *one.was) if key in lock.ids]
        before = [key for key in before if key == one.key or key not in named]
        kept.update(before)
        if not before:
            new.append(one.key)
            continue
        if before[0] != one.key:
            renamed.append((before[0], one.key))
        then, now = lock.ids[before[0]], one.fingerprint
        if then.meaning != now.meaning and one.is_question:
            again.append(one.key)
        elif then.meaning != now.meaning and one.is_scenario:
            played.append(one.key)
        elif then.wording != now.wording and not one.is_scenario:
            revised.append(one.key)
    gone = tuple(key for key in lock.ids if key not in kept)
    return Changes(tuple(again), tuple(played), tuple(renamed), tuple(revised), tuple(new), gone)


def said(release: Release) -> str:
    """One paragraph for the author: what learners will notice first."""
    head = f"{release.course} {release.version}"
    if release.since is None:
        return f"{head}: no ids.lock to compare with."
    found = release.changes
    pairs = [f"{old} -> {now}" for old, now in found.renamed]
    parts = [
        _part(found.again, "asks {} again", "question"),
        _part(found.played, "{} changed in play", "scenario"),
        _part(pairs, "{} renamed", "id"),
        _part(found.revised, "{} revised", "text"),
        _part(found.new, "{} new", "id"),
        _part(found.gone, "{} gone", "id"),
    ]
    told = "; ".join(part for part in parts if part) or "changes nothing"
    return f"{head}, against ids.lock of {release.since}: this version {told}."


_SHOWN = 6
"""Ids that are listed of each sort."""


def _part(keys: Iterable[str], words: str, noun: str) -> str:
    names = list(keys)
    if not names:
        return ""
    count = words.format(f"{len(names)} {noun}{'' if len(names) == 1 else 's'}")
    more = ", ..." if len(names) > _SHOWN else ""
    return f"{count} ({', '.join(names[:_SHOWN])}{more})"
