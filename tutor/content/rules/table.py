"""The one table of rules over a course. A new rule: one module and one line here.

A rule module has `RULES`, the rules that it brings into the catalogue; `OTHERS` where it also finds
rules of another family; and `check`, a pure function over a view.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules import (
    abbreviations,
    answer_length,
    answer_wording,
    asks,
    bank,
    bins,
    choices,
    coverage,
    debriefs,
    equal_answers,
    equal_prompts,
    exercise_craft,
    exercise_names,
    explanations,
    gaps,
    keys,
    labels,
    letters,
    links,
    list_numbers,
    listing,
    minutes,
    names,
    objectives,
    play,
    punctuation,
    ranges,
    reach,
    readable,
    source_use,
    sources,
    stems,
    uncited,
    unwritten,
    versions,
    word_list,
)
from tutor.content.view import CourseView

Check = Callable[[CourseView], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Line:
    """A check, the rules that it brings into the catalogue, and others that it may report."""

    check: Check
    rules: tuple[Rule, ...]
    others: tuple[Rule, ...] = ()

    @property
    def blocking(self) -> bool:
        """True when it can find an error, which keeps a block from loading."""
        return any(rule.severity is Severity.ERROR for rule in (*self.rules, *self.others))


CRAFT: tuple[Line, ...] = (
    Line(play.check, play.RULES),
    Line(answer_length.check, answer_length.RULES),
    Line(answer_wording.check, answer_wording.RULES),
    Line(stems.check, stems.RULES),
    Line(explanations.check, explanations.RULES),
    Line(bank.check, bank.RULES),
    Line(punctuation.check, punctuation.RULES),
    Line(coverage.check, coverage.RULES),
    Line(minutes.check, minutes.RULES),
    Line(uncited.check, uncited.RULES),
    Line(source_use.check, source_use.RULES),
    Line(readable.check, readable.RULES),
    Line(abbreviations.check, abbreviations.RULES),
    Line(labels.check, labels.RULES),
    Line(list_numbers.check, list_numbers.RULES),
    Line(word_list.check, word_list.RULES),
    Line(unwritten.check, unwritten.RULES),
    Line(exercise_craft.check, exercise_craft.RULES),
)
"""About what is well formed and could be better: warnings and notes, never errors."""

TABLE: tuple[Line, ...] = (
    Line(objectives.check, objectives.RULES),
    Line(sources.check, sources.RULES),
    Line(letters.check, letters.RULES),
    Line(gaps.check, gaps.RULES),
    Line(bins.check, bins.RULES),
    Line(keys.check, keys.RULES),
    Line(listing.check, listing.RULES),
    Line(equal_answers.check, equal_answers.RULES),
    Line(equal_prompts.check, equal_prompts.RULES),
    Line(links.check, links.RULES, links.OTHERS),
    Line(asks.check, asks.RULES),
    Line(exercise_names.check, exercise_names.RULES),
    Line(names.check, names.RULES),
    Line(ranges.check, ranges.RULES, ranges.OTHERS),
    Line(choices.check, choices.RULES),
    Line(reach.check, reach.RULES),
    Line(debriefs.check, debriefs.RULES),
    Line(versions.check, versions.RULES),
    *CRAFT,
)

RULES: tuple[Rule, ...] = tuple(rule for line in TABLE for rule in line.rules)
"""What the table brings into the catalogue."""


def findings(view: CourseView, *, blocking: bool = False) -> Iterator[Diagnostic]:
    """What the rules find. `blocking`: only rules that can keep a block from loading."""
    for line in TABLE:
        if line.blocking or not blocking:
            yield from line.check(view)
