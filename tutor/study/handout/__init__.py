"""A module to print: lessons, questions, scenarios; the key only if it is asked for."""

from collections.abc import Callable

from tutor import __version__
from tutor.model.course import Lesson
from tutor.model.items import Item
from tutor.ports import Dice
from tutor.study.frames import TermCard
from tutor.study.frames.handout import (
    Handout,
    HandoutKey,
    NodeKey,
    PageKey,
    PaperLesson,
    PaperPage,
)
from tutor.study.handout.exercise import exercise
from tutor.study.handout.questions import asked, keyed
from tutor.study.material import Material
from tutor.study.texts import linked_terms


def handout(material: Material, dice: Callable[[str], Dice], *, with_key: bool) -> Handout:
    """The module of this material. Answers are shuffled alike with and without the key."""
    module, course = material.module, material.course
    head = module.head
    items = tuple(module.items.values())
    scenarios = [exercise(material, one, dice) for one in module.scenarios.values()]
    return Handout(
        ref=module.ref,
        course=course.head.title,
        version=course.head.version,
        licence=course.head.licence,
        banner=course.head.banner or "",
        title=head.title,
        summary=head.summary,
        content_note=head.content_note or "",
        objectives=tuple(objective.text for objective in head.objectives),
        lessons=tuple(_lesson(material, lesson) for lesson in module.lessons),
        questions=tuple(asked(item, _dice(material, dice, item)) for item in items),
        scenarios=tuple(paper for paper, _ in scenarios),
        sources=material.cards(course.sources),
        terms=_terms(material),
        program=__version__,
        key=_key(material, dice, items, [keys for _, keys in scenarios]) if with_key else None,
    )


def _dice(material: Material, dice: Callable[[str], Dice], item: Item) -> Dice:
    """The same order for the same question, whatever its key."""
    return dice(f"paper:{material.item_ref(item.id)}")


def _lesson(material: Material, lesson: Lesson) -> PaperLesson:
    head = lesson.head
    return PaperLesson(
        title=head.title,
        summary=head.summary or "",
        objectives=tuple(material.objective_text(one) for one in head.objectives),
        pages=tuple(PaperPage(page.title, page.text) for page in lesson.pages),
    )


def _terms(material: Material) -> tuple[TermCard, ...]:
    texts = (page.text for lesson in material.module.lessons for page in lesson.pages)
    found = (material.term(name) for name in linked_terms(*texts))
    return tuple(sorted((card for card in found if card), key=lambda card: card.term.casefold()))


def _key(
    material: Material,
    dice: Callable[[str], Dice],
    items: tuple[Item, ...],
    scenarios: list[tuple[NodeKey, ...]],
) -> HandoutKey:
    return HandoutKey(
        module=material.module.head.notes or "",
        pages={
            (place, number): PageKey(page.notes or "", page.discuss or "")
            for place, lesson in enumerate(material.module.lessons)
            for number, page in enumerate(lesson.pages)
        },
        questions=tuple(keyed(material, item, _dice(material, dice, item)) for item in items),
        nodes={
            (place, number): key
            for place, keys in enumerate(scenarios)
            for number, key in enumerate(keys)
        },
    )
