"""Ordering, matching, typing, dialogs: what the keys do and what is said."""

from collections.abc import Callable

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from tutor.tui.themes import THEMES
from tutor.tui.widgets.dialog import ConfirmDialog, Dialog, TextDialog, Way
from tutor.tui.widgets.help_panel import HelpPanel
from tutor.tui.widgets.inject_card import InjectCard
from tutor.tui.widgets.marked_list import Mark
from tutor.tui.widgets.matching import MatchGrid, Partner, StemList
from tutor.tui.widgets.ordering import OrderList
from tutor.tui.widgets.progress import ProgressText
from tutor.tui.widgets.short_input import ShortInput, clean
from tutor.tui.widgets.slots import SlotList
from tutor.tui.widgets.statements import StatementList
from tutor.tui.widgets.title_bar import TitleBar

LINES = (("x", "First [/]"), ("y", "Second"), ("z", "Third"))
STEMS = (("s1", "Resolution 1325"), ("s2", "Resolution 1820"))
PARTNERS = (("p1", "opens the agenda"), ("p2", "names the violence"), ("p3", "[/] neither"))


class Bench(App[None]):
    """One widget and a note of what it says."""

    BINDINGS = [Binding("enter", "say('enter')"), Binding("escape", "say('escape')")]

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self._make = make
        self.heard: list[object] = []
        self.results: list[object] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "tutor-dark"

    def compose(self) -> ComposeResult:
        yield self._make()

    def action_say(self, word: str) -> None:
        self.heard.append(word)

    @on(OrderList.Changed)
    @on(OrderList.Submitted)
    @on(MatchGrid.Changed)
    @on(MatchGrid.Submitted)
    @on(ShortInput.Submitted)
    @on(SlotList.Submitted)
    def _hear(self, message: Message) -> None:
        self.heard.append(message)

    @property
    def last(self) -> object:
        return self.heard[-1] if self.heard else None


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return [line for line in lines if line]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_held_line_moves_and_says_so() -> None:
    app = Bench(lambda: OrderList(LINES))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space")
        assert any("held: up and down move it" in line for line in shown(app))
        await press(pilot, "down", "down", "down")
        lines = app.query_one(OrderList)
        assert lines.order == ("y", "z", "x")
        assert lines.held == "x"
        assert isinstance(app.last, OrderList.Changed)
        assert app.last.order == ("y", "z", "x")
        assert len(app.heard) == 2
        await press(pilot, "space", "up")
        assert lines.held is None
        assert lines.order == ("y", "z", "x")
        assert any(line.startswith("› 2  Third") for line in shown(app))


async def test_lines_move_without_being_taken() -> None:
    app = Bench(lambda: OrderList(LINES))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "J", "shift+down", "K")
        assert app.query_one(OrderList).order == ("y", "x", "z")


async def test_enter_puts_down_first_and_then_hands_in() -> None:
    app = Bench(lambda: OrderList(LINES))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space", "enter")
        assert app.heard == []
        await press(pilot, "space", "escape", "enter")
        assert isinstance(app.last, OrderList.Submitted)
        assert app.last.order == ("x", "y", "z")
        await press(pilot, "escape")
        assert app.last == "escape"


async def test_a_held_line_is_put_down_when_the_cursor_jumps() -> None:
    app = Bench(lambda: OrderList(LINES))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "space", "end")
        assert app.query_one(OrderList).held is None


async def test_a_marked_order_is_locked() -> None:
    app = Bench(lambda: OrderList(LINES))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.query_one(OrderList).mark({"x": [Mark("belongs on place 2")]})
        await press(pilot, "J", "space", "enter")
        assert app.query_one(OrderList).order == ("x", "y", "z")
        assert app.heard == ["enter"]
        assert any("belongs on place 2" in line for line in shown(app))


async def test_letters_join_and_enter_leads_to_the_next_and_hands_in() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS))
    async with app.run_test(size=(60, 24)) as pilot:
        app.query_one(MatchGrid).focus()
        await press(pilot, "a", "enter", "C", "enter")
        assert isinstance(app.last, MatchGrid.Submitted)
        assert app.last.pairs == {"s1": "p1", "s2": "p3"}
        text = "\n".join(shown(app))
        assert "→ A  opens the agenda" in text
        assert "→ C  [/] neither" in text
        assert "no partner yet" not in text


async def test_a_partner_moves_to_the_stem_that_takes_it() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS, pairs={"s1": "p1"}))
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "down", "a")
        assert app.query_one(MatchGrid).pairs == {"s2": "p1"}


async def test_bins_may_be_used_again() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS, pairs={"s1": "p1"}, reuse=True))
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "down", "a")
        assert app.query_one(MatchGrid).pairs == {"s1": "p1", "s2": "p1"}


async def test_kept_pairs_stay_with_their_partner() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS, pairs={"s1": "p1"}, held=["s1"]))
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "b", "backspace", "down", "a")
        assert app.query_one(MatchGrid).pairs == {"s1": "p1"}
        assert any("kept" in line for line in shown(app))


