"""Mastery of every objective, module by module."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from tutor.engine.mastery import FAMILIAR_ITEMS, RETAINED, Lack, lack, waived
from tutor.engine.review.memory import mean_retrievability
from tutor.engine.review.schedule import Card
from tutor.model.course import TOPIC_LABEL, ModuleHead, Objective
from tutor.model.library import Course
from tutor.model.mastery import Mastery, ObjectiveRecord
from tutor.study.frames import MasteryFrame, MasteryRow
from tutor.study.review_queue import Studied
from tutor.study.texts import day

WORDS = {
    Lack.START: "Read the lesson and answer its questions.",
    Lack.SCORES: "Familiar asks for 70 % over its questions.",
    Lack.ANSWERS: "Proficient looks at the last five answers; give some more.",
    Lack.RECENT: "Proficient asks for 80 % in the last five answers.",
    Lack.TYPED: "Proficient asks for a typed answer that is right.",
    Lack.DECISION: "Mastered asks for the best decision in a scenario.",
    Lack.NOTHING: "Nothing more is asked; review keeps it.",
}


def heat_map(
    courses: Sequence[Course], studied: Mapping[str, Studied], at: datetime, fit: float
) -> tuple[MasteryFrame, ...]:
    """Every module of every course; only those that were studied are looked into.

    `fit`: `Progress.fit`, which corrects the bars.
    """
    return tuple(
        module_mastery(course, ref, course.modules[name], studied.get(ref), at, fit)
        for course in courses
        for name in course.head.modules
        if name in course.modules
        for ref in [f"{course.head.id}/{name}"]
    )


def module_mastery(
    course: Course, ref: str, head: ModuleHead, found: Studied | None, at: datetime, fit: float
) -> MasteryFrame:
    """One module. `found` is None when nothing was done in it."""
    cards = found.cards if found else ()
    if found is None:
        rows = [_untouched(objective) for objective in head.objectives]
    else:
        rows = [_row(found, objective, cards, at, fit) for objective in head.objectives]
    return MasteryFrame(
        ref=ref,
        course=course.head.title,
        title=head.title,
        topic=TOPIC_LABEL[head.topic],
        rows=tuple(rows),
        now=_now(cards, at, fit),
    )


def _untouched(objective: Objective) -> MasteryRow:
    return MasteryRow(
        id=objective.id,
        text=objective.text,
        mastery=Mastery.NOT_STARTED,
        now=None,
        answered=0,
        questions=0,
        needs=WORDS[Lack.START],
        lack=Lack.START.value,
    )


def _row(
    found: Studied, objective: Objective, cards: Sequence[Card], at: datetime, fit: float
) -> MasteryRow:
    module, name = found.module, objective.id
    record = found.record.objectives.get(name)
    own = [item for item in module.items.values() if item.objective == name]
    scores = record.scores if record else {}
    missing = lack(record, waived(module, name))
    return MasteryRow(
        id=name,
        text=objective.text,
        mastery=found.record.mastery(name),
        now=_now([card for card in cards if card.objective == name], at, fit),
        answered=sum(f"{module.ref}/{item.id}" in scores for item in own),
        questions=len(own),
        needs=_needs(missing, record),
        lack=missing.value,
        tested_out=record is not None and record.tested_out_at is not None,
        harm=record is not None and record.harm_at is not None,
    )


def _needs(missing: Lack, record: ObjectiveRecord | None) -> str:
    if record is not None and missing is Lack.QUESTIONS:
        left = FAMILIAR_ITEMS - len(record.scores)
        return f"Familiar asks for {left} more question{'s' if left > 1 else ''}."
    if record is not None and record.proficient_at is not None and missing is Lack.REVIEW:
        first = day(record.proficient_at + RETAINED)
        return f"Mastered asks for a right answer on or after {first}."
    return WORDS[missing]


def _now(cards: Sequence[Card], at: datetime, fit: float) -> float | None:
    return mean_retrievability([card.memory for card in cards if card.memory], at, fit)
