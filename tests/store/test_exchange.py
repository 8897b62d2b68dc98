"""Two machines, one learner: nothing lost, nothing double, whichever way round."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import answer, page, ticking
from tutor.engine.progress import fold
from tutor.errors import NewerFormat, ProfileBusy, StoreError
from tutor.model.progress import Progress
from tutor.model.record import Event, Happening
from tutor.store.erase import erase_profile
from tutor.store.exchange import export_profile, import_profile
from tutor.store.learner import open_learner
from tutor.store.lines import encode
from tutor.store.places import JOURNAL, backups_folder
from tutor.store.profiles import find_profile, list_profiles
from tutor.store.union import union

NAME = "Maj Lind"
CLOCK = ticking()


def study(home: Path, *what: Happening) -> None:
    with open_learner(home, NAME, clock=ticking()) as learner:
        learner.record(*what)


def lines_of(home: Path) -> list[bytes]:
    card = find_profile(home, NAME)
    assert card is not None
    return (card.folder / JOURNAL).read_bytes().split(b"\n")[:-1]


def carry(source: Path, target: Path, name: str = "file") -> None:
    file = source / f"{name}.tutor-profile"
    export_profile(source, NAME, file, clock=CLOCK)
    import_profile(target, file, None, clock=CLOCK)


def progress_of(lines: tuple[bytes, ...]) -> Progress:
    return fold(Progress(), [Event.model_validate_json(line) for line in lines])


def test_two_machines_become_one(tmp_path: Path) -> None:
    laptop, stick = tmp_path / "laptop", tmp_path / "stick"
    study(laptop, page("roots/first"), answer("q1"))
    carry(laptop, stick)
    study(laptop, answer("q2"))
    study(stick, answer("q3"))
    carry(laptop, stick, "second")
    carry(stick, laptop, "third")
    with (
        open_learner(laptop, NAME, clock=CLOCK) as here,
        open_learner(stick, NAME, clock=CLOCK) as there,
    ):
        assert here.progress == there.progress
        assert here.notices == there.notices == ()
        items = here.progress.modules["wps/basics"].items
    assert len(items) == 3


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    study(tmp_path / "a", answer("q1"))
    study(tmp_path / "b", answer("q2"))
    carry(tmp_path / "a", tmp_path / "b", "once")
    before = lines_of(tmp_path / "b")
    carry(tmp_path / "a", tmp_path / "b", "twice")
    assert lines_of(tmp_path / "b") == before


def test_the_journal_of_before_is_kept(tmp_path: Path) -> None:
    study(tmp_path / "a", answer("q1"))
    study(tmp_path / "b", answer("q2"))
    before = b"\n".join(lines_of(tmp_path / "b")) + b"\n"
    carry(tmp_path / "a", tmp_path / "b")
    card = find_profile(tmp_path / "b", NAME)
    assert card is not None
    (copy,) = backups_folder(card.folder).iterdir()
    assert copy.read_bytes() == before


def test_what_cannot_be_taken_in_changes_nothing(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "x.tutor-profile"
    for raw in (b"", b"{}", b"\xff\xfe", b'{"format":1,"data":{"name":"a","journal":["{}"]}}'):
        file.write_bytes(raw)
        with pytest.raises(StoreError):
            import_profile(home, file, None, clock=CLOCK)
    file.write_bytes(b'{"format":9,"program":"x","saved_at":"2026-01-01T00:00:00Z","data":{}}')
    with pytest.raises(NewerFormat):
        import_profile(home, file, None, clock=CLOCK)
    assert list_profiles(home) == ()


def test_an_open_window_is_not_merged_into(tmp_path: Path) -> None:
    study(tmp_path / "a", answer("q1"))
    with open_learner(tmp_path / "b", NAME, clock=CLOCK) as learner:
        learner.record(answer("q2"))
        with pytest.raises(ProfileBusy):
            carry(tmp_path / "a", tmp_path / "b")
        with pytest.raises(ProfileBusy):
            erase_profile(tmp_path / "b", NAME)


def test_the_same_id_with_another_content_is_set_aside(tmp_path: Path) -> None:
    study(tmp_path / "a", answer("q1"))
    (line,) = lines_of(tmp_path / "a")
    forged = line.replace(b'"seconds":', b'"seconds":1')
    assert forged != line
    merged = union([line], [forged])
    assert (merged.lines, merged.refused, merged.added) == ((line,), (forged,), 0)


def test_a_copied_folder_is_reported_and_both_sides_are_kept() -> None:
    base = Event.model_validate_json(lines_made()[0])
    twin = base.model_copy(update={"id": "another"})
    merged = union([encode(base)], [encode(twin)])
    assert len(merged.lines) == 2
    assert merged.cloned == (base.device,)


def test_an_erased_learner_leaves_nothing(tmp_path: Path) -> None:
    study(tmp_path, answer("q1"))
    card = erase_profile(tmp_path, NAME)
    assert list_profiles(tmp_path) == ()
    assert list(card.folder.parent.iterdir()) == []
    with pytest.raises(StoreError):
        erase_profile(tmp_path, NAME)


def lines_made(devices: int = 1, each: int = 1) -> list[bytes]:
    clock = ticking()
    return [
        encode(
            Event(
                id=f"d{device}-{number}",
                device=f"d{device}",
                sequence=number,
                previous="",
                at=clock(),
                what=answer(f"q{number}", right=bool((device + number) % 2)),
            )
        ).rstrip(b"\n")
        for number in range(each)
        for device in range(devices)
    ]


@settings(max_examples=60)
@given(st.lists(st.sets(st.integers(0, 11)), min_size=2, max_size=3))
def test_every_order_of_merging_gives_the_same(parts: list[set[int]]) -> None:
    everything = lines_made(devices=3, each=4)
    journals = [[everything[i] for i in sorted(part)] for part in parts]
    results = set()
    for order in permutations(journals):
        merged: tuple[bytes, ...] = ()
        for journal in (*order, order[0]):
            merged = union(merged, journal).lines
        results.add(merged)
    (only,) = results
    assert set(only) == {line for journal in journals for line in journal}
    assert progress_of(only).events == len(only)
