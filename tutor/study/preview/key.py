"""What only the author sees of a block: the right answer, the worth of each choice, the notes."""

from collections.abc import Iterator

from tutor.content.conditions_text import condition_text, effect_text
from tutor.content.draft import DraftBlock, Kind, Standing
from tutor.model.course import Lesson, Page
from tutor.model.items import Item, misconceptions
from tutor.model.record import Behaviour
from tutor.model.scenario import NodeChoice, Scenario
from tutor.study.frames.preview import KeyPart, KeySheet
from tutor.study.lookup import right_answer
from tutor.study.preview.play import SEED
from tutor.study.questions import Asking
from tutor.study.seat import Seat

QUALITY = {3: "best", 2: "defensible", 1: "weak", 0: "wrong"}
"""The words for a quality, as in the after-action review."""
NOTHING = "A block like this has no key and no notes."


def key_sheet(seat: Seat, block: DraftBlock | None) -> KeySheet:
    """The sheet of a block; it says so where there is nothing to say."""
    if block is None or block.standing is Standing.LOST:
        return KeySheet(block.block if block else "", (("", NOTHING),))
    module = seat.module
    match block.kind:
        case Kind.QUESTION:
            return _question(seat, module.items[block.block])
        case Kind.PAGE:
            lesson = next((one for one in module.lessons if one.id == block.owner), None)
            page = next((p for p in lesson.pages if p.id == block.block), None) if lesson else None
            return _page(seat, lesson, page) if lesson and page else KeySheet(block.block, ())
        case Kind.NODE if block.owner in module.scenarios:
            return _node(module.scenarios[block.owner], block.block)
        case Kind.SCENARIO if block.owner in module.scenarios:
            return _scenario(module.scenarios[block.owner])
        case Kind.MODULE:
            return KeySheet(
                module.head.title,
                (("topic", module.head.topic.value), ("quiz", f"{module.head.quiz_items} items")),
                parts=tuple(_notes(module.head.notes, None)),
            )
        case _:
            return KeySheet(block.owner, (("", NOTHING),))


def _question(seat: Seat, item: Item) -> KeySheet:
    asking = Asking(item, Behaviour.CHECKPOINT, SEED)
    facts = (
        ("kind", item.kind),
        ("objective", f"{item.objective}: {seat.objective_text(item.objective)}"),
        ("difficulty", str(item.difficulty)),
        ("use", ", ".join(item.use)),
        ("source", ", ".join(item.source)),
        ("misconceptions", ", ".join(misconceptions(item))),
        ("private", "yes" if item.sensitivity else ""),
    )
    hints = tuple(KeyPart(f"Hint {n}", text) for n, text in enumerate(item.hints, start=1))
    return KeySheet(
        item.id,
        _said(facts),
        right_answer(seat, asking, seat.heading(item.id)),
        (*hints, *_notes(item.notes, None)),
    )


def _page(seat: Seat, lesson: Lesson, page: Page) -> KeySheet:
    facts = (
        ("lesson", lesson.head.title),
        ("objectives", ", ".join(lesson.head.objectives)),
        ("asks", ", ".join(page.ask)),
        ("sources", ", ".join(seat.sources_in(page.text))),
        ("terms", ", ".join(seat.terms_in(page.text))),
    )
    return KeySheet(page.id, _said(facts), parts=tuple(_notes(page.notes, page.discuss)))


def _scenario(scenario: Scenario) -> KeySheet:
    head = scenario.head
    facts = (
        ("start", head.start),
        ("begins", head.begins or ""),
        ("objectives", ", ".join(head.objectives)),
        *(
            (name, f"{one.label}: starts at {one.start}, {one.min} to {one.max}")
            for name, one in scenario.indicators.items()
        ),
        *scenario.facts.items(),
    )
    return KeySheet(scenario.id, _said(facts))


def _node(scenario: Scenario, name: str) -> KeySheet:
    node = scenario.nodes[name]
    facts = (
        ("ending", node.end or ""),
        ("objective", node.objective or ""),
        ("minutes", str(node.clock or "")),
        ("cue", node.cue or ""),
        *((f"cue if {fact}", cue) for fact, cue in node.cue_if.items()),
        ("reached from", ", ".join(_leading_to(scenario, name))),
    )
    choices = tuple(_choice(scenario, letter, one) for letter, one in node.answers.items())
    variants = tuple(KeyPart(f"Text if {fact}", text) for fact, text in node.text_if.items())
    debrief = (KeyPart("Debrief", node.debrief),) if node.debrief else ()
    return KeySheet(
        name, _said(facts), parts=(*choices, *variants, *debrief, *_notes(node.notes, node.discuss))
    )


def _choice(scenario: Scenario, letter: str, choice: NodeChoice) -> KeyPart:
    harm = ", harmful" if choice.harm else ""
    lost = "" if choice.to in scenario.nodes else " (no such situation)"
    lines = (
        f"needs {condition_text(choice.needs)}" if choice.needs else "",
        f"then {', '.join(map(effect_text, choice.effects))}" if choice.effects else "",
        f"misconception {choice.misconception}" if choice.misconception else "",
        f"source {', '.join(choice.source)}" if choice.source else "",
    )
    return KeyPart(
        f"{letter}  {choice.quality} {QUALITY[choice.quality]}{harm}, leads to {choice.to}{lost}",
        choice.text,
        tuple(line for line in lines if line),
        choice.why,
    )


def _leading_to(scenario: Scenario, name: str) -> Iterator[str]:
    if scenario.start == name:
        yield "the start"
    for node in scenario.nodes.values():
        letters = [letter for letter, choice in node.answers.items() if choice.to == name]
        if letters:
            yield f"{node.id} ({', '.join(letters)})"


def _notes(notes: str | None, discuss: str | None) -> Iterator[KeyPart]:
    if notes:
        yield KeyPart("Notes for the instructor", notes)
    if discuss:
        yield KeyPart("For the class to discuss", discuss)


def _said(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Without those that say nothing."""
    return tuple((label, text) for label, text in facts if text)
