"""A year of spaced review: what three learners are asked, and what the forecasts are worth.

python -m bench.review_year [--seed N] [--questions N] [--days N]

Everything goes the way that it goes in the program: answers are events, folded into progress; the
queue and the forecasts are made from that. Only the learners are invented (bench.learners).
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import mean

from bench.learners import HABITS, Habit, Person
from tutor.engine.progress import fold
from tutor.engine.review.catch_up import returned_on
from tutor.engine.review.forecast import readiness, rehearse
from tutor.engine.review.queue import Queue, daily
from tutor.engine.review.schedule import EXPLANATION_SECONDS, Card, Policy
from tutor.engine.spacing import utc_day
from tutor.model.library import Fingerprint
from tutor.model.progress import ItemRecord, Progress
from tutor.model.record import Answered, Behaviour, Event, Outcome, Verdict
from tutor.model.responses import Truth

START = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
SECONDS = 20.0
"""A learner's time for an answer; with the explanation, fifteen questions fill ten minutes."""

PER_OBJECTIVE, OBJECTIVES = 5, 6
"""Questions on an objective, and objectives in a module: those of the bundled courses."""

NEW_A_DAY = 6
"""New questions on a day of study, until all are known."""

HORIZON = 14
"""Days ahead of the forecasts that are checked."""

CHECK_EVERY = 7
PRINT = Fingerprint(meaning="m", wording="w")


PRESENT_ENOUGH = 0.8
"""Share of the days between on which the learner came, for "if you do each day's review"."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A forecast for one topic and what was true on its day; shares 0..1."""

    expected: float
    actual: float

    @property
    def error(self) -> float:
        """Forecast minus truth."""
        return self.expected - self.actual


@dataclass(slots=True)
class Checks:
    """Forecasts of one sort against the truth."""

    found: list[Checked] = field(default_factory=list)

    @property
    def mean_error(self) -> float:
        """The mean distance from the truth."""
        return mean(abs(one.error) for one in self.found) if self.found else 0.0

    @property
    def bias(self) -> float:
        """The mean of forecast minus truth: above 0 too much is promised."""
        return mean(one.error for one in self.found) if self.found else 0.0

    @property
    def nine_in_ten(self) -> float:
        """The distance from the truth within which nine forecasts of ten are."""
        errors = sorted(abs(one.error) for one in self.found)
        return errors[int(0.9 * (len(errors) - 1))] if errors else 0.0


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said about each topic if each day's review is done, and of which questions."""

    made_on: int
    expected: dict[str, float]
    questions: dict[str, list[str]]


@dataclass(slots=True)
class Year:
    """What happened to one learner, by day. `chance`: of a right answer, as it really was."""

    habit: Habit
    offered: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    present: list[bool] = field(default_factory=list)
    catch_ups: list[int] = field(default_factory=list)
    chance: list[float] = field(default_factory=list)
    if_nothing: Checks = field(default_factory=Checks)
    if_reviewed: Checks = field(default_factory=Checks)

    @property
    def asked(self) -> list[int]:
        """What was offered on the days on which the learner came."""
        return [count for count, came in zip(self.offered, self.present, strict=True) if came]


