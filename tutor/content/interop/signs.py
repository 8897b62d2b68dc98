"""Plain text as Markdown and back: what is text elsewhere is never markup here.

Only signs that would be markup where they stand get a backslash, so that ordinary sentences stay as
they are.
"""

import re

_INSIDE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"  # a backslash that would hide the next sign
    r"|`"
    r"|\*(?=\S)|(?<=\S)\*"
    r"|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])"
    r"|\[(?=@)|\](?=[(\[])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)"
)
_AT_START = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?<!\A)={1,}(?=\s*$)|-{2,}(?=\s*$)"
    r"|[-_*](?=[ \t]*[-_*])|~{3,})",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_INDENT = re.compile(r"^(?: {4,}|[ ]{0,3}\t[ \t]*)", re.MULTILINE)
_HIDDEN = re.compile(r"\\([!-/:-@\[-`{-~])")


def escaped(text: str) -> str:
    """Markdown that shows this text as it is; an indentation, which would be code, is cut."""
    text = _INDENT.sub("   ", text)
    text = _INSIDE.sub(lambda match: f"\\{match[0]}", text)
    text = _AT_START.sub(r"\1\\\2", text)
    return _NUMBERED.sub(r"\1\\\2", text)


def plain(markdown: str) -> str:
    """The text that this Markdown shows where it is text without markup, else as it is written."""
    bare = _HIDDEN.sub(r"\1", markdown)
    return bare if escaped(bare) == markdown else markdown
