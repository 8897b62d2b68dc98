"""Slips that authors make, planted in a good file: each has to be found where it stands."""

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.content.blocks import cut, parse

SOURCE = (Path(__file__).parents[1] / "data" / "valid" / "planted.toml").read_text("utf-8")
SEED = 20_001_325
# Of the format's own measurements (FORMAT: 99.6 % of five simultaneous faults).
WANTED = 0.99

Line = re.Match[str]


class Slip:
    """One kind of slip: which lines it can befall, what becomes of the match, codes that fit."""

    def __init__(self, name: str, codes: str, pattern: str, change: Callable[[Line], str]) -> None:
        self.name = name
        self.codes = frozenset(codes.split())
        self.pattern = re.compile(pattern, re.M)
        self.change = change

    def sites(self, text: str) -> list[Line]:
        return list(self.pattern.finditer(text))

    def plant(self, text: str, site: Line) -> str:
        return text[: site.start()] + self.change(site) + text[site.end() :]


ONE_LINE = r"^(?P<key>[a-z.]+) = '''(?P<text>[^'\n]+)'''$"
SHORT = r'^(?P<key>[a-z.]+) = "(?P<text>[^"\n]+)"$'
OPENING = r"^(?P<key>[a-z.]+) = '''(?=\n)"
LIST = r"^(?P<key>[a-z.]+) = \[\"(?P<first>[^\"\n]+)\", \"(?P<second>[^\"\n]+)\"\]$"
HEADER = r"^\[(?P<id>[a-z-]+)\]$"

SLIPS = (
    Slip("quotes in quotes", "T001", ONE_LINE, lambda m: f'{m["key"]} = "So "{m["text"]}" it is"'),
    Slip("no closing quote", "T002", SHORT, lambda m: f'{m["key"]} = "{m["text"]}'),
    Slip("no closing triple", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}"),
    Slip("closing with two", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}''"),
    Slip("closing with others", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}\"\"\""),
    Slip(
        "long text not closed",
        "T003",
        r"^(?P<key>[a-z.]+) = '''\n(?P<text>[^']*)\n'''$",
        lambda m: f"{m['key']} = '''\n{m['text']}",
    ),
    Slip("double triple not closed", "T003", ONE_LINE, lambda m: f'{m["key"]} = """{m["text"]}'),
    Slip("curly", "T004", ONE_LINE, lambda m: f"{m['key']} = “{m['text']}”"),
    Slip("curly short", "T004", SHORT, lambda m: f"{m['key']} = “{m['text']}”"),
    Slip("curly triple", "T004", ONE_LINE, lambda m: f"{m['key']} = ‘’’{m['text']}’’’"),
    Slip("curly end", "T004", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}’’’"),
    Slip("curly opening of a long text", "T004", OPENING, lambda m: f"{m['key']} = ‘’’"),
    Slip("special blank", "T005", r"^(?P<key>[a-z.]+) = (?=\S)", lambda m: f"{m['key']}\u00a0= "),
    Slip("special blank behind", "T005", r"^(?P<key>[a-z.]+) = ", lambda m: f"{m['key']} =\u00a0"),
    Slip("special indent", "T005", r"^(?=[a-z.]+ = )", lambda m: "\u00a0"),
    Slip("capital truth", "T007", r"\b(?P<word>true|false)$", lambda m: m["word"].capitalize()),
    Slip("no value", "T008", r"^(?P<key>[a-z.]+) = [^'\n]+$", lambda m: f"{m['key']} ="),
    Slip("value below", "T008", ONE_LINE, lambda m: f"{m['key']} =\n'''{m['text']}'''"),
    Slip("list open", "T009", LIST, lambda m: f'{m["key"]} = ["{m["first"]}", "{m["second"]}"'),
    Slip("no list", "T009", LIST, lambda m: f'{m["key"]} = "{m["first"]}", "{m["second"]}"'),
    Slip("no comma", "T010", LIST, lambda m: f'{m["key"]} = ["{m["first"]}" "{m["second"]}"]'),
    Slip("colon", "T011", r"^(?P<key>[a-z.]+) = (?=\S)", lambda m: f"{m['key']}: "),
    Slip("no sign", "T011", r"^(?P<key>[a-z.]+) = (?='''[^\s'])", lambda m: f"{m['key']} "),
    Slip("blank in key", "T013", r"^(?P<key>[a-z]+)(?=[. ])", lambda m: f"my {m['key']}"),
    Slip("accent", "T013", r"^(?P<key>[a-z]+)(?=[. ])", lambda m: f"é{m['key']}"),
    Slip("capital key", "T013", r"^(?P<key>[a-z]+)(?=[. ])", lambda m: m["key"].capitalize()),
    Slip("capital id", "T013", HEADER, lambda m: f"[{m['id'].title()}]"),
    Slip("blank in id", "T013", HEADER, lambda m: f"[{m['id'].replace('-', ' ')}]"),
    Slip("bracket of id", "T009", HEADER, lambda m: f"[{m['id']}"),
    Slip("markdown list", "T014", ONE_LINE, lambda m: f"{m[0]}\n- one\n- two"),
    Slip("list in place of text", "T008 T014", ONE_LINE, lambda m: f"{m['key']} =\n- one\n- two"),
    Slip("path", "T017", SHORT, lambda m: f'{m["key"]} = "C:\\plans\\{m["text"]}"'),
    Slip("no quotes", "T025", SHORT, lambda m: f"{m['key']} = {m['text']}"),
    Slip("no opening", "T025", ONE_LINE, lambda m: f"{m['key']} = {m['text']}'''"),
    Slip(
        "decimal comma", "T026", r"^(?P<key>[a-z.]+) = \d+(?:\.\d)?$", lambda m: f"{m['key']} = 0,5"
    ),
    Slip("array of tables", "T022", HEADER, lambda m: f"[[{m['id']}]]"),
    Slip("same key", "T023", ONE_LINE, lambda m: f"{m[0]}\n{m[0]}"),
    Slip("behind text", "T024", ONE_LINE, lambda m: f"{m[0]} and more"),
)


