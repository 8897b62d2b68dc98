"""T014, T000: lines that no key starts, and whatever no other rule explains."""

import re

from tutor.content.diagnostics import Diagnostic
from tutor.content.syntax.block_text import BlockText, shorten

_MARKDOWN = re.compile(r"\s*(?P<sign>[-*+•–>|]|\d{1,3}[.)])\s")
_NAMES = {">": "a quotation", "|": "a table"}


def markdown(block: BlockText, _at: int) -> Diagnostic | None:
    """T014: a list, quotation or table outside a text."""
    match = _MARKDOWN.match(block.source)
    if not block.statement.loose or not match:
        return None
    what = _NAMES.get(match["sign"], "a list")
    message = f"Here {what} stands outside a text; Markdown is understood only inside one."
    hint = "Put it between the ''' of a text; perhaps the text above was closed too early."
    place = block.statement.start + match.start("sign")
    return block.report("T014", place, len(match["sign"]), message, hint)


def not_understood(block: BlockText, at: int) -> Diagnostic:
    """T000: always answers, with the place where the reader gave up."""
    end = block.statement.end
    if block.statement.loose or at >= end:
        at = block.statement.start
    message = (
        f"This is not understood: `{shorten(block.slice(at, end))}`. A line is `key = value`, "
        "`[id]`, or a comment that starts with #."
    )
    hint = "A text belongs between ''' and '''; perhaps the one above was closed too early."
    return block.report("T000", at, 1, message, hint)
