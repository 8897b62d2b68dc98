"""Every code explains itself, and its wrong example really is what the rule finds."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.content.courses import flooded
from tutor.cli.main import run
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import check
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.examples.table import EXAMPLES, Example
from tutor.content.explain import FAMILIES, NO_LINE, explain, overview
from tutor.content.lock import write
from tutor.content.syntax.statements import Header, Statement, split

TODAY = date(2026, 11, 30)
RUN = {code: one for code, one in EXAMPLES.items() if one.runs}
WORD_LIST = "[aid]\navoid = [\"beneficiaries\"]\nsay = '''people who receive aid'''\n"


def sections(text: str) -> list[tuple[str, str]]:
    """Name of each block ("" for the head) and its text with the header line."""
    starts = [0, *(match.start() for match in re.finditer(r"^\[", text, re.M)), len(text)]
    parts = [text[a:b] for a, b in pairwise(starts) if a < b]
    return [
        (re.match(r"\[([a-z0-9-]+)\]", part)[1] if part[0] == "[" else "", part) for part in parts
    ]


def merged(base: str, snippet: str) -> str:
    """The file with the blocks and keys of the snippet in place of its own."""
    blocks = dict(sections(base))
    added: set[str] = set()
    for name, part in sections(snippet):
        if name not in blocks or name in added:
            blocks[f"{name} {len(blocks)}"] = part.rstrip("\n") + "\n"
        else:
            _, _, body = part.partition("\n") if name else ("", "", part)
            kept = without(blocks[name], keys(body))
            blocks[name] = (
                f"{kept.rstrip()}\n{body.rstrip()}\n\n" if name else f"{body.rstrip()}\n{kept}"
            )
        added.add(name)
    return "".join(blocks.values())


def keys(body: str) -> set[str]:
    return set(re.findall(r"^([a-z][a-z0-9_.-]*)\s*[=:]", body, re.M))


def without(block: str, gone: set[str]) -> str:
    """The block without statements whose key is one of these, or a part or parent of one."""
    kept, at = [], 0
    for item in split(block):
        if isinstance(item, Header):
            continue
        assert isinstance(item, Statement)
        key = block[item.key[0] : item.key[1]].strip()
        if any(key == one or key.startswith(f"{one}.") for one in gone):
            kept.append(block[at : item.start])
            at = item.end + 1
    return "".join((*kept, block[at:]))


def found_with(folder: Path, example: Example, snippet: str) -> list[Diagnostic]:
    course = flooded(folder)
    (course / "words.toml").write_text(WORD_LIST, "utf-8")
    (course / "ids.lock").write_text(write("1.0.0", {}), "utf-8")
    path = course / example.file
    path = path if path.exists() else course / "crossing" / example.file
    path.write_text(merged(path.read_text("utf-8"), snippet), "utf-8", newline="")
    return list(check([course], TODAY).diagnostics)


def test_every_code_has_an_example_and_a_family() -> None:
    assert EXAMPLES.keys() == CATALOGUE.keys()
    assert {code[0] for code in CATALOGUE} == set(FAMILIES)
    assert len(RUN) >= 80


@pytest.mark.parametrize("code", RUN)
def test_the_wrong_example_triggers_its_code_and_the_right_one_does_not(
    tmp_path: Path, code: str
) -> None:
    example = RUN[code]
    wrong = found_with(tmp_path / "wrong", example, example.wrong)
    right = found_with(tmp_path / "right", example, example.right)
    assert code in {one.code for one in wrong}, [str(one) for one in wrong]
    assert code not in {one.code for one in right}
    worse = {one.code for one in right if one.severity is Severity.ERROR}
    assert worse == set(), "a right example has no error of another kind"


SILENCED = [
    code for code in RUN if CATALOGUE[code].severity is not Severity.ERROR and code not in NO_LINE
]


@pytest.mark.parametrize("code", SILENCED)
def test_a_comment_above_silences_what_the_example_triggers(tmp_path: Path, code: str) -> None:
    example = RUN[code]
    found = [one for one in found_with(tmp_path, example, example.wrong) if one.code == code]
    path = Path(found[0].file)
    lines = path.read_text("utf-8").split("\n")
    for one in sorted(found, reverse=True):
        key = re.compile(r"[a-z][a-z0-9_.-]* *=" + ("" if code == "T016" else r"|\["))
        above = next(n for n in range(one.line - 1, -1, -1) if key.match(lines[n]))
        lines.insert(above, f"# tutor: ok {code} it is meant so")
    path.write_text("\n".join(lines), "utf-8")
    left = {one.code for one in check([tmp_path / "bridge"], TODAY).diagnostics}
    assert not left & {code, "S111", "S112"}


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_explanation_says_what_why_how_and_how_not(code: str) -> None:
    said = explain(code)
    rule = CATALOGUE[code]
    assert said.startswith(f"{code}  {rule.title}\n")
    assert "Wrong" in said
    assert "Right:" in said
    assert ("tutor: ok" in said.split("Right:")[1]) == (
        rule.severity is not Severity.ERROR and code not in NO_LINE
    )
    assert max(len(line) for line in said.split("\n") if not line.startswith("    ")) <= 80
    assert max(map(len, said.split("\n"))) <= 104


def test_the_overview_names_every_code_once() -> None:
    assert sorted(re.findall(r"^  ([A-Z]\d{3})  ", overview(), re.M)) == sorted(CATALOGUE)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "q401"]) == 0
    assert capsys.readouterr().out == explain("Q401") + "\n"
    assert run(["explain"]) == 0
    assert "Q: the craft of questions" in capsys.readouterr().out
    assert run(["explain", "Q999"]) == 2
    assert "Q999: no rule has this code." in capsys.readouterr().err
