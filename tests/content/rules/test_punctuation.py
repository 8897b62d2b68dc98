"""A reader of the punctuation alone gains next to nothing over the questions of a module."""

import random
from pathlib import Path

import pytest

from tests.content.courses import QUESTIONS, bridge, found
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.rules.punctuation import commas, in_brackets, stops

PLAIN = "bcd fgh klm npq rst"
SIGNS = {
    "commas": "bcd, fgh, klm npq",
    "stops": "bcd: fgh klm npqr",
    "brackets": "bcd (fgh) klm np",
}
QUESTION = """
[q-sign-{number}]
kind = "single"
difficulty = 3
prompt = '''Question {number} about gate {number} on day {day} of {word}, what is it?'''
{answers}
correct = "{right}"
"""


def course_with(folder: Path, rows: list[tuple[str, dict[str, str]]]) -> Path:
    """A question for each row: the right letter, and signs by letter; the other answers plain."""
    course = bridge(folder)
    dice = random.Random(1)
    with (course / QUESTIONS).open("a", encoding="utf-8") as file:
        for number, (right, signs) in enumerate(rows):
            texts = {letter: SIGNS.get(signs.get(letter, ""), PLAIN) for letter in "abcd"}
            answers = "\n".join(
                f"{letter}.text = '''{text} {number}{letter}'''\n"
                f"{letter}.why = '''One two three four five six.'''"
                for letter, text in texts.items()
            )
            word = "".join(dice.choices("abcdefgh", k=9))
            filled = QUESTION.format(
                number=number, day=number * 7, word=word, answers=answers, right=right
            )
            file.write(filled)
    return course


def told(course: Path) -> list[Diagnostic]:
    return [one for one in found(course) if one.code == "Q410"]


@pytest.mark.parametrize(
    ("sign", "words"),
    [("commas", "commas"), ("stops", "semicolons and colons"), ("brackets", "words in brackets")],
)
def test_each_cue_is_found(tmp_path: Path, sign: str, words: str) -> None:
    rows = [("abcd"[n % 4], {"abcd"[n % 4]: sign}) for n in range(6)]
    rows += [("abcd"[n % 4], {}) for n in range(10)]
    (one,) = told(course_with(tmp_path, rows))
    assert (one.severity, one.file.endswith("crossing/module.toml")) == (Severity.WARNING, True)
    assert f"most {words} gets 52 % of the 17 questions right, by chance it would be 25 %" in (
        one.message
    )
    assert one.hint.endswith(
        "It helps in `q-sign-0`, `q-sign-1`, `q-sign-2`, `q-sign-3`, `q-sign-4` and `q-sign-5`."
    )


def test_what_may_be_accident_is_a_note(tmp_path: Path) -> None:
    rows = [("a", {"a": "commas"}), ("b", {"b": "commas"}), *[("c", {})] * 12]
    (one,) = told(course_with(tmp_path, rows))
    assert one.severity is Severity.NOTE


def test_signs_in_wrong_answers_as_well_are_no_cue(tmp_path: Path) -> None:
    every = dict.fromkeys("abcd", "commas")
    rows = [("a", every)] * 6 + [("b", {"b": "stops", "c": "stops"}), ("d", {"a": "stops"})] * 4
    assert told(course_with(tmp_path, rows)) == []


def test_few_questions_say_nothing(tmp_path: Path) -> None:
    rows = [("a", {"a": "commas"})] * 10
    assert told(course_with(tmp_path, rows)) == []


def test_what_is_counted() -> None:
    text = "One, two; three: four (five six) [seven], (eight"
    assert (commas(text), stops(text), in_brackets(text)) == (2, 2, 3)
