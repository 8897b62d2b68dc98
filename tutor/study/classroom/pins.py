"""What a session keeps of each question, so that its rules never ask the course again."""

from collections.abc import Iterable

from tutor.engine import grading
from tutor.engine.grading import Shown
from tutor.model.classroom.plan import Ballot, PinnedQuestion
from tutor.model.items import Item
from tutor.model.items.inject import STEPS
from tutor.model.responses import Choice, Pairs
from tutor.study.material import Material
from tutor.study.questions import label
from tutor.study.world import World

TRUE, FALSE = "true", "false"
BALLOTS = {
    "single": Ballot.ONE,
    "true-false": Ballot.ONE,
    "best-worst": Ballot.ONE,
    "inject": Ballot.ONE,
    "multiple": Ballot.MANY,
    "statements": Ballot.MANY,
    "spot": Ballot.MANY,
}
"""How a room votes on a kind; what is not here is answered in words. Best-worst: on the best."""


def pinned(material: Material, item: Item, world: World) -> PinnedQuestion:
    """The question as a session needs it.

    The order of the answers follows from the question alone, so that every class, every hand-out
    and every guide of the same course has the same letters.
    """
    fingerprint = material.fingerprint(item.id)
    dice = world.dice(f"class:{material.module.ref}:{item.id}:{fingerprint.meaning}")
    shown = grading.shown(item, dice)
    ballot = BALLOTS.get(item.kind, Ballot.NONE)
    return PinnedQuestion(
        item=item.id,
        item_kind=item.kind,
        objective=item.objective,
        title=label(item),
        fingerprint=fingerprint,
        ballot=ballot,
        options=_options(item, shown),
        partners=shown.partners,
        right=_right(item) if ballot is not Ballot.NONE else (),
        judgement=item.kind == "inject",
        keyed=item.kind != "reflect",
        private=item.sensitivity == "private",
    )


def pinned_all(material: Material, items: Iterable[str], world: World) -> dict[str, PinnedQuestion]:
    """By item id; ids that the module does not have are left out."""
    known = material.module.items
    return {name: pinned(material, known[name], world) for name in items if name in known}


def shown(question: PinnedQuestion) -> Shown:
    """The order in which the question is shown."""
    order = () if question.item_kind in ("true-false", "inject") else question.options
    return Shown(order, question.partners)


def _options(item: Item, shown: Shown) -> tuple[str, ...]:
    if item.kind == "true-false":
        return (TRUE, FALSE)
    if item.kind == "inject":
        return STEPS
    return shown.order or tuple(getattr(item, "answers", ()))


def _right(item: Item) -> tuple[str, ...]:
    """The options that are right: from the same code that grades. None for a judgement."""
    if item.kind == "inject":
        return ()
    key = grading.key(item)
    if isinstance(key, Choice):
        return key.chosen
    if isinstance(key, Pairs):
        if item.kind == "best-worst":
            return (key.pairs["best"],)
        return tuple(name for name, truth in key.pairs.items() if truth == TRUE)
    return (TRUE,) if getattr(key, "value", False) else (FALSE,)
