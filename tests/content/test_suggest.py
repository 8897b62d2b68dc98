"""Did you mean: close names are offered, distant ones are not."""

import pytest

from tutor.content.suggest import did_you_mean, nearest

NAMES = ["prompt", "why", "pin_last", "unscr-1325", "nato-genad-2020", "gender-analysis"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("promt", "prompt"),
        ("PROMPT", "prompt"),
        ("wy", "why"),
        ("pin-last", "pin_last"),
        ("unscr-1235", "unscr-1325"),
        ("iasc-gender-2006", ""),
        ("gender-mainstreaming", ""),
        ("colour", ""),
        ("", ""),
        ("x" * 100_000, ""),
    ],
)
def test_nearest(word: str, expected: str) -> None:
    assert nearest(word, NAMES) == expected


def test_the_hint_is_a_sentence_and_harmless() -> None:
    assert did_you_mean("promt", NAMES) == "Did you mean `prompt`?"
    assert did_you_mean("zzz", NAMES) == ""
    assert "\x1b" not in did_you_mean("a\x1bb", ["a\x1bc"])
