"""A branching scenario: nodes, choices, indicators, facts, endings."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tutor.model.base import Frozen, Id, Letter, Line, Text
from tutor.model.conditions import Condition, Effect


class Indicator(Frozen):
    """A consequence that the learner sees move. Never summed into a grade."""

    label: Line
    start: int = 5
    min: int = 0
    max: int = 10


class Inject(Frozen):
    """The node arrives as a message. `dtg`: date-time group such as 051430ZMAR."""

    sender: Annotated[Line, Field(alias="from")]
    dtg: Line | None = None
    channel: Line | None = None


class NodeChoice(Frozen):
    """`quality`: 3 doctrinally best, 2 defensible, 1 weak, 0 wrong; `harm`: a never-event."""

    text: Text
    to: Id
    quality: Annotated[int, Field(ge=0, le=3)]
    why: Text
    source: tuple[Id, ...] = ()
    needs: Condition | None = None
    effects: tuple[Effect, ...] = ()
    harm: bool = False
    misconception: Id | None = None


class Node(Frozen):
    """A situation with choices, or an ending. `clock`: minutes that the node takes.

    `cue`: what there was to notice, for the debrief; `cue_if`: the same for whoever has a fact.
    """

    id: Id
    text: Text
    text_if: dict[Id, Text] = {}
    cue: Line | None = None
    cue_if: dict[Id, Line] = {}
    inject: Inject | None = None
    objective: Id | None = None
    clock: Annotated[int, Field(ge=0, le=60 * 24 * 30)] = 0
    answers: Annotated[dict[Letter, NodeChoice], Field(max_length=8)] = {}
    end: Literal["good", "mixed", "poor"] | None = None
    debrief: Text | None = None
    notes: Text | None = None
    discuss: Text | None = None
    was: tuple[Id, ...] = ()


HOUR_PATTERN = r"^(?:[01][0-9]|2[0-3])[0-5][0-9]$"
"""An hour of the day as staffs write it: 0610, 2345."""


class ScenarioHead(Frozen):
    """The keys before the first block. `intent`: the commander's intent, for the debrief.

    `begins`: the hour of the first day at which the exercise clock starts.
    """

    title: Line
    role: Text
    briefing: Text
    objectives: Annotated[tuple[Id, ...], Field(min_length=1)]
    start: Id
    intent: Text | None = None
    begins: Annotated[str, StringConstraints(pattern=HOUR_PATTERN)] | None = None
    was: tuple[Id, ...] = ()


class Scenario(Frozen):
    """A scenario file as read. `nodes` keeps the order of the file."""

    id: Id
    head: ScenarioHead
    indicators: dict[Id, Indicator] = {}
    facts: dict[Id, Line] = {}
    nodes: dict[Id, Node]

    @property
    def start(self) -> str:
        """The id of the first node."""
        return self.head.start
