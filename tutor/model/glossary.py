"""A term, explained once, and the other spellings it goes by."""

from tutor.model.base import Frozen, Id, Line, Text


class Term(Frozen):
    """One block of `glossary.toml`."""

    id: Id
    term: Line
    text: Text
    source: Id | tuple[Id, ...] | None = None
    aliases: tuple[Line, ...] = ()
    was: tuple[Id, ...] = ()
