"""How long a learner needs, to hold against the author's own estimate."""

import re
from collections.abc import Collection, Iterable
from math import ceil

from tutor.model.course import Lesson
from tutor.model.items import Item
from tutor.model.library import Module
from tutor.model.scenario import Node, Scenario

WORDS_PER_MINUTE = 180
"""Careful reading of expository English as a second language. First-language adults read about 238
words a minute silently (Brysbaert 2019); a second language and a text to learn from take a quarter
off."""

SECONDS_PER_QUESTION = 50
"""Thinking, answering and reading the explanation; the question's own words are counted apart only
where there is a vignette."""

SECONDS_TO_WRITE = {"draft": 420, "reflect": 120}
"""What writing takes instead: a paragraph for a draft, a few sentences for a reflection."""

SECONDS_PER_DECISION = 60
"""Weighing the choices of a scenario node, beyond reading them."""

RUN_SHARE = 0.5
"""Share of a scenario's nodes that one run visits, where no path is given."""

_MARKUP = re.compile(r"\]\([^)]*\)|\[@[^\]]*\]")


def words(text: str) -> int:
    """Words that are read: Markdown without link targets, citations and marks."""
    return sum(any(map(str.isalnum, token)) for token in _MARKUP.sub(" ", text).split())


def reading_seconds(text: str) -> float:
    """Seconds to read a text once."""
    return 60 * words(text) / WORDS_PER_MINUTE


def question_seconds(item: Item) -> float:
    """Seconds for one question with the situation, plan or task that stands above it."""
    above = (getattr(item, name, None) or "" for name in ("vignette", "plan", "inject", "task"))
    seconds = SECONDS_TO_WRITE.get(item.kind, SECONDS_PER_QUESTION)
    return seconds + reading_seconds(" ".join(above))


def lesson_minutes(lesson: Lesson, items: Iterable[Item] = ()) -> int:
    """Minutes, rounded up, for all pages and the checkpoint questions given."""
    seconds = sum(reading_seconds(f"{page.title} {page.text}") for page in lesson.pages)
    return ceil((seconds + sum(map(question_seconds, items))) / 60)


def quiz_minutes(items: Collection[Item], count: int | None = None) -> int:
    """Minutes, rounded up, for `count` questions such as these; for all of them without it."""
    if not items:
        return 0
    asked = len(items) if count is None else min(count, len(items))
    return ceil(sum(map(question_seconds, items)) / len(items) * asked / 60)


def scenario_minutes(scenario: Scenario, visited: Collection[str] | None = None) -> int:
    """Minutes, rounded up, for one run with its debrief read along the way.

    `visited`: the nodes of a typical run, such as the best path; else an average over all nodes.
    """
    nodes = [node for name, node in scenario.nodes.items() if visited is None or name in visited]
    share = RUN_SHARE if visited is None else 1.0
    briefing = reading_seconds(f"{scenario.head.role} {scenario.head.briefing}")
    return ceil((briefing + share * sum(map(_node_seconds, nodes))) / 60)


def module_minutes(module: Module) -> int:
    """Minutes for a module once through: lessons with their questions, scenarios, the quiz."""
    lessons = sum(lesson_minutes(lesson, _asked(lesson, module)) for lesson in module.lessons)
    scenarios = sum(map(scenario_minutes, module.scenarios.values()))
    return lessons + scenarios + quiz_minutes(module.items.values(), module.head.quiz_items)


def _asked(lesson: Lesson, module: Module) -> list[Item]:
    asked = [item for page in lesson.pages for item in page.ask]
    return [module.items[item] for item in asked if item in module.items]


def _node_seconds(node: Node) -> float:
    texts = [node.text, node.debrief or ""]
    texts += [f"{choice.text} {choice.why}" for choice in node.answers.values()]
    return reading_seconds(" ".join(texts)) + (SECONDS_PER_DECISION if node.answers else 0)
