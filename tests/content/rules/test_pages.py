"""Citations and abbreviations on pages; sources and what leans on them."""

from datetime import date
from pathlib import Path

import pytest

from tests.content.courses import LESSON, QUESTIONS, bridge, change, codes, found
from tutor.content.check import check
from tutor.content.rules.prose import parts, sentences

PLACE = "Nobody is asked there."


def page(folder: Path, text: str) -> Path:
    course = bridge(folder)
    change(course, LESSON, f"'''{PLACE}'''", f"'''\n{text}\n'''")
    return course


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Resolution 2242 (2015) speaks about it.", "Resolution 2242"),
        ("They cite UNSCR 1820 often.", "UNSCR 1820"),
        ("The Assembly agreed on it in resolution 66/290.", "resolution 66/290"),
        ("NATO's policy of 2024 names four objectives.", "policy of 2024"),
        ("The 2012 directive is older.", "2012 directive"),
        ("A directive of October 2017 names eight.", "directive of October 2017"),
        ("Additional Protocol I protects the medical staff.", "Additional Protocol I"),
        ("In AJP-3.19 the branch is called otherwise.", "AJP-3.19"),
        ("The Security Council said so in 2019, and nobody objected.", "2019"),
        ("| Text | Year |\n|---|---|\n| UN guidelines | 2010 |", "2010"),
        ("- The harbour\n- Protocol 3 of the treaty", "Protocol 3"),
        ("Cited [@unscr-1325].\n\n### Later\n\nResolution 2242 says more.", "Resolution 2242"),
        ("Cited [@unscr-1325].\n\nTwo carts.\n\nResolution 2242 says more.", "Resolution 2242"),
    ],
)
def test_a_document_without_a_citation(tmp_path: Path, text: str, words: str) -> None:
    course = page(tmp_path, text)
    (one,) = found(course)
    assert one.code == "K701"
    assert one.span is not None
    line = one.line_text
    assert line[one.column - 1 : one.span.end.column - 1] == words
    assert (course / LESSON).read_text("utf-8").split("\n")[one.line - 1] == line


@pytest.mark.parametrize(
    "text",
    [
        "On 14 March, at 0810 (051430ZMAR), forty carts pass; at 2015 the last one.",
        "From 2000 to 2030 hours the NATO liaison waits at the gate, until 2035 if need be.",
        "Order 12 of 2026 of the sector, task 3, route 1945, grid 2014 2022.",
        "Resolution 2242 says more [@unscr-1325].",
        "It says more [@unscr-1325].\n\nResolution 2242 says more.",
        "Resolution 2242 says more.\n\n| What | Where |\n|---|---|\n| More | There [@unscr-1325] |",
        "It opened the agenda [@unscr-1325].\n\nCarts.\n\nMore carts.\n\nResolution 1325 again.",
        "```\nResolution 2242\n```\n\nA policy is a text, and a convention is another.",
        "### Resolution 2242\n\nIt is about the market [@unscr-1325].",
        "The council of 11 men voted in 1988, and the mayor has been in office since 2019.",
        "The United Nations speaks of it often. The market was built in 1988.",
    ],
)
def test_dates_of_the_exercise_and_what_is_cited(tmp_path: Path, text: str) -> None:
    assert codes(page(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The CJTF waits at the bridge.", "CJTF"),
        ("Two NGOs wait at the bridge.", "NGO"),
        ("The DSF's order, and the DSF once more.", "DSF"),
        ("The DSF (see the order of the day) waits.", "DSF"),
    ],
)
def test_an_abbreviation_that_nobody_explains(tmp_path: Path, text: str, short: str) -> None:
    (one,) = found(page(tmp_path, text))
    assert one.code == "L802"
    assert f"`{short}`" in one.message
    assert one.line_text[one.column - 1 :].startswith(short)


