"""K703, K704, K705: sources that nothing uses, that have aged, or that carry too much."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed, quoted
from tutor.content.rules.sources import CITATION
from tutor.content.rules.texts import leaves, texts
from tutor.content.view import CourseView, Sited
from tutor.model.items import Item
from tutor.model.source import Authority

UNUSED = Rule(
    "K703",
    Severity.WARNING,
    "A source that nothing uses, or that nobody dated",
    "A list of sources is a promise that the course leans on them: what nothing cites belongs "
    'out of it. And `as_of = "2026-11"` says when somebody last held the course against the '
    "document; without it nobody knows whether it has changed since.",
)
OVERDUE = Rule(
    "K704",
    Severity.WARNING,
    "A source whose review is overdue",
    "The date in `review_by` has passed: somebody wanted to look at the document again by then, "
    "since a newer edition was to be expected. Look, correct what has changed, and set `as_of` "
    "and `review_by` anew.",
)
OPINION = Rule(
    "K705",
    Severity.WARNING,
    "Doctrine asked for, an opinion given as its only source",
    "Officers confuse what an author proposes with what is agreed. A question with one right "
    "answer states that it is so. If only an opinion stands behind it, say in the prompt whose "
    "opinion it is, or cite the text that makes it binding.",
)
RULES = (UNUSED, OVERDUE, OPINION)

_OWN_WORDS = re.compile(
    r"\b(?:opinions?|argu(?:es?|ed|ing|ments?)|papers?|propos(?:es?|ed|als?)|authors?|views?|"
    r"stud(?:y|ies)|essay|article|according to|suggests?|claims?|recommends?)\b",
    re.IGNORECASE,
)
"""Words by which a prompt says that it speaks of somebody's view."""

_STATES = frozenset({"single", "true-false"})
"""Kinds with one right answer, which is thereby stated."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Sources first, then questions."""
    if _all_read(view):
        yield from _unused(view)
    for name, source in view.sources.entries.items():
        if source.value.as_of is None:
            message = f"Nobody has noted when the course was last held against {quoted(name)}."
            hint = 'Look at the document, then add as_of = "2026-11" with the month of today.'
            yield source.origin.at_block(UNUSED, message, hint)
        review = source.value.review_by
        if review is not None and view.today is not None and _last_day(review) < view.today:
            message = f"The review of {quoted(name)} was due by {review}."
            hint = "Look at the document, then set as_of and review_by anew."
            yield source.origin.at_value(OVERDUE, ("review_by",), message, hint)
    for _, item in view.questions():
        yield from _opinion(view, item)


def _all_read(view: CourseView) -> bool:
    """False when a citation may stand in something that could not be read."""
    return (
        view.head is not None
        and view.glossary.whole
        and all(module.head is not None and module.items.whole for module in view.modules)
        and all(lesson.pages.whole for module in view.modules for lesson in module.lessons)
        and all(scenario.nodes.whole for _, scenario in view.scenarios())
        and all(exercise.injects.whole for _, exercise in view.exercises())
    )


def _unused(view: CourseView) -> Iterator[Diagnostic]:
    used: set[str] = set()
    for _, path, text in texts(view):
        if "source" in path[-2:]:
            used.add(text)
        else:
            used.update(CITATION.findall(text))
    for name, source in view.sources.entries.items():
        if name not in used:
            message = f"No text, question, choice or term of the course uses {quoted(name)}."
            hint = f"Cite it where it is used, [@{name}], or take it out."
            yield source.origin.at_block(UNUSED, message, hint)


def _last_day(partial: str) -> date:
    """The last day that "2026", "2026-11" or "2026-11-30" may mean; far away if it is none."""
    numbers = [int(part) for part in partial.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    if not (1 <= year <= date.max.year and 1 <= month <= 12):
        return date.max
    last = monthrange(year, month)[1]
    day = numbers[2] if len(numbers) > 2 else last
    return date(year, month, day) if 1 <= day <= last else date.max


def _opinion(view: CourseView, item: Sited[Item]) -> Iterator[Diagnostic]:
    if item.value.kind not in _STATES or not item.value.source:
        return
    if _OWN_WORDS.search(f"{item.value.vignette or ''} {item.value.prompt}"):
        return
    cited = {name for _, text in leaves(item.value) for name in CITATION.findall(text)}
    sources = view.sources.entries
    names = cited | set(item.value.source)
    if all(
        name in sources and sources[name].value.authority is Authority.OPINION for name in names
    ):
        named = listed(list(item.value.source), "and")
        message = f"Only an opinion stands behind this question: {named}."
        hint = "Name it in the prompt (according to ..., the author argues ...), or cite the text."
        yield item.origin.at_value(OPINION, ("source",), message, hint)
