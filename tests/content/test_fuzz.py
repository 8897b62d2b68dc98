"""Random bytes and random changes of a valid course: findings or ContentError, nothing else."""

import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.courses import BRIDGE, FILES, REF, bridge
from tutor.content.check import check
from tutor.content.library import Library
from tutor.content.render import FORMS, render
from tutor.errors import ContentError

TEXTS = {file: (BRIDGE / file).read_text("utf-8") for file in FILES}
PIECES = [
    "'''",
    '"',
    "'",
    "[",
    "]",
    "[[x]]",
    "{",
    "}",
    "=",
    ".",
    "\n",
    "\n[q-single]\n",
    "\n[arrive]\n",
    "\\",
    "\\u001b",
    "#",
    "-",
    "0",
    "true",
    "1979-05-27",
    "nan",
    "a.",
    "\x1b",
    "é",
    "\u202e",
    "\ufeff",
    "= 3",
    "[]",
    "{a=1}",
    "id = 1\n",
    "answers = 1\n",
    "kind = []\n",
    "a = 1\n",
    "needs = 1",
    "text-if = 3\n",
    "objectives = 1\n",
]


def survive(course: Path) -> None:
    try:
        library = Library.open([course])
        library.module(REF)
    except ContentError:
        pass
    report = check([course])
    for form in FORMS:
        render(report, form).encode("utf-8")


def spoil(text: str, seed: int) -> str:
    """A few random insertions, deletions, copies and swaps of lines."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(text) + 1)
        lines = text.split("\n")
        here, there = dice.randrange(len(lines)), dice.randrange(len(lines))
        change = dice.randrange(5)
        if change == 0:
            text = text[:at] + dice.choice(PIECES) + text[at:]
        elif change == 1:
            text = text[:at] + text[at + dice.randint(1, 12) :]
        elif change == 2:
            lines[here], lines[there] = lines[there], lines[here]
            text = "\n".join(lines)
        elif change == 3:
            text = "\n".join([*lines[:here], *lines[there : there + 3], *lines[here:]])
        else:
            key = lines[here].partition("=")[0]
            value = lines[there].partition("=")[2]
            lines[here] = f"{key}={value}"
            text = "\n".join(lines)
    return text


relaxed = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_random_bytes_in_any_file(file: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = bridge(Path(folder))
        (course / file).write_bytes(data)
        survive(course)


@relaxed
@given(st.sampled_from(FILES), st.integers(0, 2**32), st.integers(1, 3))
def test_random_changes_of_a_valid_course(file: str, seed: int, files: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = bridge(Path(folder))
        dice = random.Random(seed)
        for name in {file, *dice.sample(FILES, files - 1)}:
            text = spoil(TEXTS[name], dice.randrange(2**32))
            (course / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        survive(course)
