"""What an exercise file names has to be there; a fault leaves the exercise out, nothing else."""

import re
from pathlib import Path

import pytest

from tests.content.courses import EXERCISE, REF, change, flooded, found, opened
from tutor.content.library import Library, bundled_courses


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ('to        = "guard"', 'to        = "gaurd"', "E001", "`guard`"),
        ('storyline  = "water"', 'storyline  = "watr"', "E001", "`water`"),
        ('a.objective = "share"', 'a.objective = "shar"', "E001", "`share`"),
        ('after     = "gauge"', 'after     = "guage"', "E002", "`gauge`"),
        ('after     = "gauge"', 'after     = "crowd"', "E003", "Take one"),
        ('at         = "T+00:00"', 'after      = "crowd"', "E003", "Take one"),
        ('at         = "T+00:00"', "at         = 0", "S103", 'at = "T+00:25"'),
        ('at         = "T+00:00"', 'at         = "T+25"', "S103", 'at = "T+00:25"'),
        ('at         = "T+00:00"', 'at         = "T+99:00"', "S108", "Correct the number."),
        ("from       = ", "form       = ", "S101", "`from`"),
        ('ask       = "q-single"', 'ask       = "q-singel"', "R209", "`q-single`"),
        ('a.source   = "handbook"', 'a.source   = "handbok"', "R202", "`handbook`"),
        ("[@handbook]", "[@handbok]", "K702", "`handbook`"),
        ("minutes  = 6", "minutes  = 1", "S108", "Correct the number."),
    ],
)
def test_a_fault_is_found_at_its_place_and_leaves_the_exercise_out(
    tmp_path: Path, old: str, new: str, code: str, hint: str
) -> None:
    course = flooded(tmp_path)
    change(course, EXERCISE, old, new)
    (one,) = (finding for finding in found(course) if finding.code == code)
    assert one.file.endswith(EXERCISE)
    assert one.line > 1
    assert hint in one.hint
    module = opened(course).module(REF)
    assert module.exercises == {}
    assert module.scenarios
    assert module.items


def test_the_exercise_is_read_whole(tmp_path: Path) -> None:
    flood = Library.open([flooded(tmp_path)]).module(REF).exercises["flood"]
    assert list(flood.injects) == ["gauge", "crowd", "child"]
    gauge = flood.injects["gauge"]
    assert (gauge.at, gauge.to, gauge.sender) == (0, ("guard",), "Gauge keeper")
    assert gauge.expected[0].objective == "share"
    assert flood.hot_wash is not None
    assert flood.hot_wash.minutes == 6


def test_the_example_of_the_guide_is_sound(tmp_path: Path) -> None:
    """With its explanations at the ends of lines as comments."""
    guide = (bundled_courses() / "README.md").read_text("utf-8")
    (example,) = re.findall(r"^```text\n(title.*?)^```$", guide, re.M | re.S)
    course = flooded(tmp_path)
    lines = [re.sub(r" {4,}(?=\S)", "  # ", line) for line in example.splitlines()]
    lines = [re.sub(r"(\w)  # =", r"\1 =", line) for line in lines]
    (course / EXERCISE).write_text("\n".join(lines), "utf-8")
    assert [str(one) for one in found(course) if one.file.endswith("flood.toml")] == []


def test_a_listed_exercise_has_to_be_there_and_a_stray_one_to_be_listed(tmp_path: Path) -> None:
    course = flooded(tmp_path)
    (course / EXERCISE).rename(course / "crossing/exercises/storm.toml")
    codes = [(one.code, one.severity.value) for one in found(course) if one.code == "R205"]
    assert sorted(codes) == [("R205", "error"), ("R205", "warning")]
