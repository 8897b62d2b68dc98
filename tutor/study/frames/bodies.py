"""What a learner works with on a question; none holds the key."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An answer in the order of the screen; `key` is the author's letter, never shown."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PickBody:
    """Pick one (`many` False) or tick several."""

    options: tuple[Option, ...]
    many: bool


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
    """Type an answer. `lines` 1 is a single line."""

    lines: int = 1
    unit: str = ""


Body = PickBody | TruthBody | PairBody | OrderBody | WriteBody
