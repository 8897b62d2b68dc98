"""The cockpit: every verb from the key to the journal, and a refusal in the session's words."""

import shutil
from pathlib import Path

import pytest
from textual import events

from tests.tui.class_driver import teaching
from tests.tui.driver import Size
from tests.worlds import BRIDGE
from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import Overlay, Phase
from tutor.study.classroom.agenda import Selection
from tutor.tui.screens.classroom.asks import ASKS
from tutor.tui.screens.classroom.cockpit import CockpitScreen
from tutor.tui.screens.classroom.keys import GROUPS, KEYS, bindings, key_card
from tutor.tui.screens.classroom.one_screen import OneScreen
from tutor.tui.screens.classroom.teaching import Teaching
from tutor.tui.widgets.long_text import LongText


async def test_a_question_with_two_rounds(tmp_path: Path) -> None:
    async with teaching(tmp_path, size=(100, 30)) as cls:
        await cls.to(StepKind.QUESTION)
        cls.sees("The question is on the wall", "o Open")
        await cls.press("r")
        assert cls.session.state.phase is Phase.REVEALED
        await cls.press("u", "o")
        cls.sees("Voting is open", "h Hands", "c Close")
        await cls.press("h", "9", "down", "1", "1")
        cls.sees("Count: [hands] cards slips", "of 20 present")
        await cls.press("enter", "c")
        key = cls.session.cockpit().key[0]
        cls.sees("20 hands of 20 present", f"Right: {key}.")
        assert cls.session.cockpit().advice in cls.flat
        await cls.press("d")
        cls.sees("The room discusses")
        await cls.press("v", "h", key.lower(), "1", "6", "enter", "g")
        await cls.type("3 A 4")
        await cls.press("c", "s", "s")
        assert cls.session.wall().bars is not None
        assert cls.session.wall().bars.rounds == (1, 2)
        cls.sees("round 1: 20 voted", "round 2: 20 voted", "Gain")
        await cls.press("r", "d")
        assert cls.session.state.phase is Phase.DEBRIEF


async def test_what_means_nothing_now_is_refused_in_the_words_of_the_session(
    tmp_path: Path,
) -> None:
    async with teaching(tmp_path) as cls:
        for key, said in (
            ("c", "Voting is not open. Open it first."),
            ("o", "There is nothing to vote on here."),
            ("h", "There is nothing to vote on here."),
            ("r", "There is no answer to reveal here."),
            ("plus", "No timer is running. Start one first."),
            ("i", "The exercise has not started."),
            ("m", "There is no hot wash. Begin it first."),
            ("y", "There is nothing to decide here."),
            ("l", "No team test is under way in this step."),
            ("e", "The exercise has not started."),
            ("pageup", "This is the first step."),
        ):
            await cls.press(key)
            cls.sees(said)
            assert isinstance(cls.app.screen, CockpitScreen), key
        assert len(cls.session.events) == 2


