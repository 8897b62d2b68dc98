"""Settings in words: what can be chosen, what is refused, what the file may hold."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import BRIDGE, open_test_desk
from tutor.errors import UsageError
from tutor.model.settings import Settings, tolerant
from tutor.store.places import PROFILE
from tutor.study.preferences import PREFERENCES, changed, preference, word_of

TODAY = date(2026, 3, 1)


def test_the_words_for_the_values_are_those_that_are_understood() -> None:
    for one in PREFERENCES:
        for word in one.values:
            assert word_of(changed(Settings(), one.key, word, TODAY), one.key) == word
        assert word_of(Settings(), one.key) in (*one.values, "none")


def test_every_setting_of_the_model_can_be_chosen() -> None:
    assert {one.key.replace("-", "_") for one in PREFERENCES} == set(Settings.model_fields)


@pytest.mark.parametrize(
    ("key", "word", "said"),
    [
        ("retention", "0.5", "cannot be"),
        ("colour", "red", "no setting"),
        ("target", "tomorrow", "no date"),
        ("target", "2026-02-28", "in the past"),
    ],
)
def test_what_is_no_value_is_refused(key: str, word: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        changed(Settings(), key, word, TODAY)


def test_a_target_date_is_typed_and_taken_away() -> None:
    there = changed(Settings(), "target", "2026-12-31", TODAY)
    assert there.target == date(2026, 12, 31)
    assert word_of(there, "target") == "2026-12-31"
    assert changed(there, "target", "none", TODAY).target is None
    assert preference("target").values == {}


def test_settings_are_kept_and_unknown_ones_too(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, BRIDGE)
    folder = desk._learner.folder
    desk.change_settings(changed(desk.settings, "density", "compact", TODAY))
    desk.close()
    document = json.loads((folder / PROFILE).read_text("utf-8"))
    document["data"]["settings"]["sound"] = "of a bell"
    (folder / PROFILE).write_text(json.dumps(document), "utf-8")
    desk = open_test_desk(tmp_path, BRIDGE)
    desk.change_settings(changed(desk.settings, "motion", "on", TODAY))
    desk.close()
    found = json.loads((folder / PROFILE).read_text("utf-8"))["data"]["settings"]
    assert (found["density"], found["motion"], found["sound"]) == ("compact", True, "of a bell")


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    desk = open_test_desk(tmp_path, BRIDGE)
    folder, device = desk._learner.folder, desk._learner.profile.device
    desk.change_settings(changed(desk.settings, "density", "compact", TODAY))
    desk.close()
    document = json.loads((folder / PROFILE).read_text("utf-8"))
    document["data"]["settings"] |= {"retention": 7, "target": "soon"}
    (folder / PROFILE).write_text(json.dumps(document), "utf-8")
    desk = open_test_desk(tmp_path, BRIDGE)
    assert desk._learner.profile.device == device
    assert desk.settings == Settings(density="compact")
    said = " ".join(desk.home().notices)
    assert "The setting retention cannot be '7'; the usual value, 0.9, is used." in said
    assert "The setting target cannot be 'soon'" in said
    desk.close()
    assert len(list((folder / "backups").glob("profile-*.settings.json"))) == 1
    assert open_test_desk(tmp_path, BRIDGE).home().notices == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*Settings.model_fields, "other"]), JSON))
def test_whatever_is_written_there_the_settings_can_be_used(given: dict[str, object]) -> None:
    settings, said = tolerant(given)  # type: ignore[arg-type]
    assert 0.7 <= settings.retention <= 0.97
    assert settings.density in ("comfortable", "compact")
    assert all("cannot be" in one for one in said)
    assert tolerant(json.loads(settings.model_dump_json())) == (settings, ())
