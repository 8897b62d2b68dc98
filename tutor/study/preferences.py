"""The settings as a learner sees them: a name, a sentence, and the values in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tutor.errors import UsageError
from tutor.model.settings import THEMES, Settings

NONE = "none"
"""The word for no target date."""


@dataclass(frozen=True, slots=True)
class Preference:
    """A setting. `values`: the words for its values; empty where a date is typed."""

    key: str
    label: str
    why: str
    values: Mapping[str, object]


ON_OFF: Mapping[str, object] = {"on": True, "off": False}

PREFERENCES = (
    Preference(
        "theme",
        "Theme",
        "The colours. High contrast is tutor-contrast; tutor-ansi is for 16 colours.",
        {name: name for name in THEMES},
    ),
    Preference(
        "confidence",
        "Confidence",
        "After an answer in practice and review, say how sure you are. It never counts in a mark.",
        ON_OFF,
    ),
    Preference(
        "retention",
        "Desired retention",
        "The chance of a right answer at which review asks again: higher means more reviews.",
        {"0.85": 0.85, "0.90": 0.90, "0.95": 0.95},
    ),
    Preference(
        "target",
        "Target date",
        "The day that review gets you ready for, as 2026-12-31; none if there is no such day.",
        {},
    ),
    Preference("motion", "Motion", "Scrolling and windows move gradually.", ON_OFF),
    Preference(
        "density",
        "Density",
        "Comfortable leaves an empty line between the entries of a list, compact does not.",
        {"comfortable": "comfortable", "compact": "compact"},
    ),
    Preference(
        "plain-glyphs",
        "Plain characters",
        "Draw with the characters of a typewriter only.",
        ON_OFF,
    ),
)


def preference(key: str) -> Preference:
    """The setting with this name. Raises UsageError."""
    for one in PREFERENCES:
        if one.key == key:
            return one
    names = ", ".join(one.key for one in PREFERENCES)
    raise UsageError(f"There is no setting {key!r}.", f"The settings are: {names}.")


def word_of(settings: Settings, key: str) -> str:
    """The value of a setting as a word."""
    value = getattr(settings, _field(key))
    if key == "target":
        return value.isoformat() if value else NONE
    if key == "theme":
        return value or THEMES[0]
    found = (word for word, one in preference(key).values.items() if one == value)
    return next(found, str(value))


def changed(settings: Settings, key: str, word: str, today: date) -> Settings:
    """The settings with another value. Raises UsageError for a word that is none."""
    values, given = preference(key).values, word.strip().casefold()
    if key == "target":
        value: object = _target(given, today)
    elif given in values:
        value = values[given]
    else:
        raise UsageError(f"{key} cannot be {word!r}.", f"It is one of: {', '.join(values)}.")
    return settings.model_copy(update={_field(key): value})


def _target(given: str, today: date) -> date | None:
    if given in ("", NONE):
        return None
    try:
        target = date.fromisoformat(given)
    except ValueError as error:
        hint = "Write it as 2026-12-31, or none."
        raise UsageError(f"{given!r} is no date.", hint) from error
    if target < today:
        raise UsageError(f"{given} is in the past.", "Give a day to come, or none.")
    return target


def _field(key: str) -> str:
    return key.replace("-", "_")