async def test_the_clock_the_wall_and_the_notes(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.press("space", "t")
        await cls.type("2")
        timer = cls.session.state.timer
        assert timer is not None
        assert timer.seconds == 120
        await cls.press("plus", "plus", "minus")
        assert cls.session.state.timer is not None
        assert cls.session.state.timer.seconds == 180
        await cls.press("t")
        await cls.type("")
        assert cls.session.state.timer is None
        await cls.press("p")
        cls.sees("Paused: all clocks stand still")
        await cls.press("space")
        cls.sees("The session is paused. Resume it first.")
        await cls.press("p", "full_stop")
        cls.sees("The wall is blank.")
        await cls.press("full_stop", "b", "enter")
        assert cls.session.state.overlay is Overlay.BREAK
        await cls.press("b")
        assert cls.session.state.overlay is None
        await cls.press("semicolon")
        await cls.type("a good question")
        await cls.press("q")
        await cls.type("who owns the toll?")
        cls.sees("who owns the toll?", "a good question")
        await cls.press("u")
        cls.sees_not("who owns the toll?")


async def test_the_lobby_counts_heads_and_says_what_is_kept(tmp_path: Path) -> None:
    async with teaching(tmp_path, present=0, size=(100, 40)) as cls:
        cls.sees("How many people are here?", "hands and cards", "tables", "tutor class project")
        cls.sees("What is kept: Votes are kept as counts", "Enlarge its letters")
        await cls.press("n")
        await cls.type("17")
        assert cls.session.state.present == 17
        cls.sees("17 present")


async def test_more_votes_than_people_is_said_and_not_cut(tmp_path: Path) -> None:
    async with teaching(tmp_path, present=10) as cls:
        await cls.to(StepKind.QUESTION)
        await cls.press("o", "h", "9", "space", "9")
        cls.sees("More votes than people.")
        await cls.press("right", "3")
        cls.sees("hands [cards] slips")
        await cls.press("left")
        cls.sees("9")
        await cls.press("enter")
        cls.sees("18 hands of 10 present")


async def test_what_is_typed_before_the_dialog_is_up_is_not_lost(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.to(StepKind.QUESTION)
        await cls.press("o")
        for key in ("h", "7", "down", "1", "2"):
            cls.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await cls.press("enter")
        await cls.press("c")
        cls.sees("19 hands of 20 present")


async def test_a_private_question_has_slips_alone_and_nobody_is_picked(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        private = next(one.item for one in cls.session.head.questions.values() if one.private)
        await cls.press("space")
        cls.session.do(h.QuestionShown(item=private))
        await cls.app.refresh_frame()
        await cls.press("a")
        cls.sees("This question is private: nobody is picked.")
        if cls.session.why_not("open") == "":
            await cls.press("o", "h")
            cls.sees("private")


async def test_a_scenario_by_vote_where_a_tie_is_decided(tmp_path: Path) -> None:
    async with teaching(tmp_path, size=(100, 30)) as cls:
        await cls.to(StepKind.SCENARIO)
        cls.sees("The briefing is on the wall")
        while cls.session.wall().phase is not Phase.OPEN:
            await cls.press("space", "o")
        await cls.press("h", "7", "down", "7", "enter", "c", "y")
        cls.sees("have the most votes. You decide: name one of them.")
        await cls.press("enter")
        assert cls.session.state.phase is Phase.REVEALED
        cls.sees("The class has decided")
        await cls.press("space", "Y", "enter")
        assert len(cls.session.state.runs["toll"].decisions) == 2
        await cls.press("space")
        cls.sees("The scenario ends here")
        await cls.press("space")
        cls.sees("After-action review")
        await cls.press("space")
        cls.sees("page 2 of")
        await cls.press("pageup")
        cls.sees("page 1 of")


async def test_a_team_test_from_the_sheets_to_the_appeal(tmp_path: Path) -> None:
    from tests.kinds import KINDS_COURSE
    from tests.kinds import REF as KINDS

    wanted = Selection(test=2)
    async with teaching(tmp_path, KINDS_COURSE, KINDS, wanted=wanted, size=(100, 30)) as cls:
        await cls.to(StepKind.TEST)
        items = len(cls.session.state.now.items) if cls.session.state.now else 0
        await cls.press("enter")
        cls.sees("Team test: individual", "Alone and in silence")
        await cls.press("h")
        cls.app.screen.query_one(LongText).text = f"{'A' * items}\n{'B' * items}"
        await cls.press("ctrl+s")
        assert len(cls.session.state.tests[cls.session.state.step].sheets) == 2
        await cls.press("enter", "g")
        await cls.type("3 1 A")
        cls.sees("table 3: 1 A")
        await cls.press("l")
        await cls.type("3 1 two are right")
        cls.sees("table 3: two are right")
        await cls.press("f", "enter")
        assert cls.session.state.subject == cls.session.head.agenda[cls.session.state.step].items[0]
        await cls.press("space", "enter")
        cls.sees("Table 3")


async def test_the_hot_wash_has_three_rounds(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.to(StepKind.HOT_WASH)
        cls.sees("Hot wash", "What went well")
        await cls.press("m")
        await cls.type("calm and clear")
        cls.sees("sustain: calm and clear")
        await cls.press("enter")
        cls.sees("done differently")
        await cls.press("enter")
        cls.sees("nobody expect")
        await cls.press("enter")
        assert cls.session.state.hot_wash is None


async def test_a_table_at_random_and_a_step_out_of_turn(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.press("a")
        cls.sees("Table ")
        await cls.press("j", "down", "enter")
        assert cls.session.state.step == 1


async def test_one_screen_shows_the_room_no_note_and_no_count(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.press("space")
        cls.sees("Ten minutes.", "Who is not here?")
        await cls.press("z")
        assert isinstance(cls.app.screen, OneScreen)
        cls.sees_not("Ten minutes.", "Who is not here?")
        await cls.to(StepKind.QUESTION)
        await cls.press("o", "h", "1", "7")
        cls.sees("••", "of 20 present")
        await cls.press("enter", "c")
        cls.sees_not("17 85%", cls.session.cockpit().advice, "Right:")
        await cls.press("semicolon")
        cls.sees("The room can read what you type here.")
        await cls.press("escape", "z")
        cls.sees("Right:")


async def test_the_end_writes_the_results(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.press("x")
        assert (cls.session.folder / "report.md").is_file()
        assert not (cls.session.folder / "AAR.md").exists()
        await cls.to(StepKind.SCENARIO)
        await cls.press("space", "y", "down", "enter", "space", "space")
        cls.sees("After-action review")
        await cls.press("ctrl+q", "escape")
        assert cls.app.is_running
        await cls.press("ctrl+q", "e")
        assert cls.session.state.overlay is Overlay.ENDED
        names = {one.name for one in cls.session.folder.iterdir()}
        assert {"report.md", "results.csv", "results.xlsx", "AAR.md", "AAR.html"} <= names
        assert "The session has ended" in cls.app.farewell


async def test_what_was_left_open_is_offered(tmp_path: Path) -> None:
    async with teaching(tmp_path) as cls:
        await cls.to(StepKind.QUESTION)
        await cls.press("o", "h", "7", "enter", "ctrl+q", "l")
        name = cls.session.name
    assert name in cls.app.farewell

    offers = {"left_open": lambda desk: desk.left_open("bridge/crossing")}
    async with teaching(tmp_path, **offers) as again:
        again.sees("A session was left open", name)
        await again.press("g")
        again.sees("7 hands of 20 present")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
async def test_notes_wall_and_agenda_find_their_room(size: Size, tmp_path: Path) -> None:
    async with teaching(tmp_path, size=size) as cls:
        await cls.press("space")
        cls.sees("Ten minutes.", "On the wall", "advisor", "Next: question", "? Keys")
        assert ("1 The near side" in cls.flat) is (size[0] >= 120)
        assert all(len(line) <= size[0] for line in cls.text.splitlines())


def test_the_key_card_and_the_keys_agree() -> None:
    card = key_card()
    for key in KEYS:
        assert f"| `{key.shown}` | {key.tooltip} |" in card
    assert sorted(verb for _, verbs in GROUPS for verb in verbs) == sorted(k.verb for k in KEYS)
    pressed = [one for key in KEYS for one in key.keys.split(",")]
    assert len(set(pressed)) == len(pressed)
    bound = {binding.action for binding in bindings()}
    assert bound == {f"verb('{key.verb}')" for key in KEYS if key.verb != "end"}


def test_every_key_does_something(tmp_path: Path) -> None:
    from tests.study.classroom.rooms import class_desk

    session = class_desk(tmp_path).open_class("bridge/crossing")
    simple = {key.verb for key in KEYS if Teaching(session).can(key.verb)}
    session.close()
    own = {"keys", "end", "one_screen", "export", "random_table"}
    assert simple | set(ASKS) | own == {key.verb for key in KEYS}
    assert not simple & set(ASKS)


async def test_the_keys_of_the_room_are_on_the_card(tmp_path: Path) -> None:
    async with teaching(tmp_path, size=(100, 50)) as cls:
        await cls.press("question_mark")
        cls.sees("PgUp", "Open voting", "Count hands, cards, slips")
        await cls.press("escape")
        assert isinstance(cls.app.screen, CockpitScreen)


async def test_markup_in_course_log_and_tables_is_text(tmp_path: Path) -> None:
    from tests.tui.test_hostile_course import MARKUP, _spoil

    course = tmp_path / "courses" / "bridge"
    shutil.copytree(BRIDGE, course)
    for path in course.rglob("*.toml"):
        lines = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(_spoil(line) for line in lines), "utf-8")
    async with teaching(tmp_path / "home", course, size=(160, 45)) as cls:
        cls.sees("[b @click=app.quit]run[/]")
        await cls.press("semicolon")
        await cls.type(MARKUP)
        await cls.press("space")
        cls.sees("[b @click=app.quit]run[/]")
        await cls.to(StepKind.QUESTION)
        await cls.press("o", "g")
        await cls.type(f"{MARKUP.replace(' ', '')[:40]} A 3")
        cls.sees("3 at 1 table of 20 present")
        await cls.press("c", "s", "r", "z", "z", "j", "escape", "f", "escape")
        assert cls.app.is_running
