"""Where things lie, and names that every file system takes."""

import os
import stat
from datetime import datetime, timedelta, timezone
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.errors import StoreError
from tutor.store.places import LONGEST_SLUG, home, make_folder, slug, spare, stamp, tidy_name

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{kind}{n}" for kind in ("com", "lpt") for n in "0123456789"),
}


def test_tutor_home_moves_everything(tmp_path: Path) -> None:
    assert home({"TUTOR_HOME": str(tmp_path)}) == tmp_path


def test_a_relative_home_is_made_absolute_and_a_tilde_is_known() -> None:
    assert home({"TUTOR_HOME": "stick"}) == Path.cwd() / "stick"
    assert home({"TUTOR_HOME": "~/stick"}) == Path.home() / "stick"


@pytest.mark.parametrize("environ", [{}, {"TUTOR_HOME": ""}, {"TUTOR_HOME": "  "}])
def test_without_it_the_data_folder_of_the_user_is_used(environ: dict[str, str]) -> None:
    found = home(environ)
    assert found == Path(platformdirs.user_data_dir("staff-tutor", appauthor=False))
    assert "cache" not in str(found).casefold()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna", "anna"),
        ("ANNA", "anna"),
        ("Maj. Jörg Müller", "maj-jorg-muller"),
        ("trailing...", "trailing"),
        (" ../../etc/passwd ", "etc-passwd"),
        ("CON", "learner-con"),
        ("com1", "learner-com1"),
        ("nul.", "learner-nul"),
        ("Console", "console"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_name_without_latin_letters_has_a_slug_of_its_own() -> None:
    assert slug("Олена").startswith("learner-")
    assert slug("Олена") != slug("Марія")
    assert slug("Олена") == slug("ОЛЕНА ")


@given(st.text())
def test_any_name_becomes_a_safe_folder_name(name: str) -> None:
    found = slug(name)
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(found) <= LONGEST_SLUG + len("learner-")
    assert found not in RESERVED
    assert not found.startswith("-")
    assert not found.endswith("-")


@given(st.text(st.characters()))
def test_a_tidy_name_can_be_written_and_stays_tidy(name: str) -> None:
    found = tidy_name(name)
    assert found.encode().decode() == found
    assert tidy_name(found) == found


def test_control_characters_never_reach_a_name() -> None:
    assert tidy_name("An\x1b[2Jna\n Berg\u202e\ud800") == "An[2Jna Berg"


def test_a_stamp_is_utc_and_safe_in_a_file_name() -> None:
    there = timezone(timedelta(hours=2))
    assert stamp(datetime(2026, 3, 1, 14, 5, 2, tzinfo=there)) == "2026-03-01T120502Z"


def test_spare_never_names_a_file_that_exists(tmp_path: Path) -> None:
    for expected in ("copy.json", "copy-2.json", "copy-3.json"):
        found = spare(tmp_path / "copy.json")
        assert found.name == expected
        found.touch()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_new_folders_are_for_the_user_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    for made in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(StoreError, match="a file is where a folder should be"):
        make_folder(tmp_path / "home" / "profiles")
