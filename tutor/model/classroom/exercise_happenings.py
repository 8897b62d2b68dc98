"""What happens in a staff exercise and in the talk after it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tutor.model.base import Frozen
from tutor.model.classroom.typed import Said
from tutor.model.responses import storable


class Rating(StrEnum):
    """What became of an expected action."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_SEEN = "not seen"


class ExerciseStarted(Frozen):
    """The exercise clock runs from here."""

    kind: Literal["exercise-started"] = "exercise-started"


class InjectReleased(Frozen):
    """An inject went to the training audience."""

    kind: Literal["inject"] = "inject"
    inject: str


class ExpectationRated(Frozen):
    """The facilitator rated an expected action of an inject, counted from 0."""

    kind: Literal["rated"] = "rated"
    inject: str
    expectation: Annotated[int, Field(ge=0)]
    rating: Annotated[Rating, Field(strict=False)]
    note: Annotated[str, BeforeValidator(storable), Field(max_length=2000)] = ""


class HintGiven(Frozen):
    """The facilitator helped with an inject that nobody had acted on."""

    kind: Literal["hint"] = "hint"
    inject: str


class MissedPlayed(Frozen):
    """The training audience got to hear what comes of an action that it missed."""

    kind: Literal["missed-played"] = "missed-played"
    inject: str


class HarmNoted(Frozen):
    """The training audience decided on something harmful, and the facilitator stopped it."""

    kind: Literal["harm"] = "harm"
    inject: str
    text: Said


class ReasonNoted(Frozen):
    """Why something went as it did, in the words of the room. `objective`: "" for the whole."""

    kind: Literal["reason"] = "reason"
    objective: str = ""
    text: Said


class ActionAgreed(Frozen):
    """What will be done differently. `owner`: the post that sees to it; `due`: a day, or ""."""

    kind: Literal["action"] = "action"
    objective: str = ""
    text: Said
    owner: Annotated[str, BeforeValidator(storable), Field(max_length=80)] = ""
    due: Annotated[str, Field(pattern=r"^(?:\d{4}-\d{2}-\d{2})?$")] = ""
