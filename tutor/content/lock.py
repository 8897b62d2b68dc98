"""`ids.lock`: the ids and fingerprints of the last release.

    format 1
    version 1.2.0
    participation/q-res 0123456789abcdef fedcba9876543210

One line for each key of `ids.named`: key, fingerprint of meaning, fingerprint of wording. A command
writes it, so that a merge of two branches gives a conflict only where both changed the same thing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tutor.content.diagnostics import Diagnostic, Position, Rule, Severity, Span
from tutor.content.harmless import harmless, quoted
from tutor.model.library import Fingerprint

FILE = "ids.lock"
FORMAT = 1

UNREADABLE = Rule(
    "V604",
    Severity.ERROR,
    "ids.lock cannot be read",
    "The file is written by `tutor lock` and holds one id on a line. A line of another kind mostly "
    "comes from a merge of two versions: keep the lines of both, once each, without the signs of "
    "the conflict. A higher format was written by a newer version of the tutor.",
)
RULES = (UNREADABLE,)

_HEAD = "# Written by `tutor lock`. Commit it with the course; do not edit it.\n"
_ENTRY = re.compile(
    r"(?P<key>[a-z0-9:/-]{3,300}) (?P<meaning>[0-9a-f]{16}) (?P<wording>[0-9a-f]{16})"
)
_VERSION = re.compile(r"version (\d{1,6}\.\d{1,6}\.\d{1,6})")
_FORMAT = re.compile(r"format (\d{1,6})")


@dataclass(frozen=True, slots=True)
class Lock:
    """What a release held. `lines`: on which line of the file a key stands, from 1."""

    file: str
    version: str
    ids: Mapping[str, Fingerprint]
    lines: Mapping[str, int]

    def at(self, rule: Rule, key: str, message: str, hint: str) -> Diagnostic:
        """A finding at the line of a key."""
        one = self.ids[key]
        text = f"{key} {one.meaning} {one.wording}"
        return _at(rule, self.file, self.lines[key], text, len(key), message, hint)


def read(data: bytes, file: str) -> Lock | Diagnostic:
    """The lock, or V604 at the first line that is none of it."""
    version, ids, lines = "", dict[str, Fingerprint](), dict[str, int]()
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if entry := _ENTRY.fullmatch(line.rstrip()):
            ids[entry["key"]] = Fingerprint(meaning=entry["meaning"], wording=entry["wording"])
            lines[entry["key"]] = number
        elif found := _VERSION.fullmatch(line.rstrip()):
            version = found[1]
        elif not (found := _FORMAT.fullmatch(line.rstrip())) or int(found[1]) > FORMAT:
            return _refused(file, number, line, newer=found is not None)
    return Lock(file, version, ids, lines)


def write(version: str, ids: Mapping[str, Fingerprint]) -> str:
    """The text of the file, sorted by key."""
    entries = (f"{key} {one.meaning} {one.wording}\n" for key, one in sorted(ids.items()))
    return "".join((_HEAD, f"format {FORMAT}\n", f"version {version}\n", *entries))


def _refused(file: str, number: int, line: str, *, newer: bool) -> Diagnostic:
    message = f"This line is none of ids.lock: {quoted(line)}."
    hint = "Keep the lines with ids, take this one out; or run `tutor lock` on a sound course."
    if newer:
        message = "A newer version of the tutor wrote this file."
        hint = "Update the tutor."
    return _at(UNREADABLE, file, number, line, len(line), message, hint)


def _at(
    rule: Rule, file: str, number: int, line: str, length: int, message: str, hint: str
) -> Diagnostic:
    span = Span(Position(number, 1), Position(number, 1 + length))
    return Diagnostic(rule.code, rule.severity, file, span, message, hint, "", harmless(line)[:400])
