"""The list of what a question lost on its way to another program or from there."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tutor.content.interop.loss import Loss

WIDTH = 79
_INDENT = " " * 4


def tell(losses: "Sequence[Loss]", summary: str, out: TextIO) -> None:
    """Each question once, with a line for each reason why something was lost."""
    from tutor.content.harmless import harmless

    print(summary, file=out)
    by_item: dict[str, list[Loss]] = {}
    for one in losses:
        by_item.setdefault(one.item, []).append(one)
    if by_item:
        print("To look at:", file=out)
    for item, found in by_item.items():
        print(f"  {harmless(item)}", file=out)
        for why in dict.fromkeys(one.why for one in found):
            paths = ", ".join(dict.fromkeys(one.what for one in found if one.why == why))
            line = harmless(f"{paths}: {why}")
            shown = wrap(line, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + "  ")
            print("\n".join(shown), file=out)
