"""Learners: finding them, making them, and `profile.json` in whatever state it is."""

import json
import os
from pathlib import Path

import pytest

from tests.store.broken_disk import Death, Disk
from tests.store.samples import NOON
from tutor.errors import StoreError
from tutor.model.settings import Settings
from tutor.store.envelope import Kind, Raw
from tutor.store.profiles import (
    KIND,
    Profile,
    create_profile,
    find_profile,
    free_folder,
    list_profiles,
    load_profile,
    new_profile,
    save_profile,
)


def clock():
    return NOON


def saved(folder: Path, name: str = "Anna Berg") -> bytes:
    save_profile(folder, new_profile(name, clock), clock=clock)
    return (folder / "profile.json").read_bytes()


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# Who there is


def test_nobody_is_there_at_first(tmp_path: Path) -> None:
    assert list_profiles(tmp_path) == ()
    assert find_profile(tmp_path, None) is None


def test_the_one_used_last_comes_first(tmp_path: Path) -> None:
    for age, name in ((300, "Anna"), (100, "Bert"), (200, "Cem")):
        folder = create_profile(tmp_path, name, clock=clock).folder
        os.utime(folder / "profile.json", (1e9 - age, 1e9 - age))
    assert [card.name for card in list_profiles(tmp_path)] == ["Bert", "Cem", "Anna"]
    found = find_profile(tmp_path, None)
    assert found is not None
    assert found.name == "Bert"


@pytest.mark.parametrize(
    "name", ["Jörg Müller", "JÖRG  MÜLLER", "Jo\u0308rg Mu\u0308ller", "jorg-Muller"]
)
def test_a_name_is_found_in_any_case_and_form(tmp_path: Path, name: str) -> None:
    card = create_profile(tmp_path, "Jörg Müller", clock=clock)
    found = find_profile(tmp_path, name)
    assert found is not None
    assert (found.folder, found.name) == (card.folder, "Jörg Müller")


def test_two_names_with_one_slug_get_two_folders(tmp_path: Path) -> None:
    first = create_profile(tmp_path, "Muller", clock=clock)
    second = create_profile(tmp_path, "Müller", clock=clock)
    assert (first.folder.name, second.folder.name) == ("muller", "muller-2")


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    create_profile(tmp_path, "Anna", clock=clock)
    with pytest.raises(StoreError, match="already"):
        create_profile(tmp_path, " ANNA ", clock=clock)


def test_a_folder_in_which_nobody_worked_is_free(tmp_path: Path) -> None:
    (tmp_path / "profiles" / "anna").mkdir(parents=True)
    assert free_folder(tmp_path, "Anna").name == "anna"
    (tmp_path / "profiles" / "anna" / "journal.jsonl").touch()
    assert free_folder(tmp_path, "Anna").name == "anna-2"


def test_other_things_in_the_folder_are_no_learners(tmp_path: Path) -> None:
    (tmp_path / "profiles" / "notes").mkdir(parents=True)
    (tmp_path / "profiles" / "desktop.ini").touch()
    assert list_profiles(tmp_path) == ()


def test_a_damaged_profile_is_listed_with_its_problem(tmp_path: Path) -> None:
    folder = create_profile(tmp_path, "Anna", clock=clock).folder
    (folder / "profile.json").write_bytes(b"{")
    (card,) = list_profiles(tmp_path)
    assert (card.name, "damaged" in card.problem) == ("anna", True)


def test_a_home_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(StoreError, match="a file is where a folder should be"):
        list_profiles(tmp_path / "home")


# profile.json


def test_a_profile_is_kept_with_settings_that_this_version_does_not_know(folder: Path) -> None:
    saved(folder)
    path = folder / "profile.json"
    document = json.loads(path.read_text())
    document["data"]["settings"] = {"theme": "dark", "font": {"size": 3}}
    path.write_text(json.dumps(document))
    profile = load_profile(folder, clock=clock).profile
    assert profile.settings.theme == "dark"
    changed = profile.model_copy(
        update={"settings": profile.settings.model_copy(update={"theme": "light"})}
    )
    save_profile(folder, changed, clock=clock)
    kept = json.loads(path.read_text())["data"]["settings"]
    assert kept.items() >= {"theme": "light", "font": {"size": 3}}.items()