class Simulation:
    """One learner and one year."""

    def __init__(
        self, habit: Habit, seed: int, questions: int, policy: Policy | None = None
    ) -> None:
        self._policy = policy or Policy()
        self._person = Person(habit, Random(f"{seed}:{habit.name}"))
        self._dice = Random(f"{seed}:{habit.name}:days")
        self._new = [_name(number) for number in range(questions)]
        self._sequence = 0
        self._open: list[Promise] = []
        self.progress = Progress()
        self.year = Year(habit)

    def run(self, days: int) -> Year:
        """Live through so many days."""
        for day in range(days):
            self.live(day, self._person.habit.comes(day, self._dice))
        return self.year

    def live(self, day: int, comes: bool) -> None:
        """One day: look at the queue, and come or not."""
        at = START + timedelta(days=day)
        cards = self.cards()
        queue = self.queue(cards, at)
        self.year.offered.append(len(queue.questions))
        self.year.seconds.append(queue.seconds)
        self.year.present.append(comes)
        if queue.catch_up and comes:
            self.year.catch_ups.append(day)
        self._settle(day)
        if comes:
            self._study(queue, day, at)
        if day % CHECK_EVERY == 0 and cards:
            self._promise(day, at)
        known = [self._person.chance(card.ref, day) for card in self.cards()]
        self.year.chance.append(mean(known) if known else 0.0)

    def cards(self) -> tuple[Card, ...]:
        """The cards of all questions, as `study.review_queue` makes them."""
        return tuple(
            _card(ref, module, item)
            for module, record in self.progress.modules.items()
            for ref, item in record.items.items()
        )

    def queue(self, cards: Sequence[Card], at: datetime) -> Queue:
        """What the program would ask now."""
        returned = returned_on(self.progress.days, utc_day(at))
        return daily(cards, at, policy=self._policy, returned=returned)

    def _study(self, queue: Queue, day: int, at: datetime) -> None:
        count = round(len(queue.questions) * self._person.habit.share)
        asked = [one.card.ref for one in queue.questions[:count]]
        new, self._new = self._new[:NEW_A_DAY], self._new[NEW_A_DAY:]
        events = [self._event(ref, Behaviour.REVIEW, day, at) for ref in asked]
        events += [self._event(ref, Behaviour.PRACTICE, day, at) for ref in new]
        self.progress = fold(self.progress, events)

    def _event(self, ref: str, behaviour: Behaviour, day: int, at: datetime) -> Event:
        right, confidence = self._person.answers(ref, day)
        module, objective, _ = ref.split("/")
        self._sequence += 1
        what = Answered(
            module=module,
            item=ref,
            objective=objective,
            item_kind="true-false",
            behaviour=behaviour,
            fingerprint=PRINT,
            response=Truth(value=right),
            verdict=Verdict(
                outcome=Outcome.CORRECT if right else Outcome.INCORRECT, fraction=float(right)
            ),
            score=float(right),
            confidence=confidence,
            seconds=SECONDS,
        )
        number = self._sequence
        return Event(id=f"e{number}", device="d", sequence=number, previous="", at=at, what=what)

    # Forecasts

    def _promise(self, day: int, at: datetime) -> None:
        """Check what is said of doing nothing, and note what is said of doing every review."""
        cards, later = self.cards(), at + timedelta(days=HORIZON)
        offset = self.progress.fit
        *_, last = rehearse(cards, at, HORIZON + 1)
        expected, questions = {}, {}
        for topic in dict.fromkeys(card.topic for card in cards):
            own = [card for card in cards if card.topic == topic]
            questions[topic] = [card.ref for card in own]
            reviewed = [card for card in last.cards if card.topic == topic]
            expected[topic] = readiness(reviewed, later, offset) or 0.0
            truth = self._truth(questions[topic], day + HORIZON)
            said = readiness(own, later, offset) or 0.0
            self.year.if_nothing.found.append(Checked(said, truth))
        self._open.append(Promise(day, expected, questions))

    def _settle(self, day: int) -> None:
        """Check what was said a fortnight ago, if the learner came nearly every day since."""
        while self._open and self._open[0].made_on == day - HORIZON:
            promise = self._open.pop(0)
            if mean(self.year.present[promise.made_on + 1 :]) < PRESENT_ENOUGH:
                continue
            for topic, expected in promise.expected.items():
                truth = self._truth(promise.questions[topic], day)
                self.year.if_reviewed.found.append(Checked(expected, truth))

    def _truth(self, questions: Sequence[str], day: int) -> float:
        return mean(self._person.chance(ref, day) for ref in questions)


def _card(ref: str, module: str, item: ItemRecord) -> Card:
    seconds = item.seconds + EXPLANATION_SECONDS
    return Card(ref, module, module, item.objective, seconds, item.memory, item.recheck)


