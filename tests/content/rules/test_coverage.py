"""Objectives, the quiz and the minutes of a module, over a whole course."""

from pathlib import Path

import pytest

from tests.content.courses import QUESTIONS, SCENARIO, bridge, change, codes, found

MODULE = "crossing/module.toml"
OBJECTIVES = "o2 = '''Apply the toll fairly.'''\n"


def test_an_objective_that_nothing_asks_for(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, OBJECTIVES, OBJECTIVES + "o3 = '''Name the ferry.'''\n")
    (one,) = found(course)
    assert (one.code, one.line, one.column) == ("C501", 12, 1)
    assert "`o3`" in one.message


def test_an_objective_with_one_question(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, OBJECTIVES, OBJECTIVES + "o3 = '''Name the ferry.'''\n")
    change(course, QUESTIONS, "difficulty = 1\n", 'difficulty = 1\nobjective = "o3"\n')
    assert codes(course) == ["C505", "C502", "C504"]


def test_an_objective_that_is_never_applied(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "difficulty = 3\n", "")
    (one,) = found(course)
    assert (one.code, one.line) == ("C504", 10)
    change(course, SCENARIO, "[gate]\n", '[gate]\nobjective = "o1"\n')
    assert codes(course) == []


def test_an_ending_applies_nothing(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "difficulty = 3\n", "")
    change(course, SCENARIO, "[open]\n", '[open]\nobjective = "o1"\n')
    assert codes(course) == ["C504"]


def test_only_recall(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "difficulty = 2\n", "difficulty = 1\n")
    assert [(one.code, one.line) for one in found(course)] == [("Q409", 11)]


def test_a_quiz_that_is_larger_than_its_pool(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, "quiz_items = 6", "quiz_items = 7")
    (one,) = found(course)
    assert (one.code, one.line, one.column) == ("C505", 5, 14)
    change(course, MODULE, "quiz_items = 7\n", "")
    assert [(one.code, one.line) for one in found(course)] == [("C505", 1)]


def test_an_objective_with_too_few_questions_for_the_quiz(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, "quiz_items = 6", "quiz_items = 5")
    change(course, QUESTIONS, "difficulty = 1\n", 'difficulty = 1\nuse = "practice"\n')
    (one,) = found(course)
    assert (one.code, one.line) == ("C505", 10)
    assert "2 of the 3" in one.message


@pytest.mark.parametrize(("minutes", "expected"), [("10", []), ("13", []), ("30", ["C503"])])
def test_minutes(tmp_path: Path, minutes: str, expected: list[str]) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, "minutes   = 10", f"minutes   = {minutes}")
    assert codes(course) == expected


def test_a_broken_question_does_not_make_the_rest_look_thin(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, 'correct = ["a", "b"]\n', "")
    change(course, MODULE, "minutes   = 10", "minutes   = 90")
    assert codes(course) == ["S107"]


def test_an_ungraded_question_shows_nothing(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, MODULE, OBJECTIVES, OBJECTIVES + "o3 = '''Name the ferry.'''\n")
    with (course / QUESTIONS).open("a", encoding="utf-8") as file:
        file.write("\n[q-think]\nkind = \"reflect\"\nobjective = \"o3\"\nprompt = '''Why?'''\n")
    assert codes(course) == ["C501"]
