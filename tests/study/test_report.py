"""The frames of how a learner stands, from a small journal over the course of the bridge."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.worlds import BRIDGE, make_world
from tutor.content.library import Library
from tutor.errors import ContentError
from tutor.model.library import Module
from tutor.model.mastery import Mastery
from tutor.model.record import (
    Answered,
    Behaviour,
    Decided,
    Happening,
    ObjectiveScore,
    Outcome,
    QuizFinished,
    QuizStarted,
    RunFinished,
    RunStarted,
    ScenarioState,
    Verdict,
)
from tutor.model.responses import Choice
from tutor.model.settings import Settings
from tutor.store.learner import open_learner
from tutor.study import review_queue
from tutor.study.desk import Desk
from tutor.study.frames import MasteryRow, ProgressFrame

REF = "bridge/crossing"
FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday."""
Dated = tuple[float, Happening]
Study = Callable[..., ProgressFrame]


def module() -> Module:
    return Library.open([BRIDGE]).module(REF)


def answer(name: str, right: bool = True, **change: object) -> Answered:
    """An answer to a question of the course; `shows` is the misconception that it shows."""
    item = module().items[name]
    shows = change.pop("shows", ())
    outcome = Outcome.CORRECT if right else Outcome.INCORRECT
    base: dict[str, object] = {
        "module": REF,
        "item": f"{REF}/{name}",
        "objective": item.objective,
        "item_kind": item.kind,
        "behaviour": Behaviour.PRACTICE,
        "fingerprint": module().fingerprints[name],
        "response": Choice(chosen=("a",)),
        "verdict": Verdict(outcome=outcome, fraction=float(right), misconceptions=shows),
        "score": float(right),
        "seconds": 30.0,
    }
    return Answered.model_validate(base | change)


def quiz(behaviour: Behaviour, percent: float, scores: dict[str, float]) -> list[Happening]:
    name = f"{behaviour.value}-{percent}"
    start = QuizStarted(module=REF, attempt=name, behaviour=behaviour, items=(), seed=1)
    result = QuizFinished(
        module=REF,
        attempt=name,
        behaviour=behaviour,
        percent=percent,
        passed=percent >= 80 if behaviour is Behaviour.EXAM else None,
        objectives=tuple(
            ObjectiveScore(objective=key, earned=share * 3, possible=3.0)
            for key, share in scores.items()
        ),
    )
    return [start, result]


class Desks:
    """Opens one learner again and again, at any day."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._now = FIRST

    def at(self, day: float) -> Desk:
        self._now = FIRST + timedelta(days=day)
        learner = open_learner(self._home, "Maj Lind", clock=lambda: self._now)
        return Desk(Library.open([BRIDGE]), learner, make_world(self._now))

    def write(self, *entries: Dated, settings: Settings | None = None) -> None:
        with open_learner(self._home, "Maj Lind", clock=lambda: self._now) as learner:
            if settings is not None:
                learner.change_settings(settings)
            for day, what in entries:
                self._now = FIRST + timedelta(days=day)
                learner.record(what)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Write a journal, then report on it so many days after its first day."""

    def report(*entries: Dated, on: float, settings: Settings | None = None) -> ProgressFrame:
        desks = Desks(tmp_path)
        desks.write(*entries, settings=settings)
        desk = desks.at(on)
        try:
            return desk.report.progress()
        finally:
            desk.close()

    return report


def rows(frame: ProgressFrame) -> dict[str, MasteryRow]:
    (only,) = frame.modules
    return {row.id: row for row in only.rows}


ALL = ("q-single", "q-multiple", "q-true", "q-match", "q-order", "q-short")
ALL_RIGHT: list[Dated] = [(0.0, answer(name)) for name in ALL]


# Nothing done yet


def test_a_new_learner_begins_with_the_first_module(study: Study) -> None:
    frame = study(on=0)
    assert (frame.next.module, frame.next.part) == (REF, "module")
    assert frame.next.sentence.startswith("Begin Crossing")
    assert {row.mastery for row in rows(frame).values()} == {Mastery.NOT_STARTED}
    assert {row.now for row in rows(frame).values()} == {None}
    assert frame.review.sentence == "Nothing is due today. Nothing is in review."
    assert frame.forecast.sentence == "There is no estimate yet: no question is in review."
    lists = (frame.exams, frame.sure, frame.misconceptions, frame.accuracy, frame.compared)
    assert lists == ((), (), (), (), ())
    assert {row.bias for row in frame.calibration} == {"too few answers"}
    assert sum(row.questions for row in frame.ahead) == 0


# Mastery


def test_mastery_with_the_bar_that_fades(study: Study) -> None:
    today = rows(study(*ALL_RIGHT, on=0))
    assert today["o1"].mastery is Mastery.FAMILIAR
    assert (today["o1"].answered, today["o1"].questions) == (3, 3)
    assert today["o1"].now == pytest.approx(0.95, abs=0.01)
    later = rows(study(on=30))
    assert later["o1"].mastery is Mastery.FAMILIAR
    assert later["o1"].now is not None
    assert later["o1"].now < 0.8


