"""R207: questions of a course that ask nearly the same."""

import re
from collections import Counter
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView, Sited
from tutor.model.items import Item

RULE = Rule(
    "R207",
    Severity.WARNING,
    "Two questions that ask nearly the same",
    "They were probably copied and one of them forgotten. In an exam the second gives away the "
    "first. Where the likeness is wanted, say so: # tutor: ok R207 reason",
)
RULES = (RULE,)

ALIKE = 0.85
"""Share of words in common (Jaccard) from which two prompts count as nearly equal."""

_FEW = 8
"""Below this many words a prompt says too little; its answers count too."""

_MOST = 500
"""Bags that one bag is compared with: a bank of copies must not take minutes."""

_SITUATION = ("vignette", "plan", "inject", "task")
"""What stands above the prompt and makes a question another one."""

_WORD = re.compile(r"\w+")


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Each question against those before it, over all modules."""
    items = [item for _, item in view.questions()]
    bags = [_bag(item.value) for item in items]
    for later, earlier in _pairs(bags):
        message = f"This asks nearly the same as {_name(items[earlier], items[later])}."
        hint = "Change or remove one of the two."
        yield items[later].origin.at_value(RULE, ("prompt",), message, hint)


def _name(item: Sited[Item], other: Sited[Item]) -> str:
    name = quoted(item.value.id)
    return name if item.origin.file == other.origin.file else f"{name} in {item.origin.file}"


def _bag(item: Item) -> frozenset[str]:
    """The words of the situation and the prompt, repeated words counted, as a set."""
    parts = (getattr(item, name, None) or "" for name in _SITUATION)
    words = _words(f"{' '.join(parts)} {item.prompt}")
    if len(words) < _FEW:
        words += _words(str(getattr(item, "answers", "")))
    counts: Counter[str] = Counter()
    marked = []
    for word in words:
        counts[word] += 1
        marked.append(word if counts[word] == 1 else f"{word} {counts[word]}")
    return frozenset(marked)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _pairs(bags: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Near-equal pairs (later, first earlier one).

    Two such bags share one of their rarest words, so only bags that meet in an index of those are
    compared, and of these the first `_MOST`.
    """
    often = Counter(word for bag in bags for word in bag)
    rank = {word: n for n, (_, word) in enumerate(sorted((often[w], w) for w in often))}
    masks = _masks(bags)
    index: dict[str, list[int]] = {}
    for later, bag in enumerate(bags):
        rare = sorted(bag, key=rank.__getitem__)
        rare = rare[: len(bag) - int(len(bag) * ALIKE) + 1]
        met = sorted({earlier for word in rare for earlier in index.get(word, ())[:_MOST]})
        alike = (
            earlier for earlier in met[:_MOST] if _likeness(masks[earlier], masks[later]) >= ALIKE
        )
        first = next(alike, None)
        if first is not None:
            yield later, first
        for word in rare:
            index.setdefault(word, []).append(later)


def _masks(bags: list[frozenset[str]]) -> list[int]:
    """Each bag as a number with a bit for each word: comparing two takes a fifth of the time."""
    bits = {word: 1 << bit for bit, word in enumerate({word for bag in bags for word in bag})}
    return [sum(bits[word] for word in bag) for bag in bags]


def _likeness(one: int, other: int) -> float:
    """Jaccard: the share of words in common."""
    whole = (one | other).bit_count()
    return (one & other).bit_count() / whole if whole else 0.0
