"""Moodle XML: what Moodle's importer asks for is there, and what it writes is read."""

from xml.etree import ElementTree as ET

import pytest

from tests.content.interop.banks import of_kinds
from tutor.content.interop import cloze_text, moodle_reader
from tutor.content.interop.formats import FORMATS, Candidate
from tutor.content.interop.lms import FRACTIONS, LmsAnswer, LmsGap, gap
from tutor.content.interop.loss import WHOLE, Loss, NotRead

COMMON = ("name/text", "questiontext/text", "generalfeedback/text", "defaultgrade", "penalty",
          "hidden", "idnumber", "tags/tag/text")  # fmt: skip
"""import_headers and import_question_tags of question/format/xml/format.php."""

OVERALL = ("correctfeedback/text", "partiallycorrectfeedback/text", "incorrectfeedback/text")
"""import_combined_feedback."""

ASKED = {
    "multichoice": ("single", "shuffleanswers", "answernumbering", "answer/text",
                    "answer/feedback/text", *OVERALL),
    "truefalse": ("answer/text", "answer/feedback/text"),
    "shortanswer": ("usecase", "answer/text", "answer/feedback/text"),
    "numerical": ("answer/text", "answer/tolerance", "units/unit/unit_name",
                  "unitgradingtype", "unitpenalty", "showunits", "unitsleft"),
    "matching": ("shuffleanswers", "subquestion/text", "subquestion/answer/text", *OVERALL),
    "essay": ("responseformat", "responserequired", "responsefieldlines", "attachments",
              "attachmentsrequired", "graderinfo/text", "responsetemplate/text"),
    "cloze": (),
    "ordering": ("layouttype", "selecttype", "selectcount", "gradingtype", "showgrading",
                 "numberingstyle", "shownumcorrect", "answer/text", *OVERALL),
    "kprime": ("scoringmethod/text", "shuffleanswers", "numberofrows", "numberofcolumns",
               "row/optiontext/text", "row/feedbacktext/text", "column/responsetext/text",
               "weight/value"),
}  # fmt: skip
"""What the importer of each type reads; question/type/ordering and the plugin qtype_kprime too."""


def quiz() -> ET.Element:
    return ET.fromstring(FORMATS["moodle"].write(of_kinds(), "$course$/top/Kinds 1.0.0").text)


def test_every_element_that_moodle_reads_is_there() -> None:
    category, *questions = quiz()
    assert category.findtext("category/text") == "$course$/top/Kinds 1.0.0"
    assert len(questions) == 15
    assert {one.get("type") for one in questions} == ASKED.keys()
    for one in questions:
        missing = [
            path for path in (*COMMON, *ASKED[one.get("type", "")]) if one.find(path) is None
        ]
        assert missing == [], one.findtext("name/text")


def test_fractions_are_those_that_moodle_takes_and_the_best_is_full() -> None:
    for one in quiz().findall("question"):
        if one.get("type") in ("multichoice", "truefalse", "shortanswer", "numerical"):
            shares = [float(answer.get("fraction", "")) for answer in one.findall("answer")]
            assert all(abs(share) in FRACTIONS for share in shares)
            right = sum(share for share in shares if share > 0)
            assert right == pytest.approx(100, abs=0.01) or max(shares) == 100


def test_the_cloze_text_is_what_moodles_pattern_finds() -> None:
    text = next(one for one in quiz() if one.get("type") == "cloze").findtext("questiontext/text")
    assert text is not None
    assert "{1:MULTICHOICE_S:=commander#Responsibility cannot be delegated" in text
    assert "{1:SHORTANSWER:=gender advisor}" in text
    assert "{{" not in text


@pytest.mark.parametrize(
    "text", ["a~b", "}", "#1", "a\\", "&", "=x", "%50%", "<b>", "a&amp;b", "*"]
)
@pytest.mark.parametrize("typed", [True, False])
def test_signs_of_gaps_stay_texts(text: str, typed: bool) -> None:
    gaps = (LmsGap(typed, (LmsAnswer(text, 100.0, "why"), LmsAnswer("other", 0.0))),)
    written = cloze_text.written(f"The {gap(1)} and {{1:SA:=no}} {{#1}}.", gaps)
    assert cloze_text.read(written) == (f"The {gap(1)} and {{1:SA:=no}} {{#1}}.", gaps)


