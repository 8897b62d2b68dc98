"""Mastery per objective: which level the evidence has earned (LEARNING.md, Mastery).

    Attempted    anything was answered or decided on the objective
    Familiar     70 % over the last scores of at least three questions, or tested out
    Proficient   Familiar, and 80 % over the last five answers, one of them typed and right
    Mastered     Proficient, a correct decision in a scenario, and a right review 7 days later

What the words mean here:

- *Answers* are those of checkpoints, practice, review and exams, with the score after second
  tries. A pre-test is not scored and counts in the test-out only.
- *The last five answers* hold a question once a day. Most objectives have four or five questions,
  so it cannot be five different ones; and asking the same three again at once shows nothing.
- *Typed* is what the learner produced: a word or a number, or a text in which no gap is chosen
  from a list. *Decision* is the best choice on offer in a run that counts. Where a module has no
  typed question or no decision on an objective, that is not asked for (`waived`).
- *A right review* is an unaided right answer, at least seven days after Proficient was reached,
  to a question that was not answered within the 24 hours before.
- *A run that counts* is the first complete one, or one that ends at least 24 hours after the
  last complete run of the same scenario: before that, it repeats the debrief.
- *Harm caps a run at Familiar*: a run with a harmful choice is worth no more than Familiar on any
  of its objectives, so none of its decisions counts as the correct one. What answers have earned
  is not touched, and a later run without harm counts again.
- *Test-out* needs 85 % of at least three questions in the first pre-test of the module (later
  ones have seen the explanations). It earns Familiar, since it is no better evidence than what
  Familiar asks for: the lessons may be skipped, practice may not.

Times are set when a level is first reached and stay: a level is never taken away.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from tutor.engine.spacing import utc_day
from tutor.model.library import Module
from tutor.model.mastery import Mastery, ObjectiveRecord, Standing
from tutor.model.record import Answered, Decided, ObjectiveScore, Waived

FAMILIAR_ITEMS, FAMILIAR_SHARE = 3, 0.70
RECENT, PROFICIENT_SHARE = 5, 0.80
RETAINED = timedelta(days=7)
TEST_OUT_ITEMS, TEST_OUT_SHARE = 3, 0.85
TYPED = frozenset({"short", "number", "cloze"})
"""Kinds that ask to produce an answer. Ordering, matching and marking work with what is given."""

ROUNDING = 1e-9
"""A sum of scores may miss a mark by the last bits of a float."""


def is_typed(what: Answered) -> bool:
    """Whether an answer was produced. A gap with choices shows as `name:number` in `shown`."""
    return what.item_kind in TYPED and not any(":" in key for key in what.shown)


def is_correct(step: Decided) -> bool:
    """Whether a decision was the best on offer, and not a wrong one among wrong ones."""
    return step.quality >= step.best and step.quality > 0 and not step.harm


def waived(module: Module, objective: str) -> tuple[Waived, ...]:
    """What mastery cannot ask for on an objective, because the module has nothing of it."""
    items = (item for item in module.items.values() if item.objective == objective)
    nodes = (node for scenario in module.scenarios.values() for node in scenario.nodes.values())
    typed = any(_asks_to_type(item) for item in items)
    decision = any(node.objective == objective and node.answers for node in nodes)
    found: tuple[tuple[Waived, bool], ...] = (("typed", typed), ("decision", decision))
    return tuple(name for name, there in found if not there)


def _asks_to_type(item: Any) -> bool:
    gaps = getattr(item, "gaps", {})
    return item.kind in TYPED and not any(gap.choices for gap in gaps.values())


class Lack(StrEnum):
    """What the next level asks for and the evidence does not have yet."""

    START = "start"
    QUESTIONS = "more questions"
    SCORES = "better scores"
    ANSWERS = "more answers"
    RECENT = "better recent answers"
    TYPED = "a typed answer"
    DECISION = "a decision"
    REVIEW = "a review"
    NOTHING = "nothing"


def lack(record: ObjectiveRecord | None, without: Collection[Waived] = ()) -> Lack:
    """The first thing that keeps an objective from its next level. `without`: see `waived`."""
    if record is None:
        return Lack.START
    match record.mastery:
        case Mastery.MASTERED:
            return Lack.NOTHING
        case Mastery.PROFICIENT:
            decided = record.decided_at is not None or "decision" in without
            return Lack.REVIEW if decided else Lack.DECISION
        case Mastery.FAMILIAR if len(record.recent) < RECENT:
            return Lack.ANSWERS
        case Mastery.FAMILIAR:
            steady = _share(one.score for one in record.recent) >= PROFICIENT_SHARE
            return Lack.TYPED if steady and "typed" not in without else Lack.RECENT
        case _:
            return Lack.QUESTIONS if len(record.scores) < FAMILIAR_ITEMS else Lack.SCORES


@dataclass(slots=True)
class Evidence:
    """An `ObjectiveRecord` that can still change; the fields are the same."""

    scores: dict[str, float] = field(default_factory=dict)
    recent: list[Standing] = field(default_factory=list)
    tested_out_at: datetime | None = None
    familiar_at: datetime | None = None
    proficient_at: datetime | None = None
    mastered_at: datetime | None = None
    decided_at: datetime | None = None
    right_at: datetime | None = None
    harm_at: datetime | None = None

    @classmethod
    def of(cls, record: ObjectiveRecord) -> "Evidence":
        """Begin with what is recorded."""
        known = {one.name: getattr(record, one.name) for one in fields(cls)}
        return cls(**known | {"scores": dict(record.scores), "recent": list(record.recent)})

    def freeze(self) -> ObjectiveRecord:
        """The record as it stands now."""
        known = {one.name: getattr(self, one.name) for one in fields(self)}
        return ObjectiveRecord(**known | {"recent": tuple(self.recent)})

    def answer(self, what: Answered, at: datetime, *, reviewed: bool) -> None:
        """Enter a scored answer. `reviewed`: it was a right review, so memory held until now."""
        self.scores[what.item] = what.score
        standing = Standing(item=what.item, at=at, score=what.score, typed=is_typed(what))
        others = [one for one in self.recent if not _replaces(standing, one)]
        self.recent = [*others, standing][-RECENT:]
        if reviewed:
            self.right_at = at
        self._rise(what.waived, at)

    def run(self, steps: Sequence[Decided], at: datetime, *, harm: bool, counts: bool) -> None:
        """Enter the decisions on this objective of a complete run.

        `harm`: a harmful choice was made anywhere in the run. `counts`: see above.
        """
        if any(step.harm for step in steps):
            self.harm_at = at
        elif counts and not harm and any(is_correct(step) for step in steps):
            self.decided_at = self.decided_at or at
            self.harm_at = None
            self._rise((), at)

    def pretest(self, score: ObjectiveScore, at: datetime) -> None:
        """Enter the result of the first pre-test."""
        enough = score.possible >= TEST_OUT_ITEMS
        if enough and score.earned >= TEST_OUT_SHARE * score.possible - ROUNDING:
            self.tested_out_at = self.tested_out_at or at
            self.familiar_at = self.familiar_at or at

    def _rise(self, without: tuple[Waived, ...], at: datetime) -> None:
        """Note the levels that are reached now."""
        if self.familiar_at is None and self._is_familiar():
            self.familiar_at = at
        if self.familiar_at is None:
            return
        if self.proficient_at is None and self._is_steady():
            typed = any(one.typed and one.score >= PROFICIENT_SHARE for one in self.recent)
            if typed or "typed" in without:
                self.proficient_at = at
        if self.mastered_at is None and self.proficient_at and self.right_at:
            retained = self.right_at - self.proficient_at >= RETAINED
            if retained and (self.decided_at is not None or "decision" in without):
                self.mastered_at = at

    def _is_familiar(self) -> bool:
        scores = self.scores.values()
        return len(scores) >= FAMILIAR_ITEMS and _share(scores) >= FAMILIAR_SHARE

    def _is_steady(self) -> bool:
        scores = [one.score for one in self.recent]
        return len(scores) == RECENT and _share(scores) >= PROFICIENT_SHARE


def _replaces(new: Standing, old: Standing) -> bool:
    return old.item == new.item and utc_day(old.at) == utc_day(new.at)


def _share(scores: Iterable[float]) -> float:
    listed = list(scores)
    return sum(listed) / len(listed) + ROUNDING
