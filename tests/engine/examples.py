"""Items and responses for the tests of the engine: samples by kind, and hypothesis strategies."""

import random
from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from tutor.model.base import LETTERS
from tutor.model.items import (
    BestWorst,
    Cloze,
    DocumentLine,
    Draft,
    Item,
    Match,
    Multiple,
    MultipleAnswer,
    Number,
    Order,
    Pair,
    PlanChange,
    RankedAnswer,
    Reflect,
    Short,
    Single,
    SingleAnswer,
    Sort,
    Sorted,
    Spot,
    Statement,
    Statements,
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


def statements(truths: tuple[bool, ...] = (True, False, True, False)) -> Statements:
    answers = {
        x: Statement(text=f"text {x}", why="why", answer=truth)
        for x, truth in zip(LETTERS, truths, strict=False)
    }
    return _item(Statements, "statements", answers=answers)


def sort(bins: tuple[str, ...] = ("one", "two", "one", "two", "one", "two"), m: int = 2) -> Sort:
    names = ("one", "two", "three", "four", "five", "six")[:m]
    answers = {
        x: Sorted(text=f"text {x}", why="why", bin=name)
        for x, name in zip(LETTERS, bins, strict=False)
    }
    return _item(Sort, "sort", answers=answers, bins={name: f"bin {name}" for name in names})


def cloze(**gaps: dict[str, object]) -> Cloze:
    """Keyword: the keys of a gap; two gaps unless told otherwise."""
    chosen = gaps or {
        "who": {"accept": ("gender adviser",)},
        "whom": {"choices": ("commander", "chief of staff"), "correct": "commander"},
    }
    prompt = " ".join(f"text {{{{{name}}}}}" for name in chosen)
    return _item(Cloze, "cloze", prompt=prompt, gaps=chosen, why="why")


def number(answer: float = 12.5, tolerance: float = 0.5, unit: str | None = "km") -> Number:
    return _item(Number, "number", answer=answer, tolerance=tolerance, unit=unit, why="why")


def spot(flaws: str = "bd", count: int = 5) -> Spot:
    answers = {
        x: DocumentLine(text=f"line {x}", why="why", flaw=x in flaws) for x in LETTERS[:count]
    }
    return _item(Spot, "spot", answers=answers)


def best_worst(qualities: tuple[int, ...] = (3, 2, 1, 0)) -> BestWorst:
    answers = {
        x: RankedAnswer(text=f"text {x}", why="why", quality=quality)
        for x, quality in zip(LETTERS, qualities, strict=False)
    }
    return _item(BestWorst, "best-worst", answers=answers)


def inject(panel: tuple[int, ...] | None = (0, 1, 6, 3, 0), best: int | None = None) -> PlanChange:
    keys = {"panel": panel, "panel_best": best, "plan": "plan", "inject": "news", "why": "why"}
    return _item(PlanChange, "inject", **keys)


def draft() -> Draft:
    return _item(Draft, "draft", task="task", model="model", rubric={"a": "one", "b": "two"})


def reflect() -> Reflect:
    return _item(Reflect, "reflect")


def _item(cls: type[T], kind: str, **keys: object) -> T:
    return cls.model_validate({"id": "q", "kind": kind, "objective": "o1", "prompt": "?"} | keys)


SAMPLES: dict[str, Callable[[], Item]] = {
    "single": single,
    "multiple": multiple,
    "true-false": true_false,
    "match": match,
    "order": order,
    "short": short,
    "statements": statements,
    "sort": sort,
    "cloze": cloze,
    "number": number,
    "spot": spot,
    "best-worst": best_worst,
    "inject": inject,
    "draft": draft,
    "reflect": reflect,
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


all_statements = st.builds(statements, st.tuples(*[st.booleans()] * 4))


@st.composite
def sorts(draw: st.DrawFn) -> Sort:
    m = draw(st.integers(2, 6))
    names = st.sampled_from(["one", "two", "three", "four", "five", "six"][:m])
    return sort(tuple(draw(st.lists(names, min_size=2, max_size=8))), m)


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    gaps: dict[str, dict[str, object]] = {}
    for name in draw(st.sets(st.sampled_from(["who", "whom", "a", "g-1"]), min_size=1)):
        texts = tuple(draw(st.lists(visible, min_size=2, max_size=4, unique=True)))
        typed: dict[str, object] = {"accept": texts, "fuzzy": draw(st.integers(0, 1))}
        chosen: dict[str, object] = {"choices": texts, "correct": draw(st.sampled_from(texts))}
        gaps[name] = draw(st.sampled_from([typed, chosen]))
    return cloze(**gaps)


_size = st.floats(-1e9, 1e9).map(lambda value: round(value, 3))
numbers = st.builds(number, _size, _size.map(abs), st.sampled_from([None, "km", "%"]))


@st.composite
def spots(draw: st.DrawFn) -> Spot:
    count = draw(st.integers(3, 8))
    wrong = draw(st.sets(st.sampled_from(LETTERS[:count]), min_size=1, max_size=count - 1))
    return spot("".join(wrong), count)


best_worsts = st.builds(
    best_worst,
    st.lists(st.integers(0, 3), min_size=3, max_size=8)
    .filter(lambda found: len(set(found)) > 1)
    .map(tuple),
)
_votes = st.tuples(*[st.integers(0, 20)] * 5).filter(any)
injects = st.builds(inject, _votes) | st.builds(inject, st.none(), st.integers(-2, 2))

items: st.SearchStrategy[Item] = st.one_of(
    singles(), multiples(), st.builds(true_false, st.booleans()), matches(), orders, shorts(),
    all_statements, sorts(), clozes(), numbers, spots(), best_worsts, injects,
)  # fmt: skip
"""Items that can be graded."""

ungraded: st.SearchStrategy[Item] = st.one_of(st.builds(draft), st.builds(reflect))

_WORDS = (
    "true", "false", "best", "worst", "who", "whom", "g-1", "one", "two", "three", "commander",
    "gender advisor", "-2", "-1", "0", "+1", "+2", "x1", "x2", "x9", "", "ä",
)  # fmt: skip
_letter = st.sampled_from([*LETTERS, *_WORDS]) | st.text(max_size=3)

responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(Choice, chosen=st.lists(_letter, max_size=10).map(tuple)),
    st.builds(Truth, value=st.none() | st.booleans()),
    st.builds(Pairs, pairs=st.dictionaries(_letter, _letter, max_size=10)),
    st.builds(Ordering, order=st.lists(_letter, max_size=10).map(tuple)),
    st.integers(0, 8).flatmap(
        lambda n: st.permutations(LETTERS[:n]).map(lambda p: Ordering(order=tuple(p)))
    ),
    st.builds(Written, text=st.text(max_size=60) | st.from_regex(r"[-+]?[0-9., ]{1,9}( km)?")),
)

dice = st.integers(0, 10_000).map(random.Random)


def seeded(seed: int = 1) -> random.Random:
    """Dice that always fall the same way."""
    return random.Random(seed)