BOMB = """<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<quiz><question type="essay"><name><text>&c;</text></name></question></quiz>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<quiz><question type="essay"><name><text>&x;</text></name></question></quiz>"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "declares"),
        (OUTSIDE, "declares"),
        ('<!DOCTYPE quiz SYSTEM "http://example.org/x.dtd"><quiz/>', "declares"),
        ("<quiz>" + "<a>" * 100_000, "nested"),
        ("<quiz><question></quiz>", "no XML"),
        ("", "no XML"),
        ("<html/>", "no Moodle XML"),
        ("<quiz>\ud800</quiz>", "no XML"),
    ],
)
def test_hostile_xml_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(NotRead, match=said):
        moodle_reader.read(text)


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/Geography</text></category></question>
<question type="description"><name><text>Intro</text></name>
 <questiontext format="html"><text>Read this.</text></questiontext></question>
<question type="multichoice"><name><text>Capital of France</text></name>
 <questiontext format="html"><text><![CDATA[<p>Capital of <b>France</b>?<sub>2</sub><img
 src="@@PLUGINFILE@@/map.png" alt="a map"></p><script>alert(1)</script>]]></text>
 <file name="map.png" encoding="base64">AA==</file></questiontext>
 <generalfeedback format="html"><text>It is on the *Seine*.</text></generalfeedback>
 <single>true</single><defaultgrade>5</defaultgrade><shuffleanswers>false</shuffleanswers>
 <answer fraction="100" format="html"><text>Paris</text><feedback><text></text></feedback></answer>
 <answer fraction="10" format="html"><text>Lyon [@x]</text>
 <feedback><text>No</text></feedback></answer>
 <correctfeedback format="html"><text>Well done</text></correctfeedback>
 <tags><tag><text>geography</text></tag><tag><text>difficulty:2</text></tag></tags>
</question>
<question type="matching"><name><text>Sides</text></name>
 <questiontext format="html"><text>Which bank?</text></questiontext>
 <subquestion format="html"><text>Louvre</text><answer><text>right</text></answer></subquestion>
 <subquestion format="html"><text>Sorbonne</text><answer><text>left</text></answer></subquestion>
 <subquestion format="html"><text>Opera</text><answer><text>right</text></answer></subquestion>
</question>
<question type="gapselect"><name><text>Gaps</text></name>
 <questiontext format="html"><text>The [[2]] flows through [[1]].</text></questiontext>
 <selectoption><text>Paris</text><group>1</group></selectoption>
 <selectoption><text>Seine</text><group>2</group></selectoption>
 <selectoption><text>Loire</text><group>2</group></selectoption>
 <selectoption><text>Nice</text><group>1</group></selectoption>
</question>
<question type="cloze"><name><text>Pi</text></name>
 <questiontext format="html">
 <text>About {1:NM:=3.14:0.01#right~%50%3#close} or {2:SA:=some~=any*}.</text>
 </questiontext></question>
<question type="kprime"><name><text>Three</text></name>
 <questiontext format="html"><text>True?</text></questiontext>
 <row number="1"><optiontext><text>A</text></optiontext></row>
 <row number="2"><optiontext><text>B</text></optiontext></row>
 <row number="3"><optiontext><text>C</text></optiontext></row>
 <weight rownumber="2" columnnumber="1"><value>1.0</value></weight>
 <weight rownumber="1" columnnumber="2"><value>1.0</value></weight>
</question>
<question type="calculated"><name><text>Sum</text></name>
 <questiontext format="html"><text>1+1</text></questiontext></question>
<question type="category"><category><text>$course$/History</text></category></question>
</quiz>"""


def foreign() -> tuple[dict[str, Candidate], list[Loss]]:
    found, losses = FORMATS["moodle"].read(FOREIGN)
    return {one.place: one for one in found}, losses


def test_a_file_of_somebody_else_becomes_questions_and_a_list() -> None:
    found, losses = foreign()
    assert [(one.item, one.what) for one in losses] == [
        ("Intro", WHOLE), ("Sum", WHOLE), ("the file", "categories")
    ]  # fmt: skip
    keys = found["Capital of France"].keys
    assert keys["prompt"] == "Capital of **France**?2a map"
    assert keys["kind"] == "single"
    assert keys["difficulty"] == 2
    assert keys["correct"] == "a"
    assert keys["a"] == {"text": "Paris", "why": "It is on the \\*Seine\\*."}
    assert keys["b"] == {"text": "Lyon \\[@x]", "why": "No", "credit": 0.25}
    told = [why for _, why in found["Capital of France"].told]
    for part in (
        "map.png",
        "script",
        "geography",
        "Well done",
        "10 per cent",
        "5 points",
        "<sub>",
        "kept their places",
    ):
        assert any(part in why for why in told), part


def test_shared_partners_are_bins_and_groups_of_words_are_gaps() -> None:
    found, _ = foreign()
    assert found["Sides"].keys["kind"] == "sort"
    assert found["Sides"].keys["bins"] == {"bin-1": "right", "bin-2": "left"}
    assert str(found["Sides"].keys["a"]).count("TODO: ") == 1
    gaps = found["Gaps"].keys
    assert gaps["prompt"] == "The {{gap-2}} flows through {{gap-1}}."
    assert gaps["gap-2"] == {"choices": ["Seine", "Loire"], "correct": "Seine"}


def test_gaps_with_numbers_and_statements_that_are_not_four() -> None:
    found, _ = foreign()
    keys = found["Pi"].keys
    assert keys["prompt"] == "About {{gap-1}} or {{gap-2}}."
    assert (keys["gap-1"], keys["gap-2"]) == (
        {"accept": ["3.14"], "why": "right"}, {"accept": ["some", "any*"]}
    )  # fmt: skip
    assert keys["why"] == "3: close"
    told = " ".join(why for _, why in found["Pi"].told)
    assert all(part in told for part in ("within 0.01", "50 per cent", "any text"))
    three = found["Three"].keys
    assert (three["kind"], three["correct"]) == ("multiple", ["b"])
