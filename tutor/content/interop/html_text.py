"""Texts of Moodle as Markdown: HTML, plain text, or Markdown as it is.

Nothing of HTML is kept but what Markdown can say; pictures and the like are told, not dropped in
silence.
"""

import re
from html.parser import HTMLParser

from tutor.content.interop.signs import escaped

Problems = tuple[tuple[str, str], ...]

MOST = 100_000
"""Characters of one text; what comes out of it may have a fifth of that."""

_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr",
                     "blockquote", "pre", "section", "hr"})  # fmt: skip
_MEDIA = frozenset({"img", "video", "audio", "iframe", "object", "embed", "svg", "canvas"})
_FLAT = frozenset({"sub", "sup", "table", "pre", "math"})
"""What means something that plain lines do not say."""

_SILENT = frozenset({"script", "style", "head", "title", "template"})
_LOOKS_LIKE_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{1,32};")


def markdown(text: str, form: str) -> tuple[str, Problems]:
    """The text as Markdown, and what is lost. `form`: markdown, html, moodle, plain; Moodle's own
    long names count too, and what is unknown is HTML, as there.
    Raises ValueError for a text that no question has.
    """
    if len(text) > MOST:
        raise ValueError(f"A text in it has more than {MOST:,} characters.")
    if form == "markdown" or not text:
        return text, ()
    if form in ("plain", "plain_text") or not _LOOKS_LIKE_HTML.search(text):
        return escaped(text), ()
    if form in ("moodle", "moodle_auto_format"):
        text = text.replace("\n", "<br>")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.text(), tuple(dict.fromkeys(reader.problems))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[tuple[str, str]] = []
        self._out: list[str] = []
        self._silent = 0
        self._lists: list[int] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _FLAT:
            self.problems.append(("prompt", f"It became ordinary text: <{tag}>"))
        if tag in _SILENT:
            self._silent += 1
        elif tag in _MEDIA:
            self._media(tag, given)
        elif tag == "br":
            self._out.append("\n")
        elif tag in _MARKS:
            self._out.append(_MARKS[tag])
        elif tag == "a":
            self._links.append((given.get("href", ""), len(self._out)))
            self._out.append("[")
        elif tag == "li":
            self._item()
        elif tag in ("td", "th"):
            self._out.append(" | ")
        elif tag in _BLOCKS:
            if tag in ("ul", "ol"):
                self._lists.append(0 if tag == "ul" else 1)
            self._out.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _MARKS:
            self._out.append(_MARKS[tag])
        elif tag == "a" and self._links:
            self._link(*self._links.pop())
        elif tag in _BLOCKS:
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._out.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._silent:
            if data.strip():
                self.problems.append(("prompt", "A script or a style sheet was left out."))
            return
        self._out.append(escaped(re.sub(r"\s+", " ", data)))

    def text(self) -> str:
        """What was gathered, with no more than one blank line and no blanks at the edges."""
        lines = [line.strip() for line in "".join(self._out).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def _media(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("alt") or given.get("src", "").rpartition("/")[2] or "without a name"
        self.problems.append(("prompt", f"A file ({tag}) has no place here: {name[:80]}"))
        if given.get("alt"):
            self._out.append(escaped(given["alt"]))

    def _item(self) -> None:
        number = self._lists[-1] if self._lists else 0
        self._out.append(f"\n{number}. " if number else "\n- ")
        if number:
            self._lists[-1] += 1

    def _link(self, address: str, at: int) -> None:
        if address.startswith("https://") and not re.search(r"[\s()<>]", address):
            self._out.append(f"]({address})")
            return
        self._out[at] = ""
        if address:
            said = f"A link that is not https has no place here: {address[:80]}"
            self.problems.append(("prompt", said))
