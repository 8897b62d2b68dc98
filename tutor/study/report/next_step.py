"""The one thing that is best done next.

In this order: a quiz or a scenario left open; today's review; the module that was left; practice of
what is not even Familiar; the next new module; practice of what is not yet Proficient; a scenario
for what lacks only a decision; nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from tutor.engine.mastery import Lack
from tutor.model.mastery import Mastery
from tutor.model.progress import Place
from tutor.model.record import ALL_MODULES
from tutor.study.frames import ContinueCard, MasteryFrame, NextStep, ReviewFrame
from tutor.study.review_queue import Studied


def next_step(
    place: Place | None,
    card: ContinueCard | None,
    review: ReviewFrame,
    modules: Sequence[MasteryFrame],
    studied: Mapping[str, Studied],
) -> NextStep:
    """`card` is what home would go on with from `place`."""
    if card is not None and place is not None and card.part == place.part != "page":
        return _go_on(card)
    if review.questions:
        return NextStep(review.sentence, ALL_MODULES, "review")
    if card is not None:
        return _go_on(card)
    steps = (
        _practice(modules, Mastery.FAMILIAR),
        _new(modules),
        _practice(modules, Mastery.PROFICIENT),
        _scenario(modules, studied),
    )
    return next((step for step in steps if step is not None), NextStep(review.sentence))


def _go_on(card: ContinueCard) -> NextStep:
    sentence = f"Go on with {card.title} ({card.detail})."
    return NextStep(sentence, card.module, card.part, card.ref)


def _practice(modules: Iterable[MasteryFrame], least: Mastery) -> NextStep | None:
    """The begun module in which most objectives are below a level."""
    begun = [module for module in modules if module.begun]
    below = {module.ref: len(module.rows) - module.count(least) for module in begun}
    module = max(begun, key=lambda one: below[one.ref], default=None)
    if module is None or not below[module.ref]:
        return None
    count, total = below[module.ref], len(module.rows)
    verb = "is" if count == 1 else "are"
    sentence = (
        f"Practise {module.title}: {count} of {total} objectives {verb} not yet {least.word}."
    )
    return NextStep(sentence, module.ref, "practice")


def _new(modules: Iterable[MasteryFrame]) -> NextStep | None:
    module = next((one for one in modules if one.rows and not one.begun), None)
    if module is None:
        return None
    return NextStep(f"Begin {module.title} ({module.course}).", module.ref, "module")


def _scenario(modules: Iterable[MasteryFrame], studied: Mapping[str, Studied]) -> NextStep | None:
    for module in modules:
        found = studied.get(module.ref)
        wanting = any(row.lack == Lack.DECISION for row in module.rows)
        if found is not None and wanting and found.module.scenarios:
            scenario = next(iter(found.module.scenarios.values()))
            sentence = f"Play {scenario.head.title}: an objective lacks the best decision."
            return NextStep(sentence, module.ref, "scenario", scenario.id)
    return None
