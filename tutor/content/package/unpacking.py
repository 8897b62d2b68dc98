"""Reads a package that somebody else made. It is untrusted: nothing it says is believed.

Everything is read into memory within limits before anything is written. Names are held against
the course format (`names`), bytes against the manifest, and the manifest against what is there.
"""

import stat
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tutor.content.decode import MAX_BYTES
from tutor.content.harmless import quoted
from tutor.content.package import manifest, names
from tutor.content.package.manifest import Manifest
from tutor.errors import ContentError

MOST_FILES = 1_000
"""Files in a package, the manifest included; a course of twenty modules has about 150."""
MOST_BYTES = 32 * 1024 * 1024
"""Bytes of all files together; the largest bundled course has 1 MiB."""
LARGEST = MOST_BYTES + 4 * 1024 * 1024
"""Bytes of the package itself that are read: all files stored, and the zip around them."""
RATIO = 40
"""Bytes that come out for each byte of the package. `tutor pack` stores (1), prose deflates to a
quarter, a bomb starts at several hundred."""

_CHUNK = 64 * 1024
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE, _ZIP64_SIGNATURE = b"PK\x05\x06", b"PK\x06\x07"
_ZIP64_LOCATOR = 20
_LONGEST_ENTRY = 46 + 2 * 400
"""Bytes of one entry of the directory: its fixed part, a name and something beside it."""
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    IndexError, OverflowError, OSError,
)  # fmt: skip
"""What zipfile raises for damaged files, in one place or another."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that holds what its manifest says: the files by name, without the manifest."""

    manifest: Manifest
    files: dict[str, bytes]


def unpack(data: bytes) -> Package:
    """Read a package of up to `LARGEST` bytes. Raises ContentError with the rule that it broke."""
    _plain_zip(data)
    try:
        with ZipFile(BytesIO(data)) as zipped:
            files = _read(zipped, len(data))
    except _BROKEN as error:
        raise _refused("the file is damaged") from error
    raw = files.pop(names.MANIFEST, None)
    if raw is None:
        raise _refused("it has no manifest.json")
    about = manifest.read(raw)
    _agree(about, files)
    return Package(about, files)


def _refused(why: str) -> ContentError:
    hint = "Get the file again, or ask whoever made it to pack it again with `tutor pack`."
    return ContentError(f"This is no course package that can be installed: {why}.", hint)


def _plain_zip(data: bytes) -> None:
    """The directory stands at the very end and is small, before zipfile reads any of it.

    A zip may also begin in the middle of another file, carry a remark, and be of the 64-bit kind;
    `tutor pack` writes none of these, and each is a way to show two programs two contents.
    """
    if len(data) > LARGEST:
        raise _refused(f"it has more than {LARGEST:,} bytes")
    if len(data) < _END.size or data[-_END.size :][:4] != _END_SIGNATURE:
        raise _refused("it is not a whole zip file")
    _, disk, first, here, count, size, offset, remark = _END.unpack(data[-_END.size :])
    if data[-_END.size - _ZIP64_LOCATOR :][:4] == _ZIP64_SIGNATURE:
        raise _refused("it is a zip file of the 64-bit kind")
    if disk or first or here != count or remark or offset + size + _END.size != len(data):
        raise _refused("it is a zip file with something before, between or behind its parts")
    if count > MOST_FILES or size > MOST_FILES * _LONGEST_ENTRY:
        raise _refused(f"it has more than {MOST_FILES:,} files")


def _read(zipped: ZipFile, whole: int) -> dict[str, bytes]:
    """Every file, read in a stream. `whole`: bytes of the package, what the ratio is held against.

    The sizes in the headers are never asked: what comes out is counted.
    """
    entries = zipped.infolist()
    if len(entries) > MOST_FILES:
        raise _refused(f"it has more than {MOST_FILES:,} files")
    _named(entries)
    files: dict[str, bytes] = {}
    left = min(MOST_BYTES + MAX_BYTES, RATIO * whole)
    for entry in entries:
        data = _stream(zipped, entry, left)
        left -= len(data)
        files[entry.orig_filename] = data
    return files


def _named(entries: Iterable[ZipInfo]) -> None:
    """Raises ContentError for a name, a kind of entry or a method that no course has.

    `orig_filename` is the name as it is written: `filename` is cut at a null character, and on
    Windows its backslashes are slashes.
    """
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.orig_filename
        if why := names.fault(name):
            raise _refused(f"the name {quoted(name, 120)} is not allowed, {why}")
        if names.same(name) in seen:
            twice = f"{quoted(seen[names.same(name)])} and {quoted(name)}"
            raise _refused(f"two files have the same name, {twice}")
        seen[names.same(name)] = name
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise _refused(f"{quoted(name)} is a link or a folder or a device, not a file")
        if entry.flag_bits & _ENCRYPTED:
            raise _refused(f"{quoted(name)} is encrypted")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _refused(f"{quoted(name)} is compressed in a way that a course is not")


def _stream(zipped: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """The bytes of one file; `left` is what the package may still give."""
    parts: list[bytes] = []
    size = 0
    with zipped.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            parts.append(chunk)
            size += len(chunk)
            if size > MAX_BYTES:
                raise _refused(f"{quoted(entry.orig_filename)} has more than {MAX_BYTES:,} bytes")
            if size > left:
                raise _refused(f"it unpacks to over {MOST_BYTES:,} bytes or {RATIO} times its size")
    return b"".join(parts)


def _agree(about: Manifest, files: dict[str, bytes]) -> None:
    """Raises ContentError unless manifest and files say the same in both directions."""
    said = about.digests
    if len(said) < len(about.files):
        raise _refused("its manifest names a file twice")
    if missing := sorted(said.keys() - files.keys()):
        raise _refused(f"{quoted(missing[0])} is in the manifest and not in the package")
    if extra := sorted(files.keys() - said.keys()):
        raise _refused(f"{quoted(extra[0])} is in the package and not in the manifest")
    for one in about.files:
        data = files[one.name]
        if one.size != len(data) or one.sha256 != sha256(data).hexdigest():
            raise _refused(f"{quoted(one.name)} is not what the manifest says; it was changed")
