"""Nothing a terminal would obey gets through, and no line changes its width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.filter import LineFilter
from textual.widgets import Static

from tutor.tui.safety import REPLACEMENT, ControlFilter, one_line, safe, visible

BAD = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
BAD += list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028")
BLACK = Color(0, 0, 0)


def filtered(*segments: Segment) -> list[Segment]:
    return ControlFilter().apply(list(segments), BLACK)


def text_of(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


@pytest.mark.parametrize("bad", BAD, ids=[f"U+{ord(bad):04X}" for bad in BAD])
def test_every_control_becomes_visible_in_the_padding(bad: str) -> None:
    line = filtered(Segment(f"a{bad}b"), Segment("   "), Segment("|"))
    assert text_of(line) == f"a{REPLACEMENT}b  |"


def test_a_clean_line_is_left_alone() -> None:
    segments = [Segment("plain", Style(bold=True)), Segment("  ")]
    assert ControlFilter().apply(segments, BLACK) is segments


def test_without_padding_the_end_of_the_line_gives_way() -> None:
    assert text_of(filtered(Segment("a\x1b[31mb"))) == f"a{REPLACEMENT}[31m"


def test_addresses_of_hyperlinks_are_dropped() -> None:
    link = Style(link="ssh://-oProxyCommand=x")
    (segment,) = filtered(Segment("here", link))
    assert segment.text == "here"
    assert segment.style is not None
    assert segment.style.link is None


def test_wide_text_keeps_its_width() -> None:
    line = filtered(Segment("平\x07和"), Segment("平和"))
    assert sum(cell_len(segment.text) for segment in line) == 8


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=12), max_size=6))
def test_no_line_changes_its_width(texts: list[str]) -> None:
    segments = [Segment(text) for text in texts]
    line = filtered(*segments)
    assert not set(text_of(line)) & set(BAD)
    assert sum(map(cell_len, texts)) == sum(cell_len(segment.text) for segment in line)


def test_visible_keeps_line_feeds_and_opens_tabs() -> None:
    assert visible("a\r\nb\rc\nd\te") == "a\nb\nc\nd   e"
    assert visible("a\x1bb\u202ec") == f"a{REPLACEMENT}b{REPLACEMENT}c"
    assert visible("\udc80") == REPLACEMENT


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\n\n b\tc\x00 ") == f"a b c{REPLACEMENT}"


def test_safe_is_never_markup() -> None:
    assert safe("[b]x[/] [@click=app.quit]y[/]").plain == "[b]x[/] [@click=app.quit]y[/]"
    assert safe("[b]x[/]").spans == []


class Hostile(App[None]):
    """Even a widget that was handed the raw text shows nothing the terminal would obey."""

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), ControlFilter()]

    def compose(self) -> ComposeResult:
        yield Static("a\x1b]52;c;aGk=\x07b\u202ec", markup=False)


async def test_a_widget_with_raw_text_shows_no_control() -> None:
    app = Hostile()
    async with app.run_test(size=(40, 3)):
        shown = "".join(
            segment.text for strip in app.screen._compositor.render_strips() for segment in strip
        )
    assert f"a{REPLACEMENT}]52;c;aGk=" in shown
    assert not set(shown) & set(BAD)