async def test_left_and_right_go_through_the_partners_and_delete_clears() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS))
    async with app.run_test(size=(60, 24)) as pilot:
        grid = app.query_one(MatchGrid)
        await press(pilot, "right")
        assert grid.pairs == {"s1": "p1"}
        await press(pilot, "left")
        assert grid.pairs == {"s1": "p3"}
        await press(pilot, "delete", "left")
        assert grid.pairs == {"s1": "p3"}
        await press(pilot, "delete")
        assert grid.pairs == {}


async def test_partners_stand_beside_or_below() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert any("Resolution 1325" in line and "opens the agenda" in line for line in shown(app))
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert not any("Resolution" in line and "agenda" in line for line in shown(app))


async def test_a_locked_grid_leaves_its_keys() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS, pairs={"s1": "p1"}))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        app.query_one(MatchGrid).mark({"s1": [Mark("right")], "s2": [Mark("missing")]})
        await press(pilot, "b", "enter")
        assert app.query_one(MatchGrid).pairs == {"s1": "p1"}
        assert app.heard == ["enter"]
        assert any("right" in line for line in shown(app))


def test_clean_makes_one_line() -> None:
    assert clean(" UNSCR\r\n1325\x1b\t(2000)\u202e ") == "UNSCR 1325 (2000)"


async def test_pasted_text_goes_on_one_line_and_keeps_the_limit() -> None:
    app = Bench(lambda: ShortInput("[/] ", placeholder="[x]", max_length=12))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        typed = app.query_one(ShortInput)
        assert typed.value == "[/]"
        typed.focus()
        await press(pilot, "end")
        typed.post_message(events.Paste("ab\ncd\x1b[31m efghijk"))
        await pilot.pause()
        assert typed.value == "[/]ab cd[31m"
        await press(pilot, "enter")
        assert isinstance(app.last, ShortInput.Submitted)


async def test_a_dialog_returns_what_was_chosen() -> None:
    app = Bench(lambda: TitleBar())
    async with app.run_test(size=(60, 20)) as pilot:
        for key in ("y", "n", "escape", "enter"):
            app.push_screen(ConfirmDialog("Hand in [/]", "Now [/]?"), app.results.append)
            await press(pilot, key)
        assert app.results == [True, False, None, False]
        ways = (Way("a", "One", "o"), Way("b", "Two", "t"))
        app.push_screen(Dialog("Title", Content("Body [/]"), ways), app.results.append)
        await press(pilot, "right", "enter")
        assert app.results[-1] == "b"


async def test_a_long_dialog_scrolls_and_keeps_its_button() -> None:
    app = Bench(lambda: TitleBar())
    text = "\n\n".join(f"Paragraph {n}" for n in range(40))
    async with app.run_test(size=(60, 20)) as pilot:
        app.push_screen(TextDialog("Source", text))
        await press(pilot, *["pagedown"] * 9)
        assert any("Paragraph 39" in line for line in shown(app))
        assert any("Close  (C)" in line for line in shown(app))
        await press(pilot, "c")
        assert not isinstance(app.screen, Dialog)


async def test_an_inject_shows_what_is_known_of_it() -> None:
    app = Bench(lambda: InjectCard("Liaison [/]", None, "radio", "**Now** [@a] [/]"))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        text = "\n".join(shown(app))
    assert "FROM     Liaison [/]" in text
    assert "CHANNEL  radio" in text
    assert "DTG" not in text
    assert "Now [1] [/]" in text


async def test_an_inject_from_nobody_is_only_its_text() -> None:
    app = Bench(lambda: InjectCard("", None, None, "Text"))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert any("Text" in line for line in shown(app))


async def test_help_hangs_and_shows_keys_as_they_are() -> None:
    app = Bench(lambda: HelpPanel([("[ ]", "goes to the next reference " * 3)], "Text [/]"))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        lines = shown(app)
    assert lines[0] == "Text [/]"
    assert lines[1].startswith("[ ]  goes")
    assert lines[2].startswith("     ")


async def test_title_and_progress_follow() -> None:
    app = Bench(lambda: TitleBar(("A", "B [/]"), "1/2"))
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        assert shown(app)[0].startswith("  A › B [/]")
        app.query_one(TitleBar).show(("C",), "2/2")
        await app.mount(ProgressText(1, 3))
        app.query_one(ProgressText).show(2, 3)
        await pilot.pause()
        assert shown(app)[0].endswith("2/2")
        assert any("2 of 3" in line for line in shown(app))


async def test_a_click_on_a_partner_joins_it_with_the_stem_under_the_cursor() -> None:
    app = Bench(lambda: MatchGrid(STEMS, PARTNERS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(StemList, offset=(8, app.query_one(StemList)._index_to_line[1]))
        await pilot.click(list(app.query(Partner))[2])
        assert app.query_one(MatchGrid).pairs == {"s2": "p3"}


async def test_clicks_on_a_line_go_through_its_slots() -> None:
    app = Bench(lambda: StatementList(LINES))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for expected in ("true", "false", "true"):
            await pilot.click(StatementList, offset=(14, 0))
            assert app.query_one(StatementList).chosen == {"x": expected}
        assert app.heard == [], "a click never hands in"
