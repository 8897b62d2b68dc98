"""Bytes of a course file to text: UTF-8, nothing invisible, lines that end in a line feed."""

import codecs
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tutor.content.diagnostics import Diagnostic, Fix, Severity
from tutor.content.positions import Lines
from tutor.content.syntax.block_text import finding

# A module of a hundred questions has about 100 kB; ten times that is a mistake, and reading
# more would let one file make the program slow.
MAX_BYTES = 1_048_576
# More of them tell the author nothing new, and each finding carries its line.
MAX_CONTROL_FINDINGS = 20
# In UTF-16 without a mark every second byte of English text is zero; real text has none.
_ZERO_SHARE = 0.3
_REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HOW = (
    "Save the file again as UTF-8. Notepad: File, Save as, Encoding: UTF-8. "
    "VS Code: click the encoding in the status bar, Save with Encoding, UTF-8."
)
# Control characters, direction marks, and what Unicode calls default-ignorable: they can hide or
# turn text. Soft hyphen (00AD) and the joiners (200C, 200D) pass, scripts need them; one variation
# selector for emoji (FE0E, FE0F) passes, a row of them could carry a hidden text.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|(?<=[\ufe00-\ufe0f])[\ufe0e\ufe0f]"
)
# The signs of ordinary text that are one byte, and the bytes of all others.
_ONE_BYTE = bytes({9, 10, 13, *range(32, 127)})
_MORE_BYTES = bytes(range(128, 256))
_NAMES = {
    "\x00": "null character",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed (page break)",
    "\x1b": "escape (it starts an order to the terminal)",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufeff": "byte order mark",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with LF line ends and without a mark; None when it cannot be read for certain.

    Each forbidden character stands there as U+FFFD, so nothing dangerous passes and no position
    moves. Lines and columns of the text are those of the file; offsets differ, see `origin`.
    """

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    mark: int = 0
    pairs: tuple[int, ...] = field(default=(), repr=False)

    def origin(self, offset: int) -> int:
        """The offset in the file on the disk (mark counts 1, CRLF 2) of an offset in the text."""
        return offset + self.mark + bisect_left(self.pairs, offset)

    @property
    def line_end(self) -> str:
        """What ends a line on the disk."""
        return "\r\n" if self.pairs else "\n"


def decode(data: bytes, file: str) -> Decoded:
    """Text or the reason why there is none; `file` is only the name to print."""
    fault = _size(data, file) or _wide(data, file)
    if fault:
        return Decoded(None, (fault,))
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_utf8(data, file, error),))
    mark = 1 if raw.startswith("\ufeff") else 0
    raw = raw[mark:]
    pairs = tuple(match.start() - at for at, match in enumerate(re.finditer("\r\n", raw)))
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    clean = _FORBIDDEN.sub(_REPLACEMENT, text) if _suspect(data) else text
    if not mark and clean is text:
        return Decoded(text, (), mark, pairs)
    lines = Lines.of(clean)
    found = [*_marked(file, lines, mark), *_control(file, lines, text)]
    return Decoded(clean, tuple(found), mark, pairs)


def without_forbidden(text: str) -> str:
    """The text without the characters that no file may hold."""
    return _FORBIDDEN.sub("", text)


def _suspect(data: bytes) -> bool:
    """False when no forbidden character can be in the UTF-8; ten times as fast as the pattern."""
    if data.translate(None, _ONE_BYTE + _MORE_BYTES):
        return True
    others = data.removeprefix(codecs.BOM_UTF8).translate(None, bytes(range(128)))
    return _FORBIDDEN.search(others.decode("utf-8")) is not None


def _size(data: bytes, file: str) -> Diagnostic | None:
    if len(data) <= MAX_BYTES:
        return None
    message = f"The file has {len(data):,} bytes; up to {MAX_BYTES:,} (1 MiB) can be read."
    hint = "Split the content into several modules."
    return Diagnostic("T020", Severity.ERROR, file, None, message, hint)


def _encoding(file: str, message: str) -> Diagnostic:
    return Diagnostic("T006", Severity.ERROR, file, None, message, _HOW)


def _wide(data: bytes, file: str) -> Diagnostic | None:
    """UTF-16 and UTF-32, with their mark or without, and files that are no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _encoding(file, f"The file is stored as {name}, not as UTF-8.")
    zeros = data.count(0)
    if zeros < _ZERO_SHARE * len(data) or not zeros:
        return None
    if zeros > len(data) * 0.6:
        return _encoding(file, "The file is stored as UTF-32 without a mark, or it is no text.")
    half = max(data[0::2].count(0), data[1::2].count(0))
    if half > zeros * 0.9:
        return _encoding(file, "The file is stored as UTF-16 without a mark, not as UTF-8.")
    return _encoding(file, "The file holds many zero bytes; it is no text file.")


def _not_utf8(data: bytes, file: str, error: UnicodeDecodeError) -> Diagnostic:
    """T006 at the first byte that is not UTF-8, with the most likely reason."""
    before = data[: error.start].decode("utf-8").lstrip("\ufeff")
    # Latin-1 gives each byte one character, whatever was meant; it is only shown.
    after = data[error.start : error.start + 200].decode("latin-1")
    lines = Lines.of(_shown((before + after).replace("\r\n", "\n").replace("\r", "\n")))
    at = len(before.replace("\r\n", "\n"))
    message = f"{_guess(data, error)} Its first such byte is {data[error.start]:#04x}."
    return finding("T006", file, lines, at, at + 1, message, _HOW)


def _guess(data: bytes, error: UnicodeDecodeError) -> str:
    if error.reason == "unexpected end of data":
        return "The file ends in the middle of a character; it seems to be cut off."
    try:
        sign = data[error.start : error.start + 1].decode("cp1252")
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "The file is not stored as UTF-8, but in an encoding that could not be recognised."
    return (
        "The file is not stored as UTF-8, but probably as Windows-1252 (Western European, in "
        f"Notepad: ANSI), where the first foreign byte is the sign `{sign}`."
    )


def _marked(file: str, lines: Lines, mark: int) -> Iterator[Diagnostic]:
    if mark:
        message = "The file starts with a byte order mark, which other TOML readers refuse."
        hint = "Save it as UTF-8 without BOM; in Notepad: Encoding: UTF-8."
        found = finding("T006", file, lines, 0, 0, message, hint, fix=Fix(0, 1, ""))
        # The rest of T006 makes a file unreadable; a mark alone does not.
        yield replace(found, severity=Severity.WARNING)


def _control(file: str, lines: Lines, text: str) -> Iterator[Diagnostic]:
    for count, match in enumerate(_FORBIDDEN.finditer(text), 1):
        if count > MAX_CONTROL_FINDINGS:
            return
        sign = match[0]
        message = (
            f"Here stands a character that cannot be seen: {name_of(sign)} (U+{ord(sign):04X})."
        )
        hint = "Delete it; retyping the word is the safest way. It often comes with copied text."
        yield finding("T018", file, lines, match.start(), match.end(), message, hint)


def name_of(sign: str) -> str:
    """A plain name for one character that cannot be shown."""
    if sign in _NAMES:
        return _NAMES[sign]
    return unicodedata.name(sign, "").lower() or "a control character"


def _shown(text: str) -> str:
    return _FORBIDDEN.sub(_REPLACEMENT, text)
