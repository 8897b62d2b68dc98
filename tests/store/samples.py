"""Happenings and histories to test with."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tutor.model.library import Fingerprint
from tutor.model.marks import About, Bookmarked, Noted, Problem, Reported, Side
from tutor.model.record import (
    ALL_MODULES,
    Answered,
    Behaviour,
    Decided,
    Event,
    Happening,
    ObjectiveScore,
    Outcome,
    PageRead,
    QuizAbandoned,
    QuizExtended,
    QuizFinished,
    QuizMoved,
    QuizStarted,
    RunAbandoned,
    RunFinished,
    RunStarted,
    ScenarioState,
    Verdict,
)
from tutor.model.responses import Choice, Written

MODULE = "wps/basics"
ROOT = Path(__file__).parents[2]
"""The checkout: child processes import from here."""
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PRINT = Fingerprint(meaning="m1", wording="w1")


def ticking(start: datetime = NOON, step: float = 1.0) -> Callable[[], datetime]:
    """A clock that goes on by `step` seconds at each look."""
    moments = (start + timedelta(seconds=step * count) for count in range(1_000_000))
    return lambda: next(moments)


def page(ref: str = "roots/first", **change: Any) -> PageRead:
    return PageRead(**{"module": MODULE, "page": ref, "seconds": 2.0} | change)


def answer(item: str = "q1", right: bool = True, **change: Any) -> Answered:
    outcome = Outcome.CORRECT if right else Outcome.INCORRECT
    base: dict[str, Any] = {
        "module": MODULE,
        "item": item,
        "objective": "define",
        "item_kind": "single",
        "behaviour": Behaviour.PRACTICE,
        "fingerprint": PRINT,
        "shown": ("b", "a"),
        "response": Choice(chosen=("a",)),
        "verdict": Verdict(outcome=outcome, fraction=float(right)),
        "score": float(right),
        "seconds": 4.0,
    }
    return Answered(**base | change)


def written(text: str) -> Answered:
    return answer(response=Written(text=text))


def quiz(attempt: str = "t1", behaviour: Behaviour = Behaviour.EXAM, **change: Any) -> QuizStarted:
    base = {
        "module": MODULE,
        "attempt": attempt,
        "behaviour": behaviour,
        "items": ("q1", "q2"),
        "seed": 7,
    }
    return QuizStarted(**base | change)


def extended(attempt: str = "t1", items: tuple[str, ...] = ("q3",)) -> QuizExtended:
    return QuizExtended(module=MODULE, attempt=attempt, items=items)


def moved(attempt: str = "t1", at_item: str = "q2", flagged: bool | None = None) -> QuizMoved:
    return QuizMoved(module=MODULE, attempt=attempt, at_item=at_item, flagged=flagged)


def finished(
    attempt: str = "t1", behaviour: Behaviour = Behaviour.EXAM, percent: float = 50.0
) -> QuizFinished:
    score = ObjectiveScore(objective="define", earned=1, possible=2)
    return QuizFinished(
        module=MODULE,
        attempt=attempt,
        behaviour=behaviour,
        percent=percent,
        passed=False,
        objectives=(score,),
    )


def abandoned(attempt: str = "t1") -> QuizAbandoned:
    return QuizAbandoned(module=MODULE, attempt=attempt)


def run_started(run: str = "r1", forked_from: str = "", **change: Any) -> RunStarted:
    base: dict[str, Any] = {
        "module": MODULE,
        "scenario": "ford",
        "run": run,
        "fingerprint": PRINT,
        "state": ScenarioState(node="start", indicators={"trust": 3}),
        "forked_from": forked_from,
    }
    return RunStarted(**base | change)


def decided(run: str = "r1", choice: str = "a", **change: Any) -> Decided:
    base: dict[str, Any] = {
        "module": MODULE,
        "scenario": "ford",
        "run": run,
        "node": "start",
        "node_fingerprint": PRINT,
        "choice": choice,
        "offered": ("a", "b"),
        "quality": 2,
        "best": 3,
        "state": ScenarioState(node="next", clock=20),
        "seconds": 9.0,
    }
    return Decided(**base | change)


def run_finished(run: str = "r1") -> RunFinished:
    return RunFinished(module=MODULE, scenario="ford", run=run, ending="calm", end="good")


def run_abandoned(run: str = "r1") -> RunAbandoned:
    return RunAbandoned(module=MODULE, scenario="ford", run=run)


def noted(note: str = "n1", text: str = "Ask the legal adviser.", **change: Any) -> Noted:
    base = {"module": MODULE, "about": About.PAGE, "ref": "roots/first", "title": "First"}
    return Noted(**{**base, "note": note, "text": text} | change)


def bookmarked(ref: str = "roots/first", on: bool = True) -> Bookmarked:
    return Bookmarked(module=MODULE, about=About.PAGE, ref=ref, title="First", on=on)


def reported(report: str = "p1", text: str = "The second answer is right too.") -> Reported:
    return Reported(
        module=MODULE,
        about=About.QUESTION,
        ref=f"{MODULE}/q1",
        title="Who?",
        report=report,
        problem=Problem.KEY,
        text=text,
        course_version="1.0.0",
        fingerprint=PRINT,
    )


def events(
    happenings: Iterable[Happening], device: str = "d1", clock: Callable[[], datetime] | None = None
) -> list[Event]:
    """Events as a journal would make them, without the hashes."""
    tick = clock or ticking()
    return [
        Event(id=f"{device}-{n}", device=device, sequence=n, previous="", at=tick(), what=what)
        for n, what in enumerate(happenings)
    ]


def dated(*entries: tuple[float, Happening], device: str = "d1") -> list[Event]:
    """Events that happened so many days after noon of the first day."""
    moments = iter([NOON + timedelta(days=days) for days, _ in entries])
    return events([what for _, what in entries], device, moments.__next__)


_ATTEMPTS = st.sampled_from(["", "t1", "t2"])
_RUNS = st.sampled_from(["r1", "r2"])
_ITEMS = st.sampled_from(["q1", "q2", "q3"])
_BEHAVIOURS = st.sampled_from(list(Behaviour))
_OUTCOMES = st.sampled_from(list(Outcome))
_PRINTS = st.sampled_from([PRINT, Fingerprint(meaning="m2", wording="w2")])
_MODULES = st.sampled_from([MODULE, "hs/poc"])
_OBJECTIVES = st.sampled_from(["define", "apply"])
_TAGS = st.sampled_from([(), ("myth",), ("myth", "slip")])
_FORKS = st.sampled_from(["", "r1:1", "r2:7", "r9:1", "r1:x"])

_HAPPENINGS = st.one_of(
    st.builds(page, st.sampled_from(["roots/first", "roots/second"]), module=_MODULES),
    st.builds(
        answer,
        _ITEMS,
        st.booleans(),
        module=_MODULES,
        behaviour=_BEHAVIOURS,
        attempt=_ATTEMPTS,
        fingerprint=_PRINTS,
        objective=_OBJECTIVES,
        item_kind=st.sampled_from(["single", "short"]),
        verdict=st.builds(
            Verdict,
            outcome=_OUTCOMES,
            fraction=st.floats(0, 1),
            harm=st.booleans(),
            misconceptions=_TAGS,
        ),
        score=st.floats(0, 1),
        tries=st.integers(1, 2),
        hints=st.integers(0, 1),
        confidence=st.sampled_from([None, 1, 2, 3]),
        carries=_TAGS,
        waived=st.sampled_from([(), ("typed",), ("typed", "decision")]),
    ),
    st.builds(quiz, _ATTEMPTS, _BEHAVIOURS, module=st.sampled_from([MODULE, ALL_MODULES])),
    st.builds(extended, _ATTEMPTS, st.sampled_from([(), ("q2",), ("q3", "q1")])),
    st.builds(moved, _ATTEMPTS, _ITEMS, st.sampled_from([None, True, False])),
    st.builds(finished, _ATTEMPTS, _BEHAVIOURS, st.floats(0, 100)),
    st.builds(abandoned, _ATTEMPTS),
    st.builds(run_started, _RUNS, _FORKS),
    st.builds(
        decided,
        _RUNS,
        objective=_OBJECTIVES,
        quality=st.integers(0, 3),
        harm=st.booleans(),
        misconception=st.sampled_from(["", "myth"]),
    ),
    st.builds(run_finished, _RUNS),
    st.builds(run_abandoned, _RUNS),
    st.builds(
        noted,
        st.sampled_from(["n1", "n2"]),
        st.sampled_from(["", " ", "First.", "Second."]),
        side=st.sampled_from(list(Side)),
    ),
    st.builds(bookmarked, st.sampled_from(["roots/first", "roots/second"]), st.booleans()),
    st.builds(reported, st.sampled_from(["p1", "p2"])),
)

histories = st.lists(_HAPPENINGS, max_size=25)
"""Any happenings in any order, also those that no session would write."""

clocks = st.sampled_from([1.0, 3_600.0 * 7, 86_400.0 * 3]).map(lambda step: ticking(step=step))
"""Clocks that go on by a second, by seven hours, or by three days."""
