"""What many frames carry: sources, terms, the crumbs, the parts of a module."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A cited document. `authority` is a phrase, `as_of` a partial ISO date or ""."""

    id: str
    title: str
    issuer: str
    date: str
    url: str
    authority: str
    as_of: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermCard:
    """A glossary entry."""

    id: str
    term: str
    text: str
    aliases: tuple[str, ...] = ()
    sources: tuple[SourceCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the learner is: the crumbs of the title bar and the place in the sequence."""

    course: str
    module: str
    part: str
    number: int = 0
    total: int = 0
    banner: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a module, in its place in the order. `left_out`: nothing asks for it any more."""

    part: str
    """`pretest`, `lesson`, `practice`, `scenario` or `exam`."""
    ref: str
    title: str
    state: str
    minutes: int
    done: bool = False
    open: bool = False
    next: bool = False
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Saving:
    """Whether what the screen says is on the disk. `problem` is a sentence or ""."""

    saved: bool = True
    problem: str = ""
    waiting: int = field(default=0)
    """Events that are kept in memory until they can be written."""