@pytest.mark.parametrize(
    ("entries", "lack", "needs"),
    [
        ([(0.0, answer("q-single"))], "more questions", "Familiar asks for 2 more questions."),
        (
            [(0.0, answer(name, right=False)) for name in ALL],
            "better scores",
            "Familiar asks for 70 % over its questions.",
        ),
        (
            ALL_RIGHT,
            "more answers",
            "Proficient looks at the last five answers; give some more.",
        ),
        (
            [
                (float(day), answer(name, waived=("typed", "decision")))
                for day in (0, 3)
                for name in ALL
            ],
            "a review",
            "Mastered asks for a right answer on or after 12 March 2026.",
        ),
    ],
)
def test_what_the_next_level_asks_for(
    study: Study, entries: list[Dated], lack: str, needs: str
) -> None:
    row = rows(study(*entries, on=4))["o1"]
    assert (row.lack, row.needs) == (lack, needs)


def test_a_harmful_decision_is_named(study: Study) -> None:
    print_ = module().fingerprints["scenario:toll"]
    state = ScenarioState(node="arrive")
    step = Decided(
        module=REF,
        scenario="toll",
        run="r1",
        node="arrive",
        node_fingerprint=print_,
        choice="a",
        offered=("a", "b"),
        quality=0,
        best=3,
        objective="o2",
        harm=True,
        state=state,
    )
    start = RunStarted(module=REF, scenario="toll", run="r1", fingerprint=print_, state=state)
    end = RunFinished(module=REF, scenario="toll", run="r1", ending="closed", end="poor")
    frame = study((0.0, start), (0.0, step), (0.0, end), on=1)
    assert [row.harm for row in rows(frame).values()] == [False, True]


def test_one_module_alone(tmp_path: Path) -> None:
    desks = Desks(tmp_path)
    desks.write(*ALL_RIGHT)
    desk = desks.at(0)
    assert desk.report.module(REF).rows == desk.report.progress().modules[0].rows
    assert desk.report.module(REF).count(Mastery.FAMILIAR) == 2
    with pytest.raises(ContentError):
        desk.report.module("bridge/none")
    desk.close()


# Review


def test_todays_review_is_the_next_step(study: Study) -> None:
    frame = study(*ALL_RIGHT, on=3)
    assert (frame.review.questions, frame.review.minutes, frame.review.catch_up) == (6, 5, False)
    assert frame.next.part == "review"
    assert frame.next.sentence == "Review: 6 questions, about 5 min."
    assert frame.ahead[0].questions == 6
    assert [row.day for row in frame.ahead[:2]] == [date(2026, 3, 5), date(2026, 3, 6)]
    assert len(frame.ahead) == 30


def test_the_session_is_asked_what_the_report_announces(tmp_path: Path) -> None:
    desks = Desks(tmp_path)
    desks.write(*ALL_RIGHT)
    at = FIRST + timedelta(days=3)
    with open_learner(tmp_path, "Maj Lind", clock=lambda: at) as learner:
        queue = review_queue.today(Library.open([BRIDGE]), learner, at)
    assert {one.card.ref for one in queue.questions} == {f"{REF}/{name}" for name in ALL}
    assert {one.card.seconds for one in queue.questions} == {50.0}
    desk = desks.at(3)
    assert desk.report.review().questions == len(queue.questions)
    desk.close()


def test_nothing_due_names_the_day_of_the_next(study: Study) -> None:
    frame = study(*ALL_RIGHT, on=0)
    assert frame.review.sentence == "Nothing is due today. The next review is on 4 March 2026."


def test_who_was_away_gets_a_check_of_one_question_per_objective(study: Study) -> None:
    frame = study(*ALL_RIGHT, on=20)
    assert (frame.review.questions, frame.review.catch_up) == (2, True)
    assert frame.review.sentence.startswith("Catch-up check: 2 questions")


def test_a_question_that_is_gone_has_no_card(study: Study) -> None:
    gone = answer("q-single", item=f"{REF}/q-gone")
    elsewhere = answer("q-single", module="no/where", item="no/where/q1")
    frame = study((0.0, gone), (0.0, elsewhere), on=5)
    assert frame.review.questions == 0
    assert len(frame.modules) == 1


def test_a_question_that_changed_is_asked_again(study: Study) -> None:
    other = module().fingerprints["q-true"]
    frame = study((0.0, answer("q-single", fingerprint=other)), on=0)
    assert frame.review.questions == 1


# Estimates


def test_the_forecast_names_its_date_and_that_it_is_an_estimate(study: Study) -> None:
    frame = study(*ALL_RIGHT, on=0).forecast
    (row,) = frame.rows
    assert (row.label, row.cards, row.questions) == ("Participation", 6, 6)
    assert row.reviewed is not None
    assert row.then < row.now < row.reviewed < 1
    assert frame.sentence.startswith(
        "Estimate for 31 March 2026, if you do each day's review: Participation 9"
    )
    assert not frame.target


