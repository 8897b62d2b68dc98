"""The formats of a document, each with its writer. A writer is imported when it is asked for."""

from collections.abc import Callable

from tutor.paper.document import Document

Write = Callable[[Document], bytes]


def _html(document: Document) -> bytes:
    from tutor.paper.html import write

    return write(document)


def _markdown(document: Document) -> bytes:
    from tutor.paper.plain_markdown import write

    return write(document)


WRITERS: dict[str, Write] = {"html": _html, "md": _markdown}
"""By the ending of the file."""


def written(document: Document, form: str) -> bytes:
    """The bytes of the file."""
    return WRITERS[form](document)
