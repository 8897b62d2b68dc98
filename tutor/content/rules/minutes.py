"""C503: the author's minutes against an estimate."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules.graph import whole
from tutor.content.view import CourseView, LessonView, ModuleView
from tutor.engine.read_time import module_minutes
from tutor.model.course import Lesson
from tutor.model.library import Module
from tutor.model.scenario import Scenario

RULE = Rule(
    "C503",
    Severity.WARNING,
    "The minutes do not fit the text",
    "Officers plan their time by `minutes`. The estimate: all pages at 180 words a minute "
    "(careful reading in a second language), 50 seconds for each question with its vignette on "
    "top, one minute for each decision, one run of each scenario and one quiz. It is rough; "
    "within a quarter of it nothing is said.",
)
RULES = (RULE,)

TOLERANCE = 0.25
"""Of the estimate."""

SLACK = 3
"""Minutes that do not matter however short the module is."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Modules that could be read whole."""
    for module in view.modules:
        read = _module(module)
        if read is None or module.head is None:
            continue
        estimate, said = module_minutes(read), read.head.minutes
        if abs(said - estimate) > max(SLACK, TOLERANCE * estimate):
            message = (
                f"The module says {said} minutes; its text, questions and scenarios {estimate}."
            )
            hint = f"Write minutes = {estimate}, or cut or add what is missing."
            yield module.head.origin.at_value(RULE, ("minutes",), message, hint)


def _module(view: ModuleView) -> Module | None:
    """The module as the learner's program has it; None when a part of it could not be read."""
    head = view.head
    scenarios = [one for one in view.scenarios if head and one.id in head.value.scenarios]
    lessons = [_lesson(one) for one in view.lessons if head and one.id in head.value.lessons]
    read = [lesson for lesson in lessons if lesson is not None]
    broken = len(read) < len(lessons) or not all(map(whole, scenarios))
    if head is None or broken or not view.items.entries or not view.items.whole:
        return None
    return Module(
        ref=view.id,
        id=view.id,
        head=head.value,
        lessons=tuple(read),
        items={name: one.value for name, one in view.items.entries.items()},
        scenarios={
            one.id: Scenario(
                id=one.id,
                head=one.head.value,
                nodes={name: node.value for name, node in one.nodes.entries.items()},
            )
            for one in scenarios
            if one.head is not None
        },
        fingerprints={},
    )


def _lesson(view: LessonView) -> Lesson | None:
    if view.head is None or not view.pages.whole:
        return None
    texts = tuple(page.value for page in view.pages.entries.values())
    return Lesson(id=view.id, head=view.head.value, pages=texts)