def hit(slip: Slip, broken: str, line: int) -> bool:
    return any(
        found.code in slip.codes and abs(found.line - line) <= 1
        for found in parse(broken, "x.toml").diagnostics
    )


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def test_the_file_itself_is_clean() -> None:
    parsed = parse(SOURCE, "planted.toml")
    assert parsed.diagnostics == ()
    assert len(parsed.blocks) == 13


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_every_kind_of_slip_can_be_planted(slip: Slip) -> None:
    assert slip.sites(SOURCE)


def test_slips_are_named_where_they_stand() -> None:
    total, missed = 0, Counter[str]()
    for slip in SLIPS:
        for site in slip.sites(SOURCE):
            total += 1
            if not hit(slip, slip.plant(SOURCE, site), line_of(SOURCE, site.start())):
                missed[slip.name] += 1
    assert total > 1_000
    assert missed.total() <= (1 - WANTED) * total, missed


def test_a_slip_leaves_all_other_blocks_usable() -> None:
    names = {raw.name for raw in cut(SOURCE)}
    total, lost = 0, Counter[str]()
    for slip in SLIPS:
        for site in slip.sites(SOURCE):
            total += 1
            parsed = parse(slip.plant(SOURCE, site), "x.toml")
            if len(names - {block.name for block in parsed.blocks}) > 1:
                lost[slip.name] += 1
    assert lost.total() <= (1 - WANTED) * total, lost


def test_a_slip_gives_no_flood_of_findings() -> None:
    counts = Counter(
        len(parse(slip.plant(SOURCE, site), "x.toml").diagnostics)
        for slip in SLIPS
        for site in slip.sites(SOURCE)
    )
    assert counts[1] >= WANTED * counts.total(), counts


def planted_five(dice: random.Random) -> tuple[str, list[tuple[Slip, int]]]:
    """Five slips in five blocks, from the last to the first so that places above stay."""
    raws = [raw for raw in cut(SOURCE) if raw.header_span]
    text, planted = SOURCE, []
    for raw in sorted(dice.sample(raws, 5), key=lambda raw: -raw.start):
        floor, ceiling = raw.start - len(raw.name) - 3, raw.start + len(raw.text)
        while True:
            slip = dice.choice(SLIPS)
            sites = [m for m in slip.sites(SOURCE) if floor <= m.start() and m.end() <= ceiling]
            if sites:
                break
        site = dice.choice(sites)
        changed = slip.plant(text, site)
        added = changed.count("\n") - text.count("\n")
        planted = [(other, line + added) for other, line in planted]
        planted.append((slip, line_of(text, site.start())))
        text = changed
    return text, planted


def test_five_slips_in_five_blocks_are_found_in_one_pass() -> None:
    dice = random.Random(SEED)
    rounds, missed = 500, []
    for _ in range(rounds):
        text, planted = planted_five(dice)
        lost = [slip.name for slip, line in planted if not hit(slip, text, line)]
        if lost:
            missed.append(lost)
    assert len(missed) <= (1 - WANTED) * rounds, missed
