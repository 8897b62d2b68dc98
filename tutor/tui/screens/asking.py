"""What has to be asked before a move is made: are you sure, or which one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import ModalScreen

from tutor.study.frames import DebriefFrame, DecisionRow, Frame, RunRow
from tutor.study.moves import Action, Finish, Fork, Move, ShowRun
from tutor.tui.screens.list_dialog import ListDialog
from tutor.tui.views.debrief import worth
from tutor.tui.widgets.dialog import ConfirmDialog
from tutor.tui.widgets.menu import MenuRow

HAND_IN = "Hand in the quiz now? The answers cannot be changed afterwards."


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog, and the move that its result means; None: nothing is done."""

    dialog: ModalScreen[Any]
    move: Callable[[Any], Move | None]


def before(action: Action, frame: Frame) -> Question | None:
    """What to ask before the action; None where it can be done at once."""
    match action:
        case Action.FINISH:
            dialog = ConfirmDialog("Hand in", HAND_IN)
            return Question(dialog, lambda yes: Finish() if yes else None)
        case Action.FORK if isinstance(frame, DebriefFrame):
            rows = [_decision(row) for row in frame.log]
            at = str(frame.costliest[0].number) if frame.costliest else ""
            return Question(ListDialog("Which decision do you take once more?", rows, at), _fork)
        case Action.RUNS if isinstance(frame, DebriefFrame):
            runs = [_run(row) for row in frame.runs]
            at = next((str(row.number) for row in frame.runs if row.shown), "")
            return Question(ListDialog("Which run do you want to see?", runs, at), _show)
        case _:
            return None


def _fork(number: str | None) -> Move | None:
    return Fork(int(number)) if number else None


def _show(number: str | None) -> Move | None:
    return ShowRun(int(number)) if number else None


def _decision(row: DecisionRow) -> MenuRow:
    return MenuRow(str(row.number), row.situation, f"{row.clock}  {worth(row)}", f"{row.number:>2}")


def _run(row: RunRow) -> MenuRow:
    note = f"{row.end} ending, {int(row.percent)} % of the decision quality"
    return MenuRow(str(row.number), f"Run {row.number}: {row.label}", note, strong=row.shown)
