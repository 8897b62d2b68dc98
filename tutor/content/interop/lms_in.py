"""From a question as Moodle holds it to the keys of a block: what all kinds share, and the table.

A tag `kind:` says what a question was here; where its answers do not fit that, it becomes what its
type usually is.
"""

from collections.abc import Callable

from tutor.content.interop import choices_in, pairs_in, written_in
from tutor.content.interop.keys import Keys
from tutor.content.interop.lms import LmsQuestion, Type
from tutor.content.interop.lms_out import HEADS, default_kind
from tutor.content.interop.loss import NotCarried
from tutor.content.interop.made import Made
from tutor.content.interop.sections import parted
from tutor.content.interop.tags import tagged
from tutor.model.base import LETTERS

MOST_HINTS = 5

_OWN = ("kind", "parts", "letters", "gap", "exact", "in")
"""Tags that say how a question was put together, and are no keys."""


def incoming(question: LmsQuestion) -> Made:
    """The keys of the question. Raises NotCarried with the reason where there can be none."""
    known, others = tagged(question.tags)
    own: Keys = {name: known.pop(name) for name in _OWN if name in known}
    usual = default_kind(question.type, single=question.single) or _essay(question)
    kind = str(own.get("kind", usual))
    made = Made(question, {"kind": kind}, own, known, list(question.problems))
    for tag in others:
        made.tell("tags", f"The tag {tag!r} has no place here.")
    _texts(made)
    try:
        _fill(made, kind)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        if kind == usual:
            raise NotCarried(str(error)) from error
        made.tell("kind", f"The tag says {kind}, but the answers do not fit that.")
        made.keys["kind"] = usual
        _usually(made, usual)
    _letters(made, str(own.get("letters", "")))
    for path, value in known.items():
        _merge(made.keys, path, value)
    if question.hints:
        made.keys["hints"] = list(question.hints[:MOST_HINTS])
        for hint in question.hints[MOST_HINTS:]:
            made.tell("hints", f"Five hints are the most; left out: {hint}")
    return made


def _usually(made: Made, kind: str) -> None:
    try:
        _fill(made, kind)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise NotCarried(str(error)) from error


def _essay(question: LmsQuestion) -> str:
    """An essay with something to hold it against is a draft."""
    return "draft" if question.grader_info or question.feedback else "reflect"


def _texts(made: Made) -> None:
    names = str(made.own.get("parts", "prompt")).split(",")
    texts = parted(made.question.text)
    if len(texts) != len(names):
        names, texts = ["prompt"], [made.question.text]
    for name, text in zip(names, texts, strict=True):
        made.keys[name] = text.removeprefix(HEADS.get(name, ""))


def _fill(made: Made, kind: str) -> None:
    types, fill = _KINDS[kind]
    if made.question.type not in types:
        raise ValueError(f"A question of type {made.question.type} cannot be of kind {kind}.")
    fill(made)


def _merge(keys: Keys, path: str, value: object) -> None:
    here = keys.get(path)
    if isinstance(here, dict) and isinstance(value, dict):
        for name, one in value.items():
            _merge(here, name, one)
    elif not (isinstance(value, dict) and path not in keys):
        keys[path] = value


def _letters(made: Made, letters: str) -> None:
    """Answers under the letters that they had, which need not be the first of the alphabet."""
    there = [letter for letter in LETTERS if letter in made.keys]
    if not letters or len(letters) != len(there) or not set(letters) <= set(LETTERS):
        return
    moved = {letter: made.keys.pop(letter) for letter in there}
    new = dict(zip(there, letters, strict=True))
    made.keys.update({new[letter]: value for letter, value in moved.items()})
    correct = made.keys.get("correct")
    if isinstance(correct, str):
        made.keys["correct"] = new[correct]
    elif isinstance(correct, list):
        made.keys["correct"] = [new[one] for one in correct]


_CHOICE, _PAIRS = frozenset({Type.MULTICHOICE}), frozenset({Type.MATCHING})
_KINDS: dict[str, tuple[frozenset[Type], Callable[[Made], None]]] = {
    "single": (_CHOICE, choices_in.single),
    "multiple": (_CHOICE, choices_in.multiple),
    "spot": (_CHOICE, choices_in.spot),
    "inject": (_CHOICE, choices_in.inject),
    "true-false": (frozenset({Type.TRUEFALSE}), choices_in.true_false),
    "statements": (_PAIRS | {Type.KPRIME}, choices_in.statements),
    "match": (_PAIRS, pairs_in.match),
    "sort": (_PAIRS, pairs_in.sort),
    "best-worst": (_PAIRS, pairs_in.best_worst),
    "order": (_PAIRS | {Type.ORDERING}, pairs_in.order),
    "cloze": (frozenset({Type.CLOZE, Type.SHORTANSWER, Type.MULTICHOICE}), written_in.cloze),
    "short": (frozenset({Type.SHORTANSWER}), written_in.short),
    "number": (frozenset({Type.NUMERICAL}), written_in.number),
    "draft": (frozenset({Type.ESSAY}), written_in.draft),
    "reflect": (frozenset({Type.ESSAY}), written_in.reflect),
}
