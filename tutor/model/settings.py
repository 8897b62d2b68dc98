"""What a learner chose, whatever is written in the file: a wrong value never costs the others."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from tutor.model.base import Frozen

THEMES = ("tutor-dark", "tutor-light", "tutor-contrast", "tutor-ansi")
"""The names of the themes; the first is the default."""

Density = Literal["comfortable", "compact"]

_RAW: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(dict[str, JsonValue])
_LONGEST_SHOWN = 40


class Settings(Frozen):
    """What a learner chose. Settings that this version does not know are kept, not dropped."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    theme: str = ""
    confidence: bool = False
    """Ask after an answer how sure one is; in practice and review only."""
    retention: Annotated[float, Field(ge=0.7, le=0.97)] = 0.90
    """The chance of a right answer at which spaced review asks again."""
    target: date | None = None
    """The day that review gets ready for: an exercise, a deployment."""
    motion: bool = False
    """Whether scrolling and windows may move gradually."""
    density: Density = "comfortable"
    """Whether an empty line stands between the entries of a list."""
    plain_glyphs: bool = False
    """Draw with ASCII characters only, whatever the terminal says of itself."""


def tolerant(given: Mapping[str, JsonValue]) -> tuple[Settings, tuple[str, ...]]:
    """The settings, with the default in place of each wrong value, and a sentence for each."""
    kept = dict(given)
    while True:
        try:
            return Settings.model_validate_json(_RAW.dump_json(kept)), _said(given, kept)
        except ValidationError as error:
            wrong = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
            if not wrong & kept.keys():
                return Settings(), ("The settings cannot be read; the usual ones are used.",)
            kept = {name: value for name, value in kept.items() if name not in wrong}


def _said(given: Mapping[str, JsonValue], kept: Mapping[str, JsonValue]) -> tuple[str, ...]:
    usual = Settings()
    return tuple(
        f"The setting {name} cannot be {str(given[name])[:_LONGEST_SHOWN]!r}; the usual value, "
        f"{getattr(usual, name, '')}, is used."
        for name in given
        if name not in kept
    )
