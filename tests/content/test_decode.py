"""Bytes to text: encodings, marks, line ends, and characters that nobody can see."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.content.blocks import parse_bytes
from tutor.content.decode import MAX_BYTES, MAX_CONTROL_FINDINGS, decode
from tutor.content.diagnostics import Diagnostic, Severity

TEXT = "title = '''Wer entscheidet, wer fehlt: Frauen für Frieden'''\n"


def only(data: bytes) -> Diagnostic:
    decoded = decode(data, "x.toml")
    assert len(decoded.diagnostics) == 1
    return decoded.diagnostics[0]


def test_plain_utf8_passes() -> None:
    decoded = decode(TEXT.encode(), "x.toml")
    assert (decoded.text, decoded.diagnostics) == (TEXT, ())


def test_a_mark_is_a_warning_with_a_fix() -> None:
    data = codecs.BOM_UTF8 + TEXT.encode()
    found = only(data)
    assert (found.code, found.severity) == ("T006", Severity.WARNING)
    assert decode(data, "x.toml").text == TEXT
    assert found.fix is not None
    assert found.fix.apply(data.decode()) == TEXT


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_a_wrong_encoding_is_named(encoding: str, says: str) -> None:
    decoded = decode(TEXT.encode(encoding), "x.toml")
    assert decoded.text is None
    (found,) = decoded.diagnostics
    assert (found.code, found.severity) == ("T006", Severity.ERROR)
    assert says in found.message
    assert "Notepad" in found.hint


def test_the_first_foreign_byte_has_a_place() -> None:
    found = only("a = 1\r\nb = 'für'\r\n".encode("cp1252"))
    assert (found.line, found.column) == (2, 7)
    assert "`ü`" in found.message
    assert found.line_text == "b = 'für'"


def test_a_file_cut_off_in_a_character_says_so() -> None:
    assert "cut off" in only("a = 'ü".encode()[:-1]).message


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert decode(b"#" * MAX_BYTES, "x.toml").text is not None
    found = only(b"#" * (MAX_BYTES + 1))
    assert (found.code, found.span) == ("T020", None)


@pytest.mark.parametrize(
    "sign",
    [
        *(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"),
        *(chr(code) for code in range(0x7F, 0xA0)),
        *(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
        *"\u200e\u200f\u061c\u2028\u2029\u200b\u2060\ufeff\u034f\u3164\U000e0041\U000e0101\ufe00",
    ],
    ids=lambda sign: f"U+{ord(sign):04X}",
)
def test_what_cannot_be_seen_is_an_error_with_a_place(sign: str) -> None:
    padding = "# an ordinary line\n" * 3
    source = f"{padding}\n[p]\ntext = '''one{sign}two'''\n\n[q]\nkind = 'x'\n"
    found = only(source.encode())
    assert (found.code, found.line, found.column) == ("T018", 6, 14)
    assert sign not in found.line_text + found.message
    parsed = parse_bytes(source.encode(), "x.toml")
    assert {block.name for block in parsed.blocks} == {"", "q"}
    assert [each.code for each in parsed.diagnostics] == ["T018"]
    assert parsed.broken == {"p"}


@pytest.mark.parametrize("sign", ["\u00ad", "\u200c", "\u200d", "⚠\ufe0f", "\t", "é", "中", "🕊"])
def test_signs_that_scripts_need_pass(sign: str) -> None:
    assert decode(f"a = '''x{sign}y'''".encode(), "x.toml").diagnostics == ()


def test_a_row_of_variation_selectors_does_not_pass() -> None:
    assert only("a = '''x\ufe0f\ufe0ey'''".encode()).code == "T018"


def test_a_flood_of_control_characters_is_told_shortly() -> None:
    decoded = decode(b"\x1b" * 5_000, "x.toml")
    assert len(decoded.diagnostics) == MAX_CONTROL_FINDINGS


@given(st.text(alphabet="ab\r\n\ufeffé", max_size=40))
def test_line_ends_and_mark_keep_their_places(source: str) -> None:
    data = source.encode()
    decoded = decode(data, "x.toml")
    assert decoded.text is not None
    assert "\r" not in decoded.text
    for offset, sign in enumerate(decoded.text):
        there = source[decoded.origin(offset)]
        assert there == sign or (sign == "\n" and there == "\r") or there == "\ufeff"


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    decoded = decode(data, "x.toml")
    assert decoded.text is not None or decoded.diagnostics
    parse_bytes(data, "x.toml")
