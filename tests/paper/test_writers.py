"""Every text in a document stays a text, in every format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.paper.html_reader import Page
from tutor.paper import html, plain_markdown
from tutor.paper.document import (
    Aside,
    Block,
    Document,
    Heading,
    Listing,
    Marked,
    Paragraph,
    Quote,
    Ruled,
    Span,
    Table,
    Together,
    Verbatim,
    line,
    words,
)
from tutor.paper.markdown import Citations, blocks, joined
from tutor.study.frames import SourceCard

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=http://evil.example/x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](http://evil.example/p.png)",
    "<!-- --><svg onload=alert(1)>",
    "&lt;script&gt; &#60;b&#62;",
    "`</code>` ``` ~~~",
    "# no heading\n\n---\n\n1. no list\n- no list\n> no quote\n| a | b |\n|---|---|",
    "\x1b[2J\u202eevil\x00",
    "\"' onmouseover='x'",
    "<https://evil.example> https://evil.example www.evil.example",
    "[ref]: http://evil.example 'x'\n\n[ref]",
)
SOURCE = SourceCard(
    "s", "Title <b>", "Issuer & Co", "2020", "https://a.example/?a=1&b=2", "Law", ""
)


def all_blocks(text: str) -> tuple[Block, ...]:
    """The text in every place where one can stand."""
    cell = words(text)
    own = (
        Heading(1, cell),
        Paragraph((Span(text, strong=True), Span(text, emphasis=True), Span(text, code=True))),
        Listing(((line(text),), (line(text),)), start=3),
        Marked(((text, (line(text),)),)),
        Table((cell, cell), ((cell, cell),), (1, 2)),
        Quote((line(text),)),
        Verbatim((text, text)),
        Aside(text, (line(text),)),
        Ruled(2),
    )
    return (*own, Together(blocks(text, Citations([SOURCE]))))


def document(text: str) -> Document:
    return Document(text, all_blocks(text), (text,), text)


texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(texts)
def test_html_is_balanced_and_loads_and_runs_nothing(text: str) -> None:
    page = Page(html.write(document(text)))
    assert not page.faults
    assert " ".join(words(text)[0].text.split()) in page.text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_read_again_has_no_markup_of_the_text(text: str) -> None:
    plain = Document(text, (line(text), Listing(((line(text),),)), Quote((line(text),))), (text,))
    written = plain_markdown.write(plain).decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(written)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {
        "html_block", "html_inline", "link_open", "image", "fence", "hr", "code_inline",
        "table_open", "ordered_list_open",
    }  # fmt: skip
    assert sum(token.type == "heading_open" for token in tokens) == 1
    assert not {"\x1b", "\x00", "\u202e"} & set(written)
    read = " ".join(child.content for child in inline if child.type == "text")
    assert "".join(words(text)[0].text.split()) in "".join(read.split())


def test_course_markdown_keeps_its_shape_and_numbers_its_sources() -> None:
    citations = Citations([SOURCE])
    found = blocks(
        "A **bold** claim [@s], again [@s], and [@gone].\n\n- one\n- two\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n[Manual](https://m.example/x) and [term](term:t).",
        citations,
    )
    page = html.write(Document("T", (*found, *citations.listed()))).decode()
    assert "A <strong>bold</strong> claim [1], again [1], and [2]." in page
    assert "<td>1</td><td>2</td>" in page
    assert "Manual (https://m.example/x) and term." in page
    assert "Issuer &amp; Co: Title &lt;b&gt;, 2020. Law. https://a.example/?a=1&amp;b=2" in page


def test_what_nests_too_deep_is_printed_as_its_source() -> None:
    text = "> " * 60 + "deep"
    found = blocks(text, Citations())
    assert found == (Verbatim((text,)),)
    assert joined(found)[0].text == text
