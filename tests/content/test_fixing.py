"""Safe fixes: what was readable says the same afterwards, and bytes around a fix stay."""

from pathlib import Path

import pytest

from tests.content.slips.slip import Slip
from tests.content.slips.spelling import SPELLING as SLIPS
from tests.content.test_syntax_planted import SOURCE
from tutor.content.blocks import parse_bytes
from tutor.content.fixing import FIXED, Mended, diff, mended

DATA = Path(__file__).parents[1] / "data"
CASES = sorted((DATA / "invalid" / "syntax").glob("*.toml"))
GOOD = {block.name: block.data for block in parse_bytes(SOURCE.encode(), "x.toml").blocks}

OTHERWISE = {"quotes in quotes": 'So "{}" it is', "path": "C:\\plans\\{}"}
"""Slips that say something else than before; mended, they say exactly this."""


def fix(folder: Path, data: bytes) -> Mended | None:
    path = folder / "x.toml"
    path.write_bytes(data)
    found = mended(path, "x.toml")
    assert path.read_bytes() == data, "nothing is written here"
    return found


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_mended_slip_says_what_was_there_before_it(tmp_path: Path, slip: Slip) -> None:
    for site in slip.sites(SOURCE)[::5]:
        broken = slip.plant(SOURCE, site).encode()
        found = fix(tmp_path, broken)
        before = parse_bytes(broken, "x.toml")
        after = parse_bytes(found.after if found else broken, "x.toml")
        assert {b.name for b in before.blocks} <= {b.name for b in after.blocks}
        for block in after.blocks:
            if block.data != GOOD.get(block.name) and not before.broken:
                continue  # accepted as it stands: nothing was mended
            changed = set(texts(block.data)) - set(texts(GOOD.get(block.name)))
            meant = OTHERWISE.get(slip.name, "{}")
            assert changed <= {meant.format(text) for text in texts(GOOD.get(block.name))}


def test_most_slips_of_the_hand_are_mended(tmp_path: Path) -> None:
    names = set()
    for slip in SLIPS:
        found = fix(tmp_path, slip.plant(SOURCE, slip.sites(SOURCE)[0]).encode())
        if found and not parse_bytes(found.after, "x.toml").diagnostics:
            names.add(slip.name)
    assert len(names) >= 20
    assert {"curly", "no closing quote", "colon", "list open", "value below", "no quotes"} <= names


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", ["lf", "crlf", "mark", "mixed"])
def test_line_ends_and_all_other_bytes_stay(tmp_path: Path, path: Path, style: str) -> None:
    text = path.read_text("utf-8") + "\n# a last line,  with  blanks \t\n"
    if style in ("crlf", "mark"):
        text = text.replace("\n", "\r\n")
    if style == "mixed":
        text = text.replace("\n", "\r\n", 2)
    found = fix(tmp_path, ("\ufeff" * (style == "mark") + text).encode())
    if found is None:
        return
    after = found.after.decode()
    assert not after.startswith("\ufeff")
    if style == "crlf":
        assert after.count("\n") == after.count("\r\n")
    if style == "lf":
        assert "\r" not in after
    if style == "mixed" and found.made[0].line > 2:
        assert after.split("\n")[:2] == text.split("\n")[:2]
    assert after.endswith(
        "# a last line,  with  blanks \t" + ("\r\n" if style in ("crlf", "mark") else "\n")
    )


def test_fixes_come_from_the_codes_that_say_so(tmp_path: Path) -> None:
    found = {"T006"} if fix(tmp_path, b"\xef\xbb\xbftitle = 1\n") else set()
    for path in CASES:
        diagnostics = parse_bytes(path.read_bytes(), path.name).diagnostics
        found |= {one.code for one in diagnostics if one.fix is not None}
    assert found == FIXED


@pytest.mark.parametrize(
    "line",
    [
        "title = 'a # b",
        'title = "a # b" c"',
        "title = The bridge # or the ford",
        'title = "C:\\temp\\new\\q"',
        'title = """a \\n b',
        "title = Don't 'do' it",
        "title = \"it's' ",
        'title = "a" "b"',
        'correct = ["a" b "c"]',
        'correct = ["a", "b"',
        "title = '''a '''b''' c'''",
        "title = '''a\nb",
        "Title = 1",
        "n = 0,5",
        "n = 80 %",
    ],
)
def test_what_is_in_doubt_is_left_to_the_author(tmp_path: Path, line: str) -> None:
    found = fix(tmp_path, f"{line}\nother = 'x'\n".encode())
    if found is not None:
        assert line == 'correct = ["a", "b"'
        assert found.after == b'correct = ["a", "b"]\nother = \'x\'\n'


def test_the_diff_names_the_mark_and_shows_the_line(tmp_path: Path) -> None:
    found = fix(tmp_path, "\ufefftitle: '''The bridge'''\r\n".encode())
    assert found is not None
    assert list(diff(found)) == [
        "x.toml: the byte order mark at the start is taken out",
        "--- x.toml",
        "+++ x.toml",
        "@@ -1 +1 @@",
        "-title: '''The bridge'''",
        "+title = '''The bridge'''",
    ]


def test_a_file_without_a_fault_or_none_at_all(tmp_path: Path) -> None:
    assert fix(tmp_path, b"title = '''x'''\n") is None
    assert fix(tmp_path, b"\xff\xfe") is None
    assert mended(tmp_path / "nowhere.toml", "nowhere.toml") is None
    (tmp_path / "link.toml").symlink_to(tmp_path / "x.toml")
    assert mended(tmp_path / "link.toml", "link.toml") is None
