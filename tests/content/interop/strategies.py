"""Questions of every kind with texts that hold what the formats take for their own signs."""

from hypothesis import strategies as st

from tutor.content.interop.keys import Keys
from tutor.model.base import LETTERS
from tutor.model.items import KINDS, Item
from tutor.model.items.inject import STEPS

_SIGNS = st.sampled_from(
    ["~", "=", "#", "{", "}", ":", "\\", "%50%", "->", "####", "]]>", "<b>", "&amp;", "&", "'", '"',
     "'''", "\n", "\n\n", "[x]", "\n[q-evil]\n", "[@un-2000]", "[markdown]", "*", "**", "_", "`",
     "+", "-", "@", "=1+1", ";", ",", "\t", "//", "::", "T", "TRUE", "{{1}}", "{1:SA:=x}", "$$",
     "\\n", "é", "\u2028x", "𝔘", "<!-- -->", "&#126;", "* * *", "$CATEGORY:", "1. ", "# ", "> "]
)  # fmt: skip
_WORDS = st.text("abz 19.?", min_size=1, max_size=6)
_TEXT = st.lists(st.one_of(_WORDS, _SIGNS), min_size=1, max_size=6).map("".join)


def _trimmed(text: str) -> str:
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip()


texts = _TEXT.map(_trimmed).filter(bool)
"""As the model keeps a text: no blanks at its edges, none at the ends of its lines."""

lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
ids = st.sampled_from(["o1", "un-2000", "a-long-id-of-a-source-that-somebody-made-up-2026", "x2"])


def _answers(draw: st.DrawFn, least: int, most: int, **parts: st.SearchStrategy[object]) -> Keys:
    letters = draw(st.sets(st.sampled_from(LETTERS), min_size=least, max_size=most))
    return {letter: {name: draw(one) for name, one in parts.items()} for letter in sorted(letters)}


def _common(draw: st.DrawFn, kind: str) -> Keys:
    optional: dict[str, st.SearchStrategy[object]] = {
        "vignette": texts,
        "hints": st.lists(texts, min_size=1, max_size=3),
        "notes": texts,
        "source": st.lists(ids, min_size=1, max_size=2, unique=True),
        "sensitivity": st.just("private"),
        "was": st.lists(ids, min_size=1, max_size=2, unique=True),
        "difficulty": st.integers(1, 5),
        "use": st.lists(
            st.sampled_from(["practice", "checkpoint", "exam"]), min_size=1, unique=True
        ),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(optional))))
    keys: Keys = {"kind": kind, "id": "q-x", "objective": "o1", "prompt": draw(texts)}
    return keys | {name: draw(optional[name]) for name in sorted(chosen)}


def _gap(draw: st.DrawFn) -> Keys:
    if draw(st.booleans()):
        return {
            "accept": draw(st.lists(lines, min_size=1, max_size=3)),
            "fuzzy": draw(st.integers(0, 1)),
        }
    choices = draw(st.lists(lines, min_size=2, max_size=4, unique=True))
    return {"choices": choices, "correct": draw(st.sampled_from(choices)), "why": draw(texts)}


def _own(draw: st.DrawFn, kind: str) -> Keys:
    """The keys of the kind."""
    both = {"text": texts, "why": texts}
    if kind == "single":
        answers = _answers(draw, 2, 8, **both)
        correct = draw(st.sampled_from(sorted(answers)))
        for letter, one in answers.items():
            if letter != correct and isinstance(one, dict) and draw(st.booleans()):
                one["credit"] = draw(st.sampled_from([0.25, 0.5, 0.45, 0.75]))
        return {"answers": answers, "correct": correct}
    if kind == "multiple":
        answers = _answers(draw, 3, 8, **both, harm=st.booleans())
        correct = draw(st.sets(st.sampled_from(sorted(answers)), min_size=1))
        scoring = draw(st.sampled_from(["balanced", "all-or-nothing"]))
        return {"answers": answers, "correct": sorted(correct), "scoring": scoring}
    if kind == "statements":
        return {"answers": _answers(draw, 4, 4, **both, answer=st.booleans())}
    if kind == "spot":
        return {
            "answers": _answers(draw, 3, 8, **both, flaw=st.booleans()),
            "document": draw(lines),
        }
    if kind == "best-worst":
        return {"answers": _answers(draw, 3, 8, **both, quality=st.integers(0, 3))}
    if kind == "match":
        pairs = _answers(draw, 2, 8, left=texts, right=texts, why=texts)
        return {"answers": pairs, "extra": draw(st.lists(texts, max_size=2)), "why": draw(texts)}
    if kind == "order":
        letters = sorted(draw(st.sets(st.sampled_from(LETTERS), min_size=3)))
        scoring = draw(st.sampled_from(["tau", "pairs", "absolute"]))
        return {
            "answers": {one: draw(texts) for one in letters},
            "why": draw(texts),
            "scoring": scoring,
        }
    if kind == "sort":
        bins = {name: draw(lines) for name in ("one", "two", "none")}
        return {
            "answers": _answers(draw, 2, 8, **both, bin=st.sampled_from(["one", "two"])),
            "bins": bins,
        }
    return _written(draw, kind)


def _written(draw: st.DrawFn, kind: str) -> Keys:
    if kind == "true-false":
        return {"answer": draw(st.booleans()), "right": draw(texts), "wrong": draw(texts)}
    if kind == "cloze":
        names = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
        prompt = draw(texts) + "".join(f" {{{{{name}}}}} {draw(texts)}" for name in names)
        return {"gaps": {name: _gap(draw) for name in names}, "prompt": prompt, "why": draw(texts)}
    if kind == "short":
        found = draw(st.lists(lines, min_size=1, max_size=4, unique=True))
        return {
            "accept": found[:2],
            "near": found[2:],
            "fuzzy": draw(st.integers(0, 1)),
            "why": draw(texts),
        }
    if kind == "number":
        size = st.floats(-1e6, 1e6).map(lambda one: round(one, 4))
        return {
            "answer": draw(size),
            "tolerance": abs(draw(size)),
            "unit": draw(lines),
            "why": draw(texts),
        }
    if kind == "inject":
        votes = draw(st.lists(st.integers(0, 20), min_size=len(STEPS), max_size=len(STEPS)))
        return {"plan": draw(texts), "inject": draw(texts), "panel": votes, "why": draw(texts)}
    if kind == "draft":
        rubric = {letter: draw(texts) for letter in LETTERS[: draw(st.integers(1, 4))]}
        return {"task": draw(texts), "model": draw(texts), "rubric": rubric}
    return {}


@st.composite
def items(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(KINDS)) -> Item:
    """A question of any of these kinds."""
    kind = draw(st.sampled_from(kinds))
    keys = _common(draw, kind) | _own(draw, kind)
    return KINDS[kind].model_validate(_tuples(keys))


def _tuples(value: object) -> object:
    if isinstance(value, dict):
        return {name: _tuples(one) for name, one in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
