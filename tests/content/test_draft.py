"""A module while it is written: the last good version of what is broken, and what changed."""

import os
from pathlib import Path

import pytest

from tests.content.courses import LESSON, QUESTIONS, SCENARIO, bridge, change
from tutor.content.draft import Draft, Kind, Standing, changed, read_draft
from tutor.content.files import Folder
from tutor.content.watch import Watch

MODULE = "crossing/module.toml"
PROMPT = "Which resolution opened the agenda?"


def read(course: Path, before: Draft | None = None) -> Draft:
    return read_draft(Folder.at(course), "crossing", before)


def standing(draft: Draft, course: Path, file: str, block: str) -> Standing:
    found = draft.block(Folder.at(course).name(file), block)
    assert found is not None, [(one.file, one.block) for one in draft.blocks]
    return found.standing


def places(course: Path, file: str, *blocks: str) -> set[tuple[str, str]]:
    return {(Folder.at(course).name(file), block) for block in blocks}


def test_a_good_module_is_read_as_the_library_reads_it(tmp_path: Path) -> None:
    from tests.content.courses import REF, opened

    course = bridge(tmp_path)
    draft = read(course)
    assert draft.module == opened(course).module(REF)
    assert {one.standing for one in draft.blocks} == {Standing.GOOD}
    assert [one.block for one in draft.blocks if one.kind is Kind.NODE] == [
        "arrive", "gate", "open", "closed",
    ]  # fmt: skip
    assert changed(draft, read(course, draft)) == frozenset()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a.why = '''The first of ten. The others build on it.'''\n", ""),
        ('correct = "a"', 'correct = "d"'),
        (f"'''{PROMPT}'''", f"'''{PROMPT}"),
        ("[q-single]", "[q-single"),
        ('kind = "single"', "kind = single"),
    ],
    ids=["shape", "rule", "quote", "header", "value"],
)
def test_a_broken_question_is_kept_and_the_others_go_on(tmp_path: Path, old: str, new: str) -> None:
    course = bridge(tmp_path)
    good = read(course)
    change(course, QUESTIONS, old, new)
    change(course, QUESTIONS, "The bridge is open at night.", "The bridge is open at noon.")
    broken = read(course, good)
    assert broken.module.items["q-single"] == good.module.items["q-single"]
    assert standing(broken, course, QUESTIONS, "q-single") is Standing.KEPT
    assert "noon" in broken.module.items["q-true"].model_dump()["prompt"]
    change(course, QUESTIONS, new or "a.text = '''UNSCR 1325 (2000)'''\n",
           old if new else f"a.text = '''UNSCR 1325 (2000)'''\n{old}")  # fmt: skip
    mended = read(course, broken)
    assert standing(mended, course, QUESTIONS, "q-single") is Standing.GOOD
    assert changed(broken, mended) == places(course, QUESTIONS, "q-single")


def test_only_what_changed_is_named(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    before = read(course)
    change(course, SCENARIO, "text = '''The gate.'''", "text = '''The old gate.'''")
    change(course, LESSON, "Nobody is asked there.", "Somebody is asked there.")
    now = read(course, before)
    assert changed(before, now) == places(course, SCENARIO, "gate") | places(
        course, LESSON, "far-side"
    )


def test_a_question_that_is_taken_out_goes(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    before = read(course)
    text = (course / QUESTIONS).read_text("utf-8")
    (course / QUESTIONS).write_text(text[: text.index("[q-short]")], "utf-8")
    now = read(course, before)
    assert "q-short" not in now.module.items
    assert changed(before, now) == places(course, QUESTIONS, "q-short")


def test_a_broken_situation_is_kept_and_the_rest_of_its_scenario_goes_on(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    good = read(course)
    change(course, SCENARIO, 'a.to = "open"', 'a.too = "open"')
    change(course, SCENARIO, "You arrive.", "You arrive late.")
    broken = read(course, good)
    nodes = broken.module.scenarios["toll"].nodes
    assert nodes["gate"] == good.module.scenarios["toll"].nodes["gate"]
    assert nodes["arrive"].text == "You arrive late."
    assert list(nodes) == ["arrive", "gate", "open", "closed"]


def test_a_new_situation_is_shown_although_it_leads_nowhere_yet(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, 'a.to = "gate"', 'a.to = "not-written-yet"')
    draft = read(course)
    assert standing(draft, course, SCENARIO, "arrive") is Standing.FAULTY
    change(course, SCENARIO, "You arrive.", "You arrive late.")
    again = read(course, draft)
    assert again.module.scenarios["toll"].nodes["arrive"].text == "You arrive late."


def test_heads_that_cannot_be_read_leave_the_rest(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    good = read(course)
    for file in (MODULE, "course.toml"):
        path = course / file
        path.write_text("title = '''never closed\n" + path.read_text("utf-8"), "utf-8")
    change(course, QUESTIONS, PROMPT, "Which one?")
    kept = read(course, good)
    assert kept.module.head == good.module.head
    assert kept.course.head == good.course.head
    assert standing(kept, course, MODULE, "") is Standing.KEPT
    fresh = read(course)
    assert standing(fresh, course, MODULE, "") is Standing.LOST
    assert [lesson.id for lesson in fresh.module.lessons] == ["approach"]
    for draft in (kept, fresh):
        assert draft.module.items["q-single"].model_dump()["prompt"] == "Which one?"


def test_an_unreadable_file_takes_nothing_away(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    good = read(course)
    (course / QUESTIONS).write_bytes(b"\xff\xfe\x00")
    kept = read(course, good)
    assert kept.module.items == good.module.items
    assert {one.standing for one in kept.blocks if one.kind is Kind.QUESTION} == {Standing.KEPT}


def test_a_save_is_told_once_and_when_it_is_over(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    watch = Watch(Folder.at(course), "crossing")
    assert not watch.saved()
    path = course / QUESTIONS
    text = path.read_bytes()
    path.write_bytes(b"")
    assert not watch.saved(), "a file that is emptied is about to be written"
    path.write_bytes(text + b"\n")
    assert not watch.saved()
    assert watch.saved()
    assert not watch.saved()


def test_a_save_by_rename_is_seen_although_size_and_time_are_the_same(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    watch = Watch(Folder.at(course), "crossing")
    path, fresh = course / LESSON, course / "crossing" / "lessons" / "approach.toml~"
    status = path.stat()
    fresh.write_bytes(path.read_bytes().replace(b"Nobody", b"NOBODY"))
    os.utime(fresh, ns=(status.st_atime_ns, status.st_mtime_ns))
    fresh.replace(path)
    assert [watch.saved(), watch.saved()] == [False, True]
