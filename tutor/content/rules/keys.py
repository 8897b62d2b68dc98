"""R213: answer keys that no answer could meet, or that cannot be told."""

from collections.abc import Callable, Iterator
from typing import Any

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.origin import Origin
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView
from tutor.model.items import BestWorst, Cloze, Gap, PlanChange, Spot, Use

RULE = Rule(
    "R213",
    Severity.ERROR,
    "An answer key that does not work",
    "Every question needs a key that can be met: a document to search has a wrong line, answers "
    "to rank differ in quality, a gap is either typed (`accept`) or chosen (`choices` and "
    "`correct`), an inject has the votes of a panel or the author's own answer (`panel_best`), "
    "and without a panel it stays out of the exam.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every question of a kind whose key can fail in a way of its own."""
    for _, item in view.questions():
        of_kind = _CHECKS.get(type(item.value))
        if of_kind is not None:
            yield from of_kind(item.value, item.origin)


def _spot(item: Spot, origin: Origin) -> Iterator[Diagnostic]:
    if not any(line.flaw for line in item.answers.values()):
        hint = "Mark what is wrong, for example b.flaw = true"
        yield origin.at_block(RULE, "No line of the document is wrong.", hint)
    elif all(line.flaw for line in item.answers.values()):
        hint = "Add lines that are sound, so that there is something to tell apart."
        yield origin.at_block(RULE, "Every line of the document is wrong.", hint)


def _best_worst(item: BestWorst, origin: Origin) -> Iterator[Diagnostic]:
    if len({answer.quality for answer in item.answers.values()}) == 1:
        message = "All answers have the same quality, so none is best and none is worst."
        yield origin.at_value(RULE, ("a", "quality"), message, "3 is best, 0 is worst.")


def _inject(item: PlanChange, origin: Origin) -> Iterator[Diagnostic]:
    if item.panel is None and item.panel_best is None:
        message = "Neither `panel` nor `panel_best` says which answer is right."
        hint = "Add panel = [0, 1, 6, 3, 0], or panel_best = 1 without a panel."
        yield origin.at_block(RULE, message, hint)
    elif item.panel is not None and item.panel_best is not None:
        message = "`panel` and `panel_best` cannot stand together."
        yield origin.at_key(RULE, ("panel_best",), message, "Keep `panel` if people were asked.")
    elif item.panel is not None and not any(item.panel):
        message = "Nobody on the panel voted."
        yield origin.at_value(RULE, ("panel",), message, "Enter the votes, from -2 to +2.")
    elif item.panel is None and Use.EXAM in item.use:
        message = "A question without a panel cannot be part of an exam."
        yield origin.at_value(RULE, ("use",), message, 'Write use = ["practice"].')


def _cloze(item: Cloze, origin: Origin) -> Iterator[Diagnostic]:
    for name, gap in item.gaps.items():
        if gap.accept and gap.choices:
            message = f"The gap {quoted(name)} has both `accept` and `choices`."
            yield origin.at_key(RULE, (name, "choices"), message, "Keep one of the two.")
        elif not gap.accept and not gap.choices:
            message = f"The gap {quoted(name)} has no answer."
            hint = f"Add {name}.accept = ['''...'''], or {name}.choices and {name}.correct."
            yield origin.at_key(RULE, (name,), message, hint)
        elif gap.choices or gap.correct is not None:
            yield from _chosen(name, gap, origin)


def _chosen(name: str, gap: Gap, origin: Origin) -> Iterator[Diagnostic]:
    if gap.correct is None:
        message = f"The gap {quoted(name)} does not say which choice is right."
        hint = f"Add {name}.correct = '''...''' with the text of the right choice."
        yield origin.at_key(RULE, (name, "choices"), message, hint)
    elif gap.accept:
        message = f"The gap {quoted(name)} is typed, so `correct` says nothing."
        yield origin.at_key(RULE, (name, "correct"), message, "Take it out, or add `choices`.")
    elif len(gap.choices) == 1:
        message = f"The gap {quoted(name)} has a single choice."
        yield origin.at_value(RULE, (name, "choices"), message, "Add choices that are wrong.")
    elif gap.correct not in gap.choices:
        message = f"{quoted(gap.correct)} is none of the choices of the gap {quoted(name)}."
        hint = did_you_mean(gap.correct, gap.choices) or "Write it as it stands in `choices`."
        yield origin.at_value(RULE, (name, "correct"), message, hint)


_CHECKS: dict[type, Callable[[Any, Origin], Iterator[Diagnostic]]] = {
    Spot: _spot,
    BestWorst: _best_worst,
    PlanChange: _inject,
    Cloze: _cloze,
}
