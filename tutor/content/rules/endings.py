"""G306, G309, G314, G315: where play leads, and whether its endings fit the decisions."""

from collections import deque
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.chance import per_cent
from tutor.content.rules.studied import Studied, way
from tutor.engine import playthrough
from tutor.engine.analysis import EndingScore
from tutor.model.record import ScenarioState

BETTER_POOR = Rule(
    "G306",
    Severity.WARNING,
    "A poor ending with as good a decision score as a good one",
    "The score is the quality of the choices against the best that was available on the way. "
    "If a learner can decide as well and still end badly, or decide worse and end well, the story "
    "teaches luck. Usually one choice has the wrong quality, or an effect moves an indicator too "
    "far, or the condition of a late choice is too hard or too easy.",
)
RARE = Rule(
    "G309",
    Severity.WARNING,
    "An ending that hardly any play reaches",
    "Of plays that choose at random fewer than one in twenty end here. The text and the debrief "
    "are hardly ever read. An easier condition or another way there gives the ending its place.",
)
BEST_ASTRAY = Rule(
    "G314",
    Severity.WARNING,
    "The best choices do not lead to a good ending",
    "Whoever takes a choice of the best available quality in every situation should end well. "
    "Else either the qualities or the effects of the choices on the way are not what was meant.",
)
STUCK = Rule(
    "G315",
    Severity.WARNING,
    "A situation that can leave the learner without a way on",
    "Each choice here has a condition, or leads into such a place, and on some way none is met: "
    "the learner sees a text and no choice, or goes round for ever. One choice without `needs` is "
    "enough.",
)
RULES = (BETTER_POOR, RARE, BEST_ASTRAY, STUCK)

LEAST_SHARE = 0.05
"""Share of random play that an ending should have."""

_MOST_STATES = 5_000
"""States that are looked at on the ways of best choices; several may be equally good."""


def check(one: Studied) -> Iterator[Diagnostic]:
    """Endings against scores, shares and the best choices."""
    yield from _better_poor(one)
    yield from _rare(one)
    yield from _stuck(one)
    yield from _best_astray(one)


def _better_poor(one: Studied) -> Iterator[Diagnostic]:
    scores = one.analysis.score_by_ending
    good = [score for name, score in scores.items() if one.nodes[name].end == "good"]
    if not good:
        return
    worst = min(good, key=lambda score: score.lowest.ratio)
    for name, score in scores.items():
        if one.nodes[name].end == "poor" and score.highest.ratio >= worst.lowest.ratio:
            yield one.view.nodes.entries[name].origin.at_value(
                BETTER_POOR, ("end",), *_scored(name, score, worst)
            )


def _scored(name: str, poor: EndingScore, good: EndingScore) -> tuple[str, str]:
    high, low = poor.highest, good.lowest
    message = (
        f"The poor ending {quoted(name)} can be reached with a decision score of "
        f"{per_cent(high.ratio)} (choices {way(high.letters)}), the good ending "
        f"{quoted(low.ending)} with {per_cent(low.ratio)} ({way(low.letters)})."
    )
    hint = "Walk both ways and correct the quality, the effects or the conditions on them."
    return message, hint


def _rare(one: Studied) -> Iterator[Diagnostic]:
    for name, share in one.analysis.endings.items():
        if share >= LEAST_SHARE:
            continue
        about = "about " if one.analysis.sampled else ""
        said = f"{about}{100 * share:.1f} %" if share else "none"
        message = f"Of random play, {said} ends at {quoted(name)}."
        hint = "Ease the conditions on the way there, or let more choices lead to it."
        yield one.view.nodes.entries[name].origin.at_value(RARE, ("end",), message, hint)


def _stuck(one: Studied) -> Iterator[Diagnostic]:
    """Places without a choice; if there is none, the first from which no way leads out.

    In a sampled scenario a place may only look so, because a long play was given up there.
    """
    if one.analysis.sampled:
        return
    for trail in one.analysis.dead_ends or one.analysis.no_way_out[:1]:
        letters = way(letter for _, letter in trail.steps)
        after = f"After the choices {letters} the" if trail.steps else "The"
        message = f"{after} node {quoted(trail.node)} offers no way to an ending."
        hint = "Add a choice without `needs`, or ease one of the conditions."
        yield one.view.nodes.entries[trail.node].origin.at_block(STUCK, message, hint)


def _best_astray(one: Studied) -> Iterator[Diagnostic]:
    found = _off_the_good_way(one)
    if found is None:
        return
    letters, node = found
    end = one.nodes[node].end
    where = f"leads to the {end} ending" if end is not None else "goes in circles at"
    message = f"Following the best choices ({way(letters)}) {where} {quoted(node)}."
    hint = "Correct the quality or the effects of a choice on this way, or the kind of the ending."
    yield one.view.nodes.entries[node].origin.at_value(BEST_ASTRAY, ("end",), message, hint)


def _off_the_good_way(one: Studied) -> tuple[tuple[str, ...], str] | None:
    """A shortest row of best choices to an ending that is not good, or round in circles.

    Several choices may be equally good; each is followed.
    """
    state, letters = playthrough.begin(one.scenario), tuple[str, ...]()
    seen = {_key(state)}
    waiting: deque[tuple[ScenarioState, tuple[str, ...]]] = deque([(state, letters)])
    ended = bool(one.analysis.dead_ends)
    while waiting:
        state, letters = waiting.popleft()
        end = one.nodes[state.node].end
        if end is not None and end != "good":
            return letters, state.node
        ended |= end == "good"
        best = playthrough.best_quality(one.scenario, state)
        for letter, choice in playthrough.available(one.scenario, state).items():
            after = playthrough.choose(one.scenario, state, letter)
            if choice.quality == best and _key(after) not in seen:
                seen.add(_key(after))
                waiting.append((after, (*letters, letter)))
        if len(seen) > _MOST_STATES:
            return None
    return None if ended else (letters, state.node)


def _key(state: ScenarioState) -> tuple[object, ...]:
    """All of a state that decides what comes next."""
    return state.node, tuple(state.indicators.items()), state.facts
