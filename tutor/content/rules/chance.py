"""How likely it is that a habit of an author is only chance."""

from collections.abc import Iterable


def at_least(hits: int, chances: Iterable[float]) -> float:
    """The probability of that many hits or more, each try having a chance of its own (0..1).

    The sum of such tries is Poisson-binomial; it is built up try by try, which is exact.
    """
    spread = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in spread]
        hit = [share * chance for share in spread]
        spread = [one + other for one, other in zip([*missed, 0.0], [0.0, *hit], strict=True)]
    return sum(spread[hits:])


def per_cent(share: float) -> str:
    """A share of 0..1 in words."""
    return f"{round(100 * share)} %"
