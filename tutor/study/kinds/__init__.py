"""How each kind of question is shown and explained: one table over the kinds."""

from typing import Any

from tutor.study.kinds.base import Presenter
from tutor.study.kinds.match import MatchPresenter
from tutor.study.kinds.multiple import MultiplePresenter
from tutor.study.kinds.order import OrderPresenter
from tutor.study.kinds.short import ShortPresenter
from tutor.study.kinds.single import SinglePresenter
from tutor.study.kinds.true_false import TrueFalsePresenter

PRESENTERS: dict[str, Presenter[Any]] = {
    "single": SinglePresenter(),
    "multiple": MultiplePresenter(),
    "true-false": TrueFalsePresenter(),
    "match": MatchPresenter(),
    "order": OrderPresenter(),
    "short": ShortPresenter(),
}
"""The keys are those of `model.items.KINDS`; a test holds them together."""
