"""What a learner may type for each body of a question, and what the player says to the rest."""

from contextlib import suppress

import pytest

from tutor.cli.plain import bodies
from tutor.model.responses import Choice, Pairs, Response, Written
from tutor.study.frames import (
    Blank,
    Body,
    ExtremesBody,
    GapBody,
    Option,
    PickBody,
    ScaleBody,
    SortBody,
    StatementsBody,
    WriteBody,
)

LINES = tuple(Option(key, f"text {key}") for key in "dacb")
STATEMENTS = StatementsBody(LINES)
SORT = SortBody(LINES, (Option("in", "Inside"), Option("out", "Outside")))
ALL_FOUR = Pairs(pairs={"d": "true", "a": "false", "c": "false", "b": "true"})
GAPS = GapBody((Blank("who", 1), Blank("whom", 2, ("chief", "commander"))))
SCALE = ScaleBody(tuple(Option(step, step) for step in ("-2", "-1", "0", "+1", "+2")))
EXTREMES = ExtremesBody(LINES)


@pytest.mark.parametrize(
    ("body", "typed", "response"),
    [
        (STATEMENTS, "t f f t", ALL_FOUR),
        (STATEMENTS, "TFFT", ALL_FOUR),
        (STATEMENTS, "A t, C: false", Pairs(pairs={"d": "true", "c": "false"})),
        (SORT, "A2 b1 D=2", Pairs(pairs={"d": "out", "a": "in", "b": "out"})),
        (GAPS, "gender advisor; b", Pairs(pairs={"who": "gender advisor", "whom": "commander"})),
        (GAPS, "2: Commander", Pairs(pairs={"whom": "commander"})),
        (GAPS, "(2) A; 1: 1325", Pairs(pairs={"whom": "chief", "who": "1325"})),
        (GAPS, "; B", Pairs(pairs={"whom": "commander"})),
        (GapBody((Blank("who", 1),)), "one; two", Pairs(pairs={"who": "one; two"})),
        (SCALE, "4", Choice(chosen=("+1",))),
        (EXTREMES, "+B -D", Pairs(pairs={"best": "a", "worst": "b"})),
        (EXTREMES, "worst: a best c", Pairs(pairs={"worst": "d", "best": "c"})),
        (WriteBody(number=True, unit="km"), "12 km", Written(text="12 km")),
        (WriteBody(lines=5), "one\ntwo", Written(text="one\ntwo")),
        (PickBody(LINES, many=True, title="Report"), "a c", Choice(chosen=("d", "c"))),
    ],
)  # fmt: skip
def test_what_is_understood(body: Body, typed: str, response: Response) -> None:
    assert bodies.read(body, typed) == response


@pytest.mark.parametrize(
    ("body", "typed", "said"),
    [
        (STATEMENTS, "yes no", "t or f for each statement"),
        (STATEMENTS, "E t", "There is no statement E."),
        (SORT, "A", "letter and number"),
        (SORT, "A3", "There is no bin 3: they go from 1 to 2."),
        (SORT, "F1", "There is no line F."),
        (GAPS, "one; two; three", "There are 2 gaps"),
        (GAPS, "3: x", "There is no gap 3."),
        (GAPS, "2: C", "Gap 2 takes a letter from A to B."),
        (GAPS, " ; ", "what stands in the gaps"),
        (SCALE, "6", "a number from 1 to 5"),
        (SCALE, "more", "a number from 1 to 5"),
        (EXTREMES, "+A", "+ and the best, - and the worst"),
        (EXTREMES, "+A -A", "cannot be the same"),
        (EXTREMES, "+A -Z", "There is no answer Z."),
        (WriteBody(number=True, unit="km"), "far", "Type a number in km"),
    ],
)
def test_what_is_refused_in_a_sentence(body: Body, typed: str, said: str) -> None:
    with pytest.raises(bodies.NotUnderstoodError, match=r"^[A-Z].*[.]$") as found:
        bodies.read(body, typed)
    assert said in str(found.value)


@pytest.mark.parametrize("body", [STATEMENTS, SORT, GAPS, SCALE, EXTREMES])
@pytest.mark.parametrize("typed", ["", "\x1b[31m", "9" * 5000, "-", ";;;;", "²", "A" * 5000])
def test_any_line_is_an_answer_or_a_sentence(body: Body, typed: str) -> None:
    with suppress(bodies.NotUnderstoodError):
        assert bodies.read(body, typed)


def test_the_line_before_the_prompt_says_what_to_type() -> None:
    assert bodies.how(WriteBody(lines=5)).startswith("Write your text; a line with only a full")
    assert bodies.how(WriteBody(number=True, unit="km")) == "Type a number in km"
    assert bodies.how(PickBody(LINES, many=True, title="Report")).endswith("that are wrong")
    assert bodies.lines(PickBody(LINES, many=True, title="Report"))[0] == "Report"
    assert bodies.lines(GAPS) == ["(1) to be typed", "(2) A chief, B commander"]
