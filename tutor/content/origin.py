"""Where a value of the model was written, so that every finding points at the author's own words.

The model and the file spell a place differently: `answers.a.why` is `a.why` in the file,
`gaps.who.accept` is `who.accept`, `text_if` is `text-if`. `author_path` is the one way back.
"""

from dataclasses import dataclass

from tutor.content.blocks import Block
from tutor.content.diagnostics import Diagnostic, Position, Rule, Span
from tutor.content.harmless import harmless
from tutor.content.positions import KeyPath, KeySpan, Positions
from tutor.model.base import LETTERS

_RESPELT: dict[str | int, str] = {"text_if": "text-if", "cue_if": "cue-if"}
_LONGEST_LINE = 20_000
_TOP = Span(Position(1, 1), Position(1, 1))


def author_path(location: KeyPath) -> KeyPath:
    """The path in the file of a place in the model."""
    lettered = len(location) > 1 and location[0] == "answers" and str(location[1]) in LETTERS
    named = len(location) > 1 and location[0] in ("gaps", "parts")
    if lettered or named or location == ("parts",):
        location = location[1:]
    return tuple(_RESPELT.get(part, part) for part in location)


def spelt(path: KeyPath) -> str:
    """The path as an author writes it: `a.why`, `modules` (entries of a list have no name)."""
    return ".".join(part for part in path if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Origin:
    """A block of a file. `defaults` is the head of the file that filled in missing keys."""

    file: str
    block: str
    positions: Positions
    header: Span | None = None
    defaults: "Origin | None" = None

    @classmethod
    def of(cls, file: str, block: Block, defaults: "Origin | None" = None) -> "Origin":
        """The origin of everything that stands in a block."""
        return cls(file, block.name, block.positions, block.header_span, defaults)

    def at_value(self, rule: Rule, path: KeyPath, message: str, hint: str = "") -> Diagnostic:
        """A finding about the value at `path` (as the file spells it, or the model)."""
        found = self._nearest(path)
        span = self._span(found.value_start, found.value_end) if found else None
        return self.report(rule, span, message, hint)

    def at_key(self, rule: Rule, path: KeyPath, message: str, hint: str = "") -> Diagnostic:
        """A finding about the key at `path`."""
        found = self._nearest(path)
        span = self._span(found.key_start, found.key_end) if found else None
        return self.report(rule, span, message, hint)

    def at_words(
        self, rule: Rule, path: KeyPath, words: str, message: str, hint: str = ""
    ) -> Diagnostic:
        """A finding about the first place where `words` stand inside the text at `path`."""
        found = self._nearest(path)
        if found is None:
            return self.report(rule, None, message, hint)
        start = self.positions.lines.text.find(words, found.value_start, found.value_end)
        if start < 0:
            return self.at_value(rule, path, message, hint)
        return self.report(rule, self._span(start, start + len(words)), message, hint)

    def at_offset(
        self,
        rule: Rule,
        path: KeyPath,
        text: str,
        part: tuple[int, int],
        message: str,
        hint: str = "",
    ) -> Diagnostic:
        """A finding about `part` (from, to) of the value `text`, where it is written as it is."""
        found = self._nearest(path)
        source = self.positions.lines.text
        start = source.find(text, found.value_start, found.value_end) if found else -1
        if start < 0:
            return self.at_value(rule, path, message, hint)
        return self.report(rule, self._span(start + part[0], start + part[1]), message, hint)

    def at_block(self, rule: Rule, message: str, hint: str = "") -> Diagnostic:
        """A finding about the block as a whole: its `[id]` line."""
        return self.report(rule, None, message, hint)

    def report(self, rule: Rule, span: Span | None, message: str, hint: str = "") -> Diagnostic:
        """A finding at a span; without one, at the line of the block's header."""
        where = span or self.header or _TOP
        line = harmless(self.positions.lines.line(where.start.line))[:_LONGEST_LINE]
        return Diagnostic(
            rule.code, rule.severity, self.file, where, message, hint, self.block, line
        )

    def _nearest(self, path: KeyPath) -> KeySpan | None:
        way = author_path(path)
        found = self.positions.nearest(way)
        if found is None and self.defaults is not None:
            return self.defaults.positions.nearest(way)
        return found

    def _span(self, start: int, end: int) -> Span:
        return self.positions.lines.span(start, end)
