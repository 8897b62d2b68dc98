"""Whatever happens to the bytes of a journal, every whole line survives and nothing vanishes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.broken_disk import Death, Disk, scratch
from tests.store.samples import NOON, answer, page, ticking, written
from tutor.store.journal import Journal

HAPPENINGS = [page(), answer(), written('Öl\nund \\" {"format":1}'), page("roots/second")]


def opened(folder: Path, **options: bool) -> Journal:
    return Journal.open(folder, device="d1", clock=lambda: NOON, **options)


def filled(folder: Path) -> tuple[list[str], bytes]:
    """The ids of a journal with four lines, and its bytes."""
    journal = Journal.open(folder, device="d1", clock=ticking())
    made = journal.append_all(HAPPENINGS)
    return [event.id for event in made], (folder / "journal.jsonl").read_bytes()


def ids(journal: Journal) -> list[str]:
    return [event.id for event in journal.read()]


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_torn_last_line_is_copied_set_aside_and_told(folder: Path) -> None:
    known, raw = filled(folder)
    (folder / "journal.jsonl").write_bytes(raw[:-40])
    journal = opened(folder)
    assert ids(journal) == known[:3]
    found = journal.recovery
    assert found is not None
    assert (found.kept, found.set_aside) == (3, 1)
    assert found.copy == folder / "backups" / "journal-2026-03-01T120000Z.broken.jsonl"
    assert found.copy.read_bytes() == raw[:-40]
    assert found.aside == folder / "journal.jsonl.broken-2026-03-01T120000Z"
    assert found.aside.read_bytes() == raw[:-40].splitlines()[3]
    assert journal.notices == [found.sentence]
    for part in ("kept: 3", "set aside: 1", str(found.aside), str(found.copy)):
        assert part in found.sentence


def test_after_the_repair_the_journal_is_whole_and_goes_on(folder: Path) -> None:
    known, raw = filled(folder)
    (folder / "journal.jsonl").write_bytes(raw[:-40])
    event = opened(folder).append(page())
    journal = opened(folder)
    assert ids(journal) == [*known[:3], event.id]
    assert (journal.notices, journal.recovery) == ([], None)


def test_a_broken_line_in_the_middle_costs_only_itself(folder: Path) -> None:
    known, raw = filled(folder)
    lines = raw.splitlines(keepends=True)
    lines[1] = b"garbage\xff\x00\n"
    (folder / "journal.jsonl").write_bytes(b"".join(lines))
    journal = opened(folder)
    assert ids(journal) == [known[0], *known[2:]]
    assert journal.recovery is not None
    assert journal.recovery.aside.read_bytes() == b"garbage\xff\x00\n"


def test_a_whole_line_glued_to_a_torn_one_is_rescued(folder: Path) -> None:
    known, raw = filled(folder)
    lines = raw.splitlines(keepends=True)
    glued = lines[0] + lines[1][:30] + lines[2] + lines[3]
    (folder / "journal.jsonl").write_bytes(glued)
    assert ids(opened(folder)) == [known[0], *known[2:]]


def test_zeroes_from_a_power_cut_cost_nothing_else(folder: Path) -> None:
    known, raw = filled(folder)
    lines = raw.splitlines(keepends=True)
    damaged = b"".join([*lines[:2], b"\0" * 4096, *lines[2:], b"\0" * 100])
    (folder / "journal.jsonl").write_bytes(damaged)
    assert ids(opened(folder)) == known


def test_two_repairs_in_one_second_keep_both_copies(folder: Path) -> None:
    _, raw = filled(folder)
    for size in (40, 900):
        (folder / "journal.jsonl").write_bytes(raw[:-size])
        opened(folder)
    assert len(list((folder / "backups").iterdir())) == 2
    assert len(list(folder.glob("journal.jsonl.broken-*"))) == 2


def test_an_empty_file_is_an_empty_journal(folder: Path) -> None:
    (folder / "journal.jsonl").touch()
    journal = opened(folder)
    journal.append(page())
    assert (len(ids(journal)), journal.notices) == (1, [])


@pytest.mark.parametrize("options", [{"mending": False}, {"read_only": True}])
def test_a_window_that_may_not_write_leaves_a_damaged_file_alone(
    folder: Path, options: dict[str, bool]
) -> None:
    known, raw = filled(folder)
    damaged = raw.replace(b'"kind":"answer"', b'"kind":"anxxer"', 1)
    (folder / "journal.jsonl").write_bytes(damaged)
    journal = opened(folder, **options)
    assert ids(journal) == [known[0], *known[2:]]
    assert (folder / "journal.jsonl").read_bytes() == damaged
    assert "damaged lines (1)" in journal.notices[-1]


def test_an_unmended_torn_line_is_ended_before_the_next_one(folder: Path) -> None:
    known, raw = filled(folder)
    (folder / "journal.jsonl").write_bytes(raw[:-40])
    event = opened(folder, mending=False).append(page())
    assert ids(opened(folder)) == [*known[:3], event.id]


def test_a_full_disk_during_the_repair_stops_nothing(folder: Path, disk: Disk) -> None:
    known, raw = filled(folder)
    (folder / "journal.jsonl").write_bytes(raw[:-40])
    disk.room(500)
    journal = opened(folder)
    assert "the disk is full" in journal.notices[-1]
    assert ids(journal) == known[:3]
    assert (folder / "journal.jsonl").read_bytes() == raw[:-40]
    disk.heal()
    event = journal.append(page())
    assert ids(opened(folder)) == [*known[:3], event.id]


def test_a_kill_at_any_step_of_a_repair_loses_nothing(folder: Path, disk: Disk) -> None:
    known, raw = filled(folder)
    for step in range(1, 40):
        (folder / "journal.jsonl").write_bytes(raw[:-40])
        disk.die_at(step)
        try:
            opened(folder)
        except Death:
            disk.heal()
            assert ids(opened(folder)) == known[:3]
            assert raw[:-40].splitlines()[3] in everything(folder)
        else:
            break
    assert step > 12


@settings(max_examples=200)
@given(st.data())
def test_cut_at_any_byte_every_whole_line_before_it_is_kept(data: st.DataObject) -> None:
    with scratch() as folder:
        known, raw = filled(folder)
        size = data.draw(st.integers(0, len(raw)))
        (folder / "journal.jsonl").write_bytes(raw[:size])
        ends = [number for number, byte in enumerate(raw) if byte == 10]
        whole = sum(end <= size for end in ends)
        journal = opened(folder)
        assert ids(journal) == known[:whole]
        event = journal.append(page())
        again = opened(folder)
        assert ids(again) == [*known[:whole], event.id]
        assert again.recovery is None


@settings(max_examples=200)
@given(st.data(), st.binary(min_size=1, max_size=40))
def test_overwritten_anywhere_every_other_line_is_kept(data: st.DataObject, noise: bytes) -> None:
    with scratch() as folder:
        known, raw = filled(folder)
        start = data.draw(st.integers(0, len(raw) - 1))
        damaged = raw[:start] + noise + raw[start + len(noise) :]
        (folder / "journal.jsonl").write_bytes(damaged)
        touched, position = set(), 0
        for one, line in zip(known, raw.splitlines(keepends=True), strict=True):
            # A lost line end alone harms nothing: the line before it is still whole.
            last = position + len(line) - 2
            if position < start + len(noise) and start <= last:
                touched.add(one)
            position += len(line)
        journal = opened(folder)
        if journal.read_only:
            return
        untouched = [one for one in known if one not in touched]
        assert [one for one in ids(journal) if one in untouched] == untouched
        if journal.recovery is not None:
            assert journal.recovery.copy.read_bytes() == damaged
        assert opened(folder).recovery is None
