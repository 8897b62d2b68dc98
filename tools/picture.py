"""A picture of the running program as an SVG that every browser shows alike."""

import re
from pathlib import Path
from typing import Any

from textual.app import App

FONT_FACE = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)
FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"


def take(app: App[Any], folder: Path, name: str) -> None:
    """Write what is on the screen now, without fonts from the network."""
    svg = FONT_FACE.sub("\n", app.export_screenshot(title=" "))
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    svg = re.sub(r"font-family: ?Fira Code,? ?monospace", f"font-family: {FONTS}", svg)
    path = folder / f"{name}.svg"
    lines = (line.rstrip() for line in svg.strip().splitlines())
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
