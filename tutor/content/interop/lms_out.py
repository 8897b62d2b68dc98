"""From a question of ours to one of Moodle, a function for each kind.

Where Moodle has no such kind, the question becomes one that asks the same thing, and a tag
`kind:` says what it was. What does not come back is found by `exporting`, not here.
"""

from collections.abc import Callable, Iterable
from typing import Any

from tutor.content.interop import tags
from tutor.content.interop.keys import Keys, keys_of
from tutor.content.interop.lms import LmsAnswer, LmsGap, LmsPair, LmsQuestion, Type, fraction, gap
from tutor.content.interop.loss import NotCarried
from tutor.content.interop.sections import explained, joined
from tutor.content.interop.signs import plain
from tutor.model.base import LETTERS
from tutor.model.items import (
    BestWorst,
    Cloze,
    Draft,
    Item,
    Match,
    Multiple,
    Number,
    Order,
    PlanChange,
    Reflect,
    Short,
    Single,
    Sort,
    Spot,
    Statements,
    TrueFalse,
)
from tutor.model.items.cloze import MARKER
from tutor.model.items.inject import STEPS

BEST, WORST = "The best", "The worst"
CLOSE = "Close, but not accepted."
STEP_TEXTS = tuple(
    f"{step}: {words}"
    for step, words in zip(
        STEPS,
        ("much less appropriate", "less appropriate", "neither less nor more appropriate",
         "more appropriate", "much more appropriate"),
        strict=True,
    )
)  # fmt: skip
GRADING = {
    "absolute": "ABSOLUTE_POSITION",
    "pairs": "RELATIVE_NEXT_EXCLUDE_LAST",
    "tau": "RELATIVE_ALL_PREVIOUS_AND_NEXT",
}
"""How an ordering is scored: the rule of Moodle that comes nearest to ours."""

HEADS = {"plan": "**The plan**\n\n", "inject": "**New information**\n\n"}
"""What stands above a part of the text that is not understood without it."""

_DEFAULT_KIND = {
    Type.MULTICHOICE: "single",
    Type.TRUEFALSE: "true-false",
    Type.SHORTANSWER: "short",
    Type.NUMERICAL: "number",
    Type.MATCHING: "match",
    Type.ORDERING: "order",
    Type.CLOZE: "cloze",
    Type.KPRIME: "statements",
}


def outgoing(item: Item, types: frozenset[Type]) -> LmsQuestion:
    """The question for a format that holds these types. Raises NotCarried."""
    return _KINDS[item.kind](item, types)


def default_kind(type_: Type, *, single: bool) -> str | None:
    """What a question of this type is here when no tag says otherwise."""
    if type_ is Type.MULTICHOICE and not single:
        return "multiple"
    return _DEFAULT_KIND.get(type_)


def _asked(
    item: Item,
    type_: Type,
    texts: Iterable[str] = ("prompt",),
    more: Iterable[str] = (),
    **rest: Any,
) -> LmsQuestion:
    """What all kinds share. `texts`: the keys that make up the question, the vignette aside;
    `more`: paths of short values that travel as tags."""
    keys = keys_of(item)
    shown = [name for name in ("vignette", *texts) if name in keys]
    extra: Keys = {}
    if shown != ["prompt"]:
        extra["parts"] = ",".join(shown)
    letters = "".join(getattr(item, "answers", {}) or getattr(item, "rubric", {}))
    if not LETTERS.startswith(letters):
        extra["letters"] = letters
    if item.kind != default_kind(type_, single=rest.get("single", True)):
        extra["kind"] = item.kind
    text = joined(HEADS.get(name, "") + str(keys[name]) for name in shown)
    labels = tags.tags({**keys, **extra, **rest.pop("carry", {})}, (*extra, *more))
    shuffle = rest.pop("shuffle", item.pin_last is None)
    hints = item.hints
    return LmsQuestion(
        type_, item.id, item.id, rest.pop("text", text), tags=labels, hints=hints,
        shuffle=shuffle, **rest,
    )  # fmt: skip


def _each(item: Any, *names: str) -> list[str]:
    """The paths of keys of the single answers."""
    return [f"{letter}.{name}" for letter in item.answers for name in names]


def _single(item: Single, _: frozenset[Type]) -> LmsQuestion:
    answers = []
    inexact = []
    for letter, one in item.answers.items():
        share = 100.0 if letter == item.correct else 100 * (one.credit or 0.0)
        if fraction(share) != share:
            inexact.append(f"{letter}.credit")
        answers.append(LmsAnswer(one.text, fraction(share), one.why))
    more = [*_each(item, "harm", "misconception"), *inexact]
    return _asked(item, Type.MULTICHOICE, more=more, answers=tuple(answers))


