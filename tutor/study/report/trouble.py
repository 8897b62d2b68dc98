"""What to put right: answers that were sure and wrong, and misconceptions still held."""

from collections.abc import Mapping
from datetime import date, datetime

from tutor.engine.misconceptions import RIGHT_ANSWERS
from tutor.engine.review import recheck
from tutor.model.items import Item
from tutor.model.mastery import Misconception
from tutor.study import questions
from tutor.study.frames import MisconceptionRow, ShownIn, SureRow
from tutor.study.review_queue import Studied
from tutor.study.texts import first_line


def confidently_wrong(studied: Mapping[str, Studied], today: date) -> tuple[SureRow, ...]:
    """The questions that are still to be put right, the next check first.

    A check whose day has passed comes today: no list shows a debt.
    """
    rows = [
        _sure(found, name, item, today)
        for found in studied.values()
        for name, item in found.module.items.items()
    ]
    present = [row for row in rows if row is not None]
    return tuple(sorted(present, key=lambda row: (row.next_check, row.ref)))


def _sure(found: Studied, name: str, item: Item, today: date) -> SureRow | None:
    ref = f"{found.module.ref}/{name}"
    record = found.record.items.get(ref)
    if record is None or record.recheck is None:
        return None
    return SureRow(
        ref=ref,
        title=found.module.head.title,
        question=questions.label(item),
        since=record.recheck.since,
        next_check=max(recheck.due_on(record.recheck), today),
        done=record.recheck.done,
        checks=len(recheck.CHECKS),
    )


def misconceptions(
    held: Mapping[str, Misconception], studied: Mapping[str, Studied]
) -> tuple[MisconceptionRow, ...]:
    """The misconceptions on the list, the one shown last first."""
    rows = [_row(tag, one, studied) for tag, one in held.items() if one.held]
    return tuple(sorted(rows, key=lambda row: (row.last_at, row.tag), reverse=True))


def _row(tag: str, found: Misconception, studied: Mapping[str, Studied]) -> MisconceptionRow:
    places = sorted(found.chosen.items(), key=lambda place: place[1], reverse=True)
    shown = (_shown(tag, ref, at, studied) for ref, at in places)
    return MisconceptionRow(
        tag=tag,
        label=tag.replace("-", " "),
        times=found.times,
        last_at=found.last_at,
        right=len(found.right),
        needed=RIGHT_ANSWERS,
        shown=tuple(one for one in shown if one is not None),
    )


def _shown(tag: str, ref: str, at: datetime, studied: Mapping[str, Studied]) -> ShownIn | None:
    """`ref` is course/module/question, or course/module/scenario/node; None if it is gone."""
    course, module, *rest = ref.split("/")
    found = studied.get(f"{course}/{module}")
    if found is None:
        return None
    label, answers = _place(found, rest)
    chosen = next((one for one in answers if getattr(one, "misconception", None) == tag), None)
    return ShownIn(
        ref=ref,
        title=found.module.head.title,
        question=label,
        answer=getattr(chosen, "text", ""),
        why=getattr(chosen, "why", ""),
        at=at,
    )


def _place(found: Studied, rest: list[str]) -> tuple[str, list[object]]:
    """What was asked, and the answers that could be chosen."""
    match rest:
        case [name] if name in found.module.items:
            item = found.module.items[name]
            return questions.label(item), [*getattr(item, "answers", {}).values()]
        case [scenario, node] if scenario in found.module.scenarios:
            nodes = found.module.scenarios[scenario].nodes
            if node in nodes:
                return first_line(nodes[node].text), [*nodes[node].answers.values()]
    return "", []
