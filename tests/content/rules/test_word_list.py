"""The word list that a course keeps for itself, and nobody else's."""

from pathlib import Path

import pytest

from tests.content.courses import LESSON, bridge, change, codes, found
from tutor.content.check import check

WORDS = """
[people]
avoid = ["nobody", "beneficiary", "beneficiaries"]
say = '''people who ...'''
why = '''It hides
who they are.'''
"""


def course_with(folder: Path, text: str, words: str = WORDS) -> Path:
    course = bridge(folder)
    (course / "words.toml").write_text(words, "utf-8")
    change(course, LESSON, "Nobody is asked there.", text)
    change(course, "crossing/questions.toml", "c.text = '''Nobody'''", "c.text = '''None'''")
    for file in ("crossing/questions.toml", "crossing/scenarios/toll.toml"):
        path = course / file
        path.write_text(
            path.read_text("utf-8").replace("Nobody", "No one").replace("nobody", "no one")
        )
    return course


def test_a_word_of_the_list_is_found_where_it_stands(tmp_path: Path) -> None:
    (one,) = found(course_with(tmp_path, "Beneficiaries wait there."))
    assert (one.code, one.line, one.column) == ("L803", 17, 12)
    assert one.message == (
        "The word list of the course avoids `Beneficiaries`. It hides who they are."
    )
    assert one.hint == "Write: people who ..."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The nobody-man waits with his beneficiaryship.", 0),
        ("`nobody` and [somebody](https://example.org/nobody) wait.", 0),
        ("> Nobody waits there.", 0),
        ("Nobody and a beneficiary wait.", 2),
        ("People who wait are asked there.", 0),
    ],
)
def test_whole_words_of_prose_only(tmp_path: Path, text: str, count: int) -> None:
    assert codes(course_with(tmp_path, text)) == ["L803"] * count


def test_without_a_list_no_word_is_wrong(tmp_path: Path) -> None:
    course = course_with(tmp_path, "Beneficiaries wait there.")
    (course / "words.toml").unlink()
    assert codes(course) == []


def test_the_list_itself_is_checked(tmp_path: Path) -> None:
    course = course_with(tmp_path, "People wait.", "[people]\navoid = []\nsaay = '''x'''\n")
    assert sorted(codes(course)) == ["S101", "S108"]
    assert {one.code for one in check([course / "words.toml"]).diagnostics} == {"S101", "S108"}
    alone = tmp_path / "list.toml"
    alone.write_text(WORDS, "utf-8")
    assert codes(alone) == []
