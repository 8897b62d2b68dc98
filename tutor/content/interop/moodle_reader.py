"""Moodle XML in. What a question holds that nobody here can ask is told, question by question."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from tutor.content.interop import cloze_text
from tutor.content.interop.html_text import Problems, markdown
from tutor.content.interop.lms import ABOUT, LmsAnswer, LmsGap, LmsPair, LmsQuestion, Type, gap
from tutor.content.interop.loss import WHOLE, Loss, NotRead, several
from tutor.content.interop.xml_tree import tree

_ALIKE = {
    "match": "matching",
    "multianswer": "cloze",
    "multichoiceset": "multichoice",
    "ddmatch": "matching",
}
"""Other names of a type, or types that ask the same."""

_EMPTY = ET.Element("nothing")
_OVERALL = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


@dataclass(slots=True)
class _Texts:
    """Texts of one question: an element without a format has that of the question."""

    usual: str = "html"
    problems: list[tuple[str, str]] = field(default_factory=list)

    def of(self, element: ET.Element | None) -> str:
        """The Markdown of the `text` in an element."""
        if element is None:
            return ""
        for file in element.iter("file"):
            self.problems.append(("prompt", f"A file has no place here: {file.get('name', '')}"))
        text, lost = self.read(_inner(element), element.get("format"))
        self.problems += lost
        return text.strip()

    def read(self, text: str, form: str | None) -> tuple[str, Problems]:
        """Markdown of a text in that format."""
        return markdown(text, form or self.usual)


def read(text: str) -> tuple[list[LmsQuestion], list[Loss]]:
    """The questions, and what stands in the file and is none. Raises NotRead."""
    root = tree(text)
    if root.tag != "quiz":
        raise NotRead(
            f"This is XML, but no Moodle XML: it begins with <{root.tag[:40]}>, not <quiz>."
        )
    found: list[LmsQuestion] = []
    losses: list[Loss] = []
    for number, element in enumerate(root.iter("question"), 1):
        kind = element.get("type", "")
        place = _inner(element.find("name")) or f"question {number}"
        if kind == "category":
            continue
        try:
            found.append(_question(element, _ALIKE.get(kind, kind), place))
        except ValueError as error:
            own = kind == "description" and place == ABOUT
            losses.append(Loss(place[:80], "a text" if own else WHOLE, str(error)))
    categories = dict.fromkeys(_inner(one) for one in root.findall("question/category"))
    if len(categories) > 1:
        losses.append(Loss("the file", "categories", several(categories)))
    return found, losses


def _inner(element: ET.Element | None) -> str:
    if element is None:
        return ""
    text = element.find("text")
    return ((text if text is not None else element).text or "").strip()


def _question(element: ET.Element, kind: str, place: str) -> LmsQuestion:
    if kind not in _KINDS:
        raise ValueError(f"No kind here holds a question of Moodle's type {kind!r}.")
    texts = _Texts()
    stem = element.find("questiontext")
    texts.usual = (stem.get("format") if stem is not None else None) or "html"
    for image in (element.find("image"), element.find("image_base64")):
        if image is not None and (image.text or "").strip():
            texts.problems.append(("prompt", "A picture has no place here."))
    texts.problems += _settings(element, kind)
    hints = tuple(filter(None, (texts.of(one) for one in element.findall("hint"))))
    common = LmsQuestion(
        Type.ESSAY,
        _inner(element.find("idnumber")),
        place,
        "" if kind in _EMBEDDED else texts.of(stem),
        texts.of(element.find("generalfeedback")),
        tags=tuple(_inner(one) for one in element.findall("tags/tag")),
        hints=hints,
        shuffle=_true(element, "shuffleanswers", "true"),
    )
    made = _KINDS[kind](element, common, texts)
    for name in _OVERALL:
        said = texts.of(element.find(name))
        if said:
            texts.problems.append(
                ("why", f"A text for all answers ({name}) has no place here: {said}")
            )
    return replace(made, problems=tuple(dict.fromkeys(texts.problems)))


_USUAL = {"defaultgrade": (0.0, 1.0), "penalty": (0.0, 0.1, 0.3333333, 1.0), "hidden": (0.0,),
          "attachments": (0.0,), "unitgradingtype": (0.0,)}  # fmt: skip
_SETTINGS = {
    "defaultgrade": "It was worth {} points there; here every question counts the same.",
    "penalty": "A further try cost {} of the points there.",
    "hidden": "It was hidden there.",
    "attachments": "Files could be handed in there.",
    "unitgradingtype": "The unit was marked there; here it is only shown.",
}


def _settings(element: ET.Element, kind: str) -> Iterator[tuple[str, str]]:
    """Settings of Moodle that have no place here, where they are not the usual ones."""
    for name, usual in _USUAL.items():
        text = _text(element, name) or "0"
        if not any(abs(_number(text) - one) < 0.005 for one in usual):
            yield name, _SETTINGS[name].format(text[:20])
    own = any(_inner(tag).startswith("pin_last:") for tag in element.findall("tags/tag"))
    fixed = not _true(element, "shuffleanswers", "true") and kind in ("multichoice", "matching")
    if fixed and not own and not any(_inner(tag) == "kind:inject" for tag in element.iter("tag")):
        yield "pin_last", "Its answers kept their places there; here the screen shuffles them."


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _true(element: ET.Element, tag: str, usual: str) -> bool:
    return (element.findtext(tag) or usual).strip() not in ("false", "0")


def _share(element: ET.Element) -> float:
    try:
        return float(element.get("fraction", "0"))
    except ValueError:
        return 0.0


def _answers(element: ET.Element, texts: _Texts, *, typed: bool) -> tuple[LmsAnswer, ...]:
    """`typed`: the answers are what a learner types or picks by name, never Markdown."""
    return tuple(
        LmsAnswer(
            _inner(one) if typed else texts.of(one), _share(one), texts.of(one.find("feedback"))
        )
        for one in element.findall("answer")
    )


def _choice(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    answers = _answers(element, texts, typed=False)
    if not answers:
        raise ValueError("It has no answers.")
    several = element.get("type") == "multichoiceset"
    single = _true(element, "single", "true") and not several
    tags = (*common.tags, *(["scoring:all-or-nothing"] if several else []))
    return replace(common, type=Type.MULTICHOICE, answers=answers, single=single, tags=tags)


def _typed(type_: Type) -> Callable[[ET.Element, LmsQuestion, _Texts], LmsQuestion]:
    def of(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
        if (element.findtext("usecase") or "0").strip() == "1":
            texts.problems.append(("accept", "Capitals counted there; here they do not."))
        return replace(common, type=type_, answers=_answers(element, texts, typed=True))

    return of


def _numerical(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    margins = [float(one.findtext("tolerance") or 0) for one in element.findall("answer")]
    answers = _answers(element, texts, typed=True)
    units = [_text(one, "unit_name") for one in element.findall("units/unit")]
    if len(units) > 1:
        texts.problems.append(("unit", f"Other units have no place here: {', '.join(units[1:])}"))
    return replace(
        common,
        type=Type.NUMERICAL,
        answers=tuple(replace(one, tolerance=m) for one, m in zip(answers, margins, strict=True)),
        unit=units[0] if units else "",
    )


def _text(element: ET.Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()


def _matching(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    pairs = tuple(
        LmsPair(texts.of(one), _inner(one.find("answer"))) for one in element.findall("subquestion")
    )
    return replace(common, type=Type.MATCHING, pairs=pairs)


def _ordering(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    answers = _answers(element, texts, typed=False)
    return replace(
        common, type=Type.ORDERING, answers=answers, grading=_text(element, "gradingtype")
    )


def _essay(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    template = texts.of(element.find("responsetemplate"))
    if template:
        texts.problems.append(("model", f"A template of the answer has no place here: {template}"))
    return replace(common, type=Type.ESSAY, grader_info=texts.of(element.find("graderinfo")))


def _cloze(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    stem = element.find("questiontext")
    raw, gaps = cloze_text.read(_inner(stem))
    if not gaps:
        raise ValueError("Its text has no gap.")
    text, lost = texts.read(raw, stem.get("format") if stem is not None else None)
    texts.problems += lost
    return replace(common, type=Type.CLOZE, text=text.strip(), gaps=gaps)


def _listed(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    """Gaps filled from groups of words (gapselect, ddwtos): `[[1]]`, and the words in order."""
    stem = element.find("questiontext")
    words = [
        (_inner(one), _text(one, "group") or "1")
        for tag in ("selectoption", "dragbox")
        for one in element.findall(tag)
    ]
    raw, gaps = _inner(stem), list[LmsGap]()
    for number, (word, group) in enumerate(words, 1):
        while f"[[{number}]]" in raw:
            raw = raw.replace(f"[[{number}]]", gap(len(gaps) + 1), 1)
            choices = (
                LmsAnswer(other, 100.0 * (other == word)) for other, of in words if of == group
            )
            gaps.append(LmsGap(False, tuple(choices)))
    if not gaps:
        raise ValueError("Its text has no gap.")
    text, lost = texts.read(raw, stem.get("format") if stem is not None else None)
    texts.problems += lost
    return replace(common, type=Type.CLOZE, text=text.strip(), gaps=tuple(gaps))


def _kprime(element: ET.Element, common: LmsQuestion, texts: _Texts) -> LmsQuestion:
    right = set(_right_columns(element))
    answers = tuple(
        LmsAnswer(
            texts.of(row.find("optiontext")),
            100.0 * ((row.get("number", ""), "1") in right),
            texts.of(row.find("feedbacktext")),
        )
        for row in element.findall("row")
    )
    return replace(common, type=Type.KPRIME, answers=answers)


def _right_columns(element: ET.Element) -> Iterator[tuple[str, str]]:
    """Row and column of each weight above nought."""
    for weight in element.findall("weight"):
        if float(weight.findtext("value") or 0) > 0:
            yield weight.get("rownumber", ""), weight.get("columnnumber", "")


_EMBEDDED = frozenset({"cloze", "gapselect", "ddwtos"})
_KINDS: dict[str, Callable[[ET.Element, LmsQuestion, _Texts], LmsQuestion]] = {
    "multichoice": _choice,
    "truefalse": _typed(Type.TRUEFALSE),
    "shortanswer": _typed(Type.SHORTANSWER),
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "cloze": _cloze,
    "gapselect": _listed,
    "ddwtos": _listed,
    "kprime": _kprime,
}
