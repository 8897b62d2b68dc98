"""Packages from strangers: each rule, one hostile file; and none of them does anything else."""

import json
import stat
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.content.courses import FILES
from tests.content.package.parcels import about, contents, packed, parcel, whole
from tutor.content.decode import MAX_BYTES
from tutor.content.package import names, unpacking
from tutor.content.package.names import MANIFEST
from tutor.content.package.unpacking import unpack
from tutor.errors import ContentError


def refusal(data: bytes) -> str:
    """Why a package is refused; fails where it is not."""
    with pytest.raises(ContentError) as caught:
        unpack(data)
    assert caught.value.hint
    return str(caught.value)


def test_a_sound_package_is_read() -> None:
    assert unpack(packed().data).files.keys() == set(FILES)
    assert unpack(packed().data).manifest == packed().manifest
    assert unpack(whole(contents())).files == contents()
    assert unpack(whole(contents(), ZIP_DEFLATED)).files == contents()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/passwd", "absolute path"),
        ("//server/share/course.toml", "absolute path"),
        ("../course.toml", "leads out of the course folder"),
        ("crossing/../../course.toml", "leads out of the course folder"),
        ("./course.toml", "leads out of the course folder"),
        ("crossing//questions.toml", "empty part"),
        ("crossing/lessons/", "empty part"),
        ("", "empty part"),
        ("C:/course.toml", "names a drive"),
        ("C:course.toml", "names a drive"),
        ("course.toml:hidden", "second stream"),
        ("crossing\\questions.toml", "backslash"),
        ("..\\course.toml", "backslash"),
        ("course.toml\x00.exe", "control character"),
        ("cross\ning/questions.toml", "control character"),
        ("cross\u202eing/questions.toml", "control character"),
        ("cafe\u0301/questions.toml", "NFC"),
        ("café/questions.toml", "no file of a course"),
        ("aux/questions.toml", "Windows keeps this name"),
        ("crossing/lessons/nul.toml", "Windows keeps this name"),
        ("COM1/questions.toml", "Windows keeps this name"),
        ("com\N{SUPERSCRIPT ONE}/questions.toml", "no file of a course"),
        ("crossing./questions.toml", "a dot or a blank"),
        ("crossing/README ", "a dot or a blank"),
        ("a" * 60 + "/lessons/" + "b" * 60 + ".toml", "longer than 120"),
        ("run.exe", "no file of a course"),
        ("Course.toml", "no file of a course"),
        ("crossing/lessons/deep/er.toml", "no file of a course"),
        (".git/config", "no file of a course"),
        ("tutor.pth", "no file of a course"),
    ],
)
def test_a_name_that_is_not_allowed(name: str, why: str) -> None:
    said = refusal(whole(contents() | {name: b"# nothing\n"}))
    assert why in said
    assert "\n" not in said
    assert "\u202e" not in said


@pytest.mark.parametrize("twin", ["course.toml", "README.md", MANIFEST])
def test_a_name_that_is_there_twice(twin: str) -> None:
    files = contents() | {"README.md": b"once"}
    entries = [*files.items(), (MANIFEST, about(files)), (twin, b"twice")]
    assert "two files have the same name" in refusal(parcel(entries))


