"""What a learner works with, per body of a question: a widget, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.widget import Widget

from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.frames import (
    Body,
    ExtremesBody,
    GapBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    QuestionFrame,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
    WriteBody,
)
from tutor.tui.widgets.answers import AnswerList
from tutor.tui.widgets.extremes import ExtremeList
from tutor.tui.widgets.gaps import Field, GapForm
from tutor.tui.widgets.long_text import LongText
from tutor.tui.widgets.matching import MatchGrid
from tutor.tui.widgets.number_input import NumberInput
from tutor.tui.widgets.ordering import OrderList
from tutor.tui.widgets.scale import Scale
from tutor.tui.widgets.short_input import ShortInput
from tutor.tui.widgets.sorting import SortGrid
from tutor.tui.widgets.statements import StatementList

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


def _write(frame: QuestionFrame, body: WriteBody) -> Widget:
    said = frame.response.text if isinstance(frame.response, Written) else ""
    if body.lines > 1:
        return LongText(said, lines=body.lines)
    return NumberInput(said, body.unit) if body.number else ShortInput(said)


def _statements(frame: QuestionFrame, body: StatementsBody) -> Widget:
    return StatementList(_rows(body.lines), chosen=_said(frame), held=frame.locked)


def _sort(frame: QuestionFrame, body: SortBody) -> Widget:
    lines, bins = _rows(body.lines), _rows(body.bins)
    return SortGrid(lines, bins, chosen=_said(frame), held=frame.locked)


def _gaps(frame: QuestionFrame, body: GapBody) -> Widget:
    fields = [Field(gap.key, gap.number, gap.choices) for gap in body.gaps]
    return GapForm(fields, values=_said(frame), held=frame.locked)


def _scale(frame: QuestionFrame, body: ScaleBody) -> Widget:
    said = frame.response.chosen if isinstance(frame.response, Choice) else ()
    return Scale(_rows(body.steps), chosen=next(iter(said), None))


def _extremes(frame: QuestionFrame, body: ExtremesBody) -> Widget:
    return ExtremeList(_rows(body.options), named=_said(frame), held=frame.locked)


def _rows(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(option.key, option.text) for option in options]


def _said(frame: QuestionFrame) -> dict[str, str]:
    """What was put beside what before."""
    return dict(frame.response.pairs) if isinstance(frame.response, Pairs) else {}


WIDGETS: dict[type[Any], Callable[[QuestionFrame, Any], Widget]] = {
    PickBody: _pick,
    TruthBody: _truth,
    PairBody: _pairs,
    OrderBody: _order,
    WriteBody: _write,
    StatementsBody: _statements,
    SortBody: _sort,
    GapBody: _gaps,
    ScaleBody: _scale,
    ExtremesBody: _extremes,
}

HOW: dict[type[Any], str] = {
    PickBody: "Letter chooses, Enter answers",
    TruthBody: "A true, B false, Enter answers",
    PairBody: "Choose a line, type the letter of its partner, Enter answers",
    OrderBody: "Space takes a line, arrows move it, Enter answers",
    WriteBody: "Type, Enter answers",
    StatementsBody: "t true, f false for the line under the cursor, Enter answers",
    SortBody: "Type the number of the bin for the line under the cursor, Enter answers",
    GapBody: "Fill the gaps, Tab goes on, Enter answers",
    ScaleBody: "1 to 5 or left and right choose, Enter answers",
    ExtremesBody: "+ the best, - the worst on the line under the cursor, Enter answers",
}


def how(body: Body) -> str:
    """What the keys do, in a line."""
    if isinstance(body, WriteBody) and body.lines > 1:
        return "Write, Enter begins a new line, ^s hands in"
    if isinstance(body, WriteBody) and body.number:
        return "Type a number, Enter answers"
    if isinstance(body, PickBody) and body.title:
        return "Letter marks a line that is wrong, Enter answers"
    return HOW[type(body)]


def title_of(body: Body) -> str:
    """What stands above the lines of a document, "" for other bodies."""
    return body.title if isinstance(body, PickBody) else ""


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
        case ShortInput() | NumberInput() | LongText():
            return Written(text=widget.value)
        case StatementList() | SortGrid():
            return Pairs(pairs=widget.chosen)
        case ExtremeList():
            return Pairs(pairs=widget.named)
        case GapForm():
            return Pairs(pairs=widget.values)
        case Scale():
            return Choice(chosen=(widget.chosen,) if widget.chosen else ())
    raise TypeError(f"{type(widget).__name__} takes no answer")
