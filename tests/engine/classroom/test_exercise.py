"""An exercise: when injects can come, when help is due, what comes of a miss."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.classroom.rooms import EXERCISE, Room, at
from tutor.engine.classroom import exercise, refusal
from tutor.model.classroom import happenings as h
from tutor.model.classroom.exercise import Exercise, ExerciseInject, Expectation, HotWashPlan
from tutor.model.classroom.happenings import Rating
from tutor.model.classroom.state import ExerciseRecord, Overlay, Rated, Watch

NAMES = "abcdef"
ids = st.sampled_from(NAMES)
minutes = st.integers(0, 20)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """Injects with any times and any order, circles included."""
    injects = {
        name: ExerciseInject(
            id=name,
            text="x",
            at=draw(st.none() | minutes),
            after=draw(st.none() | ids),
            delay=draw(minutes),
            answers={"a": Expectation(text="x")},
            hint_after=draw(st.none() | st.integers(1, 5)),
            hint="help",
            if_missed="so",
        )
        for name in draw(st.lists(ids, unique=True, min_size=1))
    }
    return Exercise(id="any", title="Any", situation="x", injects=injects)


def played(found: Exercise, until: int) -> dict[str, int]:
    """Inject -> minute at which it came, for a facilitator who releases all that is due at once
    and never anything by hand."""
    released: dict[str, float] = {}
    for minute in range(until + 1):
        while True:
            record = ExerciseRecord(watch=Watch(banked=60.0 * minute), released=released)
            ready = exercise.due(found, record, Room().now)
            if not ready:
                break
            released = released | {one.id: 60.0 * minute for one in ready}
    return {name: int(seconds // 60) for name, seconds in released.items()}


@given(exercises())
def test_an_inject_is_due_as_early_as_is_said_and_never_out_of_turn(found: Exercise) -> None:
    out = played(found, 150)
    when = exercise.earliest(found.injects)
    for name, inject in found.injects.items():
        if name in out:
            assert when[name] is not None
            assert out[name] >= (when[name] or 0)
            assert out[name] >= (inject.at or 0)
            assert inject.after is None or out[name] >= out[inject.after] + inject.delay
        elif when[name] is not None:
            first = name
            while found.injects[first].after is not None:
                first = found.injects[first].after or ""
            assert found.injects[first].at is None, "somewhere before it waits one for a hand"
    for circle in exercise.circles(found.injects):
        assert not set(circle) & set(out)
        assert all(when[name] is None for name in circle)


@given(exercises(), st.integers(0, 60), st.sampled_from([None, *Rating]))
def test_help_and_consequences_wait_for_their_reason(
    found: Exercise, minute: int, rating: Rating | None
) -> None:
    name, inject = next(iter(found.injects.items()))
    rated = {name: {0: Rated(rating=rating, note="", seconds=0)}} if rating else {}
    record = ExerciseRecord(watch=Watch(banked=60.0 * minute), released={name: 0.0}, rated=rated)
    hints = [one.id for one in exercise.hints_due(found, record, Room().now)]
    due = inject.hint_after is not None and minute >= inject.hint_after and rating is None
    assert hints == ([name] if due else [])
    missed = [one.id for one in exercise.missed(found, record)]
    assert missed == ([name] if rating is Rating.MISSED else [])
    again = record.model_copy(update={"hints": {name: 1.0}, "missed": {name: 1.0}})
    assert exercise.hints_due(found, again, Room().now) == ()
    assert exercise.missed(found, again) == ()


def test_each_verb_says_why_it_means_nothing() -> None:
    room = at("flood")
    hint, missed = h.HintGiven(inject="first"), h.MissedPlayed(inject="first")
    assert refusal(room.state, hint) == "The exercise has not started."
    room.do(h.ExerciseStarted())
    assert "not out yet" in refusal(room.state, hint)
    assert "no inject none" in refusal(room.state, h.HarmNoted(inject="none", text="x"))
    room.do(h.InjectReleased(inject="first"), h.InjectReleased(inject="by-hand"))
    assert refusal(room.state, h.HintGiven(inject="by-hand")) == "This inject has no hint."
    assert "Nothing is written" in refusal(room.state, h.MissedPlayed(inject="by-hand"))
    assert "Rate one of" in refusal(room.state, missed)
    room.do(h.ExpectationRated(inject="first", expectation=0, rating=Rating.MISSED))
    room.do(hint, missed)
    assert "given already" in refusal(room.state, hint)
    assert "played already" in refusal(room.state, missed)
    unknown = h.ReasonNoted(objective="none", text="x")
    assert refusal(room.state, unknown).endswith("There are: share.")
    room.do(h.LogLine(text="noted"), h.ReasonNoted(objective="share", text="x"))
    assert room.state.log[-1].seconds is not None
    assert room.state.ignored == 0


def test_the_rounds_of_the_hot_wash_are_timed() -> None:
    room = at("hot wash")
    assert room.state.timer is not None
    assert room.state.timer.seconds == 180
    begun = room.now
    room.do(h.HotWashMoved(round=h.HotWash.IMPROVE))
    assert room.state.timer.watch.since is not None
    assert room.state.timer.watch.since >= begun - timedelta(seconds=30)
    room.do(h.HotWashMoved(round=None))
    assert room.state.timer is None
    assert room.state.overlay is not Overlay.HOT_WASH


def test_what_has_waited_longest_comes_first() -> None:
    """Whatever the order of the file; a minute is known as soon as the inject before it is out."""
    injects = {
        "late": ExerciseInject(id="late", text="x", at=9),
        "early": ExerciseInject(id="early", text="x", at=2),
        "then": ExerciseInject(id="then", text="x", after="early", delay=3),
    }
    found = Exercise(id="any", title="Any", situation="x", injects=injects)
    record = ExerciseRecord(watch=Watch(banked=600.0), released={})
    assert [one.id for one in exercise.due(found, record, Room().now)] == ["early", "late"]
    assert exercise.due_at(injects["then"], record) is None
    record = record.model_copy(update={"released": {"early": 150.0}})
    assert exercise.due_at(injects["then"], record) == 330
    assert [one.id for one in exercise.due(found, record, Room().now)] == ["then", "late"]


def test_what_is_left_for_the_play() -> None:
    assert exercise.playing_minutes(90, HotWashPlan(minutes=18)) == 72
    assert exercise.playing_minutes(90, None) == 90
    assert exercise.earliest(EXERCISE.injects) == {"first": 5, "second": 15, "by-hand": 0}
