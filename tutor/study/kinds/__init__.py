"""How each kind of question is shown and explained: one table over the kinds."""

from typing import Any

from tutor.study.kinds.base import Presenter
from tutor.study.kinds.best_worst import BestWorstPresenter
from tutor.study.kinds.cloze import ClozePresenter
from tutor.study.kinds.draft import DraftPresenter
from tutor.study.kinds.inject import InjectPresenter
from tutor.study.kinds.match import MatchPresenter
from tutor.study.kinds.multiple import MultiplePresenter
from tutor.study.kinds.number import NumberPresenter
from tutor.study.kinds.order import OrderPresenter
from tutor.study.kinds.reflect import ReflectPresenter
from tutor.study.kinds.short import ShortPresenter
from tutor.study.kinds.single import SinglePresenter
from tutor.study.kinds.sort import SortPresenter
from tutor.study.kinds.spot import SpotPresenter
from tutor.study.kinds.statements import StatementsPresenter
from tutor.study.kinds.true_false import TrueFalsePresenter

PRESENTERS: dict[str, Presenter[Any]] = {
    "single": SinglePresenter(),
    "multiple": MultiplePresenter(),
    "true-false": TrueFalsePresenter(),
    "statements": StatementsPresenter(),
    "match": MatchPresenter(),
    "order": OrderPresenter(),
    "sort": SortPresenter(),
    "cloze": ClozePresenter(),
    "short": ShortPresenter(),
    "number": NumberPresenter(),
    "spot": SpotPresenter(),
    "best-worst": BestWorstPresenter(),
    "inject": InjectPresenter(),
    "draft": DraftPresenter(),
    "reflect": ReflectPresenter(),
}
"""The keys are those of `model.items.KINDS`; a test holds them together."""
