"""The embedded answers of Moodle's cloze questions: `{1:SHORTANSWER:=Paris#The capital~Lyon}`.

The signs that end something are written as numbered entities, which Moodle decodes in answers; its
own pattern (qtype_multianswer, questiontype.php) takes a backslash or an `&` before them for more
than it is.
"""

import html
import re
from dataclasses import replace

from tutor.content.interop.html_text import MOST, markdown
from tutor.content.interop.lms import LmsAnswer, LmsGap, gap, share
from tutor.content.interop.signs import plain

_TYPES = (
    r"NUMERICAL|NM|SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|MULTICHOICE_VS|MULTICHOICE_HS|MULTICHOICE_S"
    r"|MULTICHOICE_V|MULTICHOICE_H|MULTICHOICE|MCVS|MCHS|MCS|MCV|MCH|MC"
)
_OTHERS = r"MULTIRESPONSE_HS|MULTIRESPONSE_S|MULTIRESPONSE_H|MULTIRESPONSE|MRHS|MRS|MRH|MR"
_ANSWERS = r"(?:[^~}\\]|\\.)*(?:~(?:[^~}\\]|\\.)*)*"
_EMBEDDED = re.compile(rf"\{{\d*:({_TYPES}|{_OTHERS}):({_ANSWERS})\}}", re.DOTALL)
_ALTERNATIVE = re.compile(
    r"(=|%(-?\d+(?:[.,]\d*)?)%)?((?:[^#\\]|\\.|(?<=&)#)*)(?:#(.*))?", re.DOTALL
)
_TYPED = frozenset({"SHORTANSWER", "SHORTANSWER_C", "SA", "SAC", "MW", "MWC", "NUMERICAL", "NM"})
_NUMBERS = frozenset({"NUMERICAL", "NM"})
_ENDS = re.compile(r"[&~#}\\]|^[=%]")
_STARTS = re.compile(r"\{(?=\d*:[A-Z]|#)")
BRACE = "&#123;"


def written(text: str, gaps: tuple[LmsGap, ...]) -> str:
    """The text with its gaps as Moodle embeds them."""
    text = _STARTS.sub(BRACE, text)
    for number, one in enumerate(gaps, 1):
        text = text.replace(gap(number), _gap(one))
    return text


def _gap(one: LmsGap) -> str:
    answers = "~".join(_answer(answer, typed=one.typed) for answer in one.answers)
    return f"{{1:{'SHORTANSWER' if one.typed else 'MULTICHOICE_S'}:{answers}}}"


def _answer(answer: LmsAnswer, *, typed: bool) -> str:
    sign = (
        "=" if answer.fraction == 100 else f"%{share(answer.fraction)}%" if answer.fraction else ""
    )
    text = answer.text if typed else html.escape(answer.text, quote=False)
    feedback = html.escape(plain(answer.feedback), quote=False).replace("\n", "<br>")
    return f"{sign}{_safe(text)}" + (f"#{_safe(feedback)}" if feedback else "")


def _safe(text: str) -> str:
    return _ENDS.sub(lambda match: f"&#{ord(match[0])};", text)


def read(text: str) -> tuple[str, tuple[LmsGap, ...]]:
    """The text with gaps in place of its embedded answers, and these answers.

    Raises ValueError for a gap of a kind that no gap of ours can be, or for far too long a text.
    """
    if len(text) > MOST:
        raise ValueError(f"A text in it has more than {MOST:,} characters.")
    gaps: list[LmsGap] = []

    def found(match: re.Match[str]) -> str:
        if match[1] not in f"{_TYPES}".split("|"):
            raise ValueError(f"A gap of type {match[1]} has no place here.")
        typed = match[1] in _TYPED
        parts = re.split(r"(?<!\\)~", match[2])
        answers = (_read(part, typed=typed) for part in parts)
        if match[1] in _NUMBERS:
            answers = (_number(one) for one in answers)
        gaps.append(LmsGap(typed, tuple(answers)))
        return gap(len(gaps))

    text = _EMBEDDED.sub(found, text)
    return text.replace(BRACE, "{"), tuple(gaps)


def _read(part: str, *, typed: bool) -> LmsAnswer:
    match = _ALTERNATIVE.match(part)
    sign, weight, text, feedback = match.groups() if match else ("", None, part, None)
    share = 100.0 if sign == "=" else float((weight or "0").replace(",", "."))
    shown = _decoded(text)
    if not typed:
        shown = html.unescape(shown)
    return LmsAnswer(shown.strip(), share, markdown(_decoded(feedback or ""), "html")[0].strip())


def _number(answer: LmsAnswer) -> LmsAnswer:
    """The number without its margin, which stays beside it."""
    number, _, margin = answer.text.partition(":")
    return replace(answer, text=number.strip(), tolerance=float(margin or 0))


def _decoded(text: str) -> str:
    return html.unescape(text).replace("\\}", "}").replace("\\#", "#")
