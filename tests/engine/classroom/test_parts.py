"""Clocks, scenario by vote, team test, exercise, hot wash."""

from datetime import timedelta

import pytest

from tests.engine.classroom.rooms import EXERCISE, HEAD, PRINT, Room, at, voted
from tests.engine.scenarios import council
from tutor.engine import playthrough
from tutor.engine.classroom import exercise, refusal, scenario, team_test
from tutor.engine.classroom.watch import elapsed, left
from tutor.model.classroom import happenings as h
from tutor.model.classroom.state import Overlay, Phase

COUNCIL = council()


def begun(room: Room) -> Room:
    state = playthrough.begin(COUNCIL)
    offered = tuple(playthrough.available(COUNCIL, state))
    room.do(h.ScenarioBegun(scenario="s", state=state, offered=offered))
    return room


def decide(room: Room, choice: str = "") -> h.DecisionTaken:
    return scenario.decision(room.state, COUNCIL, PRINT, HEAD.module, choice)


def onward(room: Room) -> h.SituationShown:
    run = scenario.current(room.state)
    assert run is not None
    return h.SituationShown(offered=tuple(playthrough.available(COUNCIL, run.state)))


def test_a_pause_stops_every_clock_and_a_break_only_that_of_the_step() -> None:
    room = at("l/p", h.TimerStarted(seconds=300), h.Paused(on=True))
    assert left(_timer(room), room.now + timedelta(hours=1)) == 270
    room.now += timedelta(minutes=10)
    room.do(h.Paused(on=False), h.TimerAdjusted(seconds=60))
    assert left(_timer(room), room.now) == 270 + 60 - 60
    assert elapsed(room.state.spent[0], room.now) == 120
    room.do(h.BreakCalled(on=True, minutes=10))
    assert elapsed(room.state.spent[0], room.now + timedelta(minutes=9)) == 120
    assert left(_timer(room), room.now + timedelta(minutes=9)) == 30


def _timer(room: Room) -> scenario.Any:
    assert room.state.timer is not None
    return room.state.timer


def test_a_clock_set_back_takes_nothing_away() -> None:
    room = at("l/p", h.TimerStarted(seconds=60))
    assert left(_timer(room), room.now - timedelta(hours=2)) == 60


def test_what_is_allowed_in_a_pause_and_in_a_break() -> None:
    paused = at("q1", h.Paused(on=True)).state
    assert refusal(paused, h.VotingOpened(round=1)) == "The session is paused. Resume it first."
    assert refusal(paused, h.LogLine(text="x")) == ""
    assert refusal(paused, h.Paused(on=True)) == "The session is paused already."
    at_break = at("break").state
    assert at_break.overlay is Overlay.BREAK
    assert refusal(at_break, h.StepChanged(step=0)) == ""
    assert "break" in refusal(at_break, h.Revealed())


def test_the_class_decides_by_vote_and_the_split_is_kept() -> None:
    room = begun(at("s"))
    room.do(*voted(a=12, b=8))
    room.do(decide(room))
    room.do(onward(room))
    assert room.state.ignored == 0
    taken = room.state.runs["s"].decisions[0]
    assert (taken.decision.choice, taken.split) == ("a", {"a": 12, "b": 8})
    assert taken.followed
    assert not taken.tie
    assert room.state.subject == "s#2"
    assert room.state.phase is Phase.SHOWN


def test_with_a_tie_the_instructor_decides_and_both_are_recorded() -> None:
    room = begun(at("s"))
    room.do(*voted(a=10, b=10))
    with pytest.raises(scenario.TieError) as tie:
        decide(room)
    assert tie.value.leaders == ("a", "b")
    taken = decide(room, "b")
    assert taken.tie
    assert taken.followed
    assert not decide(room, "c").followed
    room.do(taken)
    assert room.state.runs["s"].decisions == (taken,)


def test_a_scenario_to_its_ending_and_its_debrief() -> None:
    room = begun(at("s"))
    assert "has not ended" in refusal(room.state, h.DebriefStarted())
    room.do(decide(room, "a"))
    room.do(onward(room))
    room.do(decide(room, "a"))
    assert "has not ended" in refusal(room.state, h.DebriefStarted())
    room.do(onward(room))
    assert room.state.subject == ""
    assert room.state.runs["s"].state.node == "good"
    assert room.do(h.DebriefStarted()).phase is Phase.DEBRIEF
    assert room.state.ignored == 0


