"""Ids of a course are renamed with `was`, and the learner's record follows."""

import re
from pathlib import Path

import pytest

from tests.autopilot import response
from tests.study.test_changed_course import CHANGED, REF, course, opened, play
from tutor.study.desk import Desk, Part
from tutor.study.frames import ChoiceFrame, QuestionFrame
from tutor.study.moves import Answer, Next

__all__ = ["course"]


def rename(path: Path, former: str, now: str, *, was: bool = True) -> None:
    """The block and every reference to it."""
    text = path.read_text("utf-8").replace(f'"{former}"', f'"{now}"')
    said = f'\nwas = ["{former}"]' if was else ""
    path.write_text(text.replace(f"[{former}]", f"[{now}]{said}"), "utf-8")


def studied(desk: Desk) -> None:
    """One page read, one practice question answered, one decision made."""
    desk.open(Part(REF, "lesson", "approach/near-side"))
    module = desk._overviews.seat(REF).module
    session = desk.open(Part(REF, "practice"))
    while not isinstance(session.frame, QuestionFrame):
        session.do(Next())
    session.do(Answer(response(module, session.frame, "best")))
    play(desk, 1)


def seen(desk: Desk, ref: str) -> list[tuple[str, str, bool]]:
    frame = desk.module(ref)
    return [(row.part, row.state, row.done) for row in frame.parts] + [
        ("objective", row.mastery.name, row.answered > 0) for row in desk.report.module(ref).rows
    ]


def renamed(course: Path, *, was: bool) -> None:
    questions = course / "crossing" / "questions.toml"
    for former in re.findall(r"^\[(q-[a-z]+)\]$", questions.read_text("utf-8"), re.M):
        rename(questions, former, f"{former}-2", was=was and former != "q-short")
        lesson = course / "crossing" / "lessons" / "approach.toml"
        lesson.write_text(
            lesson.read_text("utf-8").replace(f'"{former}"', f'"{former}-2"'), "utf-8"
        )
    if was:
        text = questions.read_text("utf-8")
        questions.write_text(text.replace('was = ["q-pay"]', 'was = ["q-pay", "q-short"]'), "utf-8")
    rename(course / "crossing" / "lessons" / "approach.toml", "near-side", "here", was=was)
    for node in ("arrive", "gate"):
        rename(course / "crossing" / "scenarios" / "toll.toml", node, f"{node}-2", was=was)


@pytest.mark.parametrize("was", [True, False])
def test_the_record_follows_renamed_ids_only_with_was(
    tmp_path: Path, course: Path, was: bool
) -> None:
    desk = opened(tmp_path, course, 1)
    studied(desk)
    before = seen(desk, REF)
    desk.close()
    renamed(course, was=was)
    desk = opened(tmp_path, course, 100)
    assert desk.home().courses[0].skipped == 0
    assert (seen(desk, REF) == before) == was
    frame = desk.open(Part(REF, "scenario", "toll")).frame
    assert isinstance(frame, ChoiceFrame)
    assert (CHANGED in frame.heading.notices) != was
    assert frame.ref.endswith("/gate-2" if was else "/arrive-2")


def test_the_record_follows_a_module_and_its_lesson(tmp_path: Path, course: Path) -> None:
    desk = opened(tmp_path, course, 1)
    studied(desk)
    desk.open(Part(REF, "lesson", "approach/far-side"))
    before = [one for one in seen(desk, REF) if one[0] in ("lesson", "objective")]
    desk.close()
    (course / "crossing").rename(course / "passage")
    manifest = course / "passage" / "module.toml"
    text = manifest.read_text("utf-8").replace('["approach"]', '["way"]\nwas = ["crossing"]')
    manifest.write_text(text, "utf-8")
    lesson = course / "passage" / "lessons" / "approach.toml"
    lesson.write_text('was = ["approach"]\n' + lesson.read_text("utf-8"), "utf-8")
    lesson.rename(lesson.with_name("way.toml"))
    head = course / "course.toml"
    head.write_text(head.read_text("utf-8").replace('"crossing"', '"passage"'), "utf-8")
    desk = opened(tmp_path, course, 100)
    home = desk.home()
    assert [one for one in seen(desk, "bridge/passage") if one[0] in ("lesson", "objective")] == (
        before
    )
    (row,) = home.courses[0].modules
    assert (row.ref, row.last, row.state) == ("bridge/passage", True, "pages read")
    assert home.resume is not None
    assert (home.resume.module, home.resume.ref) == ("bridge/passage", "way/far-side")


def test_a_course_under_a_new_id(tmp_path: Path, course: Path) -> None:
    desk = opened(tmp_path, course, 1)
    studied(desk)
    before = seen(desk, REF)[:1]
    desk.close()
    head = course / "course.toml"
    text = head.read_text("utf-8").replace('"bridge"', '"span"\nwas = ["bridge"]')
    head.write_text(text, "utf-8")
    desk = opened(tmp_path, course, 100)
    assert seen(desk, "span/crossing")[:1] == before
    assert desk.home().courses[0].modules[0].state == "1 of 2 pages"
