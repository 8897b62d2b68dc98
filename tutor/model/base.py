"""What every content model shares: frozen values that refuse keys they do not know."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""No underscore, dot or comma: exports use these as separators (SCORM, xAPI interaction ids)."""

LETTERS = "abcdefgh"
"""The answer letters an author may use: stable ids, not places on the screen."""


class Frozen(BaseModel):
    """A value: compared by content, never changed, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def without_outer_blank_lines(text: str) -> str:
    """Drop blank lines before and after, and trailing blanks; indentation inside stays."""
    if "\n" not in text:
        return text.rstrip()
    lines = [line.rstrip() for line in text.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-h]$")]
Line = Annotated[
    str, AfterValidator(without_outer_blank_lines), StringConstraints(min_length=1, max_length=400)
]
"""A short text: a title, a label. 1 to 400 characters."""

Text = Annotated[
    str,
    AfterValidator(without_outer_blank_lines),
    StringConstraints(min_length=1, max_length=20_000),
]
"""Markdown in the safe subset. 1 to 20,000 characters: about 3,000 words, far above a page."""
