"""Moodle XML out: the elements that Moodle's importer asks for, each with its source.

Read in Moodle: question/format/xml/format.php, question/type/ordering/questiontype.php; kprime is
the plugin qtype_kprime. Texts go as Markdown, which Moodle renders itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from tutor.content.interop import cloze_text
from tutor.content.interop.lms import ABOUT, LmsQuestion, Type, share
from tutor.content.interop.lms_out import digits

TYPES = frozenset(Type)

_FORM = "markdown"
_SIGNS = re.compile("[&<>]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def written(questions: Iterable[LmsQuestion], category: str, about: str = "") -> str:
    """The whole file. `about`: a text without a question, at the end."""
    quiz = ET.Element("quiz")
    _text(ET.SubElement(_question(quiz, "category"), "category"), category)
    for question in questions:
        _of(quiz, question)
    if about:
        _description(quiz, about)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_lines(quiz), ""])


def _lines(element: ET.Element, indent: str = "") -> Iterator[str]:
    """The element as text. Moodle drops a blank that stands between two entities, so texts with
    signs of XML are written as CDATA, as Moodle itself does."""
    head = "".join(f" {name}={quoteattr(value)}" for name, value in element.attrib.items())
    if len(element):
        yield f"{indent}<{element.tag}{head}>"
        for inner in element:
            yield from _lines(inner, indent + "  ")
        yield f"{indent}</{element.tag}>"
    elif element.text:
        yield f"{indent}<{element.tag}{head}>{_written(element.text)}</{element.tag}>"
    else:
        yield f"{indent}<{element.tag}{head}/>"


def _written(text: str) -> str:
    if not _SIGNS.search(text):
        return text
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _of(quiz: ET.Element, question: LmsQuestion) -> None:
    one = _question(quiz, question.type)
    _text(ET.SubElement(one, "name"), question.name)
    text = question.text
    if question.type is Type.CLOZE:
        text = cloze_text.written(text, question.gaps)
    _formatted(one, "questiontext", text)
    _formatted(one, "generalfeedback", question.feedback)
    counts = question.type is not Type.ESSAY or question.grader_info
    _plain(one, "defaultgrade", "1.0" if counts else "0.0")
    _plain(one, "penalty", "1.0" if question.type is Type.TRUEFALSE else "0.3333333")
    _plain(one, "hidden", "0")
    _plain(one, "idnumber", question.id)
    _OWN.get(question.type, _nothing)(one, question)
    for hint in question.hints:
        _formatted(one, "hint", hint)
    tags = ET.SubElement(one, "tags")
    for tag in question.tags:
        _text(ET.SubElement(tags, "tag"), tag)


def _description(quiz: ET.Element, about: str) -> None:
    one = _question(quiz, "description")
    _text(ET.SubElement(one, "name"), ABOUT)
    _formatted(one, "questiontext", about)
    _formatted(one, "generalfeedback", "")
    for tag in ("defaultgrade", "penalty", "hidden"):
        _plain(one, tag, "0")


def _question(quiz: ET.Element, kind: str) -> ET.Element:
    return ET.SubElement(quiz, "question", {"type": kind})


def _text(above: ET.Element, text: str) -> None:
    ET.SubElement(above, "text").text = _NOT_XML.sub("", text)


def _formatted(above: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(above, tag, {**attributes, "format": _FORM})
    _text(element, text)
    return element


def _plain(above: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(above, tag).text = text


def _shuffle(one: ET.Element, question: LmsQuestion) -> None:
    _plain(one, "shuffleanswers", str(question.shuffle).lower())


def _combined(one: ET.Element) -> None:
    """Feedback on the whole answer, which import_combined_feedback reads; ours is on each."""
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        _formatted(one, name, "")


def _nothing(one: ET.Element, question: LmsQuestion) -> None:
    """Everything of a cloze question stands in its text."""


def _multichoice(one: ET.Element, question: LmsQuestion) -> None:
    _plain(one, "single", str(question.single).lower())
    _shuffle(one, question)
    _plain(one, "answernumbering", "abc")
    _combined(one)
    for answer in question.answers:
        element = _formatted(one, "answer", answer.text, fraction=share(answer.fraction))
        _formatted(element, "feedback", answer.feedback)


def _true_false(one: ET.Element, question: LmsQuestion) -> None:
    for answer in question.answers:
        _typed(one, answer.text, answer.fraction, answer.feedback)


def _typed(one: ET.Element, text: str, per_cent: float, feedback: str) -> ET.Element:
    attributes = {"fraction": share(per_cent), "format": "moodle_auto_format"}
    element = ET.SubElement(one, "answer", attributes)
    _text(element, text)
    _formatted(element, "feedback", feedback)
    return element


def _short(one: ET.Element, question: LmsQuestion) -> None:
    _plain(one, "usecase", "0")
    for answer in question.answers:
        _typed(one, answer.text, answer.fraction, answer.feedback)


def _numerical(one: ET.Element, question: LmsQuestion) -> None:
    for answer in question.answers:
        element = _typed(one, answer.text, answer.fraction, answer.feedback)
        _plain(element, "tolerance", digits(answer.tolerance))
    if question.unit:
        unit = ET.SubElement(ET.SubElement(one, "units"), "unit")
        _plain(unit, "multiplier", "1")
        _plain(unit, "unit_name", _NOT_XML.sub("", question.unit))
    _plain(one, "unitgradingtype", "0")
    _plain(one, "unitpenalty", "0.1")
    _plain(one, "showunits", "0" if question.unit else "3")
    _plain(one, "unitsleft", "0")


def _matching(one: ET.Element, question: LmsQuestion) -> None:
    _shuffle(one, question)
    _combined(one)
    ET.SubElement(one, "shownumcorrect")
    for pair in question.pairs:
        element = _formatted(one, "subquestion", pair.left)
        _text(ET.SubElement(element, "answer"), pair.right)


def _ordering(one: ET.Element, question: LmsQuestion) -> None:
    """Without `shownumcorrect` Moodle takes back the whole import."""
    for tag, text in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", "0"),
        ("gradingtype", question.grading),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        _plain(one, tag, text)
    _combined(one)
    _plain(one, "shownumcorrect", "1")
    for place, answer in enumerate(question.answers, 1):
        element = _formatted(one, "answer", answer.text, fraction=f"{place}.0000000")
        _formatted(element, "feedback", answer.feedback)


def _essay(one: ET.Element, question: LmsQuestion) -> None:
    for tag, text in (
        ("responseformat", "editor"),
        ("responserequired", "1"),
        ("responsefieldlines", "15"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        _plain(one, tag, text)
    _formatted(one, "graderinfo", question.grader_info)
    _formatted(one, "responsetemplate", "")


def _kprime(one: ET.Element, question: LmsQuestion) -> None:
    _text(ET.SubElement(one, "scoringmethod"), "kprime")
    _shuffle(one, question)
    _plain(one, "numberofrows", str(len(question.answers)))
    _plain(one, "numberofcolumns", "2")
    for row, answer in enumerate(question.answers, 1):
        element = ET.SubElement(one, "row", {"number": str(row)})
        _formatted(element, "optiontext", answer.text)
        _formatted(element, "feedbacktext", answer.feedback)
    for column, text in enumerate(("True", "False"), 1):
        element = ET.SubElement(one, "column", {"number": str(column)})
        _text(ET.SubElement(element, "responsetext", {"format": "plain_text"}), text)
    for row, answer in enumerate(question.answers, 1):
        for column, right in ((1, answer.fraction > 0), (2, answer.fraction <= 0)):
            place = {"rownumber": str(row), "columnnumber": str(column)}
            weight = ET.SubElement(one, "weight", place)
            _plain(weight, "value", "1.000" if right else "0.000")


_OWN: dict[Type, Callable[[ET.Element, LmsQuestion], None]] = {
    Type.MULTICHOICE: _multichoice,
    Type.TRUEFALSE: _true_false,
    Type.SHORTANSWER: _short,
    Type.NUMERICAL: _numerical,
    Type.MATCHING: _matching,
    Type.ORDERING: _ordering,
    Type.ESSAY: _essay,
    Type.KPRIME: _kprime,
}
