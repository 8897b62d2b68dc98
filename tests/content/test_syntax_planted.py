"""Slips of the hand, each planted at every place of a good file: found where it stands."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.content.slips.slip import Slip, line_of
from tests.content.slips.spelling import SPELLING as SLIPS
from tutor.content.blocks import Parsed, cut, parse_bytes

SOURCE = (Path(__file__).parents[1] / "data" / "valid" / "planted.toml").read_text("utf-8")
SEED = 20_001_325
# Of the format's own measurements (FORMAT: 99.6 % of five simultaneous faults).
WANTED = 0.99


def parse(text: str, file: str) -> Parsed:
    return parse_bytes(text.encode(), file)


def hit(slip: Slip, broken: str, line: int) -> bool:
    return any(
        found.code in slip.codes and abs(found.line - line) <= 1
        for found in parse(broken, "x.toml").diagnostics
    )


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
