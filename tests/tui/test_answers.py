"""Choosing answers by letter, digit, cursor and mouse; what is shown is text, not only colour."""

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static
from textual.widgets.option_list import Option

from tutor.tui.themes import THEMES
from tutor.tui.widgets.answers import AnswerList, Mode
from tutor.tui.widgets.marked_list import Hanging, Mark, MarkedList, place_of
from tutor.tui.widgets.tone import Tone

OPTIONS = (
    ("c", "The first answer is long enough to be wrapped on a screen of forty cells."),
    ("a", "The [second/] answer [@click=app.quit]x[/]"),
    ("b", "The third answer"),
)


class Room(App[None]):
    """One list of answers and a note of what it says."""

    BINDINGS = [
        Binding("enter", "say('enter')"),
        Binding("z", "say('z')"),
        Binding("a", "say('a')"),
    ]

    def __init__(self, mode: Mode = "one", above: str = "") -> None:
        super().__init__()
        self.heard: list[tuple[str, ...]] = []
        self.said: list[str] = []
        self._mode: Mode = mode
        self._above = above
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "tutor-dark"

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(self._above, markup=False)
            yield AnswerList(OPTIONS, mode=self._mode)

    @property
    def answers(self) -> AnswerList:
        return self.query_one(AnswerList)

    def action_say(self, word: str) -> None:
        self.said.append(word)

    @on(AnswerList.Changed)
    def _changed(self, message: AnswerList.Changed) -> None:
        self.heard.append(("changed", *message.chosen))

    @on(AnswerList.Submitted)
    def _submitted(self, message: AnswerList.Submitted) -> None:
        self.heard.append(("submitted", *message.chosen))


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return [line for line in lines if line]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_long_answers_hang_and_markup_is_text() -> None:
    app = Room()
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        lines = shown(app)
    assert lines[0].startswith("› A  ( )  The first answer")
    assert lines[1].startswith("          ")
    assert lines[1][10] != " "
    assert "  B  ( )  The [second/] answer" in lines[-3]
    assert "[@click=app.quit]x[/]" in lines[-2]


async def test_letters_and_digits_choose_by_place_and_report_the_authors_key() -> None:
    app = Room()
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "b", "3", "A")
        assert app.heard == [("changed", "a"), ("changed", "b"), ("changed", "c")]
        assert app.said == []
        await press(pilot, "z")
        assert app.said == ["z"]


async def test_one_of_keeps_one_and_enter_hands_in_what_is_under_the_cursor() -> None:
    app = Room()
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "b", "down", "enter", "enter")
        assert app.heard == [("changed", "a"), ("changed", "b"), ("submitted", "b")]
        assert app.answers.chosen == ("b",)
        assert "C  (*)" in shown(app)[-1]


async def test_tick_all_toggles_and_reports_in_the_order_shown() -> None:
    app = Room("many")
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "c", "a", "b", "b", "enter")
        assert app.heard[-1] == ("submitted", "c", "b")
        assert app.heard[0] == ("changed", "b")
        text = "\n".join(shown(app))
        assert text.count("[x]") == 2
        assert text.count("[ ]") == 1


async def test_enter_hands_in_nothing_when_nothing_is_chosen() -> None:
    app = Room("many")
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "enter")
        assert app.heard == [("changed", "c")]


async def test_a_click_chooses_and_never_hands_in() -> None:
    app = Room()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        await pilot.click(AnswerList, offset=(12, 0))
        await pilot.click(AnswerList, offset=(12, 0))
        await pilot.pause()
        assert app.heard == [("changed", "c")]


async def test_feedback_is_words_and_locks() -> None:
    app = Room()
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "b")
        app.answers.mark(
            {
                "a": [Mark("your answer", Tone.ACCENT), Mark("harmful [/]", Tone.HARM)],
                "b": [Mark("right", Tone.GOOD)],
            },
            {"b": "Because [/] of the source."},
        )
        await press(pilot, "c", "space", "enter")
        text = "\n".join(shown(app))
        assert "your answer, harmful [/]" in text
        assert "right\n          Because [/] of the source." in text
        assert app.heard == [("changed", "a")]
        assert app.said == ["enter"]
        await press(pilot, "a")
        assert app.said == ["enter", "a"]


