"""A scenario on paper: how to play it, its situations by number, and where decisions lead."""

from collections.abc import Iterator

from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
    Listing,
    Marked,
    PageBreak,
    Paragraph,
    Quote,
    Span,
    Together,
    bullets,
    heading,
    line,
    plain_table,
    words,
)
from tutor.paper.markdown import Citations, blocks, inline
from tutor.paper.words import INSTRUCTOR, QUALITY
from tutor.study.frames.handout import (
    ChoiceKey,
    HandoutKey,
    NodeKey,
    PaperChoice,
    PaperNode,
    PaperScenario,
)

HOW = (
    "Read the briefing, then situation 1. Do not read ahead: the situations are in no order.",
    "Decide, write your letter down, and only then look it up in the table of outcomes.",
    (
        "Change the indicators and note the facts that the outcome names, then turn to the "
        "situation that it gives. An indicator never leaves its scale."
    ),
    (
        "A choice or a text with a condition counts only while the condition holds; the first "
        "text whose condition holds is read in place of the other."
    ),
)


def exercise(
    place: int, scenario: PaperScenario, key: HandoutKey | None, citations: Citations
) -> Iterator[Block]:
    """The parts of the exercise; with what the instructor has where there is a key."""
    yield heading(1, f"Scenario: {scenario.title}")
    yield Listing(tuple((line(text),) for text in HOW), start=1)
    yield from blocks(scenario.role, citations)
    yield from blocks(scenario.briefing, citations)
    if scenario.intent:
        yield Paragraph(words("Commander's intent:", strong=True))
        yield from blocks(scenario.intent, citations)
    yield Paragraph(words("What this is about:", strong=True))
    yield from bullets(scenario.objectives)
    if scenario.begins:
        yield line(f"The exercise begins at {scenario.begins}.")
    if scenario.gauges:
        rows = [
            (one.label, f"{one.min} to {one.max}", str(one.start), "") for one in scenario.gauges
        ]
        yield plain_table(("Indicator", "Scale", "Start", "Now"), rows, (5, 3, 2, 6))
    yield heading(2, "Situations")
    for number, node in enumerate(scenario.nodes):
        yield Together(tuple(_node(node, citations)))
        if key:
            yield Aside(INSTRUCTOR, tuple(_node_key(key.nodes[place, number], citations)))
    yield PageBreak()
    yield heading(2, "Outcomes")
    yield line("Look up a decision only after you have taken it.")
    found = [
        (f"{one.node} {one.letter}", "; ".join(one.changes) or "nothing", str(one.to))
        for one in scenario.outcomes
    ]
    yield plain_table(("Decision", "Changes", "Turn to"), found, (2, 10, 2))


def _node(node: PaperNode, citations: Citations) -> Iterator[Block]:
    yield heading(3, f"Situation {node.number}")
    if node.inject:
        told = (f"Message from {node.inject.sender}", node.inject.dtg, node.inject.channel)
        yield Paragraph(words(", ".join(part for part in told if part), strong=True))
    for when, text in node.variants:
        yield Paragraph((Span(f"If {when}, read this instead:", emphasis=True),))
        yield Quote(blocks(text, citations))
    yield from blocks(node.text, citations)
    if node.choices:
        yield Marked(tuple((f"☐ {one.letter}", _choice(one, citations)) for one in node.choices))
    else:
        yield line("The exercise ends here.")
    if node.minutes:
        yield line(f"This takes {node.minutes} minutes of exercise time.", quiet=True)


def _choice(one: PaperChoice, citations: Citations) -> Blocks:
    needs = (Span(f" (only if {one.needs})", emphasis=True),) if one.needs else ()
    return (Paragraph((*inline(one.text, citations), *needs)),)


def _node_key(key: NodeKey, citations: Citations) -> Iterator[Block]:
    about = f"{key.id}: {key.objective}" if key.objective else key.id
    yield line(f"{about}; {key.end} ending" if key.end else about)
    for cue in key.cues:
        yield line(f"Cue: {cue}")
    if key.choices:
        yield Marked(tuple(_worth(one, citations) for one in key.choices))
    rows = [("Debrief", key.debrief), ("Notes", key.notes), ("To discuss", key.discuss)]
    said = tuple((label, blocks(text, citations)) for label, text in rows if text)
    if said:
        yield Marked(said)


def _worth(one: ChoiceKey, citations: Citations) -> tuple[str, Blocks]:
    marks = citations.marks(one.sources)
    harm = ", harmful" if one.harm else ""
    sources = (line(f"Sources: {marks}", quiet=True),) if marks else ()
    label = f"{one.letter} {QUALITY[one.quality]} ({one.quality}){harm}"
    return label, (*blocks(one.why, citations), *sources)
