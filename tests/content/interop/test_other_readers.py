"""GIFT as readers see it that nobody here wrote: the same question, and the same key.

gift-pegjs (MIT) from npm needs node and NODE_PATH; pygiftparser (MIT) is a dependency of the tests.
Where one of them is missing, its test is skipped.
"""

import io
import json
import os
import re
import shutil
import subprocess
import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.content.interop.banks import banks, of_kinds
from tests.content.interop.strategies import items
from tutor.content.interop import gift_writer
from tutor.content.interop.formats import FORMATS
from tutor.content.interop.lms import LmsQuestion, Type
from tutor.content.interop.lms_out import outgoing
from tutor.content.interop.loss import NotCarried
from tutor.model.items import Item

NODE = shutil.which("node")
PARSE = """
const parser = require("gift-pegjs");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map(text => parser.parse(text))));
"""
# gift-pegjs leaves the placeholders of escapes in the right sides of pairs.
PLACEHOLDERS = {"092": "\\", "058": ":", "035": "#", "061": "=", "123": "{", "125": "}", "126": "~"}
TYPES = {
    Type.MULTICHOICE: "MC",
    Type.TRUEFALSE: "TF",
    Type.SHORTANSWER: "Short",
    Type.NUMERICAL: "Numerical",
    Type.MATCHING: "Matching",
    Type.ESSAY: "Essay",
}


def run_node(texts: list[str]) -> list[list[dict[str, object]]]:
    done = subprocess.run(
        [str(NODE), "-e", PARSE], input=json.dumps(texts), capture_output=True, text=True,
        check=True, encoding="utf-8",
    )  # fmt: skip
    return list(json.loads(done.stdout))


@cache
def has_pegjs() -> bool:
    if NODE is None:
        return False
    asked = subprocess.run([NODE, "-e", 'require("gift-pegjs")'], capture_output=True, check=False)
    return asked.returncode == 0


def as_held(item: Item) -> LmsQuestion | None:
    """What was written of the question; None where GIFT cannot hold it."""
    try:
        question = outgoing(item, gift_writer.TYPES)
    except NotCarried:
        return None
    made = FORMATS["gift"].write([item], "a")
    return question if made.count and question.type is not Type.CLOZE else None


def one_line(text: object) -> str:
    """gift-pegjs makes one blank of any in texts without a format."""
    text = re.sub(
        r"&&(\d{3});", lambda match: PLACEHOLDERS[match[1]], str(text).replace("&&010", "\n")
    )
    return " ".join(text.split())


def pegjs_says(read: dict[str, object]) -> object:
    """Texts, fractions and explanations of a question as gift-pegjs reads them."""
    if read["type"] == "Matching":
        return [
            (
                one_line(pair["subquestion"]["text"]).replace("-&gt;", "->"),
                one_line(pair["subanswer"]),
            )
            for pair in read["matchPairs"]  # type: ignore[attr-defined]
        ]
    if read["type"] == "TF":
        return read["isTrue"]
    if read["type"] == "Essay":
        return ""
    return [
        (
            one_line(one["text"]["text"]) if "text" in one["text"] else one["text"]["number"],
            float(100 if one["isCorrect"] and one["weight"] is None else one["weight"] or 0),
            one_line((one["feedback"] or {}).get("text", "")),
        )
        for one in read["choices"]  # type: ignore[attr-defined]
    ]


def meant(question: LmsQuestion) -> object:
    """The same of the question that was written."""
    if question.pairs:
        return [(one_line(one.left), one_line(one.right)) for one in question.pairs]
    if question.type is Type.TRUEFALSE:
        return question.answers[0].fraction == 100
    if question.type is Type.ESSAY:
        return ""
    number = question.type is Type.NUMERICAL
    return [
        (
            float(one.text) if number else one_line(one.text),
            one.fraction,
            one_line(one.feedback),
        )
        for one in question.answers
    ]


def check_pegjs(found: list[Item]) -> None:
    held = [(item, question) for item in found if (question := as_held(item)) is not None]
    texts = [FORMATS["gift"].write([item], "a").text for item, _ in held]
    for (_, question), (category, read) in zip(held, run_node(texts), strict=True):
        assert category["type"] == "Category"
        assert (read["id"], read["title"]) == (question.id, question.name)
        assert read["tags"] == list(question.tags)
        assert read["type"] == TYPES[question.type]
        stem = read["stem"]
        assert isinstance(stem, dict)
        assert stem == {"format": "markdown", "text": question.text}
        assert pegjs_says(read) == meant(question)
        general = read["globalFeedback"]
        assert (general["text"] if isinstance(general, dict) else "") == question.feedback


@pytest.mark.skipif(not has_pegjs(), reason="node with gift-pegjs is not here")
def test_pegjs_reads_every_bundled_question() -> None:
    check_pegjs([item for items in banks().values() for item in items])


@pytest.mark.skipif(not has_pegjs(), reason="node with gift-pegjs is not here")
@settings(max_examples=15)
@given(item=items())
def test_pegjs_reads_whatever_is_in_a_text(item: Item) -> None:
    check_pegjs([item])


def python_reader() -> object:
    """The parser of pygiftparser, whose own warnings are not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("pygiftparser.parser")


def test_pygiftparser_finds_the_same_right_answers() -> None:
    reader = python_reader()
    for name, bank in banks().items():
        held = [one for item in bank if (one := as_held(item)) is not None]
        text = gift_writer.written(held, name)
        read = reader.parseFile(io.StringIO(text))  # type: ignore[attr-defined]
        assert len(read) == len(held)
        for question, other in zip(held, read, strict=True):
            if question.type in (Type.MULTICHOICE, Type.SHORTANSWER):
                shares = [round(one.fraction) for one in question.answers]
                assert [round(float(one.fraction)) for one in other.answers.answers] == shares
            if question.type is Type.TRUEFALSE:
                assert other.answers.answer == (question.answers[0].fraction == 100)


READ = Path(__file__).parents[2] / "data" / "interop"


@pytest.mark.parametrize(("form", "name"), [("gift", "kinds.gift"), ("moodle", "kinds.xml")])
def test_what_others_have_read_is_what_is_written(form: str, name: str) -> None:
    """These files were read by gift-pegjs 1.0.2 and by the import code of Moodle 5.0 (formats gift
    and xml, ordering, multianswer, and the plugin kprime), value by value as they were meant. After
    a change of a writer have both read again before `UPDATE_INTEROP=1` takes the new ones.
    """
    text = FORMATS[form].write(of_kinds(), "$course$/top/Kinds 1.0.0/Tour").text
    if os.environ.get("UPDATE_INTEROP"):
        (READ / name).write_bytes(text.encode())
    assert (READ / name).read_bytes().decode() == text
