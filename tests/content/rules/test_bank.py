"""Habits of right answers over a course: beyond chance only."""

import random
from itertools import product
from pathlib import Path

import pytest

from tests.content.courses import QUESTIONS, bridge, found
from tutor.content.rules.bank import ACCIDENT, Habit
from tutor.content.rules.chance import at_least

QUESTION = """
[q-bank-{number}]
kind = "single"
difficulty = 3
prompt = '''Question {number} about the {word} at gate {number} on day {day}, what is it?'''
{answers}
correct = "{correct}"
"""
WORDS = ["river", "market", "bridge", "council", "winter", "lorry", "ferry", "harvest", "school"]


def course_with(folder: Path, lengths: list[dict[str, int]], correct: list[str]) -> Path:
    """A question for each row of lengths, with answers of that many characters."""
    course = bridge(folder)
    dice = random.Random(1)
    with (course / QUESTIONS).open("a", encoding="utf-8") as file:
        for number, (row, right) in enumerate(zip(lengths, correct, strict=True)):
            texts = {key: "".join(dice.choices("bcdfg", k=size)) for key, size in row.items()}
            answers = "\n".join(
                f"{key}.text = '''{text}'''\n{key}.why = '''One two three four five six.'''"
                for key, text in texts.items()
            )
            word = WORDS[number % len(WORDS)]
            file.write(
                QUESTION.format(
                    number=number, word=word, day=number * 7, answers=answers, correct=right
                )
            )
    return course


def habits(course: Path) -> list[str]:
    return [one.message for one in found(course) if one.code == "Q407"]


def test_the_longest(tmp_path: Path) -> None:
    rows = [{"a": 30, "b": 32, "c": 31, "d": 29} for _ in range(14)]
    (said,) = habits(course_with(tmp_path, rows, list("bbbbbbbbbacdac")))
    assert "is the longest in 9 of 14 questions (64 %)" in said


def test_the_shortest_and_a_letter(tmp_path: Path) -> None:
    rows = [{"a": 30, "b": 32, "c": 31, "d": 29} for _ in range(14)]
    said = habits(course_with(tmp_path, rows, ["d"] * 12 + ["a", "c"]))
    assert len(said) == 2
    assert "is `d` in 12 of 14" in said[0]
    assert "is the shortest in 12 of 14" in said[1]


def test_what_chance_does_is_no_habit(tmp_path: Path) -> None:
    rows = [{"a": 30, "b": 32, "c": 31, "d": 29} for _ in range(40)]
    assert habits(course_with(tmp_path, rows, list("abcd" * 10))) == []


def test_few_questions_say_nothing(tmp_path: Path) -> None:
    rows = [{"a": 30, "b": 32, "c": 31, "d": 29} for _ in range(10)]
    assert habits(course_with(tmp_path, rows, ["b"] * 10)) == []


@pytest.mark.parametrize("seed", range(5))
def test_banks_written_by_dice_hardly_ever_cry_wolf(seed: int) -> None:
    """A thousand banks of sixty questions: about as many alarms as the rule promises."""
    dice = random.Random(seed)
    chances = (0.25,) * 60
    alarms = sum(
        Habit(sum(dice.random() < 0.25 for _ in chances), chances).clear() for _ in range(1000)
    )
    assert alarms <= 1000 * ACCIDENT * 2.2


def test_the_tail_is_that_of_all_cases_counted() -> None:
    chances = (0.2, 0.5, 1 / 3, 0.25)
    for hits in range(6):
        counted = 0.0
        for case in product((0, 1), repeat=4):
            share = 1.0
            for hit, chance in zip(case, chances, strict=True):
                share *= chance if hit else 1 - chance
            counted += share * (sum(case) >= hits)
        assert at_least(hits, chances) == pytest.approx(counted)
