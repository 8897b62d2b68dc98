"""G307, G310, G311: choices, indicators and facts that change nothing."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.studied import Studied

DOMINATED = Rule(
    "G307",
    Severity.WARNING,
    "A choice that another one beats in every way",
    "Both leave the same indicators and facts, and the other one has the better quality or keeps "
    "the better ending open. Nothing speaks for this choice, so it is no dilemma. Give it "
    "something that speaks for it, an advantage or a quicker way, or a consequence that is felt.",
)
NEVER_OFFERED = Rule(
    "G310",
    Severity.WARNING,
    "A choice whose condition can never be met",
    "No row of choices brings the indicators and facts to where `needs` wants them, so no learner "
    "will ever be offered this choice.",
)
UNREAD = Rule(
    "G311",
    Severity.WARNING,
    "An indicator or fact that nothing looks at",
    "No condition and no text variant depends on it, so it makes no difference to the story. "
    "Either something was forgotten, or it can go: a learner who watches a figure expects that it "
    "matters.",
)
RULES = (DOMINATED, NEVER_OFFERED, UNREAD)


def check(one: Studied) -> Iterator[Diagnostic]:
    """Choices first, then indicators and facts."""
    yield from _choices(one)
    yield from _unread(one)


def _choices(one: Studied) -> Iterator[Diagnostic]:
    nodes = one.view.nodes.entries
    told: set[tuple[str, str]] = set()
    for found in one.analysis.dominated:
        if (found.node, found.letter) in told:
            continue
        told.add((found.node, found.letter))
        message = (
            f"Choice {found.letter} has the same effects as choice {found.by} and is worse in "
            "quality or ending: nothing speaks for it."
        )
        hint = "Give it an effect or an advantage of its own, or take it out."
        path = (found.letter, "text")
        yield nodes[found.node].origin.at_value(DOMINATED, path, message, hint)
    for ref in one.analysis.never_offered:
        message = f"Choice {ref.letter} is never offered: its condition cannot be met."
        hint = "Ease the condition, or let an earlier choice make it true."
        path = (ref.letter, "needs")
        yield nodes[ref.node].origin.at_value(NEVER_OFFERED, path, message, hint)


def _unread(one: Studied) -> Iterator[Diagnostic]:
    for name in one.analysis.unread_indicators:
        message = f"No condition looks at the indicator {quoted(name)}."
        hint = f'Let a choice depend on it, for example a.needs = "{name} >= 3", or take it out.'
        origin = one.view.indicators.entries[name].origin
        yield origin.at_key(UNREAD, (name, "label"), message, hint)
    for name in one.analysis.unread_facts:
        message = f"No condition and no text variant looks at the fact {quoted(name)}."
        hint = f"Let a choice need it, add text-if.{name}, or take it out."
        yield one.view.facts.entries[name].origin.at_key(UNREAD, (name,), message, hint)