def _name(number: int) -> str:
    """`module/objective/question`; five questions on an objective, six objectives in a module."""
    objective, question = divmod(number, PER_OBJECTIVE)
    module, own = divmod(objective, OBJECTIVES)
    return f"m{module + 1}/o{own + 1}/q{question + 1}"


# What comes after being away


def offers_after(away: int, seed: int, questions: int, before: int = 120) -> list[int]:
    """A diligent learner comes back after so many days away; what the 30 days from then on offer.

    The learner is there every day from then on.
    """
    simulation = Simulation(HABITS[0], seed, questions)
    for day in range(before):
        simulation.live(day, True)
    for day in range(before, before + away):
        simulation.live(day, False)
    for day in range(before + away, before + away + 30):
        simulation.live(day, True)
    return simulation.year.offered[-30:]


# A target date


def readiness_on_target(seed: int, questions: int, target: int | None, on: int) -> float:
    """What a diligent learner really knows on the evening of day `on`, 0..1."""
    policy = Policy(target=utc_day(START) + timedelta(days=target) if target else None)
    simulation = Simulation(HABITS[0], seed, questions, policy)
    for day in range(on + 1):
        simulation.live(day, True)
    return simulation.year.chance[-1]


# The tables


def years(seed: int, questions: int, days: int) -> list[Year]:
    """The year of each learner."""
    return [Simulation(habit, seed, questions).run(days) for habit in HABITS]


def report(seed: int, questions: int, days: int) -> str:
    """Everything as text."""
    found = years(seed, questions, days)
    away = (0, 3, 7, 14, 21, 42, 84)
    return "\n".join(
        [
            f"{days} days, {questions} questions, seed {seed}; at most 15 questions or 10 minutes",
            "",
            f"{'learner':<22}{'days':>5}{'asked':>7}{'a day':>7}{'most':>6}{'min':>5}{'known':>7}",
            *(_line(year) for year in found),
            "",
            f"Forecasts {HORIZON} days ahead against the truth, in points of 100",
            f"{'':<22}{'if nothing is reviewed':>30}{'if each review is done':>32}",
            f"{'learner':<22}" + 2 * f"{'mean':>11}{'bias':>10}{'9 of 10':>10}",
            *(_errors(year) for year in found),
            "",
            "Back after being away: questions on the first day, most on any of 30 days, in all",
            *(_after(days_, seed, questions) for days_ in away),
            "",
            "Really known on day 200 by a learner who comes every day",
            f"{'without a target date':<30}{_percent(seed, questions, None):>6.1f} %",
            f"{'with day 200 as target date':<30}{_percent(seed, questions, 200):>6.1f} %",
        ]
    )


def _line(year: Year) -> str:
    asked = year.asked
    return (
        f"{year.habit.name:<22}{len(asked):>5}{sum(asked):>7}{mean(asked):>7.1f}"
        f"{max(year.offered):>6}{max(year.seconds) / 60:>5.1f}{100 * year.chance[-1]:>6.1f} %"
    )


def _errors(year: Year) -> str:
    parts = [f"{year.habit.name:<22}"]
    for checks in (year.if_nothing, year.if_reviewed):
        if checks.found:
            figures = (checks.mean_error, checks.bias, checks.nine_in_ten)
            parts.append("".join(f"{100 * one:>10.1f}" for one in figures) + " ")
        else:
            parts.append(f"{'-':>10}{'-':>10}{'-':>10} ")
    return "".join(parts)


def _after(days: int, seed: int, questions: int) -> str:
    offers = offers_after(days, seed, questions)
    return f"{days:>4} days away{offers[0]:>8}{max(offers):>8}{sum(offers):>8}"


def _percent(seed: int, questions: int, target: int | None) -> float:
    return 100 * readiness_on_target(seed, questions, target, 200)


def main() -> None:
    """Live through the year and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.review_year", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="of all dice (1)")
    parser.add_argument("--questions", type=int, default=270, help="in the courses (270)")
    parser.add_argument("--days", type=int, default=365, help="to live through (365)")
    given = parser.parse_args()
    print(report(given.seed, given.questions, given.days))


if __name__ == "__main__":
    main()
