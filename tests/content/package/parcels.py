"""Packages as a test wants them: the small course, packed, and spoilt in one way."""

import json
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tests.content.courses import BRIDGE
from tutor.content.files import Folder
from tutor.content.package.names import MANIFEST
from tutor.content.package.packing import Packed, pack
from tutor.content.package.unpacking import unpack

PROGRAM = "0.0.1"


@cache
def packed() -> Packed:
    """The small course of the tests."""
    return pack(Folder.at(BRIDGE), PROGRAM)


def contents() -> dict[str, bytes]:
    """Its files by name, without the manifest."""
    return dict(unpack(packed().data).files)


def about(files: dict[str, bytes], /, **other: Any) -> bytes:
    """A manifest that agrees with the files, but for what `other` says."""
    lines = [
        {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]
    data = {"format": 1, "course": "bridge", "version": "1.0.0", "title": "t", "program": "p"}
    return json.dumps(data | {"files": lines} | other).encode()


def parcel(
    entries: Iterable[tuple[str, bytes]],
    method: int = ZIP_STORED,
    change: Callable[[ZipInfo], None] = lambda _: None,
) -> bytes:
    """A zip of these entries in this order; `change` spoils the header of each."""
    out = BytesIO()
    with warnings.catch_warnings(action="ignore"), ZipFile(out, "w") as zipped:
        for name, data in entries:
            entry = ZipInfo("x")
            entry.filename = name  # as it is: the constructor would tidy it
            entry.compress_type = method
            change(entry)
            zipped.writestr(entry, data)
    return out.getvalue()


def whole(files: dict[str, bytes], method: int = ZIP_STORED, /, **other: Any) -> bytes:
    """A package of these files with a manifest that agrees, but for what `other` says."""
    return parcel([*files.items(), (MANIFEST, about(files, **other))], method)
