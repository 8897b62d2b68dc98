"""The kinds of question: one small module each, and the one table that names them."""

from tutor.model.items.base import Answer, Item, Use
from tutor.model.items.best_worst import BestWorst, RankedAnswer
from tutor.model.items.cloze import Cloze, Gap
from tutor.model.items.draft import Draft
from tutor.model.items.inject import PlanChange
from tutor.model.items.match import Match, Pair
from tutor.model.items.multiple import Multiple, MultipleAnswer
from tutor.model.items.number import Number
from tutor.model.items.order import Order
from tutor.model.items.reflect import Reflect
from tutor.model.items.short import Short
from tutor.model.items.single import Single, SingleAnswer
from tutor.model.items.sort import Sort, Sorted
from tutor.model.items.spot import DocumentLine, Spot
from tutor.model.items.statements import Statement, Statements
from tutor.model.items.true_false import TrueFalse

KINDS: dict[str, type[Item]] = {
    kind.KIND: kind
    for kind in (
        Single, Multiple, TrueFalse, Statements, Match, Order, Sort, Cloze, Short, Number,
        Spot, BestWorst, PlanChange, Draft, Reflect,
    )
}  # fmt: skip
"""Every kind by the name an author writes. Other floors keep a table with the same keys."""


def misconceptions(item: Item) -> tuple[str, ...]:
    """The tags of all misconceptions that an answer to this question can show, each once."""
    answers = getattr(item, "answers", {}).values()
    tags = (getattr(one, "misconception", None) for one in (item, *answers))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


__all__ = [
    "KINDS",
    "Answer",
    "BestWorst",
    "Cloze",
    "DocumentLine",
    "Draft",
    "Gap",
    "Item",
    "Match",
    "Multiple",
    "MultipleAnswer",
    "Number",
    "Order",
    "Pair",
    "PlanChange",
    "RankedAnswer",
    "Reflect",
    "Short",
    "Single",
    "SingleAnswer",
    "Sort",
    "Sorted",
    "Spot",
    "Statement",
    "Statements",
    "TrueFalse",
    "Use",
    "misconceptions",
]