def test_a_damaged_profile_is_set_aside_and_made_anew(folder: Path) -> None:
    raw = saved(folder)
    (folder / "profile.json").write_bytes(raw[:50])
    found = load_profile(folder, clock=clock)
    assert found.profile.name == "anna"
    (notice,) = found.notices
    aside = folder / "profile.json.broken-2026-03-01T120000Z"
    assert aside.read_bytes() == raw[:50]
    assert str(aside) in notice
    again = load_profile(folder, clock=clock)
    assert (again.profile, again.notices) == (found.profile, ())


def test_a_profile_that_is_json_but_wrong_keeps_its_name_and_device(folder: Path) -> None:
    raw = saved(folder)
    device = json.loads(raw)["data"]["device"]
    (folder / "profile.json").write_bytes(raw.replace(b'"theme": ""', b'"theme": 5'))
    found = load_profile(folder, clock=clock)
    assert (found.profile.name, found.profile.device) == ("Anna Berg", device)
    assert found.profile.settings == Settings()
    assert len(found.notices) == 1


def test_a_newer_profile_is_read_only_and_stays_as_it_is(folder: Path) -> None:
    raw = saved(folder).replace(b'"format": 1', b'"format": 2')
    (folder / "profile.json").write_bytes(raw)
    found = load_profile(folder, clock=clock)
    assert (found.newer, found.profile.name) == (True, "Anna Berg")
    assert "newer version" in found.notices[0]
    assert everything(folder) == {"profile.json": raw}


def from_nickname(data: Raw) -> Raw:
    return {key: value for key, value in data.items() if key != "nickname"} | {
        "name": data["nickname"]
    }


NEXT = Kind("profile", 2, KIND.envelope, {1: from_nickname})
"""The profile as a later version will know it: format 1 called the name a nickname."""


def test_an_older_profile_is_copied_upgraded_and_written(folder: Path) -> None:
    raw = saved(folder).replace(b'"name"', b'"nickname"')
    (folder / "profile.json").write_bytes(raw)
    found = load_profile(folder, clock=clock, kind=NEXT)
    assert found.profile.name == "Anna Berg"
    copy = folder / "backups" / "profile-2026-03-01T120000Z.format-1.json"
    assert copy.read_bytes() == raw
    assert str(copy) in found.notices[0]
    assert json.loads((folder / "profile.json").read_bytes())["format"] == 2
    assert load_profile(folder, clock=clock, kind=NEXT).notices == ()


def test_reading_only_writes_nothing(folder: Path) -> None:
    raw = saved(folder)
    for state in (raw.replace(b'"name"', b'"nickname"'), raw[:50]):
        (folder / "profile.json").write_bytes(state)
        load_profile(folder, clock=clock, read_only=True, kind=NEXT)
        assert everything(folder) == {"profile.json": state}


def test_a_missing_profile_is_named_after_its_folder(folder: Path) -> None:
    found = load_profile(folder, clock=clock)
    assert (found.profile.name, found.on_disk) == ("anna", False)
    assert "is missing" in found.notices[0]


def test_a_profile_that_is_a_folder_is_an_error(folder: Path) -> None:
    (folder / "profile.json").mkdir()
    with pytest.raises(StoreError, match="it is a folder, not a file"):
        load_profile(folder, clock=clock)


@pytest.mark.parametrize("damage", ["older", "broken"])
def test_a_kill_at_any_step_of_a_repair_loses_no_byte(
    folder: Path, disk: Disk, damage: str
) -> None:
    whole = saved(folder)
    state = whole.replace(b'"name"', b'"nickname"') if damage == "older" else whole[:50]
    for step in range(1, 40):
        (folder / "profile.json").write_bytes(state)
        disk.die_at(step)
        try:
            load_profile(folder, clock=clock, kind=NEXT)
        except Death:
            disk.heal()
            profile = load_profile(folder, clock=clock, kind=NEXT).profile
            assert profile.name == ("Anna Berg" if damage == "older" else "anna")
            assert state in everything(folder).values()
        else:
            break
    assert step > 5


def test_a_repair_that_cannot_be_written_is_told(folder: Path, disk: Disk) -> None:
    raw = saved(folder)
    (folder / "profile.json").write_bytes(raw[:50])
    disk.room(0)
    found = load_profile(folder, clock=clock)
    assert "could not be repaired" in found.notices[0]
    assert (folder / "profile.json").read_bytes() == raw[:50]


def test_names_are_tidy(tmp_path: Path) -> None:
    assert new_profile(" A\x1b[0m\nB ", clock).name == "A[0m B"
    assert new_profile("\x00", clock).name == "Learner"
    assert isinstance(new_profile("x", clock), Profile)
