"""What a learner works with on a question; none holds the key."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An answer in the order of the screen; `key` is the author's letter, never shown."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PickBody:
    """Pick one (`many` False) or tick several. `title`: what the options are the lines of."""

    options: tuple[Option, ...]
    many: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class TruthBody:
    """Say whether the prompt is true."""


@dataclass(frozen=True, slots=True)
class PairBody:
    """Give each stem a partner; a partner may be used once (`once`) or often."""

    stems: tuple[Option, ...]
    partners: tuple[Option, ...]
    once: bool = True


@dataclass(frozen=True, slots=True)
class OrderBody:
    """Bring the lines into order."""

    lines: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WriteBody:
    """Type an answer. `lines` 1 is a single line; `number`: only a number, in `unit` if any."""

    lines: int = 1
    unit: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class StatementsBody:
    """Say of each line whether it is true."""

    lines: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SortBody:
    """Put each line into a bin; a bin may take several or none."""

    lines: tuple[Option, ...]
    bins: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap: typed where there are no `choices`. The prompt shows its `number`."""

    key: str
    number: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapBody:
    """Fill the gaps of the prompt."""

    gaps: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class ScaleBody:
    """Take one step of a scale; the steps go from little to much."""

    steps: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ExtremesBody:
    """Name the best and the worst."""

    options: tuple[Option, ...]


Body = (
    PickBody
    | TruthBody
    | PairBody
    | OrderBody
    | WriteBody
    | StatementsBody
    | SortBody
    | GapBody
    | ScaleBody
    | ExtremesBody
)


def typed(body: Body) -> bool:
    """Whether letters belong to the answer while it is given."""
    if isinstance(body, GapBody):
        return any(not gap.choices for gap in body.gaps)
    return isinstance(body, WriteBody)
