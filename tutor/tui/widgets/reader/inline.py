"""From the inline tokens of a paragraph to spans, numbering citations in order of first use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from tutor.tui.safety import visible
from tutor.tui.widgets.reader.document import Aim, Face, Span, Target

_TERM = re.compile(r"term:([a-z0-9-]+)")
_FACES = {"strong": Face.STRONG, "em": Face.EMPHASIS}


class InlineReader:
    """Reads paragraph after paragraph of one text; `targets` and `cited` grow on the way."""

    def __init__(self, cited: Sequence[str] = ()) -> None:
        self.targets: list[Target] = []
        self.cited: list[str] = list(cited)

    def read(
        self,
        nodes: Sequence[SyntaxTreeNode],
        face: Face = Face.PLAIN,
        target: Target | None = None,
    ) -> Iterator[Span]:
        """Yield the spans of `nodes` in the face and with the target of what surrounds them."""
        for node in nodes:
            match node.type:
                case "strong" | "em":
                    yield from self.read(node.children, face | _FACES[node.type], target)
                case "link":
                    yield from self._link(node, face, target)
                case "citation":
                    yield self._citation(node.content, face)
                case "image":
                    yield from self._image(node, face, target)
                case _:
                    yield _leaf(node, face, target)

    def _citation(self, source_id: str, face: Face) -> Span:
        if source_id not in self.cited:
            self.cited.append(source_id)
        mark = f"[{self.cited.index(source_id) + 1}]"
        return Span(mark, face | Face.CITATION, self._aim(Aim.SOURCE, source_id))

    def _link(self, node: SyntaxTreeNode, face: Face, target: Target | None) -> Iterator[Span]:
        address = visible(str(node.attrs.get("href", "")))
        if term := _TERM.fullmatch(address):
            aim = self._aim(Aim.TERM, term[1])
            yield from self.read(node.children, face | Face.TERM, aim)
            return
        shown = list(self.read(node.children, face, target))
        yield from shown
        if "".join(span.text for span in shown) != address:
            yield Span(f" ({address})", face | Face.ADDRESS, target)

    def _image(self, node: SyntaxTreeNode, face: Face, target: Target | None) -> Iterator[Span]:
        described = list(self.read(node.children, face | Face.EMPHASIS, target))
        yield from described or [Span("(image without a description)", face | Face.EMPHASIS)]

    def _aim(self, aim: Aim, wanted: str) -> Target:
        target = Target(aim, wanted, len(self.targets))
        self.targets.append(target)
        return target


def _leaf(node: SyntaxTreeNode, face: Face, target: Target | None) -> Span:
    match node.type:
        case "code_inline":
            return Span(visible(node.content), face | Face.CODE, target)
        case "softbreak":
            return Span(" ", face, target)
        case "hardbreak":
            return Span("\n", face, target)
        case _:
            return Span(visible(node.content), face, target)
