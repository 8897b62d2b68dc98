"""When something that was passed should be looked at again."""

from calendar import monthrange
from datetime import date

REFRESH_MONTHS = 12
"""Skills that are not used decay by d = -1.4 within a year (Arthur et al. 1998; LEARNING.md)."""


def refresh_by(passed: date) -> date:
    """The same day twelve months later; the last of February for a 29th."""
    months = passed.month - 1 + REFRESH_MONTHS
    year, month = passed.year + months // 12, months % 12 + 1
    return date(year, month, min(passed.day, monthrange(year, month)[1]))
