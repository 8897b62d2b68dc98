"""GIFT in, as Moodle reads it: a blank line ends a question, a backslash hides a sign.

Own, because the readers on PyPI have not been kept for years (pygiftparser 2017, pygiftparserrgmf
2022) and lose feedback, tags and formats.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.content.interop.gift_writer import ARROW
from tutor.content.interop.html_text import markdown
from tutor.content.interop.lms import ABOUT, LmsAnswer, LmsGap, LmsPair, LmsQuestion, Type, gap
from tutor.content.interop.loss import WHOLE, Loss, several

_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
# Hidden signs wait in a plane of Unicode that no text uses.
_PLANE = 0xF0000
_HIDDEN = re.compile(f"[{chr(_PLANE)}-{chr(_PLANE + 0xFF)}]")
_ID = re.compile(r"\[id:([^\x00-\x1f\x7f]+?)\]")
_TAG = re.compile(r"\[tag:([^\x00-\x1f\x7f]+?)\]")
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
# How Moodle's ordering spells itself: how many lines, which, how laid out, how scored, and so on.
_ORDER = re.compile(
    r">[ \t]*\d+[ \t]*(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)?[ \t]*"
    r"(?:HORIZONTAL|HORI|H|VERTICAL|VERT|V)?[ \t]*([A-Z_]*)[^\n]*\n"
)
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*\.\.\s*({_NUMBER})")
_MARGIN = re.compile(rf"({_NUMBER})\s*(?::\s*({_NUMBER}))?")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


class _Fault(ValueError):
    """Why a question cannot be read."""


@dataclass(slots=True)
class _Texts:
    """Texts of one question: those without a format of their own have that of the question."""

    usual: str = "moodle"
    problems: tuple[tuple[str, str], ...] = ()

    def of(self, raw: str) -> str:
        """The Markdown of a text as it stands in the file."""
        match = _FORMAT.match(raw.strip())
        form = match[1] if match else self.usual
        text, lost = markdown(_shown(raw.strip()[match.end() if match else 0 :]).strip(), form)
        self.problems += lost
        return text

    def typed(self, raw: str) -> str:
        """A text that a learner types: never Markdown, whatever the question is."""
        match = _FORMAT.match(raw.strip())
        return _shown(raw.strip()[match.end() if match else 0 :]).strip()


def read(text: str) -> tuple[list[LmsQuestion], list[Loss]]:
    """The questions, and what stands in the file and is none."""
    found: list[LmsQuestion] = []
    losses: list[Loss] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for line, block in _blocks(text):
        try:
            question = _question(block, f"line {line}")
        except ValueError as fault:
            own = any(one.startswith(f"::{ABOUT}::") for one in block)
            losses.append(Loss(f"line {line}", "a text" if own else WHOLE, str(fault)))
        else:
            if question is not None:
                found.append(question)
    categories = dict.fromkeys(_CATEGORY.findall(text))
    if len(categories) > 1:
        losses.append(Loss("the file", "categories", several(categories)))
    return found, losses


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between blank lines, with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _question(lines: list[str], place: str) -> LmsQuestion | None:
    comments = " ".join(line for line in lines if line.strip().startswith("//"))
    kept = (
        line for line in lines if not line.strip().startswith("//")
        and not line.startswith("$CATEGORY:")
    )  # fmt: skip
    text = _ESCAPE.sub(lambda match: chr(_PLANE + ord(match[1])), "\n".join(kept)).strip()
    if not text:
        return None
    match = _NAME.match(text)
    name, text = (_shown(match[1]), text[match.end() :].strip()) if match else ("", text)
    id_ = _ID.search(comments)
    known = (id_[1] if id_ else "", name or place, tuple(_TAG.findall(comments)))
    opening, closing = text.find("{"), text.find("}")
    if opening < 0 and closing < 0:
        raise _Fault("It is a description: it asks nothing, and no kind here holds it.")
    if opening < 0 or closing < opening:
        raise _Fault("A brace { or } has no partner; inside a text it is written \\{ or \\}.")
    return _whole(known, text[:opening], text[opening + 1 : closing].strip(), text[closing + 1 :])


def _whole(
    known: tuple[str, str, tuple[str, ...]], before: str, inner: str, after: str
) -> LmsQuestion:
    texts = _Texts()
    match = _FORMAT.match(before.strip())
    texts.usual = match[1] if match else "moodle"
    inner, _, general = inner.rpartition("####") if "####" in inner else (inner, "", "")
    answers = _answers(inner.strip(), texts)
    inside = bool(after.strip())
    mark = gap(1) if answers.type in _GAPS else "_____"
    stem = f"{before}{mark if inside else ''}{after}"
    text, feedback = texts.of(stem), texts.of(general)
    if not inside or answers.type not in _GAPS:
        return LmsQuestion(
            answers.type, known[0], known[1], text, feedback, answers.answers, answers.pairs,
            tags=known[2], single=answers.single, grading=answers.grading, problems=texts.problems,
        )  # fmt: skip
    typed = answers.type is Type.SHORTANSWER
    return LmsQuestion(
        Type.CLOZE, known[0], known[1], text, feedback, gaps=(LmsGap(typed, answers.answers),),
        tags=known[2], problems=texts.problems,
    )  # fmt: skip


_CATEGORY = re.compile(r"^\$CATEGORY:[ \t]*(.*\S)", re.MULTILINE)
_GAPS = (Type.SHORTANSWER, Type.MULTICHOICE)


@dataclass(frozen=True, slots=True)
class _Answers:
    type: Type
    answers: tuple[LmsAnswer, ...] = ()
    pairs: tuple[LmsPair, ...] = ()
    single: bool = True
    grading: str = ""


def _answers(inner: str, texts: _Texts) -> _Answers:
    """What stands between the braces; the type is told in the order in which Moodle tells it."""
    if not inner:
        return _Answers(Type.ESSAY)
    if match := _ORDER.match(inner):
        lines = (texts.of(line) for line in inner[match.end() :].split("\n") if line.strip())
        answers = tuple(LmsAnswer(line) for line in lines)
        return _Answers(Type.ORDERING, answers, grading=match[1] or "")
    if inner.startswith("#"):
        return _Answers(Type.NUMERICAL, tuple(_numbers(inner[1:], texts)))
    if "~" in inner:
        answers = tuple(_choice(part, texts) for part in _cut(inner, "~="))
        return _Answers(Type.MULTICHOICE, answers, single="=" in inner)
    if "=" in inner and "->" in inner:
        return _Answers(Type.MATCHING, pairs=tuple(_pair(part, texts) for part in _cut(inner, "=")))
    word, *feedback = inner.split("#")
    if word.strip() in _TRUTH:
        return _Answers(Type.TRUEFALSE, _truth(_TRUTH[word.strip()], feedback, texts))
    parts = _cut(inner, "=") if "=" in inner else [f"={inner}"]
    return _Answers(Type.SHORTANSWER, tuple(_typed(part[1:], texts) for part in parts))


def _cut(inner: str, signs: str) -> list[str]:
    """The answers, each with its sign."""
    parts = re.split(f"(?=[{signs}])", inner)
    if parts[0].strip():
        raise _Fault("Between the brace and the first answer stands a text without = or ~.")
    return parts[1:]


def _choice(part: str, texts: _Texts) -> LmsAnswer:
    text, weight = _weighed(part[1:].strip(), 100 if part.startswith("=") else 0)
    text, _, feedback = text.partition("#")
    return LmsAnswer(texts.of(text), weight, texts.of(feedback))


def _typed(part: str, texts: _Texts) -> LmsAnswer:
    text, weight = _weighed(part.strip(), 100)
    text, _, feedback = text.partition("#")
    return LmsAnswer(texts.typed(text), weight, texts.of(feedback))


def _weighed(text: str, usual: float) -> tuple[str, float]:
    match = _WEIGHT.match(text)
    return (text[match.end() :], float(match[1])) if match else (text, usual)


def _truth(answer: bool, feedback: list[str], texts: _Texts) -> tuple[LmsAnswer, ...]:
    wrong, right = (*(texts.of(one) for one in feedback), "", "")[:2]
    true, false = (right, wrong) if answer else (wrong, right)
    return (
        LmsAnswer("true", 100.0 * answer, true), LmsAnswer("false", 100.0 * (not answer), false)
    )  # fmt: skip


def _pair(part: str, texts: _Texts) -> LmsPair:
    left, arrow, right = part[1:].partition("->")
    if not arrow:
        raise _Fault(f"A pair needs an arrow: ={_shown(part[1:]).strip()[:40]} -> its partner")
    return LmsPair(texts.of(left).replace(ARROW, "->"), _shown(right).strip())


def _numbers(inner: str, texts: _Texts) -> Iterator[LmsAnswer]:
    for part in re.split(r"(?=[=~])", inner):
        bare = part.strip()
        if not bare:
            continue
        text, weight = _weighed(bare.lstrip("=~").strip(), 0 if bare.startswith("~") else 100)
        text, _, feedback = text.partition("#")
        yield _number(_shown(text).strip(), weight, texts.of(feedback))


def _number(text: str, weight: float, feedback: str) -> LmsAnswer:
    if text in ("", "*"):
        return LmsAnswer("*", weight, feedback)
    if match := _RANGE.fullmatch(text):
        low, high = (float(one.replace(",", ".")) for one in match.groups())
        middle, margin = (float(f"{one / 2:.12g}") for one in (low + high, high - low))
        return LmsAnswer(str(middle), weight, feedback, margin)
    if match := _MARGIN.fullmatch(text):
        return LmsAnswer(match[1], weight, feedback, float((match[2] or "0").replace(",", ".")))
    raise _Fault(f"{text[:40]!r} is no number.")


def _shown(text: str) -> str:
    """The text with its hidden signs as they are meant."""
    signs = {chr(_PLANE + ord("n")): "\n"}
    return _HIDDEN.sub(lambda m: signs.get(m[0], chr(ord(m[0]) - _PLANE)), text)