def test_a_target_date_is_the_date_of_the_forecast(study: Study) -> None:
    there = Settings(target=date(2026, 3, 12))
    frame = study(*ALL_RIGHT, on=0, settings=there).forecast
    assert (frame.at, frame.target) == (date(2026, 3, 12), True)
    past = study(on=20).forecast
    assert (past.at, past.target) == (date(2026, 4, 20), False)


def test_any_date_can_be_asked_for(tmp_path: Path) -> None:
    desks = Desks(tmp_path)
    desks.write(*ALL_RIGHT)
    desk = desks.at(0)
    near, far = date(2026, 3, 20), date(2027, 3, 20)
    assert desk.report.forecast(near).rows[0].reviewed is not None
    assert desk.report.forecast(far).rows[0].reviewed is None
    assert "without any review" in desk.report.forecast(far).sentence
    desk.close()


def test_a_lower_retention_asks_later(study: Study) -> None:
    assert study(*ALL_RIGHT, on=2).review.questions == 6
    assert study(on=2, settings=Settings(retention=0.85)).review.questions == 0


# History


def test_days_and_weeks(study: Study) -> None:
    wrong = answer("q-true", right=False)
    frame = study(*ALL_RIGHT, (1.0, wrong), (8.0, answer("q-true")), on=9)
    assert len(frame.days) == 84
    assert [(row.day.day, row.answers) for row in frame.days[-10:] if row.answers] == [
        (2, 6),
        (3, 1),
        (10, 1),
    ]
    assert frame.days[-1].day == date(2026, 3, 11)
    assert [(row.monday, row.answers) for row in frame.accuracy] == [
        (date(2026, 3, 2), 7),
        (date(2026, 3, 9), 1),
    ]
    assert frame.accuracy[0].share == pytest.approx(6 / 7)
    assert frame.minutes == pytest.approx(4)


def test_exams_and_the_comparison_before_and_after(study: Study) -> None:
    pre = quiz(Behaviour.PRETEST, 33.0, {"o1": 1 / 3})
    failed = quiz(Behaviour.EXAM, 60.0, {"o1": 1.0, "o2": 1 / 3})
    passed = quiz(Behaviour.EXAM, 90.0, {"o1": 1.0, "o2": 2 / 3})
    entries = [
        (float(day), what) for day, found in enumerate((pre, failed, passed)) for what in found
    ]
    frame = study(*entries, on=3)
    assert [(row.percent, row.passed) for row in frame.exams] == [(90.0, True), (60.0, False)]
    assert frame.exams[1].weak == ("Apply the toll fairly.",)
    (compared,) = frame.compared
    assert (compared.before, compared.after) == (33.0, 90.0)
    assert [(row.before, row.after) for row in compared.rows] == [
        (pytest.approx(100 / 3), 100.0),
        (None, pytest.approx(200 / 3)),
    ]


def test_calibration_over_all_modules(study: Study) -> None:
    wrong = [(float(day), answer("q-true", right=False, confidence=3)) for day in range(12)]
    found = {row.confidence: row for row in study(*wrong, on=12).calibration}
    assert (found[3].word, found[3].bias, found[3].actual) == ("sure", "overconfident", 0.0)
    assert found[1].answers == 0


# What to put right


def test_sure_and_wrong_is_listed_until_it_is_put_right(study: Study) -> None:
    sure = answer("q-true", right=False, confidence=3)
    (row,) = study((0.0, sure), on=0).sure
    assert (row.ref, row.done, row.checks) == (f"{REF}/q-true", 0, 3)
    assert row.next_check == date(2026, 3, 3)
    assert row.question
    right = [(float(day), answer("q-true")) for day in (1, 7, 21)]
    assert study(*right, on=22).sure == ()


def test_a_misconception_names_the_answer_that_showed_it(study: Study) -> None:
    myth = ("first-is-1820",)
    chosen = answer("q-single", right=False, shows=myth, carries=myth)
    (row,) = study((0.0, chosen), on=0).misconceptions
    assert (row.label, row.times, row.right, row.needed) == ("first is 1820", 1, 0, 2)
    (shown,) = row.shown
    item = module().items["q-single"]
    answers = item.answers  # type: ignore[attr-defined]
    assert (shown.answer, shown.why) == (answers["b"].text, answers["b"].why)
    assert (shown.title, shown.at) == ("Crossing", FIRST)
    right = [(float(day), answer("q-single", carries=myth)) for day in (1, 2)]
    assert study(*right, on=3).misconceptions == ()


# The next step


def test_what_was_left_open_comes_first(study: Study) -> None:
    start = quiz(Behaviour.EXAM, 50.0, {})[0].model_copy(update={"items": (f"{REF}/q-true",)})
    step = study(*ALL_RIGHT, (3.0, start), on=3).next
    assert (step.module, step.part) == (REF, "exam")
    assert step.sentence.startswith("Go on with Module quiz")


def test_after_the_review_the_module_goes_on(study: Study) -> None:
    step = study(*ALL_RIGHT, on=0).next
    assert (step.module, step.part) == (REF, "lesson")
