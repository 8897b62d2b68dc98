"""Appending and reading, while the disk is well."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.store.broken_disk import Disk
from tests.store.samples import NOON, abandoned, answer, page, ticking, written
from tutor.errors import StoreError
from tutor.model.record import Event
from tutor.store.journal import Journal, Saving
from tutor.store.lines import Mark


def opened(folder: Path, device: str = "d1", **options: Any) -> Journal:
    clock: Callable[[], datetime] = ticking()
    return Journal.open(folder, device=device, clock=clock, **options)


def lines(folder: Path) -> list[bytes]:
    return (folder / "journal.jsonl").read_bytes().splitlines()


def test_an_event_is_one_line_that_others_can_read(folder: Path) -> None:
    event = opened(folder).append(page())
    (line,) = lines(folder)
    kept = json.loads(line)
    assert kept["id"] == event.id
    assert kept["what"] == {"kind": "page", "module": "wps/basics", "page": "roots/first"} | {
        "seconds": 2.0
    }
    assert (kept["format"], kept["device"], kept["at"]) == (1, "d1", "2026-03-01T12:00:00Z")


def test_a_line_is_written_and_durable_before_the_return(folder: Path, disk: Disk) -> None:
    journal = opened(folder)
    journal.append(page())
    # The second fsync is that of the folder, once, for the new name.
    assert disk.calls == ["open", "fsync", "write", "fsync"]
    disk.calls.clear()
    journal.append(page())
    assert disk.calls == ["open", "write", "fsync"]


def test_several_events_are_lines_of_their_own_with_one_fsync(folder: Path, disk: Disk) -> None:
    journal = opened(folder)
    journal.append(page())
    disk.calls.clear()
    journal.append_all([page(), answer(), abandoned()])
    assert disk.calls == ["open", "write", "write", "write", "fsync"]
    assert len(lines(folder)) == 4


def test_short_writes_are_continued(folder: Path, disk: Disk) -> None:
    disk.short(7)
    event = opened(folder).append(answer())
    assert list(opened(folder).read()) == [event]


def test_what_was_appended_is_read_in_order_by_the_next_window(folder: Path) -> None:
    first = opened(folder)
    before = [first.append(page(f"roots/p{n}")) for n in range(3)]
    second = opened(folder)
    after = [second.append(written('Zeile\nzwei \u2028 ✓ {"format":9}'))]
    assert list(opened(folder).read()) == before + after
    assert second.notices == []


def test_the_chain_links_each_line_to_the_bytes_before_it(folder: Path) -> None:
    journal = opened(folder)
    journal.append(page())
    opened(folder).append(page())
    kept = [json.loads(line) for line in lines(folder)]
    assert [entry["sequence"] for entry in kept] == [0, 1]
    assert kept[0]["previous"] == ""
    assert kept[1]["previous"] == sha256(lines(folder)[0]).hexdigest()


def test_two_devices_have_a_chain_each_in_one_file(folder: Path) -> None:
    for device in ("d1", "d2", "d1", "d2"):
        journal = opened(folder, device)
        journal.append(page())
        assert journal.notices == []
    kept = [json.loads(line) for line in lines(folder)]
    assert [(entry["device"], entry["sequence"]) for entry in kept] == [
        ("d1", 0),
        ("d2", 0),
        ("d1", 1),
        ("d2", 1),
    ]
    assert kept[3]["previous"] == sha256(lines(folder)[1]).hexdigest()


def test_a_line_that_was_taken_out_is_noticed_and_nothing_else_changes(folder: Path) -> None:
    opened(folder).append_all([page() for _ in range(5)])
    kept = lines(folder)
    del kept[2]
    (folder / "journal.jsonl").write_bytes(b"\n".join(kept) + b"\n")
    journal = opened(folder)
    assert len(list(journal.read())) == 4
    (notice,) = journal.notices
    assert "before line 3:" in notice
    assert not journal.read_only


def test_a_line_that_was_changed_is_noticed(folder: Path) -> None:
    opened(folder).append_all([page(seconds=60.0) for _ in range(3)])
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"60.0", b"90.0", 1))
    (notice,) = opened(folder).notices
    assert "before line 2:" in notice


def test_a_number_that_was_left_out_is_noticed(folder: Path) -> None:
    opened(folder).append_all([page(), page()])
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"sequence":1', b'"sequence":4'))
    (notice,) = opened(folder).notices
    assert "before line 2:" in notice


FORMAT_1 = (
    b'{"format":1,"id":"5f0c","device":"d1","sequence":0,"previous":"",'
    b'"at":"2026-03-01T12:00:00Z","what":{"kind":"answer","module":"wps/basics","item":"q1",'
    b'"objective":"define","item_kind":"single","behaviour":"practice","attempt":"",'
    b'"fingerprint":{"meaning":"m1","wording":"w1"},"shown":["b","a"],"seed":0,'
    b'"response":{"shape":"choice","chosen":["a"]},"verdict":{"outcome":"correct",'
    b'"fraction":1.0,"harm":false,"right_parts":[],"misconceptions":[],"note":""},"score":1.0,'
    b'"tries":1,"hints":0,"confidence":null,"seconds":4.0}}'
)
"""A line as the first release wrote it; never edit it, add the next format beside it."""


def test_a_line_of_the_first_release_is_read_for_ever(folder: Path) -> None:
    (folder / "journal.jsonl").write_bytes(FORMAT_1 + b"\n")
    journal = opened(folder)
    assert [event.what for event in journal.read()] == [answer()]
    assert journal.notices == []


def test_an_editor_that_changes_line_ends_or_adds_a_mark_breaks_nothing(folder: Path) -> None:
    made = opened(folder).append_all([page() for _ in range(3)])
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    journal = opened(folder)
    assert (list(journal.read()), journal.notices) == (list(made), [])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert list(opened(folder).read()) == list(made)


def test_a_whole_last_line_without_its_line_end_is_kept_and_ended(folder: Path) -> None:
    made = list(opened(folder).append_all([page(), page()]))
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes()[:-1])
    journal = opened(folder)
    assert (journal.notices, journal.recovery) == ([], None)
    made.append(journal.append(page()))
    journal = opened(folder)
    assert (list(journal.read()), journal.notices) == (made, [])


def test_reading_can_begin_at_a_mark(folder: Path) -> None:
    journal = opened(folder)
    journal.append_all([page(), page()])
    mark = journal.mark
    tail = [journal.append(answer()), journal.append(page())]
    assert list(journal.read(after_bytes=mark.bytes)) == tail
    seen: list[Event] = []
    again = opened(folder, after=mark, consume=seen.extend)
    assert seen == tail
    assert again.mark == journal.mark == opened(folder).mark


def test_a_mark_fits_only_the_line_that_it_was_made_for(folder: Path) -> None:
    journal = opened(folder)
    journal.append(page(seconds=60.0))
    mark = journal.mark
    journal.append(page())
    path = folder / "journal.jsonl"
    assert mark.fits(path)
    path.write_bytes(path.read_bytes().replace(b"60.0", b"90.0"))
    assert not mark.fits(path)
    path.unlink()
    assert not mark.fits(path)
    assert Mark().fits(path)


def test_a_consumer_that_stops_early_does_not_hide_the_rest(folder: Path) -> None:
    opened(folder).append_all([page(), page(), page()])
    journal = opened(folder, consume=lambda events: [next(events)])
    assert journal.mark.events == 3


def test_times_are_written_in_utc(folder: Path) -> None:
    there = timezone(timedelta(hours=2))
    journal = Journal.open(folder, device="d1", clock=lambda: NOON.astimezone(there))
    assert journal.append(page()).at.tzinfo is UTC
    assert b'"at":"2026-03-01T12:00:00Z"' in lines(folder)[0]


def test_a_value_that_could_not_be_read_back_is_refused_at_once(folder: Path) -> None:
    journal = opened(folder)
    journal.append(page())
    for bad in (page().model_copy(update={"seconds": float("nan")}), page("a\ud800")):
        with pytest.raises(StoreError, match="kind page"):
            journal.append_all([page(), bad])
    journal.append(page())
    assert opened(folder).notices == []
    assert len(lines(folder)) == 2


def test_saving_says_that_all_is_well(folder: Path) -> None:
    journal = opened(folder)
    journal.append(page())
    assert journal.saving == Saving(saved=True, problem="", waiting=0)


# What cannot be opened, or only for reading


def test_a_journal_that_is_a_folder_is_an_error(folder: Path) -> None:
    (folder / "journal.jsonl").mkdir()
    with pytest.raises(StoreError, match=r"journal\.jsonl could not be read"):
        opened(folder)


def test_a_journal_that_may_not_be_read_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreError, match="you may not read it"):
        opened(folder)


def test_reading_only_writes_nothing_and_says_so(folder: Path, disk: Disk) -> None:
    opened(folder).append(page())
    before = (folder / "journal.jsonl").read_bytes()
    disk.calls.clear()
    journal = opened(folder, read_only=True)
    event = journal.append(answer())
    assert (event.sequence, disk.calls) == (1, [])
    assert (folder / "journal.jsonl").read_bytes() == before
    assert not journal.saving.saved
    assert "not saved" in journal.saving.problem


NEWER = [
    (
        b'{"format":2,"id":"x","device":"d1","sequence":1,"previous":"",'
        b'"at":"2026-03-01T12:00:00Z","what":{"kind":"page","module":"m/m","page":"a/b"}}'
    ),
    b'{"format":7,"whatever":["else"]}',
]


@pytest.mark.parametrize("newer", NEWER)
@pytest.mark.parametrize("broken", [b"", b'{"format":1,"id":"to'])
def test_a_line_of_a_newer_program_makes_the_journal_read_only(
    folder: Path, newer: bytes, broken: bytes
) -> None:
    event = opened(folder).append(page())
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes() + newer + b"\n" + broken)
    before = path.read_bytes()
    journal = opened(folder)
    assert journal.read_only
    assert "newer version" in journal.notices[0]
    assert list(journal.read()) == [event]
    journal.append(page())
    assert path.read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == ["journal.jsonl"]


def test_a_line_that_another_window_is_writing_is_no_damage(folder: Path) -> None:
    event = opened(folder).append(page())
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes() + path.read_bytes()[:60])
    journal = opened(folder, read_only=True)
    assert (list(journal.read()), journal.notices) == ([event], [])
