"""Q410: over a module, right answers can be told by their punctuation."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed
from tutor.content.rules.bank import ACCIDENT, FEWEST, GAIN
from tutor.content.rules.chance import at_least, per_cent
from tutor.content.rules.keyed import Keyed, keyed
from tutor.content.view import CourseView, ModuleView

RULE = Rule(
    "Q410",
    Severity.WARNING,
    "Right answers of a module are told by their punctuation",
    "A right answer is qualified where a wrong one is simply wrong, and the qualification shows: "
    "more commas, a semicolon or a colon, words in brackets. A reader who picks the answer with "
    "most of them should gain no more than five points above guessing over the questions of a "
    "module with one right answer, from twelve questions on. It is a note where accident may have "
    "done it, and a warning where that has less than one chance in a hundred.",
)
RULES = (RULE,)

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w+")
_MOST_NAMED = 6


def commas(text: str) -> int:
    """Commas in an answer."""
    return text.count(",")


def stops(text: str) -> int:
    """Semicolons and colons in an answer."""
    return text.count(";") + text.count(":")


def in_brackets(text: str) -> int:
    """Words between round or square brackets in an answer."""
    return sum(len(_WORD.findall(match[0])) for match in _BRACKETS.finditer(text))


CUES: tuple[tuple[str, Callable[[str], int]], ...] = (
    ("commas", commas),
    ("semicolons and colons", stops),
    ("words in brackets", in_brackets),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """One who picks the answer with most of something, and guesses among equal ones.

    `score` and `chance`: shares of the questions got right, 0..1. `told`: the ids of those in
    which one answer alone had most and was right; `accident`: how likely so many are by chance.
    """

    score: float
    chance: float
    told: tuple[str, ...]
    accident: float


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Up to one finding for each cue and module, at its title."""
    questions: dict[str, list[Keyed]] = {}
    for one in keyed(view):
        if not one.several and one.wrong:
            questions.setdefault(one.module.id, []).append(one)
    for module in view.modules:
        asked = questions.get(module.id, [])
        if len(asked) >= FEWEST and view.head is not None:
            yield from _module(module, asked)


def _module(module: ModuleView, questions: list[Keyed]) -> Iterator[Diagnostic]:
    for name, cue in CUES:
        reader = reader_of(questions, cue)
        if module.head is None or reader.score - reader.chance <= GAIN:
            continue
        message = (
            f"A reader who picks the answer with most {name} gets {per_cent(reader.score)} of the "
            f"{len(questions)} questions right, by chance it would be {per_cent(reader.chance)}."
        )
        found = module.head.origin.at_value(RULE, ("title",), message, _hint(reader))
        clear = reader.accident < ACCIDENT
        yield found if clear else replace(found, severity=Severity.NOTE)


def reader_of(questions: list[Keyed], cue: Callable[[str], int]) -> Reader:
    """What the cue is worth over these questions."""
    score = 0.0
    told: list[str] = []
    tries: list[float] = []
    for one in questions:
        counts = {letter: cue(text) for letter, text in one.texts.items()}
        most = [letter for letter, count in counts.items() if count == max(counts.values())]
        right = any(letter in one.right for letter in most)
        score += right / len(most)
        if len(most) == 1:
            tries.append(1 / len(counts))
            told += [one.item.value.id] if right else []
    chance = sum(1 / len(one.texts) for one in questions)
    total = len(questions)
    return Reader(score / total, chance / total, tuple(told), at_least(len(told), tries))


def _hint(reader: Reader) -> str:
    named = list(reader.told[:_MOST_NAMED])
    where = f" It helps in {listed(named, 'and')}." if named else ""
    return f"Write right answers plainer, or wrong ones with the same signs.{where}"