async def test_kept_answers_cannot_be_changed() -> None:
    app = Room("many")
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "a")
        app.answers.hold(["c"])
        await press(pilot, "a", "b")
        assert app.answers.chosen == ("c", "a")
        assert "kept" in "\n".join(shown(app))


async def test_show_starts_afresh() -> None:
    app = Room()
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "b")
        app.answers.mark({"a": [Mark("right")]})
        app.answers.show([("x", "Other"), ("y", "Another")], mode="many", chosen=["y"])
        await pilot.pause()
        assert shown(app)[-2:] == ["› A  [ ]  Other", "  B  [x]  Another"]
        await press(pilot, "a")
        assert app.heard[-1] == ("changed", "x", "y")


async def test_the_cursor_keeps_itself_in_sight_but_does_not_hide_the_question() -> None:
    app = Room(above="\n".join(f"Line {n}" for n in range(8)))
    app.AUTO_FOCUS = None
    async with app.run_test(size=(40, 12)) as pilot:
        app.answers.focus()
        await press(pilot, "down", "down", "down")
        assert any("› C" in line for line in shown(app))


async def test_the_down_key_reads_the_text_above_before_it_moves() -> None:
    app = Room(above="\n".join(f"Line {n}" for n in range(30)))
    app.AUTO_FOCUS = None
    async with app.run_test(size=(40, 12)) as pilot:
        app.answers.focus()
        await press(pilot, "down")
        assert shown(app)[0].startswith("Line 3")
        assert app.answers.highlighted == 0


async def test_page_keys_turn_the_text_around_the_answers() -> None:
    app = Room(above="\n".join(f"Line {n}" for n in range(30)))
    app.AUTO_FOCUS = None
    async with app.run_test(size=(40, 12)) as pilot:
        app.answers.focus()
        await press(pilot, "pagedown")
        assert any("Line 11" in line for line in shown(app))
        await press(pilot, "pageup")
        assert any("Line 0" in line for line in shown(app))


async def test_a_list_that_takes_the_focus_does_not_scroll_the_question_away() -> None:
    app = Room(above="\n".join(f"Line {n}" for n in range(8)))
    app.AUTO_FOCUS = None
    async with app.run_test(size=(40, 12)) as pilot:
        app.answers.focus()
        await pilot.pause()
        assert shown(app)[0] == "Line 0"


class Late(MarkedList):
    """A list of its own making, as menus are: a heading that cannot be chosen, then an entry."""

    def reload(self) -> None:
        if self.is_mounted:
            heading = Option(Hanging(Content(""), [Content("Group")]), disabled=True)
            self.set_options([heading, Option(Hanging(Content("- "), [Content("Entry")]))])


class LateRoom(App[None]):
    def compose(self) -> ComposeResult:
        yield Late()


async def test_a_subclass_may_fill_itself_when_it_is_mounted() -> None:
    app = LateRoom()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert shown(app) == ["  Group", "› - Entry"]


@pytest.mark.parametrize("width", [4, 8, 14])
async def test_tiny_windows(width: int) -> None:
    app = Room()
    async with app.run_test(size=(width, 6)) as pilot:
        await press(pilot, "b", "down")
        assert app.answers.chosen == ("a",)


async def test_an_empty_list_takes_no_key() -> None:
    app = Room()
    async with app.run_test(size=(40, 6)) as pilot:
        app.answers.show([])
        await press(pilot, "a", "enter", "down")
        assert app.said == ["a", "enter"]


@pytest.mark.parametrize(
    ("key", "count", "place"),
    [
        ("a", 3, 0),
        ("C", 3, 2),
        ("d", 3, None),
        ("1", 3, 0),
        ("4", 3, None),
        ("0", 3, None),
        ("up", 9, None),
        ("²", 9, None),
        ("", 9, None),
        ("é", 9, None),
    ],
)
def test_which_place_a_key_names(key: str, count: int, place: int | None) -> None:
    assert place_of(key, count) == place


def test_digits_can_be_left_to_the_screen() -> None:
    assert place_of("1", 3, digits=False) is None
