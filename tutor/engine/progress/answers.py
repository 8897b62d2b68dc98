"""The one place where an answer that counts enters the record."""

from datetime import datetime
from typing import TYPE_CHECKING

from tutor.engine.progress.items import ItemDraft
from tutor.engine.review import fit
from tutor.engine.review.grade import is_review
from tutor.engine.spacing import spaced
from tutor.model.record import Answered, Behaviour, Outcome

if TYPE_CHECKING:
    from tutor.engine.progress.draft import Draft


def count(draft: "Draft", what: Answered, before: Answered | None, at: datetime) -> None:
    """Enter an answer. `before`: the one that it replaces in the same quiz."""
    sheet = draft.sheet(what.module)
    if what.verdict.outcome is Outcome.NOT_GRADABLE:
        if what.response != type(what.response)():
            sheet.completed[what.item] = at
            sheet.objective(what.objective)
        return
    item = sheet.item(what.item)
    if item is None or item.fingerprint.meaning != what.fingerprint.meaning:
        before = None
        item = sheet.items[what.item] = ItemDraft.first(what, at)
    if before is not None and before.verdict.outcome is Outcome.NOT_GRADABLE:
        before = None
    fresh = item.attempts == 0 or spaced(item.last_at, at)
    item.enter(what, before, at)
    evidence = sheet.objective(what.objective)
    for tag in what.verdict.misconceptions:
        draft.choose(tag, what.item, at)
    if what.behaviour is Behaviour.PRETEST:
        return
    first = before is None and is_review(what)
    own = first and is_unaided(what)
    evidence.answer(what, at, reviewed=own and fresh)
    if first:
        expected = item.review(what, at)
        if expected is not None:
            draft.fit = fit.after(draft.fit, expected, what.verdict.fraction)
        _measure(draft, what, at)
    if own:
        for tag in what.carries:
            held = draft.misconception(tag)
            if held is not None:
                held.answer_right(at)


def is_unaided(what: Answered) -> bool:
    """Whether an answer was right at the first try and without a hint."""
    return what.verdict.outcome is Outcome.CORRECT and what.tries <= 1 and not what.hints


def _measure(draft: "Draft", what: Answered, at: datetime) -> None:
    """Keep what calibration and the curve of accuracy are drawn from."""
    day = draft.day(at)
    day.answers += 1
    day.earned += what.verdict.fraction
    if what.confidence is not None:
        draft.sheet(what.module).state(what.confidence, what.verdict.fraction)
