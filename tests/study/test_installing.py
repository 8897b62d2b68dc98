"""A course that was packed and installed is the course that was packed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.courses import REF, bridge, change
from tests.content.package.parcels import PROGRAM, packed
from tutor.content.files import Folder
from tutor.content.library import Library
from tutor.content.package.packing import pack
from tutor.content.package.unpacking import unpack
from tutor.study.installing import offer, place

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="'", exclude_categories=["C"]))
NOTE = st.text("# ab\r\n")
TITLE = TEXT.filter(str.strip).map(lambda text: text[:80].strip())


@given(title=TITLE, text=TEXT, note=NOTE, ends=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=20)
def test_it_has_the_same_fingerprints_whatever_its_texts_are(
    title: str, text: str, note: str, ends: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    course = bridge(folder)
    change(course, "course.toml", "The bridge", title)
    change(course, "crossing/lessons/approach.toml", "Nobody is asked", f"Nobody is asked {text}")
    for path in course.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    (course / "README.md").write_bytes(note.encode())
    package = unpack(pack(Folder.at(course), PROGRAM).data)
    courses = folder / "home" / "courses"
    placed = place(offer(package, Library(), courses), courses)
    before, after = Library.open([course]), Library.open([courses])
    assert [one.head for one in after.courses] == [one.head for one in before.courses]
    assert after.module(REF) == before.module(REF)
    again = pack(Folder.at(placed.folder), PROGRAM)
    assert again.data == pack(Folder.at(course), PROGRAM).data


def test_what_a_kill_left_is_put_right_by_the_next_installation(tmp_path: Path) -> None:
    """Both editions are there, as after a kill between putting one and taking the other away."""
    courses = tmp_path / "courses"
    old = unpack(packed().data)
    place(offer(old, Library(), courses), courses)
    change(bridge(tmp_path), "course.toml", "1.0.0", "1.1.0")
    new = unpack(pack(Folder.at(tmp_path / "bridge"), PROGRAM).data)
    place(replace(offer(new, Library(), courses), before=()), courses)
    library = Library.open([courses])
    assert [one.head.version for one in library.courses] == ["1.1.0"]
    found = offer(new, library, courses)
    assert not found.nothing_new
    assert found.asks == ()
    place(found, courses)
    assert [one.head.version for one in Library.open([courses]).standing] == ["1.1.0"]
