"""A course and its parts down to the page."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tutor.model.base import Frozen, Id, Line, Text

FORMAT = 1
"""The course format that this program writes and reads."""


class Topic(StrEnum):
    """The closed list of subjects; statistics and forecasts group by it."""

    WPS_PARTICIPATION = "wps-participation"
    WPS_PROTECTION = "wps-protection"
    WPS_PREVENTION = "wps-prevention"
    WPS_RELIEF_AND_RECOVERY = "wps-relief-and-recovery"
    WPS_INSIDE_AND_OUTSIDE = "wps-inside-and-outside"
    GENDER_PERSPECTIVE = "gender-perspective"
    HS_APPROACH = "hs-approach"
    HS_HUMAN_ENVIRONMENT = "hs-human-environment"
    HS_WPS = "hs-wps"
    POC = "poc"
    CRSV = "crsv"
    CTHB = "cthb"
    CAAC = "caac"
    CPP = "cpp"
    EXERCISE = "exercise"


TOPIC_LABEL = {
    Topic.WPS_PARTICIPATION: "Participation",
    Topic.WPS_PROTECTION: "Protection",
    Topic.WPS_PREVENTION: "Prevention",
    Topic.WPS_RELIEF_AND_RECOVERY: "Relief and recovery",
    Topic.WPS_INSIDE_AND_OUTSIDE: "Inside and outside",
    Topic.GENDER_PERSPECTIVE: "Gender perspective",
    Topic.HS_APPROACH: "Human security",
    Topic.HS_HUMAN_ENVIRONMENT: "Human environment",
    Topic.HS_WPS: "HS and WPS",
    Topic.POC: "PoC",
    Topic.CRSV: "CRSV",
    Topic.CTHB: "CTHB",
    Topic.CAAC: "CAAC",
    Topic.CPP: "CPP",
    Topic.EXERCISE: "Exercise",
}
"""A topic where there is little room: a row of a heat map, a forecast."""


def edition(version: str) -> tuple[tuple[int, str], ...]:
    """A version in a form that sorts as versions do: 1.10.0 after 1.9.0."""
    numbers = [number.lstrip("0") for number in version.split(".")]
    return tuple((len(number), number) for number in numbers)


class CourseHead(Frozen):
    """`course.toml`: identity, order of modules, pass marks in per cent."""

    format: Literal[1]
    id: Id
    title: Line
    summary: Text
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    licence: Line = "CC-BY-4.0"
    banner: Line | None = None
    order: Annotated[int, Field(ge=0, le=1000)] = 100
    """Place among the courses on the home screen; equal ones by id."""
    pass_mark: Annotated[int, Field(ge=0, le=100)] = 80
    objective_mark: Annotated[int, Field(ge=0, le=100)] = 60
    modules: Annotated[tuple[Id, ...], Field(min_length=1, max_length=60)]
    was: tuple[Id, ...] = ()


class Objective(Frozen):
    """What the learner can do afterwards: a Bloom verb first."""

    id: Id
    text: Line


class ModuleHead(Frozen):
    """`module.toml`. `minutes` is the author's estimate for the whole module."""

    title: Line
    topic: Annotated[Topic, Field(strict=False)]
    summary: Text
    minutes: Annotated[int, Field(ge=1, le=600)]
    lessons: Annotated[tuple[Id, ...], Field(min_length=1, max_length=40)]
    scenarios: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    exercises: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    content_note: Text | None = None
    quiz_items: Annotated[int, Field(ge=5, le=60)] = 20
    objectives: tuple[Objective, ...]
    notes: Text | None = None
    was: tuple[Id, ...] = ()

    def objective(self, objective_id: str) -> Objective | None:
        """The objective with this id, or None."""
        return next((o for o in self.objectives if o.id == objective_id), None)


class LessonHead(Frozen):
    """The keys of a lesson file before its first page."""

    title: Line
    objectives: Annotated[tuple[Id, ...], Field(min_length=1)]
    summary: Text | None = None
    was: tuple[Id, ...] = ()


class Page(Frozen):
    """One page: Markdown with `[@source]` citations and `[text](term:id)` glossary links."""

    id: Id
    title: Line
    text: Text
    ask: tuple[Id, ...] = ()
    notes: Text | None = None
    discuss: Text | None = None
    was: tuple[Id, ...] = ()


class Lesson(Frozen):
    """A lesson file as read: its head and the pages that could be used."""

    id: Id
    head: LessonHead
    pages: tuple[Page, ...]