def test_names_that_differ_by_case_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No two names of the format do; this is the second lock on the same door."""
    monkeypatch.setattr(names, "fault", lambda _: "")
    for one, two in (("README.md", "Readme.MD"), ("\N{KELVIN SIGN}", "k"), ("é", "E\u0301")):
        said = refusal(whole(contents() | {one: b"1", two: b"2"}))
        assert "two files have the same name" in said


def spoilt(change: Callable[[ZipInfo], None]) -> bytes:
    """The sound package with other headers."""
    return parcel([*contents().items(), (MANIFEST, about(contents()))], change=change)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR])
def test_only_regular_files(kind: int) -> None:
    def change(entry: ZipInfo) -> None:
        entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16

    assert "not a file" in refusal(spoilt(change))


def test_other_methods_and_encryption() -> None:
    assert "compressed in a way" in refusal(whole(contents(), ZIP_BZIP2))
    data = bytearray(packed().data)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "encrypted" in refusal(bytes(data))


# sizes


def test_a_file_that_is_too_large() -> None:
    files = contents() | {"README.md": bytes(MAX_BYTES + 1)}
    assert f"`README.md` has more than {MAX_BYTES:,} bytes" in refusal(whole(files))


def test_a_bomb() -> None:
    files = contents() | {f"m{one}/README": bytes(MAX_BYTES) for one in range(4)}
    assert "40 times" in refusal(whole(files, ZIP_DEFLATED))


def test_the_sum_of_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 2_000)
    monkeypatch.setattr(unpacking, "MAX_BYTES", 1_000_000)
    files = {f"m{one}/README": b"x" * 1_000_000 for one in range(3)}
    assert "unpacks to over" in refusal(whole(files))


def test_too_many_files() -> None:
    entries = [(f"m{one}/README", b"") for one in range(unpacking.MOST_FILES + 1)]
    assert "more than 1,000 files" in refusal(parcel(entries))


def test_a_directory_that_lies_about_how_many_there_are() -> None:
    """zipfile goes by the size of the directory, not by the number that the end record names."""
    data = bytearray(parcel([(f"m{one}/README", b"") for one in range(1_500)]))
    data[-14:-10] = struct.pack("<HH", 7, 7)
    assert "more than 1,000 files" in refusal(bytes(data))


@pytest.mark.parametrize("said", [10, MAX_BYTES, 2**32 - 2])
def test_sizes_in_headers_are_not_believed(said: int) -> None:
    data = bytearray(whole({"README": bytes(MAX_BYTES * 2)} | contents(), ZIP_DEFLATED))
    header = data.index(b"PK\x01\x02")
    assert data[header + 46 :].startswith(b"README")
    data[header + 24 : header + 28] = struct.pack("<L", said)
    assert any(why in refusal(bytes(data)) for why in ("40 times", "damaged", "has more than"))


def test_a_package_that_is_too_large_is_not_looked_into() -> None:
    assert "bytes" in refusal(bytes(unpacking.LARGEST + 1))


# the zip around it


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"not a zip",
        packed().data[:-1],
        packed().data[len(packed().data) // 2 :],
        packed().data + b"behind",
        b"#!/bin/sh\n" + packed().data,
        packed().data[:-2] + b"\x05\x00" + b"hello",
        packed().data[:-22] + b"PK\x06\x07" + bytes(16) + packed().data[-22:],
    ],
    ids=["empty", "short", "text", "cut", "half", "behind", "before", "remark", "64-bit"],
)
def test_not_a_plain_zip(data: bytes) -> None:
    assert refusal(data).startswith("This is no course package that can be installed")


def test_a_flipped_bit_in_a_file() -> None:
    data = bytearray(packed().data)
    data[data.index(b"The bridge")] ^= 1
    assert "damaged" in refusal(bytes(data))


def test_two_names_for_one_file() -> None:
    """The name before the data differs from the one in the directory: two readers, two contents."""
    data = packed().data.replace(b"glossary.toml", b"glossaRy.toml", 1)
    assert "damaged" in refusal(data)


@given(
    place=st.integers(0, len(packed().data) - 1), change=st.integers(1, 255), cut=st.integers(0, 9)
)
@example(place=0, change=1, cut=0)
def test_any_damage_is_a_refusal_or_leaves_the_files_as_they_were(
    place: int, change: int, cut: int
) -> None:
    data = bytearray(packed().data)
    data[place] ^= change
    try:
        found = unpack(bytes(data[: len(data) - cut]))
    except ContentError:
        return
    assert found.files == contents()


NAMES = st.text(st.sampled_from("ab./\\:~ -CON\x00é\u0301"), max_size=12)


@given(st.dictionaries(NAMES | st.sampled_from(FILES), st.binary(max_size=40), max_size=5))
def test_whatever_is_accepted_has_the_names_of_a_course(files: dict[str, bytes]) -> None:
    try:
        found = unpack(whole(files))
    except ContentError:
        return
    assert found.files == files
    assert all(names.is_course_file(name) for name in files)


# the manifest


def test_no_manifest() -> None:
    assert "no manifest.json" in refusal(parcel(contents().items()))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "not as it should be"),
        (b"{}", "`format` is not as it should be"),
        (b'{"format": 2}', "newer version"),
        (b'{"format": 1e999}', "not as it should be"),
    ],
)
def test_a_manifest_that_is_none(raw: bytes, why: str) -> None:
    assert why in refusal(parcel([*contents().items(), (MANIFEST, raw)]))


@pytest.mark.parametrize(
    "other",
    [
        {"course": "../up"},
        {"version": "1.0"},
        {"version": "1.0.0\n"},
        {"version": "1" * 5000 + ".0.0"},
        {"surprise": 1},
        {"files": {}},
    ],
)
def test_a_manifest_with_a_wrong_value(other: dict[str, object]) -> None:
    assert "not as it should be" in refusal(whole(contents(), **other))


def test_manifest_and_files_agree_in_both_directions() -> None:
    files = contents()
    fewer = {name: data for name, data in files.items() if name != "glossary.toml"}
    changed = files | {"course.toml": files["course.toml"].replace(b"The bridge", b"The badger")}
    longer = files | {"course.toml": files["course.toml"] + b"\n"}
    lines = json.loads(about(files))["files"]
    cases = [
        (files, about(fewer), "in the package and not in the manifest"),
        (fewer, about(files), "in the manifest and not in the package"),
        (changed, about(files), "it was changed"),
        (longer, about(files), "it was changed"),
        (files, about(files, files=[*lines, lines[0]]), "names a file twice"),
        (files, about(files | {MANIFEST: b""}), "in the manifest and not in the package"),
    ]
    for there, manifest, why in cases:
        assert why in refusal(parcel([*there.items(), (MANIFEST, manifest)]))


def test_zlib_is_what_the_bomb_test_thinks_it_is() -> None:
    assert len(zlib.compress(bytes(MAX_BYTES))) * unpacking.RATIO < MAX_BYTES