def ticks(texts: Iterable[tuple[str, str, bool]]) -> tuple[LmsAnswer, ...]:
    """Answers to tick: the right ones share the points, the wrong ones take as much away."""
    listed = list(texts)
    right = sum(is_right for _, _, is_right in listed)
    wrong = len(listed) - right
    return tuple(
        LmsAnswer(text, fraction(100 / right if is_right else -100 / wrong), why)
        for text, why, is_right in listed
    )


def _multiple(item: Multiple, _: frozenset[Type]) -> LmsQuestion:
    answers = ticks(
        (one.text, one.why, letter in item.correct) for letter, one in item.answers.items()
    )
    more = [*_each(item, "harm", "misconception"), "scoring"]
    return _asked(item, Type.MULTICHOICE, more=more, answers=answers, single=False)


def _spot(item: Spot, _: frozenset[Type]) -> LmsQuestion:
    answers = ticks((one.text, one.why, one.flaw) for one in item.answers.values())
    texts, more = ("prompt", "document"), _each(item, "misconception")
    return _asked(item, Type.MULTICHOICE, texts, more, answers=answers, single=False)


def _true_false(item: TrueFalse, _: frozenset[Type]) -> LmsQuestion:
    answers = tuple(
        LmsAnswer(str(value).lower(), 100.0 * right, item.right if right else item.wrong)
        for value, right in ((True, item.answer), (False, not item.answer))
    )
    return _asked(item, Type.TRUEFALSE, more=["misconception"], answers=answers)


def _statements(item: Statements, types: frozenset[Type]) -> LmsQuestion:
    more = _each(item, "misconception")
    if Type.KPRIME in types:
        answers = tuple(
            LmsAnswer(one.text, 100.0 * one.answer, one.why) for one in item.answers.values()
        )
        return _asked(item, Type.KPRIME, more=more, answers=answers)
    pairs = tuple(LmsPair(one.text, str(one.answer)) for one in item.answers.values())
    feedback = explained("", ((one.text, one.why) for one in item.answers.values()))
    return _asked(item, Type.MATCHING, more=more, pairs=pairs, feedback=feedback)


def _match(item: Match, _: frozenset[Type]) -> LmsQuestion:
    pairs = [LmsPair(one.left, plain(one.right)) for one in item.answers.values()]
    pairs += [LmsPair("", plain(text)) for text in item.extra]
    each = ((one.left, one.why) for one in item.answers.values() if one.why)
    feedback = explained(item.why, each)
    return _asked(item, Type.MATCHING, pairs=tuple(pairs), feedback=feedback)


def _order(item: Order, types: frozenset[Type]) -> LmsQuestion:
    if Type.ORDERING in types:
        answers = tuple(LmsAnswer(text) for text in item.answers.values())
        return _asked(
            item, Type.ORDERING, answers=answers, grading=GRADING[item.scoring], feedback=item.why
        )
    pairs = tuple(
        LmsPair(str(place), plain(text)) for place, text in enumerate(item.answers.values(), 1)
    )
    return _asked(item, Type.MATCHING, more=["scoring"], pairs=pairs, feedback=item.why)


def _sort(item: Sort, _: frozenset[Type]) -> LmsQuestion:
    """A bin is told by the letter of an answer in it, an empty one by its place: `+1`."""
    pairs = [LmsPair(one.text, plain(item.bins[one.bin])) for one in item.answers.values()]
    first = {one.bin: letter for letter, one in reversed(item.answers.items())}
    empty = [name for name in item.bins if name not in first]
    pairs += [LmsPair("", plain(item.bins[name])) for name in empty]
    first |= {name: f"+{place}" for place, name in enumerate(empty, 1)}
    feedback = explained("", ((one.text, one.why) for one in item.answers.values()))
    more = [*(f"in.{name}" for name in item.bins), *_each(item, "misconception")]
    carry: Keys = {"in": {name: first[name] for name in item.bins}}
    return _asked(
        item, Type.MATCHING, more=more, carry=carry, pairs=tuple(pairs), feedback=feedback
    )


def _best_worst(item: BestWorst, _: frozenset[Type]) -> LmsQuestion:
    """Two stems to fill from all answers; their order here is that of their explanations."""
    texts = {letter: plain(one.text) for letter, one in item.answers.items()}
    ranked = sorted(item.answers, key=lambda letter: item.answers[letter].quality)
    best, worst = ranked[-1], ranked[0]
    pairs = [LmsPair(BEST, texts[best]), LmsPair(WORST, texts[worst])]
    pairs += [LmsPair("", text) for letter, text in texts.items() if letter not in (best, worst)]
    feedback = explained("", ((texts[letter], one.why) for letter, one in item.answers.items()))
    more = _each(item, "quality", "misconception")
    return _asked(item, Type.MATCHING, more=more, pairs=tuple(pairs), feedback=feedback)


