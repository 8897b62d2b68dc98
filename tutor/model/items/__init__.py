"""The kinds of question: one small module each, and the one table that names them."""

from tutor.model.items.base import Answer, Item, Use
from tutor.model.items.match import Match, Pair
from tutor.model.items.multiple import Multiple, MultipleAnswer
from tutor.model.items.order import Order
from tutor.model.items.short import Short
from tutor.model.items.single import Single, SingleAnswer
from tutor.model.items.true_false import TrueFalse

KINDS: dict[str, type[Item]] = {
    kind.KIND: kind for kind in (Single, Multiple, TrueFalse, Match, Order, Short)
}
"""Every kind by the name an author writes. Other floors keep a table with the same keys."""

__all__ = [
    "KINDS",
    "Answer",
    "Item",
    "Match",
    "Multiple",
    "MultipleAnswer",
    "Order",
    "Pair",
    "Short",
    "Single",
    "SingleAnswer",
    "TrueFalse",
    "Use",
]
