"""`manifest.json`: what a package holds, so that a damaged or mixed-up one is noticed.

It guards against damage and accidents. It is no signature: whoever can change a file of the package
can change its line here too.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from tutor.content.harmless import quoted
from tutor.errors import ContentError
from tutor.model.base import Frozen, Id, Line

FORMAT: Literal[1] = 1
"""The package format that this program writes and reads."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
VERSION_PATTERN = r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$"
"""Narrower than that of course.toml: the version is a part of file names."""

Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]


class PackedFile(Frozen):
    """One file: its name with forward slashes, its bytes and their SHA-256."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    size: Annotated[int, Field(ge=0)]
    sha256: Digest


class Manifest(Frozen):
    """`program`: the version of the program that wrote the package."""

    format: Literal[1]
    course: Id
    version: Version
    title: Line
    program: Line
    files: tuple[PackedFile, ...]

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 by name."""
        return {one.name: one.sha256 for one in self.files}


def listed(files: Mapping[str, bytes]) -> tuple[PackedFile, ...]:
    """The lines of the manifest for these files, sorted by name."""
    return tuple(
        PackedFile(name=name, size=len(data), sha256=sha256(data).hexdigest())
        for name, data in sorted(files.items())
    )


def write(manifest: Manifest) -> bytes:
    """As JSON that a person can read; the same bytes for the same manifest."""
    text = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def read(data: bytes) -> Manifest:
    """Raises ContentError for anything else, and says so where a newer program wrote it."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _none("it is no JSON") from error
    number = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise ContentError("A newer version of the tutor wrote this package.", "Update the tutor.")
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        place = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        raise _none(f"{quoted(place or 'the whole')} is not as it should be") from error


def _none(why: str) -> ContentError:
    message = f"The manifest.json of this package cannot be used: {why}."
    return ContentError(message, "Ask whoever made it to pack the course again with `tutor pack`.")
