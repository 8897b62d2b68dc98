"""Items and responses for the tests of the engine: samples by kind, and hypothesis strategies."""

import random
from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from tutor.model.base import LETTERS
from tutor.model.items import (
    Item,
    Match,
    Multiple,
    MultipleAnswer,
    Order,
    Pair,
    Short,
    Single,
    SingleAnswer,
    TrueFalse,
)
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written

T = TypeVar("T", bound=Item)


def single(correct: str = "a", count: int = 3, **more: object) -> Single:
    answers = {x: SingleAnswer(text=f"text {x}", why="why") for x in LETTERS[:count]}
    return _item(Single, "single", answers=answers, correct=correct, **more)


def multiple(right: str = "abc", count: int = 5, scoring: str = "balanced") -> Multiple:
    answers = {x: MultipleAnswer(text=f"text {x}", why="why") for x in LETTERS[:count]}
    return _item(Multiple, "multiple", answers=answers, correct=tuple(right), scoring=scoring)


def true_false(answer: bool = True) -> TrueFalse:
    return _item(TrueFalse, "true-false", answer=answer, right="yes", wrong="no")


def match(rights: tuple[str, ...] = ("p", "q", "r"), extra: tuple[str, ...] = ("z",)) -> Match:
    pairs = {
        x: Pair(left=f"left {x}", right=right) for x, right in zip(LETTERS, rights, strict=False)
    }
    return _item(Match, "match", answers=pairs, extra=extra, why="why")


def order(count: int = 5, scoring: str = "tau") -> Order:
    answers = {x: f"line {x}" for x in LETTERS[:count]}
    return _item(Order, "order", answers=answers, scoring=scoring, why="why")


def short(*accept: str, near: tuple[str, ...] = (), fuzzy: int = 1) -> Short:
    return _item(Short, "short", accept=accept or ("1325",), near=near, fuzzy=fuzzy, why="why")


def _item(cls: type[T], kind: str, **keys: object) -> T:
    return cls.model_validate({"id": "q", "kind": kind, "objective": "o1", "prompt": "?", **keys})


SAMPLES: dict[str, Callable[[], Item]] = {
    "single": single,
    "multiple": multiple,
    "true-false": true_false,
    "match": match,
    "order": order,
    "short": short,
}
"""One item of every kind; a new kind adds a row."""

visible = st.text(min_size=1, max_size=30).filter(
    lambda s: any(ch.isalnum() for ch in s) and "\n" not in s and s == s.strip()
)


@st.composite
def singles(draw: st.DrawFn) -> Single:
    count = draw(st.integers(2, 8))
    correct = draw(st.sampled_from(LETTERS[:count]))
    answers = {
        x: SingleAnswer(
            text="t",
            why="w",
            credit=draw(st.none() | st.floats(0.25, 0.75)),
            harm=x != correct and draw(st.booleans()),
        )
        for x in draw(st.permutations(LETTERS[:count]))
    }
    return single().model_copy(update={"answers": answers, "correct": correct})


@st.composite
def multiples(draw: st.DrawFn) -> Multiple:
    count = draw(st.integers(3, 8))
    right = draw(st.sets(st.sampled_from(LETTERS[:count]), min_size=1))
    scoring = draw(st.sampled_from(["balanced", "all-or-nothing", "every-decision"]))
    return multiple("".join(sorted(right)), count, scoring)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    texts = st.sampled_from(["p", "q", "r", "s", "t"])
    rights = draw(st.lists(texts, min_size=2, max_size=8))
    return match(tuple(rights), tuple(draw(st.lists(texts, max_size=4))))


orders = st.builds(order, st.integers(3, 8), st.sampled_from(["tau", "pairs", "absolute"]))


@st.composite
def shorts(draw: st.DrawFn) -> Short:
    accept = draw(st.lists(visible, min_size=1, max_size=4))
    near = draw(st.lists(visible, max_size=3))
    return short(*accept, near=tuple(near), fuzzy=draw(st.integers(0, 1)))


items: st.SearchStrategy[Item] = st.one_of(
    singles(), multiples(), st.builds(true_false, st.booleans()), matches(), orders, shorts()
)

_letter = st.sampled_from([*LETTERS, "x1", "x2", "x9", "", "ä"]) | st.text(max_size=3)

responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(Choice, chosen=st.lists(_letter, max_size=10).map(tuple)),
    st.builds(Truth, value=st.none() | st.booleans()),
    st.builds(Pairs, pairs=st.dictionaries(_letter, _letter, max_size=10)),
    st.builds(Ordering, order=st.lists(_letter, max_size=10).map(tuple)),
    st.integers(0, 8).flatmap(
        lambda n: st.permutations(LETTERS[:n]).map(lambda p: Ordering(order=tuple(p)))
    ),
    st.builds(Written, text=st.text(max_size=60)),
)

dice = st.integers(0, 10_000).map(random.Random)


def seeded(seed: int = 1) -> random.Random:
    """Dice that always fall the same way."""
    return random.Random(seed)
