"""Reads what the HTML writer wrote as a browser's parser would, and says what is wrong with it."""

from html.parser import HTMLParser

VOID = {"meta", "hr", "col", "br"}
ALLOWED = VOID | {
    "html", "head", "title", "style", "body", "main", "footer", "aside", "div", "h1", "h2", "h3",
    "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "colgroup", "thead", "tbody",
    "tr", "th", "td", "blockquote", "pre", "code", "em", "strong",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "style", "start"}


class Page(HTMLParser):
    """`text`: what a reader sees; `faults`: what must not be in the file."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []
        self._said: list[str] = []
        self._styles: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()
        if self._open:
            self.faults.append(f"not closed: {self._open}")
        if any(word in "".join(self._styles).lower() for word in ("url(", "@import", "http")):
            self.faults.append("the style loads something")

    @property
    def text(self) -> str:
        """The words, blanks made one."""
        return " ".join("".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES or "url(" in (value or ""):
                self.faults.append(f"{name}={value!r}")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> out of place")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self._styles.append(data)
        else:
            self._said.append(data + " " * (self._open[-1:] != ["strong"]))

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data!r}")
