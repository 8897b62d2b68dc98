"""GIFT as other people write it: the forms of the documentation, and faults in it."""

import re

import pytest
from markdown_it import MarkdownIt

from tutor.content.interop.formats import FORMATS
from tutor.content.interop.loss import WHOLE
from tutor.content.interop.signs import escaped

FILE = r"""
// [id:river] [tag:objective:o2] a comment
::Rivers:: Which river flows through Vienna?{
  =Danube # right, of course
  ~%50%Wien#a small one ~Rhine
  #### The Danube has 2\,850 km.
}

The Alps {~are =contain ~eat} Mont Blanc, I think.

// a comment of its own

$CATEGORY: geography
Two even numbers?{~%50%2 ~%50%4 ~%-100%5}

::Q4:: It rains.{F#No, it does.#Yes.}

Who wrote it?{=Ana =%50%Anna#nearly =An*}

How many?{#3.5:0.5}

Range?{#1..5}

Year?{#=1822:0#right =%50%1820:5 ~#wrong}

Match.{=cat -> animal =rose -> plant = -> stone}

Write.{}

A braces \{x\} stem \= ok {T}

Order them.{>3 ALL VERT ABSOLUTE_POSITION SHOW abc
one
two
three
####Because}

Range?{#3.141..3.142}

[html]Is <i>this</i> <b>bold</b>?{TRUE}
"""


def test_every_form_of_the_documentation_is_read() -> None:
    found, losses = FORMATS["gift"].read(FILE.replace("\n", "\r\n"))
    assert losses == []
    keys = [one.keys for one in found]
    assert [one["kind"] for one in keys] == [
        "single", "cloze", "multiple", "true-false", "short", "number", "number", "number", "match",
        "reflect", "true-false", "order", "number", "true-false",
    ]  # fmt: skip
    assert (found[0].own, found[0].place, keys[0]["objective"]) == ("river", "Rivers", "o2")
    assert keys[0]["a"] == {
        "text": "Danube", "why": "right, of course\n\nThe Danube has 2\\\\,850 km."
    }  # fmt: skip
    assert keys[0]["b"] == {"text": "Wien", "why": "a small one", "credit": 0.5}
    assert keys[1]["prompt"] == "The Alps {{gap-1}} Mont Blanc, I think."
    assert keys[1]["gap-1"] == {"choices": ["are", "contain", "eat"], "correct": "contain"}
    assert keys[2]["correct"] == ["a", "b"]
    assert (keys[3]["answer"], keys[3]["wrong"], keys[3]["right"]) == (
        False,
        "No, it does.",
        "Yes.",
    )
    assert (keys[4]["accept"], keys[4]["near"]) == (["Ana", "An*"], ["Anna"])
    assert (keys[5]["answer"], keys[5]["tolerance"]) == (3.5, 0.5)
    assert (keys[6]["answer"], keys[6]["tolerance"]) == (3.0, 2.0)
    assert (keys[7]["answer"], keys[7]["why"]) == (1822.0, "right\n\nwrong")
    assert (keys[8]["b"], keys[8]["extra"]) == ({"left": "rose", "right": "plant"}, ["stone"])
    assert keys[10]["prompt"] == "A braces {x} stem = ok"
    assert (keys[11]["a"], keys[11]["c"], keys[11]["why"]) == ("one", "three", "Because")
    assert keys[11]["scoring"] == "absolute"
    assert (keys[12]["answer"], keys[12]["tolerance"]) == (3.1415, 0.0005)
    assert keys[13]["prompt"] == "Is *this* **bold**?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only a text", "description"),
        ("Open { =a ~b", "partner"),
        ("Close } here", "partner"),
        ("Q?{#seven}", "no number"),
        ("Q?{=a -> b =c}", "arrow"),
        ("Q?{a ~b}", "without = or ~"),
        ("Q?{~a ~b}", "No answer earns"),
        ("Q?{=%50%a}", "No answer earns full marks"),
        ("Q?{" + "".join(f"~a{n}" for n in range(12)) + "=b}", "8 are the most"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, said: str) -> None:
    found, losses = FORMATS["gift"].read(f"\n\n{text}\n\nFine?{{T}}\n")
    assert len(found) == 1
    assert losses[0].what == WHOLE
    assert said in losses[0].why
    assert "3" in losses[0].item


@pytest.mark.parametrize(
    "text",
    ["*a*", "a * b", "snake_case", "_a_", "# no", "#1", "- a", "1. a", "1.5", "[x](y)", "[@id]",
     "a [b] c", "`c`", "<b>", "a < b", "&amp;", "a & b", "C:\\new", "\\*", "> q", "a\n===", "---",
     "    code", "***", "2 - 1"],
)  # fmt: skip
def test_plain_text_is_never_markup(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(escaped(text))
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = {child.type for child in tokens[1].children or ()}
    assert kinds <= {"text", "text_special", "softbreak"}
    shown = "".join(child.content or "\n" for child in tokens[1].children or ())
    assert shown.replace("\n", "") == text.strip().replace("\n", "")
    assert re.search(r"(?<!\\)\[@", escaped(text)) is None
