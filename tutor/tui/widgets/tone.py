"""What a mark means. The tone only colours it: the words beside it carry the meaning."""

from enum import StrEnum


class Tone(StrEnum):
    """The value is the style of the theme that shows the tone."""

    PLAIN = "$text"
    QUIET = "$text-muted"
    GOOD = "$success"
    CAUTION = "$warning"
    HARM = "$error"
    ACCENT = "$accent"
