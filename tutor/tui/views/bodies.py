"""What a learner works with, per body of a question: a widget, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.widget import Widget

from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.frames import OrderBody, PairBody, PickBody, QuestionFrame, TruthBody, WriteBody
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.matching import MatchGrid
from tutor.tui.widgets.ordering import OrderList
from tutor.tui.widgets.short_input import ShortInput

TRUTH = (("true", "True"), ("false", "False"))


def _pick(frame: QuestionFrame, body: PickBody) -> Widget:
    said = frame.response.chosen if isinstance(frame.response, Choice) else ()
    answers = AnswerList(
        [(option.key, option.text) for option in body.options],
        mode="many" if body.many else "one",
        chosen=said,
    )
    answers.hold(frame.locked)
    return answers


def _truth(frame: QuestionFrame, _body: TruthBody) -> Widget:
    said = frame.response.value if isinstance(frame.response, Truth) else None
    chosen = () if said is None else ("true" if said else "false",)
    return AnswerList(TRUTH, mode="one", chosen=chosen)


def _pairs(frame: QuestionFrame, body: PairBody) -> Widget:
    said = frame.response.pairs if isinstance(frame.response, Pairs) else {}
    return MatchGrid(
        [(option.key, option.text) for option in body.stems],
        [(option.key, option.text) for option in body.partners],
        pairs=said,
        held=frame.locked,
        reuse=not body.once,
    )


def _order(frame: QuestionFrame, body: OrderBody) -> Widget:
    texts = {option.key: option.text for option in body.lines}
    said = frame.response.order if isinstance(frame.response, Ordering) else ()
    keys = [*(key for key in said if key in texts), *(key for key in texts if key not in said)]
    return OrderList([(key, texts[key]) for key in keys])


def _write(frame: QuestionFrame, _body: WriteBody) -> Widget:
    said = frame.response.text if isinstance(frame.response, Written) else ""
    return ShortInput(said)


WIDGETS: dict[type[Any], Callable[[QuestionFrame, Any], Widget]] = {
    PickBody: _pick,
    TruthBody: _truth,
    PairBody: _pairs,
    OrderBody: _order,
    WriteBody: _write,
}

HOW: dict[type[Any], str] = {
    PickBody: "Letter chooses, Enter answers",
    TruthBody: "A true, B false, Enter answers",
    PairBody: "Choose a line, type the letter of its partner, Enter answers",
    OrderBody: "Space takes a line, arrows move it, Enter answers",
    WriteBody: "Type, Enter answers",
}


def widget_for(frame: QuestionFrame) -> Widget:
    """The widget that takes the answer."""
    return WIDGETS[type(frame.body)](frame, frame.body)


def response_of(widget: Widget, frame: QuestionFrame) -> Response:
    """What the widget holds now, as a response."""
    match widget:
        case AnswerList() if isinstance(frame.body, TruthBody):
            chosen = widget.chosen
            return Truth(value=chosen[0] == "true" if chosen else None)
        case AnswerList():
            return Choice(chosen=widget.chosen)
        case MatchGrid():
            return Pairs(pairs=dict(widget.pairs))
        case OrderList():
            return Ordering(order=widget.order)
        case ShortInput():
            return Written(text=widget.value)
    raise TypeError(f"{type(widget).__name__} takes no answer")
