"""The one place where an answer that counts enters the record."""

from datetime import datetime
from typing import TYPE_CHECKING

from tutor.engine.progress.items import ItemDraft
from tutor.model.record import Answered, Outcome

if TYPE_CHECKING:
    from tutor.engine.progress.draft import Sheet


def count(sheet: "Sheet", what: Answered, before: Answered | None, at: datetime) -> None:
    """Enter an answer. `before`: the one that it replaces in the same quiz."""
    if what.verdict.outcome is Outcome.NOT_GRADABLE:
        if what.response != type(what.response)():
            sheet.completed[what.item] = at
        return
    item = sheet.item(what.item)
    if item is None or item.fingerprint.meaning != what.fingerprint.meaning:
        before = None
        item = sheet.items[what.item] = ItemDraft.first(what, at)
    if before is not None and before.verdict.outcome is Outcome.NOT_GRADABLE:
        before = None
    item.enter(what, before, at)