@pytest.mark.parametrize(
    "text",
    [
        "The Combined Joint Task Force (CJTF) waits. The CJTF moves.",
        "CJTF Meridian (Combined Joint Task Force) waits. The CJTF moves.",
        "Non-governmental organisations (NGOs) wait. An NGO leaves.",
        "The GENAD and a [GFP](term:focal-point) wait; GFP and NATO, too.",
        "The word VOICE, a voice and the COUNT; we count. Part II, group III. S2 and J5.",
        "`CJTF` and [@unscr-1325] and [a text](https://undocs.org/S/RES/1325(2000)).",
        "```\nINFLUENCE  CJTF\n```",
    ],
)
def test_what_is_explained_or_no_abbreviation(tmp_path: Path, text: str) -> None:
    assert codes(page(tmp_path, text)) == []


def test_an_earlier_page_of_the_module_explains_for_the_later_ones(tmp_path: Path) -> None:
    course = page(tmp_path, "The CJTF moves.")
    change(course, LESSON, "asks who crosses", "of the Combined Joint Task Force (CJTF) asks, and")
    assert codes(course) == []


def test_a_source_that_nothing_uses(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    with (course / "sources.toml").open("a", encoding="utf-8") as file:
        file.write("\n[spare]\ntitle = '''A'''\nissuer = '''B'''\ndate = \"2020\"\n")
        file.write('authority = "guidance"\nas_of = "2026-11"\n')
    assert codes(course) == ["K703"]
    change(course, LESSON, PLACE, f"{PLACE} [@spare]")
    assert codes(course) == []
    change(course, LESSON, " [@spare]", "")
    change(course, QUESTIONS, 'correct = "a"\n', "")
    assert codes(course) == ["S107"]


@pytest.mark.parametrize(
    ("prompt", "source", "expected"),
    [
        ("Which resolution opened the agenda?", '"handbook"', ["K705"]),
        ("Which resolution opened it, in the author's view?", '"handbook"', []),
        ("A paper argues for one. Which resolution?", '"handbook"', []),
        ("Which resolution opened the agenda?", '["handbook", "unscr-1325"]', []),
        ("Which resolution opened the agenda? [@unscr-1325]", '"handbook"', []),
    ],
)
def test_doctrine_on_an_opinion(
    tmp_path: Path, prompt: str, source: str, expected: list[str]
) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "Which resolution opened the agenda?", prompt)
    change(course, QUESTIONS, 'source = "unscr-1325"', f"source = {source}")
    assert codes(course) == expected


@pytest.mark.parametrize(
    ("review", "overdue"),
    [
        ("2026-11-29", True),
        ("2026-11-30", False),
        ("2026-10", True),
        ("2026-11", False),
        ("2025", True),
        ("2026", False),
        ("2025-02-31", False),
        ("0000-13", False),
    ],
)
def test_review_dates(tmp_path: Path, review: str, overdue: bool) -> None:
    course = bridge(tmp_path)
    change(course, "sources.toml", 'date      = "2020"', f'date = "2020"\nreview_by = "{review}"')
    report = check([course], date(2026, 11, 30))
    assert [one.code for one in report.diagnostics] == (["K704"] if overdue else [])


def test_a_comment_silences_a_judgement(tmp_path: Path) -> None:
    course = page(tmp_path, "Resolution 2242 says more.")
    change(course, LESSON, "text  = ", "# tutor: ok K701 only named, not relied on\ntext  = ")
    assert codes(course) == []


def test_parts_of_a_text() -> None:
    text = "# One\nTwo. Three.\n\n| a |\n|---|\n| b |\n\n- x\n\n- y\n  z\n\n> q\n\n```\nno\n```\n"
    text += "\n1. end"
    found = parts(text)
    assert [part.kind for part in found] == [
        "heading",
        "paragraph",
        "table",
        "list",
        "quote",
        "list",
    ]
    assert all(text[part.start :].startswith(part.text) for part in found)
    assert list(sentences(found[1])) == ["Two.", "Three."]
