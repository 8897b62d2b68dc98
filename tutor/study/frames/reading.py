"""What is read: pages, introductions, ends."""

from dataclasses import dataclass

from tutor.study.frames.cards import Heading, PartRow, SourceCard, TermCard
from tutor.study.moves import Action


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page of a lesson. `checks`: questions asked after it; `checks_done`: answered before."""

    heading: Heading
    ref: str
    title: str
    text: str
    sources: dict[str, SourceCard]
    terms: dict[str, TermCard]
    checks: int
    checks_done: int
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class IntroFrame:
    """Before something begins: what it is, its rules, what happens with the answers."""

    heading: Heading
    title: str
    lines: tuple[str, ...]
    actions: frozenset[Action]


@dataclass(frozen=True, slots=True)
class EndFrame:
    """Something is done: what was read and answered, and which part comes next.

    `ended` says what it is that has ended, or what else there is to say in its place.
    """

    heading: Heading
    title: str
    lines: tuple[str, ...]
    following: PartRow | None
    actions: frozenset[Action]
    ended: str = "End of the lesson"
