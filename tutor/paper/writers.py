"""The formats of a document, each with its writer. A writer is imported when it is asked for."""

from collections.abc import Callable

from tutor.errors import UsageError
from tutor.paper.document import Document

Write = Callable[[Document], bytes]


def _html(document: Document) -> bytes:
    from tutor.paper.html import write

    return write(document)


def _markdown(document: Document) -> bytes:
    from tutor.paper.plain_markdown import write

    return write(document)


def _pdf(document: Document) -> bytes:
    try:
        from tutor.paper.pdf import write
    except ModuleNotFoundError as error:
        raise UsageError(
            "PDF needs a library that is not installed here.",
            'Install it with: pip install "staff-tutor[pdf]". Or write HTML and print that.',
        ) from error

    return write(document)


WRITERS: dict[str, Write] = {"html": _html, "md": _markdown, "pdf": _pdf}
"""By the ending of the file."""


def written(document: Document, form: str) -> bytes:
    """The bytes of the file. Raises UsageError where a format needs what is not installed."""
    return WRITERS[form](document)
