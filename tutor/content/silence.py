"""Comments that silence one finding: `# tutor: ok Q401 reason` on the line above.

Above a key it covers that key and its value, above an `[id]` line the whole block. Errors cannot be
silenced, because they keep their block from loading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tutor.content.blocks import Block
from tutor.content.diagnostics import Diagnostic, Position, Rule, Severity, Span
from tutor.content.harmless import harmless, quoted
from tutor.content.positions import KeyPath, Lines, MarkKind
from tutor.content.read import File

NO_REASON = Rule(
    "S111",
    Severity.WARNING,
    "A finding silenced without a reason",
    "Whoever reads the file next year wants to know why the rule does not hold here. Without a "
    "code and a reason the comment silences nothing: # tutor: ok R207 asked twice on purpose",
)
NOTHING = Rule(
    "S112",
    Severity.WARNING,
    "A comment that silences nothing",
    "The finding is gone, or it stands elsewhere, or it is an error, and errors cannot be "
    "silenced. Take the comment out, so that it does not hide something later.",
)
RULES = (NO_REASON, NOTHING)

MOST = 200
"""Comments of one file that are looked at; the others silence nothing."""

_COMMENT = re.compile(r"^[ \t]*#[ \t]*tutor:[ \t]*ok\b[ \t]*([^\s]*)[ \t]*(.*)$", re.MULTILINE)
_CODE = re.compile(r"[A-Z]\d{3}")


@dataclass(frozen=True, slots=True)
class Silence:
    """A good comment: it covers one code from the first to the last of these lines."""

    file: str
    code: str
    first: int
    last: int
    finding: Diagnostic
    """What to say when it silences nothing."""

    def covers(self, found: Diagnostic) -> bool:
        """True for a warning or note of that code in those lines."""
        return (
            found.file == self.file
            and found.code == self.code
            and found.severity is not Severity.ERROR
            and self.first <= found.line <= self.last
        )


def heard(found: Iterable[Diagnostic], files: Iterable[File]) -> Iterator[Diagnostic]:
    """What is not silenced, and what is wrong with the comments."""
    silences: dict[str, list[Silence]] = {}
    for file in files:
        for comment in _comments(file):
            if isinstance(comment, Diagnostic):
                yield comment
            else:
                silences.setdefault(file.name, []).append(comment)
    used: set[Silence] = set()
    for one in found:
        covering = [silence for silence in silences.get(one.file, ()) if silence.covers(one)]
        used.update(covering)
        if not covering:
            yield one
    for silence in (one for several in silences.values() for one in several):
        if silence not in used:
            yield silence.finding


def _comments(file: File) -> Iterator[Silence | Diagnostic]:
    if not file.blocks:
        return
    lines = file.blocks[0].positions.lines
    matches = list(islice(_COMMENT.finditer(lines.text), MOST))
    ends = _ends(file, lines) if matches else {}
    for match in matches:
        line = lines.position(match.start()).line
        if _in_a_value(file, match.start()):
            continue
        if not _CODE.fullmatch(match[1]) or not match[2].strip():
            message = "The comment silences nothing: it needs a code and a reason."
            hint = "For example: # tutor: ok R207 asked twice on purpose"
            yield _at(NO_REASON, file.name, lines, line, message, hint)
            continue
        first = _below(lines, line)
        message = f"There is no warning {quoted(match[1])} here to silence."
        hint = "Take it out; errors cannot be silenced."
        useless = _at(NOTHING, file.name, lines, line, message, hint)
        yield Silence(file.name, match[1], first, ends.get(first, first), useless)


def _below(lines: Lines, line: int) -> int:
    """The first line after the comment that is no comment itself."""
    below = line + 1
    while below < len(lines.starts) and lines.line(below).lstrip().startswith("#"):
        below += 1
    return below


def _in_a_value(file: File, offset: int) -> bool:
    """True inside a text between three quotes, where such a line is no comment."""
    return any(
        mark.start < offset < mark.end
        for block in file.blocks
        for mark in block.positions.marks
        if mark.kind is MarkKind.TEXT
    )


def _ends(file: File, lines: Lines) -> dict[int, int]:
    """The last line of the block or the key that begins on a line."""
    ends: dict[int, int] = {}
    for block in file.blocks:
        spans = block.positions.spans
        if block.header_span is not None:
            last = max((span.value_end for span in spans.values()), default=0)
            ends[block.header_span.start.line] = lines.position(last).line
        for path, span in spans.items():
            if not _has_parts(block, path):
                ends[lines.position(span.key_start).line] = lines.position(span.value_end).line
    return ends


def _has_parts(block: Block, path: KeyPath) -> bool:
    """True for `a`, which is only written as the beginning of `a.text` and `a.why`."""
    value: object = block.data
    for part in path:
        if not isinstance(value, dict):
            return True
        value = value.get(part)
    return isinstance(value, dict)


def _at(rule: Rule, file: str, lines: Lines, line: int, message: str, hint: str) -> Diagnostic:
    text = harmless(lines.line(line))
    span = Span(Position(line, 1), Position(line, 1 + len(text)))
    return Diagnostic(rule.code, rule.severity, file, span, message, hint, "", text[:400])