def _cloze(item: Cloze, types: frozenset[Type]) -> LmsQuestion:
    names = list(item.in_order)
    if Type.CLOZE not in types and len(names) != 1:
        raise NotCarried(f"It has {len(names)} gaps, and the format holds one.")
    places = iter(range(1, len(names) + 1))
    number = {name: next(places) for name in names}
    text = MARKER.sub(lambda m: gap(number[m[1]]) if m[1] in number else m[0], item.prompt)
    gaps = tuple(_gap(item, name) for name in names)
    carry: Keys = {"gap": {str(number[name]): name for name in names}}
    exact = [place for name, place in number.items() if item.gaps[name].fuzzy == 0]
    if exact:
        carry["exact"] = exact
    if item.vignette:
        text = joined([item.vignette, text])
    return _asked(
        item, Type.CLOZE, more=[*(f"gap.{n}" for n in number.values()), "exact"], carry=carry,
        text=text, gaps=gaps, feedback=item.why,
    )  # fmt: skip


def _gap(item: Cloze, name: str) -> LmsGap:
    asked = item.gaps[name]
    why = asked.why or ""
    if asked.choices:
        right = asked.correct
        answers = (LmsAnswer(one, 100.0 * (one == right), why * (one == right))
                   for one in asked.choices)  # fmt: skip
    else:
        answers = (LmsAnswer(no_wildcard(one), 100.0, why) for one in asked.accept)
    return LmsGap(not asked.choices, tuple(answers))


def no_wildcard(text: str) -> str:
    """A typed answer in which a star is a star, not any text."""
    return text.replace("*", "\\*")


def _short(item: Short, _: frozenset[Type]) -> LmsQuestion:
    answers = [LmsAnswer(no_wildcard(text), 100.0) for text in item.accept]
    answers += [LmsAnswer(no_wildcard(text), 0.0, CLOSE) for text in item.near]
    return _asked(item, Type.SHORTANSWER, more=["fuzzy"], answers=tuple(answers), feedback=item.why)


def _number(item: Number, _: frozenset[Type]) -> LmsQuestion:
    answer = LmsAnswer(digits(item.answer), 100.0, tolerance=item.tolerance)
    return _asked(
        item, Type.NUMERICAL, more=["unit"], answers=(answer,), unit=item.unit or "",
        feedback=item.why,
    )  # fmt: skip


def digits(number: float) -> str:
    """A number without an exponent, which not every reader takes."""
    return f"{number:.12f}".rstrip("0").rstrip(".") if number else "0"


def _inject(item: PlanChange, _: frozenset[Type]) -> LmsQuestion:
    answers = tuple(
        LmsAnswer(text, fraction(share))
        for text, share in zip(STEP_TEXTS, _shares(item), strict=True)
    )
    texts, more = ("plan", "inject", "prompt"), ("panel", "panel_best")
    return _asked(
        item, Type.MULTICHOICE, texts, more, answers=answers, shuffle=False, feedback=item.why
    )


def _shares(item: PlanChange) -> list[float]:
    """Per cent for each step: votes against the most frequent answer, or a half less a step."""
    if item.panel is not None:
        return [100 * votes / max(*item.panel, 1) for votes in item.panel]
    best = (item.panel_best or 0) + STEPS.index("0")
    return [max(0.0, 100 - 50.0 * abs(place - best)) for place in range(len(STEPS))]


def _draft(item: Draft, _: frozenset[Type]) -> LmsQuestion:
    rubric = list(item.rubric.values())
    return _asked(
        item, Type.ESSAY, ("prompt", "task"), feedback=joined([item.model, *rubric]),
        grader_info="\n\n".join(rubric),
    )  # fmt: skip


def _reflect(item: Reflect, _: frozenset[Type]) -> LmsQuestion:
    return _asked(item, Type.ESSAY)


_KINDS: dict[str, Callable[[Any, frozenset[Type]], LmsQuestion]] = {
    "single": _single,
    "multiple": _multiple,
    "true-false": _true_false,
    "statements": _statements,
    "match": _match,
    "order": _order,
    "sort": _sort,
    "cloze": _cloze,
    "short": _short,
    "number": _number,
    "spot": _spot,
    "best-worst": _best_worst,
    "inject": _inject,
    "draft": _draft,
    "reflect": _reflect,
}
