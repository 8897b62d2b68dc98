"""Grading: one small module per kind of question, and the one table that names them.

A verdict's fraction is in [0, 1]; a blank response and one of a foreign shape earn 0. What nobody
can grade (`gradable` is False) always has the outcome NOT_GRADABLE, blank or not.
"""

from collections.abc import Collection
from types import MappingProxyType

from tutor.engine.grading.base import NO_ANSWER, Aliases, Grader, Row, Shown
from tutor.engine.grading.best_worst import BestWorstRules
from tutor.engine.grading.cloze import ClozeRules
from tutor.engine.grading.inject import InjectRules
from tutor.engine.grading.match import MatchRules, partners
from tutor.engine.grading.multiple import MultipleRules
from tutor.engine.grading.number import NumberRules
from tutor.engine.grading.order import OrderRules
from tutor.engine.grading.short import ShortRules
from tutor.engine.grading.single import SingleRules
from tutor.engine.grading.sort import SortRules
from tutor.engine.grading.spot import SpotRules
from tutor.engine.grading.statements import StatementsRules
from tutor.engine.grading.true_false import TrueFalseRules
from tutor.engine.grading.written import DraftRules, ReflectRules
from tutor.errors import ContentError
from tutor.model.items import (
    BestWorst,
    Cloze,
    Draft,
    Item,
    Match,
    Multiple,
    Number,
    Order,
    PlanChange,
    Reflect,
    Short,
    Single,
    Sort,
    Spot,
    Statements,
    TrueFalse,
)
from tutor.model.record import Verdict
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.ports import Dice

_ROWS: tuple[Grader, ...] = (
    Row(Single, Choice, SingleRules()),
    Row(Multiple, Choice, MultipleRules()),
    Row(TrueFalse, Truth, TrueFalseRules()),
    Row(Statements, Pairs, StatementsRules()),
    Row(Match, Pairs, MatchRules()),
    Row(Order, Ordering, OrderRules()),
    Row(Sort, Pairs, SortRules()),
    Row(Cloze, Pairs, ClozeRules()),
    Row(Short, Written, ShortRules()),
    Row(Number, Written, NumberRules()),
    Row(Spot, Choice, SpotRules()),
    Row(BestWorst, Pairs, BestWorstRules()),
    Row(PlanChange, Choice, InjectRules()),
    Row(Draft, Written, DraftRules()),
    Row(Reflect, Written, ReflectRules()),
)

GRADERS: dict[str, Grader] = {row.kind: row for row in _ROWS}
"""Every kind by the name an author writes; the same keys as `model.items.KINDS`."""

NO_ALIASES: Aliases = MappingProxyType({})


def grade(item: Item, response: Response, *, aliases: Aliases = NO_ALIASES) -> Verdict:
    """The verdict on a response. `aliases`: glossary terms and their other spellings."""
    return _grader(item).grade(item, response, aliases)


def gradable(item: Item) -> bool:
    """False where an answer is only handed in or not: it never counts in a score."""
    return _grader(item).gradable


def answered(item: Item, response: Response) -> bool:
    """Whether anything in the response answers this item; what is not answered earns 0."""
    return _grader(item).answered(item, response)


def rule(item: Item) -> str:
    """How the item is scored, as a sentence for the learner to read before answering."""
    return _grader(item).rule(item)


def key(item: Item) -> Response:
    """A response that earns 1."""
    return _grader(item).key(item)


def blank(item: Item) -> Response:
    """The response of a learner who has not answered."""
    return _grader(item).blank()


def parts(item: Item) -> tuple[str, ...]:
    """What can be right separately and then stays locked; empty where all is one decision."""
    return _grader(item).parts(item)


def merge_locked(item: Item, response: Response, locked: Collection[str]) -> Response:
    """A second response with the parts that were right before (`Verdict.right_parts`) put back."""
    return _grader(item).merge_locked(item, response, locked)


def shown(item: Item, dice: Dice) -> Shown:
    """The order in which the answers are presented; the same dice give the same order."""
    return _grader(item).shown(item, dice)


def sentence(item: Item, response: Response, verdict: Verdict) -> str:
    """What was right and what was not, in a sentence that does not give the key away."""
    return _grader(item).sentence(item, response, verdict)


def _grader(item: Item) -> Grader:
    grader = GRADERS.get(item.kind)
    if grader is None:
        raise ContentError(
            f"Questions of the kind {item.kind!r} cannot be graded by this version.",
            "Update the program, or leave this question out.",
        )
    return grader


__all__ = [
    "GRADERS",
    "NO_ALIASES",
    "NO_ANSWER",
    "Aliases",
    "Grader",
    "Shown",
    "answered",
    "blank",
    "gradable",
    "grade",
    "key",
    "merge_locked",
    "partners",
    "parts",
    "rule",
    "sentence",
    "shown",
]
