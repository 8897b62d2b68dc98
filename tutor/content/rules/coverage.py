"""C501, C502, C504, C505, Q409: whether every objective is asked for, often and deeply enough."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.view import CourseView, ModuleView, Sited
from tutor.engine.draw import MIN_PER_OBJECTIVE
from tutor.model.course import ModuleHead
from tutor.model.items import Item, Use

NONE = Rule(
    "C501",
    Severity.WARNING,
    "An objective without a question",
    "The learner reads that this can be done at the end, and nothing ever shows whether it can. "
    "Write at least three questions for it, or drop the objective.",
)
ONE = Rule(
    "C502",
    Severity.WARNING,
    "An objective with one question only",
    "After one repetition the answer is remembered, not known. Three sibling questions with other "
    "situations let the objective be practised, reviewed and examined.",
)
NO_APPLICATION = Rule(
    "C504",
    Severity.WARNING,
    "An objective that is never applied",
    "No question of difficulty 3 (apply) or more and no decision of a scenario asks for it. "
    "Officers are to use it at their desk: put it into a situation, or name the objective at a "
    "node where it decides.",
)
FEW_FOR_EXAM = Rule(
    "C505",
    Severity.WARNING,
    "Too few questions for the quiz",
    "The quiz draws `quiz_items` questions (20 unless the module says otherwise) among those with "
    "`exam` in `use`, and at least three for each objective: fewer say nothing about it. A pool "
    "that is no larger than the quiz gives everyone the same questions at each attempt.",
)
ONLY_RECALL = Rule(
    "Q409",
    Severity.WARNING,
    "Only recall questions for an objective",
    "All of them have difficulty 1. Whoever has learnt the words by heart passes without having "
    "understood. Ask some of them from a situation: what follows, which is the case, what is the "
    "next step.",
)
RULES = (NONE, ONE, NO_APPLICATION, FEW_FOR_EXAM, ONLY_RECALL)

APPLY = 3
"""Difficulty from which a question asks to apply."""

UNGRADED = frozenset({"draft", "reflect"})
"""Kinds that nobody grades: they train, and show nothing."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Modules whose questions could all be read; in others one may only be broken.

    A module.toml without its course says nothing about questions.
    """
    for module in view.modules if view.head is not None else ():
        if module.head is not None and module.objectives.known and module.items.whole:
            yield from _quiz(module, module.head)
            for name in module.objectives.entries:
                yield from _objective(module, name)


def graded(module: ModuleView, objective: str | None = None) -> list[Item]:
    """The graded questions of a module, or of one of its objectives."""
    return [
        item.value
        for item in module.items.entries.values()
        if item.value.kind not in UNGRADED and objective in (None, item.value.objective)
    ]


def _quiz(module: ModuleView, head: Sited[ModuleHead]) -> Iterator[Diagnostic]:
    asked = head.value.quiz_items
    pool = sum(Use.EXAM in item.use for item in graded(module))
    if pool < asked:
        message = f"The quiz asks {asked} questions, the module has {pool} for it."
        hint = 'Write more questions with "exam" in `use`, or set quiz_items to fewer.'
        written = head.origin.positions.get(("quiz_items",)) is not None
        path = ("quiz_items",) if written else ("title",)
        yield head.origin.at_value(FEW_FOR_EXAM, path, message, hint)


def _objective(module: ModuleView, name: str) -> Iterator[Diagnostic]:
    items = graded(module, name)
    origin, path = module.objectives.entries[name].origin, (name,)
    if not items:
        message = f"No question asks for the objective {quoted(name)}."
        hint = f'Write three questions with objective = "{name}", or take it out.'
        yield origin.at_key(NONE, path, message, hint)
    elif len(items) == 1:
        message = f"Only {quoted(items[0].id)} asks for the objective {quoted(name)}."
        hint = "Write two more with other situations."
        yield origin.at_key(ONE, path, message, hint)
    else:
        exam = sum(Use.EXAM in item.use for item in items)
        if exam < MIN_PER_OBJECTIVE:
            message = (
                f"The quiz has {exam} of the {MIN_PER_OBJECTIVE} questions for {quoted(name)}."
            )
            hint = 'Write another one, or put "exam" into the `use` of one that is there.'
            yield origin.at_key(FEW_FOR_EXAM, path, message, hint)
    if len(items) > 1 and all(item.difficulty == 1 for item in items):
        message = f"All {len(items)} questions for {quoted(name)} are recall (difficulty 1)."
        hint = "Ask for it from a situation, with difficulty = 2 or more."
        yield origin.at_key(ONLY_RECALL, path, message, hint)
    if items and not _applied(module, name):
        message = f"Nothing asks to apply the objective {quoted(name)}."
        hint = f'Write a question with difficulty = 3, or set objective = "{name}" at a node.'
        yield origin.at_key(NO_APPLICATION, path, message, hint)


def _applied(module: ModuleView, name: str) -> bool:
    """Also True where a node that could not be read may ask for it."""
    asked = (item.value for item in module.items.entries.values())
    if any(item.objective == name and item.difficulty >= APPLY for item in asked):
        return True
    for scenario in module.scenarios:
        nodes = (sited.value for sited in scenario.nodes.entries.values())
        if any(node.objective == name and node.answers for node in nodes):
            return True
        if not scenario.nodes.whole:
            return True
    return False
