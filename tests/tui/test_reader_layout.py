"""What a Markdown text looks like at a width, without an app."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.tui.safety import REPLACEMENT
from tutor.tui.widgets.glyphs import ASCII
from tutor.tui.widgets.reader.document import Aim, Face
from tutor.tui.widgets.reader.hits import mark_hits
from tutor.tui.widgets.reader.layout import Layout, set_lines
from tutor.tui.widgets.reader.page import Page
from tutor.tui.widgets.reader.parse import MAX_CHARACTERS, parse

TABLE = """
| Pillar | What it asks | Example |
|---|---|---|
| Participation | Women take part in decisions at every level | Who was heard [@mc-0643] |
| Protection | Threats that differ by sex and age | Patrol times |
"""


def lines(text: str, width: int = 40) -> list[str]:
    return [line.plain.rstrip() for line in set_lines(parse(text), width).lines]


def faces(text: str, wanted: str) -> Face:
    layout = set_lines(parse(text), 80)
    return next(span.face for line in layout.lines for span in line.spans if wanted in span.text)


def test_paragraphs_wrap_and_keep_a_line_between() -> None:
    assert lines("one two three four\nfive\n\nsix", 16) == ["one two three", "four five", "", "six"]


def test_a_hard_line_end_stays() -> None:
    assert lines("one\\\ntwo") == ["one", "two"]


def test_emphasis_is_a_face_and_not_a_mark() -> None:
    text = "a *b* **c** `d` ***e***"
    assert lines(text) == ["a b c d e"]
    assert faces(text, "b") == Face.EMPHASIS
    assert faces(text, "c") == Face.STRONG
    assert faces(text, "d") == Face.CODE
    assert faces(text, "e") == Face.EMPHASIS | Face.STRONG


def test_headings_have_three_looks() -> None:
    assert faces("# One", "One") == Face.TITLE
    assert faces("## Two", "Two") == Face.HEADING
    assert faces("#### Four", "Four") == Face.STRONG


def test_lists_hang() -> None:
    text = "- alpha beta gamma delta\n  1. one two three four five\n  2. b\n- c"
    assert lines(text, 20) == [
        "• alpha beta gamma",
        "  delta",
        "  1. one two three",
        "     four five",
        "  2. b",
        "• c",
    ]


def test_numbers_go_on_and_align() -> None:
    assert lines("9. a\n10. b") == [" 9. a", "10. b"]


def test_a_loose_list_has_air() -> None:
    assert lines("- a\n\n- b") == ["• a", "", "• b"]


def test_an_empty_item_still_shows_its_mark() -> None:
    assert lines("-\n- b") == ["•", "• b"]


def test_quotes_have_a_bar() -> None:
    assert lines("> one two three four five\n>\n> - b", 20) == [
        "│ one two three four",
        "│ five",
        "│",
        "│ • b",
    ]


def test_diagrams_are_never_wrapped() -> None:
    wide = "x" * 50
    layout = set_lines(parse(f"```text\n{wide}\n  y\n```"), 20)
    assert [line.plain for line in layout.lines] == [wide, "  y"]
    assert all(line.body is not None for line in layout.lines)
    assert layout.body_cells == 50


def test_a_wide_table_has_rules_and_wraps_its_cells() -> None:
    shown = lines(TABLE, 70)
    assert shown[0].startswith("Pillar        │ What it asks")
    assert set(shown[1]) == {"─", "┼"}
    assert any("Participation" in line and "│" in line for line in shown)
    assert " ".join(shown).count("[1]") == 1


def test_a_narrow_table_becomes_records() -> None:
    shown = lines(TABLE, 50)
    assert shown[0] == "Pillar: Participation"
    assert "Example: Who was heard [1]" in shown
    assert "─" * 24 in shown
    assert not any("│" in line for line in shown)


def test_a_table_of_thin_columns_becomes_records() -> None:
    head = "|" + "|".join(f"column {n}" for n in range(12)) + "|\n" + "|-" * 12 + "|\n"
    row = "|" + "|".join("some longer text" for _ in range(12)) + "|\n"
    assert lines(head + row, 80)[0] == "column 0: some longer text"


def test_a_small_table_stays_a_table() -> None:
    assert lines("|a|b|\n|-|-|\n|1|2|", 30) == ["a │ b", "──┼──", "1 │ 2"]


def test_a_table_without_rows_shows_its_labels() -> None:
    assert lines("|a|b|c|\n|-|-|-|", 30) == ["a:", "b:", "c:"]


def test_a_break_is_a_short_rule() -> None:
    assert lines("a\n\n---\n\nb") == ["a", "", "─" * 24, "", "b"]


def test_ascii_draws_nothing_else() -> None:
    text = f"- a\n\n> b\n\n---\n\n{TABLE}"
    layout = set_lines(parse(text), 70, ASCII)
    assert all(line.plain.isascii() for line in layout.lines)


def test_citations_are_numbered_in_order_of_first_use() -> None:
    document = parse("a [@b-1] c [@a-2] d [@b-1]")
    assert document.cited == ("b-1", "a-2")
    assert [target.id for target in document.targets] == ["b-1", "a-2", "b-1"]
    assert lines("a [@b-1] c [@a-2] d [@b-1]") == ["a [1] c [2] d [1]"]


def test_citations_go_on_counting() -> None:
    page = Page("a [@new] b [@old]", cited=("first", "old"))
    assert page.cited == ("first", "old", "new")
    assert page.set(40).lines[0].plain == "a [3] b [2]"


def test_a_citation_never_begins_a_line() -> None:
    assert lines("aaaa bbbb cccc dddd [@x].", 20) == ["aaaa bbbb cccc", "dddd [1]."]


def test_a_citation_in_code_or_escaped_is_text() -> None:
    assert lines(r"`[@a]` \[@b] [@C] [@]") == ["[@a] [@b] [@C] [@]"]
    assert parse(r"`[@a]` \[@b] [@C] [@]").cited == ()


def test_terms_lead_to_the_glossary() -> None:
    (target,) = parse("the [gender advisor](term:genad)").targets
    assert (target.aim, target.id) == (Aim.TERM, "genad")
    assert lines("the [gender advisor](term:genad)") == ["the gender advisor"]
    assert Face.TERM in faces("the [gender advisor](term:genad)", "gender")


@pytest.mark.parametrize("address", ["term:", "term:Up", "term:a/b", "term:<b>"])
def test_what_is_no_term_id_is_shown(address: str) -> None:
    document = parse(f"[x]({address})")
    assert document.targets == ()


def test_links_show_their_address() -> None:
    shown = " ".join(lines("[the text](https://www.un.org/a) and <https://b.int>", 80))
    assert shown == "the text (https://www.un.org/a) and https://b.int"


def test_html_and_images_are_text() -> None:
    text = "<b>x</b> ![a *map*](m.png) ![](n.png)\n\n<div>\ny"
    shown = " ".join(lines(text, 80))
    assert shown == "<b>x</b> a map (image without a description)  <div> y"


def test_reference_definitions_do_not_vanish() -> None:
    assert lines("[a]: https://b.int\n\n[a]") == ["[a]: https://b.int", "", "[a]"]


def test_wide_characters_are_measured() -> None:
    shown = lines("平和と安全保障の議題", 16)
    assert [cell_len(line) for line in shown] == [16, 4]
    assert lines("👨‍👩‍👧 ok", 16) == ["👨‍👩‍👧 ok"]


def test_a_long_word_is_cut() -> None:
    assert lines("x" * 40, 16) == ["x" * 16, "x" * 16, "x" * 8]


def test_the_first_line_of_each_reference_is_known() -> None:
    layout = set_lines(parse("[@a] aaaa bbbb cccc dddd [@b]\n\n[x](term:y)"), 16)
    assert layout.line_of_target == {0: 0, 1: 1, 2: 3}


def test_hits_are_found_across_emphasis_and_lines() -> None:
    document, count = mark_hits(
        parse("The **gender advisor** and the GENDER\nadvisor"), "gender advisor"
    )
    layout = set_lines(document, 16)
    assert count == 2
    assert len(layout.hit_lines) >= 2
    assert mark_hits(document, "  ") == (document, 0)


@pytest.mark.parametrize(
    "text", ["# find me", "- find me", "> find me", "```\nfind me\n```", "|find me|\n|-|\n|x|"]
)
def test_hits_are_found_in_every_block(text: str) -> None:
    document, count = mark_hits(parse(text), "find me")
    assert count == 1
    assert set_lines(document, 40).hit_lines == (0,)


HOSTILE = {
    "closing tag": "[/]",
    "action": "[@click=app.quit]x[/]",
    "rich link": "[link=https://evil.int]y[/link]",
    "open bracket": "[b",
    "unbalanced emphasis": "*a **b _c __d `e",
    "colour": "[red on blue]z[/red on blue]",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markup_of_others_is_text(text: str) -> None:
    assert lines(text, 80) == [text]


FLOODS = {
    "headings": "# h\n" * 2_000,
    "quotes": "> " * 500 + "x",
    "lists": "".join("  " * depth + "- x\n" for depth in range(200)),
    "one-line lists": "- " * 3_000 + "x",
    "brackets": "[" * 30_000,
    "citations": "[@a" * 5_000,
    "emphasis": "*a **b " * 3_000,
    "stars": "*" * 20_000 + "x",
    "images": "![[" * 3_000,
    "links": "[a](" * 4_000,
    "ticks": "`" * 5_000 + "a",
    "cells": "|" * 3_000 + "\n" + "|-" * 3_000,
    "rows": "|a|\n|-|\n" * 500,
    "long": "x " * MAX_CHARACTERS,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
@pytest.mark.parametrize("width", [20, 84])
def test_floods_are_shown(text: str, width: int) -> None:
    assert set_lines(parse(text), width).lines


def test_too_deep_nesting_is_shown_as_its_source_and_hides_nothing_else() -> None:
    shown = lines("first\n\n" + "> " * 100 + "deep\n\nlast", 40)
    assert shown[0] == "first"
    assert shown[-1] == "last"
    assert any(line.endswith("> deep") for line in shown)


def test_deep_lists_keep_room_for_their_text() -> None:
    text = "".join("  " * depth + "- word\n" for depth in range(10))
    layout = set_lines(parse(text), 20)
    assert sum("word" in line.plain for line in layout.lines) == 10
    assert all(cell_len(line.plain) <= 20 for line in layout.lines)


def test_controls_become_visible_however_they_come() -> None:
    shown = "".join(lines("a\x1b[31m &#27; &#x202e; \u2066 [x](https://a/&#7;)", 80))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\u2066" not in shown
    assert "\x07" not in shown
    assert REPLACEMENT in shown


ALPHABET = "ab *_`[]()@<>|-#\n1.!\\:&;~=+平é👩\u200d\t"


def fits(layout: Layout, width: int) -> bool:
    return all(cell_len(line.plain) <= width for line in layout.lines if line.body is None)


@settings(max_examples=200)
@given(st.text(ALPHABET, max_size=200), st.integers(16, 90))
def test_any_text_fits_any_width(text: str, width: int) -> None:
    layout = set_lines(parse(text), width)
    assert fits(layout, width)
    assert "\n" not in "".join(line.plain for line in layout.lines)


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_any_text_at_all_is_shown(text: str) -> None:
    assert fits(set_lines(parse(text), 60), 60)
