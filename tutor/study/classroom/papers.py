"""What a class needs on paper: cards, tally sheets and messages for all, the guide for one.

Letters are those of the wall: they follow from the question alone.
"""

from collections.abc import Iterable

from tutor import __version__
from tutor.engine.classroom.exercise import earliest
from tutor.model.classroom.exercise import Exercise, ExerciseInject
from tutor.model.classroom.plan import Ballot, PinnedQuestion, Step, StepKind
from tutor.model.items import Item
from tutor.model.scenario import Scenario
from tutor.ports import Dice
from tutor.study.classroom.agenda import page_of
from tutor.study.classroom.pins import pinned
from tutor.study.classroom.wall import LABELS, addressed
from tutor.study.frames.class_papers import (
    LetterCards,
    MessageCards,
    PaperMessage,
    TallyRow,
    TallySheets,
    Titled,
)
from tutor.study.material import Material
from tutor.study.questions import label
from tutor.study.world import World

FEWEST_LETTERS = 4
"""A set of cards has A to D at least."""

SIGNS = {"true-false": ("True", "False")}
"""Kinds whose answers are no letters."""


def titled(material: Material, exercise: Exercise | None) -> Titled:
    """What all papers of this class say about where they come from."""
    module, course = material.module, material.course.head
    return Titled(
        ref=f"{module.ref}/{exercise.id}" if exercise else module.ref,
        title=exercise.title if exercise else module.head.title,
        course=course.title,
        version=course.version,
        banner=course.banner or "",
        program=__version__,
    )


def letter_cards(
    material: Material, steps: tuple[Step, ...], exercise: Exercise | None, world: World
) -> LetterCards:
    """As many letters as the question with the most answers needs."""
    questions = [pinned(material, one, world) for one in items(material, steps, exercise)]
    most = max((len(_signs(one)) for one in questions if _lettered(one)), default=0)
    played = [step.ref for step in steps if step.kind is StepKind.SCENARIO]
    situations = [_most_choices(material.module.scenarios[name]) for name in played]
    count = max(FEWEST_LETTERS, most, *situations)
    return LetterCards(titled(material, exercise), tuple(LABELS[:count]))


def tally_sheets(
    material: Material, steps: tuple[Step, ...], exercise: Exercise | None, world: World
) -> TallySheets:
    """The questions that the room votes on, in the order of the class."""
    rows: list[TallyRow] = []
    for item in items(material, steps, exercise):
        one = pinned(material, item, world)
        if one.ballot is not Ballot.NONE:
            many = one.ballot is Ballot.MANY
            rows.append(TallyRow(len(rows) + 1, label(item), _signs(one), many, one.private))
    played = [step.ref for step in steps if step.kind is StepKind.SCENARIO]
    scenarios = [material.module.scenarios[name] for name in played]
    return TallySheets(
        titled(material, exercise),
        tuple(rows),
        tuple((one.head.title, tuple(LABELS[: _most_choices(one)])) for one in scenarios),
    )


def message_cards(material: Material, exercise: Exercise) -> MessageCards:
    """The injects of an exercise by the roles that get them, in the order of the events list."""
    ordered = events(exercise)
    messages = {one.id: message(exercise, one, number) for number, one in ordered}
    everybody = tuple(messages[one.id] for _, one in ordered if not one.to)
    rows: list[tuple[str, tuple[PaperMessage, ...]]] = [("", everybody)] if everybody else []
    for role, text in exercise.roles.items():
        own = tuple(messages[one.id] for _, one in ordered if role in one.to)
        if own:
            rows.append((text, own))
    return MessageCards(titled(material, exercise), tuple(rows))


def message(exercise: Exercise, inject: ExerciseInject, number: int) -> PaperMessage:
    """What the role gets, and nothing that its facilitator needs."""
    return PaperMessage(
        number=number,
        to=addressed(exercise, inject),
        sender=inject.sender or "",
        channel=inject.channel or "",
        text=inject.text,
    )


def events(exercise: Exercise) -> list[tuple[int, ExerciseInject]]:
    """The events list: by the time at which each can be due, what comes by hand last."""
    when = earliest(exercise.injects)
    by_hand = {one.id for one in exercise.injects.values() if one.at is None and one.after is None}
    ordered = sorted(
        exercise.injects.values(), key=lambda one: (one.id in by_hand, when[one.id] or 0)
    )
    return list(enumerate(ordered, start=1))


def items(material: Material, steps: Iterable[Step], exercise: Exercise | None) -> tuple[Item, ...]:
    """The questions of the class in their order, each once."""
    names = [name for step in steps for name in (step.ref, *step.items) if _asks(step)]
    if exercise is not None:
        names += [one.ask for _, one in events(exercise) if one.ask]
    known = material.module.items
    return tuple(known[name] for name in dict.fromkeys(names) if name in known)


def class_dice(material: Material, item: Item, world: World) -> Dice:
    """The dice that order the answers of this question in every class."""
    meaning = material.fingerprint(item.id).meaning
    return world.dice(f"class:{material.module.ref}:{item.id}:{meaning}")


def notes_of(material: Material, step: Step) -> tuple[str, str]:
    """The author's notes on a step, and its prompt for the class."""
    page = page_of(material, step.ref) if step.kind is StepKind.SLIDE else None
    return (page.notes or "", page.discuss or "") if page else ("", "")


def _most_choices(scenario: Scenario) -> int:
    return max(len(node.answers) for node in scenario.nodes.values())


def _asks(step: Step) -> bool:
    return step.kind in (StepKind.QUESTION, StepKind.TEST)


def _lettered(question: PinnedQuestion) -> bool:
    return question.ballot is not Ballot.NONE and question.item_kind not in (*SIGNS, "inject")


def _signs(question: PinnedQuestion) -> tuple[str, ...]:
    """What the room calls the answers."""
    if question.item_kind == "inject":
        return question.options
    return SIGNS.get(question.item_kind) or tuple(LABELS[: len(question.options)])
