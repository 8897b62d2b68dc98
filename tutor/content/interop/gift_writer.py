"""GIFT out. One line for each text, so that no blank line can cut a question in two.

Checked against Moodle's own reader (question/format/gift/format.php) and gift-pegjs.
"""

import re
from collections.abc import Iterable, Iterator

from tutor.content.interop.lms import ABOUT, LmsAnswer, LmsPair, LmsQuestion, Type, gap, share
from tutor.content.interop.lms_out import digits

TYPES = frozenset(
    {Type.MULTICHOICE, Type.TRUEFALSE, Type.SHORTANSWER, Type.NUMERICAL, Type.MATCHING, Type.ESSAY}
)
"""What the syntax has. A text with one gap is a choice or a short answer in the middle of it."""

ARROW = "-&gt;"
"""An arrow inside the left side of a pair, where the sign itself ends it."""

_RESERVED = re.compile(r"[\\~=#{}:]")
_AMBIGUOUS = re.compile(r"[\[%]")


def written(questions: Iterable[LmsQuestion], category: str, about: str = "") -> str:
    """The whole file. `about`: a text without a question, at the end."""
    blocks = [f"$CATEGORY: {category}\n", *map(_question, questions)]
    if about:
        blocks.append(f"::{ABOUT}::[markdown]{_safe(about)}\n")
    return "\n".join(blocks)


def _question(question: LmsQuestion) -> str:
    comment = "".join(f" [tag:{tag}]" for tag in question.tags)
    before, _, after = _around(question)
    head = f"// [id:{question.id}]{comment}\n::{_safe(question.name)}::[markdown]{_safe(before)}"
    inner = _inner(question)
    if question.feedback:
        inner.append(f"####{_text(question.feedback)}")
    if len(inner) < 2:
        return f"{head}{{{''.join(inner)}}}{_safe(after)}\n"
    opening = "{#" if question.type is Type.NUMERICAL else "{"
    return "\n\t".join([f"{head}{opening}", *inner]) + f"\n}}{_safe(after)}\n"


def _around(question: LmsQuestion) -> tuple[str, str, str]:
    """The text before and after the answers: these stand in a gap, or behind everything."""
    if question.type is Type.CLOZE:
        return question.text.partition(gap(1))
    return question.text, "", ""


def _inner(question: LmsQuestion) -> list[str]:
    match question.type:
        case Type.TRUEFALSE:
            return [_true_false(question.answers)]
        case Type.MATCHING:
            return [_pair(pair) for pair in question.pairs]
        case Type.NUMERICAL:
            return [
                f"=%{share(one.fraction)}%{one.text}:{digits(one.tolerance)}{_feedback(one)}"
                for one in question.answers
            ]
        case Type.ESSAY:
            return []
        case Type.CLOZE:
            gap = question.gaps[0]
            return list(_typed(gap.answers) if gap.typed else _choices(gap.answers, single=True))
        case Type.SHORTANSWER:
            return list(_typed(question.answers))
        case _:
            return list(_choices(question.answers, single=question.single))


def _true_false(answers: tuple[LmsAnswer, ...]) -> str:
    """The explanation of a wrong answer comes first."""
    true, false = answers
    right, wrong = (true, false) if true.fraction else (false, true)
    return f"{right.text.upper()}#{_text(wrong.feedback)}#{_text(right.feedback)}"


def _choices(answers: Iterable[LmsAnswer], *, single: bool) -> Iterator[str]:
    for one in answers:
        if single and one.fraction == 100:
            sign = "="
        else:
            sign = f"~%{share(one.fraction)}%" if one.fraction else "~"
        yield f"{sign}{_text(one.text)}{_feedback(one)}"


def _typed(answers: Iterable[LmsAnswer]) -> Iterator[str]:
    for one in answers:
        yield f"=%{share(one.fraction)}%{_text(one.text)}{_feedback(one)}"


def _pair(pair: LmsPair) -> str:
    return f"={_text(pair.left).replace('->', ARROW)} -> {_safe(pair.right)}"


def _feedback(answer: LmsAnswer) -> str:
    return f"#{_text(answer.feedback)}" if answer.feedback else ""


def _text(text: str) -> str:
    """A text inside the braces; its format is named where its first sign could be taken for one."""
    return ("[markdown]" if _AMBIGUOUS.match(text) else "") + _safe(text)


def _safe(text: str) -> str:
    return _RESERVED.sub(lambda match: f"\\{match[0]}", text).replace("\n", "\\n")
