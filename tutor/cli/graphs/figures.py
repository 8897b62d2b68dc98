"""What the exact analysis says about a scenario, in sentences and as data."""

from collections.abc import Iterator
from typing import Any

from tutor.content.conditions_text import condition_text, effect_text
from tutor.engine import playthrough
from tutor.engine.analysis import Analysis, Path
from tutor.model.scenario import Scenario


def figures(scenario: Scenario, found: Analysis) -> str:
    """The findings as lines of text."""
    return "\n".join(_lines(scenario, found))


def _lines(scenario: Scenario, found: Analysis) -> Iterator[str]:
    decisions = sum(bool(node.answers) for node in scenario.nodes.values())
    how = "sampled: shares are estimates" if found.sampled else "exact"
    yield f"{len(scenario.nodes)} situations, {decisions} with a decision"
    yield f"{found.states:,} states that play differently ({how})"
    yield ""
    yield "Endings, share of random play, decision score from - to:"
    for name, share in found.endings.items():
        kind = scenario.nodes[name].end
        score = found.score_by_ending.get(name)
        span = f"{score.lowest.ratio:.0%} - {score.highest.ratio:.0%}" if score else "not reached"
        yield f"  {name} ({kind}): {share:.1%}, {span}"
    yield ""
    yield from _path("Best way", found.best_path)
    yield from _path("Worst way", found.worst_path)
    yield f"The best choice everywhere leads to {_straight(scenario)}."
    yield ""
    yield from _craft(found)
    yield from _findings(found)


def _path(title: str, path: Path | None) -> Iterator[str]:
    if path is None:
        yield f"{title}: no ending can be reached."
        return
    steps = ", ".join(f"{node} {letter}" for node, letter in path.steps)
    yield f"{title}, {path.earned} of {path.possible} points, to {path.ending}: {steps}"


def _straight(scenario: Scenario) -> str:
    """Where whoever takes the best choice of each situation, the first of equals, comes out."""
    state, seen = playthrough.begin(scenario), set()
    while choices := playthrough.available(scenario, state):
        if state.model_copy(update={"clock": 0}).model_dump_json() in seen:
            return f"a loop at {state.node}"
        seen.add(state.model_copy(update={"clock": 0}).model_dump_json())
        letter = max(choices, key=lambda one: choices[one].quality)
        state = playthrough.choose(scenario, state, letter)
    return state.node


def _craft(found: Analysis) -> Iterator[str]:
    nodes = found.craft
    if not nodes:
        return
    first = [one.node for one in nodes if one.place == 0]
    longest = [one.node for one in nodes if one.longest]
    yield f"The best choice is the first in {len(first)} of {len(nodes)} decisions{_named(first)}."
    yield f"It is the longest text in {len(longest)}{_named(longest)}."


def _findings(found: Analysis) -> Iterator[str]:
    lists = {
        "Nothing leads to": found.unreachable,
        "Nothing can be chosen at": tuple(trail.node for trail in found.dead_ends),
        "There is no way out of": tuple(trail.node for trail in found.no_way_out),
        "Play can come back to": found.loops,
        "Never offered": tuple(f"{one.node} {one.letter}" for one in found.never_offered),
        "Lead nowhere": tuple(f"{one.node} {one.letter}" for one in found.leads_nowhere),
        "Nothing reads the indicators": found.unread_indicators,
        "Nothing reads the facts": found.unread_facts,
        "Never worth taking": tuple(
            f"{one.node} {one.letter} (beside {one.by})" for one in found.dominated
        ),
    }
    told = [f"{title}: {', '.join(names)}" for title, names in lists.items() if names]
    yield from told or ["Nothing is unreachable, dead, dominated or unread."]


def _named(names: list[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def as_data(scenario: Scenario, found: Analysis) -> dict[str, Any]:
    """The same for other programs."""

    def way(path: Path | None) -> dict[str, Any] | None:
        if path is None:
            return None
        steps = [{"node": node, "choice": letter} for node, letter in path.steps]
        return {
            "ending": path.ending,
            "earned": path.earned,
            "possible": path.possible,
            "steps": steps,
        }

    return {
        "scenario": scenario.id,
        "nodes": [_node(scenario, name) for name in scenario.nodes],
        "states": found.states,
        "sampled": found.sampled,
        "endings": dict(found.endings),
        "best": way(found.best_path),
        "worst": way(found.worst_path),
        "scores": {
            name: {"lowest": one.lowest.ratio, "highest": one.highest.ratio}
            for name, one in found.score_by_ending.items()
        },
        "best_choice": [
            {"node": one.node, "place": one.place, "of": one.choices, "longest": one.longest}
            for one in found.craft
        ],
        "unreachable": list(found.unreachable),
        "never_offered": [[one.node, one.letter] for one in found.never_offered],
        "dominated": [[one.node, one.letter, one.by] for one in found.dominated],
        "unread": [*found.unread_indicators, *found.unread_facts],
    }


def _node(scenario: Scenario, name: str) -> dict[str, Any]:
    node = scenario.nodes[name]
    return {
        "id": name,
        "end": node.end,
        "objective": node.objective,
        "choices": {
            letter: {
                "to": choice.to,
                "quality": choice.quality,
                "harm": choice.harm,
                "needs": condition_text(choice.needs) if choice.needs is not None else None,
                "effects": [effect_text(effect) for effect in choice.effects],
            }
            for letter, choice in node.answers.items()
        },
    }
