"""The page on a screen: keys, references, the end, search, themes."""

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot

from tutor.tui.themes import THEMES
from tutor.tui.widgets.glyphs import ASCII_CLASS
from tutor.tui.widgets.reader import MEASURE, Prose, Reader

LONG = "\n\n".join(f"Paragraph {n} cites [@s-{n}]." for n in range(40))
MIXED = "See [the advisor](term:genad) and [@unscr-1325].\n\n```\n" + "x" * 120 + "END\n```"


class Desk(App[None]):
    """A reader, a prose below it, and a note of what they say."""

    BINDINGS = [
        Binding("space", "say('space')"),
        Binding("enter", "say('enter')"),
        Binding("left", "say('left')"),
    ]

    def __init__(self, text: str, prose: str = "") -> None:
        super().__init__()
        self.heard: list[object] = []
        self._texts = (text, prose)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "tutor-dark"

    def compose(self) -> ComposeResult:
        yield Reader(self._texts[0])
        yield Prose(self._texts[1])

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    def action_say(self, word: str) -> None:
        self.heard.append(word)

    @on(Reader.CitationChosen)
    @on(Reader.TermChosen)
    @on(Reader.EndReached)
    def _hear(self, message: Message) -> None:
        self.heard.append(message)


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def named(app: Desk, kind: type[Message]) -> list[Message]:
    return [message for message in app.heard if isinstance(message, kind)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


async def test_the_text_keeps_its_measure_on_a_wide_screen() -> None:
    app = Desk("word " * 200)
    async with app.run_test(size=(160, 24)) as pilot:
        await pilot.pause()
        text = [line for line in shown(app) if line]
    assert max(map(len, text)) <= MEASURE + 2
    assert all(line.startswith("  word") for line in text)


async def test_keys_scroll_and_the_end_is_told_once() -> None:
    app = Desk(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "down", "down")
        assert app.reader.scroll_offset.y == 2
        await press(pilot, "up", "pagedown")
        assert app.reader.scroll_offset.y == app.reader.size.height
        await press(pilot, "pageup", "home")
        assert app.reader.scroll_offset.y == 0
        assert not named(app, Reader.EndReached)
        await press(pilot, "end", "home", "end")
        assert len(named(app, Reader.EndReached)) == 1


async def test_a_short_text_is_at_its_end_and_leaves_space_to_the_screen() -> None:
    app = Desk("Short.")
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space")
        assert len(named(app, Reader.EndReached)) == 1
        assert app.heard[-1] == "space"
        app.reader.show("Other.")
        await pilot.pause()
        assert len(named(app, Reader.EndReached)) == 2
        assert any("Other." in line for line in shown(app))


async def test_space_reads_on_until_the_end() -> None:
    app = Desk(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *["space"] * 6)
        assert app.reader.at_end
        assert "space" in app.heard


async def test_references_are_chosen_with_keys() -> None:
    app = Desk(MIXED)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "enter")
        assert app.heard[-1] == "enter"
        await press(pilot, "tab", "enter", "right_square_bracket", "enter")
        (term,) = named(app, Reader.TermChosen)
        (source,) = named(app, Reader.CitationChosen)
        assert isinstance(term, Reader.TermChosen)
        assert isinstance(source, Reader.CitationChosen)
        assert (term.term_id, source.source_id) == ("genad", "unscr-1325")
        assert app.reader.cited == ("unscr-1325",)
        await press(pilot, "escape")
        assert app.reader.reference is None


async def test_tab_leaves_the_page_after_the_last_reference_and_brackets_do_not() -> None:
    app = Desk("[@a]")
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "tab", "right_square_bracket")
        assert app.reader.reference == 0
        await press(pilot, "tab")
        assert app.reader.reference is None


async def test_the_chosen_reference_comes_into_sight_and_is_not_told_by_colour_alone() -> None:
    app = Desk(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.reader.reference = 35
        await pilot.pause()
        assert any("Paragraph 35" in line for line in shown(app))
        strips = app.screen._compositor.render_strips()
        marks = [seg for strip in strips for seg in strip if seg.style and seg.style.reverse]
        assert [segment.text for segment in marks if segment.text.strip()] == ["[36]"]


async def test_the_next_reference_is_the_first_in_sight() -> None:
    app = Desk(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.reader.scroll_to(y=20, animate=False)
        await press(pilot, "tab")
        assert app.reader.reference == 10


async def test_a_click_chooses_here_and_in_prose() -> None:
    app = Desk("[@up] text", "[down](term:down)")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.click(Reader, offset=(3, 1))
        await pilot.click(Prose, offset=(1, 0))
        await pilot.pause()
        assert len(named(app, Reader.CitationChosen)) == 1
        assert len(named(app, Reader.TermChosen)) == 1


async def test_a_wide_diagram_moves_sideways_and_says_that_it_goes_on() -> None:
    app = Desk(MIXED)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "left")
        assert app.reader.pan == 0
        assert "left" not in app.heard
        row = next(line for line in shown(app) if "xxx" in line)
        assert row.endswith("»")
        await press(pilot, *["right"] * 12)
        row = next(line for line in shown(app) if "xxx" in line)
        assert "«" in row
        assert "END" in row


async def test_without_a_wide_diagram_left_is_the_screens() -> None:
    app = Desk("plain")
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "left")
        assert "left" in app.heard


async def test_find_goes_to_the_hits_in_turn() -> None:
    app = Desk(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.reader.find("paragraph 3") == 11
        first = app.reader.scroll_offset.y
        app.reader.find_next()
        assert app.reader.scroll_offset.y > first
        assert app.reader.find("nothing of the kind") == 0
        app.reader.find_next()


async def test_a_resize_sets_the_text_again() -> None:
    app = Desk("word " * 60)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert max(map(len, shown(app))) <= 50
        assert app.reader.virtual_size.height > 4


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_shows_the_page(theme: str) -> None:
    app = Desk(MIXED)
    async with app.run_test(size=(60, 20)) as pilot:
        app.theme = theme
        await pilot.pause()
        assert any("See the advisor and [1]." in line for line in shown(app))


async def test_a_plain_terminal_gets_ascii() -> None:
    app = Desk(f"- a\n\n> b\n\n---\n\n{MIXED}")
    app.add_class(ASCII_CLASS)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert all(line.replace("▁", "").isascii() for line in shown(app))


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x[/]", "", "\n\n", "[", "\x1b[31m"])
@pytest.mark.parametrize("width", [1, 3, 20])
async def test_hostile_texts_in_tiny_windows(text: str, width: int) -> None:
    app = Desk(text, text)
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        assert app.is_running