def test_leaving_a_scenario_and_coming_back_finds_it_where_it_was() -> None:
    room = begun(at("s"))
    room.do(*voted(a=3))
    before = room.state
    room.do(h.StepChanged(step=0), h.StepChanged(step=before.step))
    assert (room.state.subject, room.state.phase) == (before.subject, Phase.CLOSED)
    room.do(decide(room), h.StepChanged(step=0), h.StepChanged(step=before.step))
    assert (room.state.subject, room.state.phase) == ("s#1", Phase.REVEALED)


def test_a_decision_of_another_situation_is_refused() -> None:
    room = begun(at("s"))
    first = decide(room, "a")
    room.do(first)
    room.do(onward(room))
    assert "another situation" in refusal(room.state, first)


def test_a_team_test_from_sheets_to_appeals() -> None:
    room = at("team test", h.StageChanged(stage=h.Stage.INDIVIDUAL))
    assert "Teams scratch when" in refusal(
        room.state, h.TableScratched(table="1", item="q2", option="a")
    )
    room.do(
        h.SheetsCounted(sheets=({"q2": "a", "q3": "b"}, {"q2": "c"})),
        h.StageChanged(stage=h.Stage.TEAM),
        h.TableScratched(table="1", item="q2", option="b"),
        h.TableScratched(table="1", item="q2", option="a"),
        h.TableScratched(table="1", item="q3", option="a"),
        h.TableScratched(table="2", item="q2", option="c"),
    )
    again = h.TableScratched(table="1", item="q2", option="c")
    assert "has found the answer" in refusal(room.state, again)
    room.do(h.AppealNoted(table="2", item="q2", text="c is defensible"))
    room.do(h.StageChanged(stage=h.Stage.DONE))
    test = room.state.tests[room.state.step]
    assert team_test.team_scores(test, HEAD.questions) == {"1": 2 + 4, "2": 0}
    assert test.appeals[0].said.text == "c is defensible"
    assert len(test.sheets) == 2
    assert room.state.ignored == 0


@pytest.mark.parametrize(("tries", "earned"), [("a", 4), ("ba", 2), ("bca", 1), ("bcda", 0)])
def test_scratches_earn_four_two_one_nothing(tries: str, earned: int) -> None:
    assert team_test.points(tuple(tries), ("a",)) == earned


def test_injects_are_due_by_exercise_time_and_after_others() -> None:
    room = at("flood", h.ExerciseStarted())

    def due(minutes: float) -> list[str]:
        record = exercise.current(room.state)
        assert record is not None
        later = room.now - timedelta(seconds=30) + timedelta(minutes=minutes)
        return [one.id for one in exercise.due(EXERCISE, record, later)]

    assert due(4) == []
    assert due(5) == ["first"]
    room.do(h.Paused(on=True))
    room.now += timedelta(hours=1)
    room.do(h.Paused(on=False))
    record = exercise.current(room.state)
    assert record is not None
    assert elapsed(record.watch, room.now) == 60
    assert "not out yet" in refusal(
        room.state, h.ExpectationRated(inject="first", expectation=0, rating=h.Rating.MET)
    )
    room.do(h.InjectReleased(inject="first"), h.InjectReleased(inject="by-hand"))
    assert due(0) == []
    assert due(11) == ["second"]
    room.do(h.ExpectationRated(inject="first", expectation=0, rating=h.Rating.PARTLY, note="late"))
    record = exercise.current(room.state)
    assert record is not None
    assert record.rated["first"][0].rating is h.Rating.PARTLY
    assert record.released["first"] == 60
    assert room.state.ignored == 0


def test_the_hot_wash_has_rounds_and_ends() -> None:
    room = at("flood", h.HotWashMoved(round=h.HotWash.SUSTAIN))
    room.do(h.HotWashNoted(round=h.HotWash.SUSTAIN, text="calm on the radio"))
    assert "round is: sustain" in refusal(
        room.state, h.HotWashNoted(round=h.HotWash.IMPROVE, text="x")
    )
    room.do(h.HotWashMoved(round=h.HotWash.IMPROVE), h.Paused(on=True), h.Paused(on=False))
    assert room.state.overlay is Overlay.HOT_WASH
    room.do(h.HotWashMoved(round=None))
    assert room.state.overlay is None
    assert [point.said.text for point in room.state.points] == ["calm on the radio"]
