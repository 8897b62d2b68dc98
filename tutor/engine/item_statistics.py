"""Classical item analysis: how hard a question is, whether it tells people apart, what draws them.

Sources: Kelley 1939 and Ebel 1965 for the groups of 27 %; the item-rest correlation as in any
textbook of test theory (Crocker & Algina 1986). Hake 1998 for the gain.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

COUNTS_BELOW = 10
"""Answers below which a share says nothing: counts only."""

GROUPS_FROM = 30
"""Sheets from which the upper and lower 27 % are groups of a usable size."""

GROUP_SHARE = 0.27
EASY_ABOVE, HARD_BELOW, FLAT_BELOW = 0.95, 0.20, 0.10

Sheet = Mapping[str, bool]
"""One person's answers in a test: item -> whether it was right. Nobody's name."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The votes of one session on one item in one round."""

    counts: Mapping[str, int]
    people: int
    right: float | None
    """Share of right answers, None for a judgement."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The share of right answers before and after discussion, over the same sessions."""

    before: float
    after: float
    people: int

    @property
    def gain(self) -> float | None:
        """(after - before) / (1 - before); None when all were right before."""
        return (self.after - self.before) / (1 - self.before) if self.before < 1 else None


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """What is known of an item. `n`: first answers, votes and sheets together.

    `facility`: share of right first answers; None below `COUNTS_BELOW` or for a judgement.
    `discrimination` by `method`, "upper-lower" or "point-biserial"; None without enough sheets.
    """

    n: int
    counts: dict[str, int]
    facility: float | None
    discrimination: float | None
    method: str
    shift: Shift | None
    flags: tuple[str, ...]


def item_statistics(
    options: Sequence[str],
    right: Sequence[str],
    first: Iterable[Spread],
    pairs: Iterable[tuple[Spread, Spread]] = (),
    sheets: Sequence[tuple[str, Sheet]] = (),
    item: str = "",
    *,
    lines: bool = False,
) -> ItemStatistics:
    """Put together what sessions know of an item.

    `first`: first rounds of voting; `pairs`: first and last rounds where there were several;
    `sheets`: (option chosen for this item, the whole sheet) of those who were asked it. `lines`:
    each option is voted on by itself, so none of them is a distractor.
    """
    votes = list(first)
    chosen = Counter(option for option, _ in sheets)
    counts = {o: sum(one.counts.get(o, 0) for one in votes) + chosen[o] for o in options}
    n = sum(one.people for one in votes) + len(sheets)
    facility = _facility(votes, sheets, item) if n >= COUNTS_BELOW else None
    discrimination, method = _discrimination(sheets, item)
    shift = _shift(pairs)
    distractors = [] if lines or not right else [o for o in options if o not in right]
    unused = n >= COUNTS_BELOW and any(not counts[o] for o in distractors)
    found = _flags(facility, discrimination, shift, unused)
    return ItemStatistics(n, counts, facility, discrimination, method, shift, found)


def point_biserial(item: Sequence[float], rest: Sequence[float]) -> float | None:
    """The correlation of an item (0 or 1) with the score on the rest; None if one never varies."""
    n = len(item)
    if n < 2:
        return None
    mean_item, mean_rest = fsum(item) / n, fsum(rest) / n
    across = fsum((a - mean_item) * (b - mean_rest) for a, b in zip(item, rest, strict=True))
    spread = fsum((a - mean_item) ** 2 for a in item) * fsum((b - mean_rest) ** 2 for b in rest)
    return across / sqrt(spread) if spread > 0 else None


def upper_lower(item: Sequence[float], total: Sequence[float], share: float = GROUP_SHARE) -> float:
    """Share right in the best group minus share right in the weakest, by total score.

    Who ties at the edge of a group counts in part, so the order of the sheets does not matter.
    """
    size = max(1, round(share * len(item)))
    upper = _group(item, [-one for one in total], size)
    return upper - _group(item, total, size)


def _group(item: Sequence[float], order: Sequence[float], size: int) -> float:
    """Share right among the `size` people that come first in this order."""
    edge = sorted(order)[size - 1]
    inside = [a for a, b in zip(item, order, strict=True) if b < edge]
    tied = [a for a, b in zip(item, order, strict=True) if b == edge]
    return (fsum(inside) + fsum(tied) / len(tied) * (size - len(inside))) / size


def _facility(
    votes: Sequence[Spread], sheets: Sequence[tuple[str, Sheet]], item: str
) -> float | None:
    judged = [one for one in votes if one.right is not None]
    people = sum(one.people for one in judged) + len(sheets)
    if not people:
        return None
    right = fsum((one.right or 0.0) * one.people for one in judged)
    return (right + sum(sheet[item] for _, sheet in sheets)) / people


def _discrimination(sheets: Sequence[tuple[str, Sheet]], item: str) -> tuple[float | None, str]:
    """By groups from `GROUPS_FROM` sheets on, else by the correlation with the rest score.

    Scores are shares, since tests of several sessions may differ in length.
    """
    usable = [sheet for _, sheet in sheets if len(sheet) > 1]
    if len(usable) < COUNTS_BELOW:
        return None, ""
    own = [float(sheet[item]) for sheet in usable]
    if len(usable) >= GROUPS_FROM:
        total = [sum(sheet.values()) / len(sheet) for sheet in usable]
        return upper_lower(own, total), "upper-lower"
    rest = [(sum(s.values()) - s[item]) / (len(s) - 1) for s in usable]
    found = point_biserial(own, rest)
    return found, "point-biserial" if found is not None else ""


def _shift(pairs: Iterable[tuple[Spread, Spread]]) -> Shift | None:
    usable = [(a, b) for a, b in pairs if a.right is not None and b.right is not None]
    before = sum(a.people for a, _ in usable)
    after = sum(b.people for _, b in usable)
    if not before or not after:
        return None
    return Shift(
        before=fsum((a.right or 0.0) * a.people for a, _ in usable) / before,
        after=fsum((b.right or 0.0) * b.people for _, b in usable) / after,
        people=min(before, after),
    )


def _flags(
    facility: float | None, discrimination: float | None, shift: Shift | None, unused: bool
) -> tuple[str, ...]:
    """What an author can act on, in words."""
    worse = shift is not None and shift.people >= COUNTS_BELOW and shift.after < shift.before
    found = {
        "very easy": facility is not None and facility > EASY_ABOVE,
        "very hard": facility is not None and facility < HARD_BELOW,
        "tells nobody apart": discrimination is not None and discrimination < FLAT_BELOW,
        "unused wrong answer": unused,
        "discussion made it worse": worse,
    }
    return tuple(flag for flag, holds in found.items() if holds)
