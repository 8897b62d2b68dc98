"""From which state a situation is played: chosen by the author, or that of the shortest way."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tutor.content.suggest import did_you_mean
from tutor.engine.conditions import clamp
from tutor.engine.way_to import way_to
from tutor.errors import ContentError, UsageError
from tutor.model.record import ScenarioState
from tutor.model.scenario import Scenario
from tutor.study.frames import IndicatorRow
from tutor.study.frames.preview import FactRow, StateForm


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the author set; `facts` None: nothing was said about them."""

    indicators: Mapping[str, int]
    facts: tuple[str, ...] | None = None


NOTHING = Chosen({})


def usual_state(scenario: Scenario, node: str) -> ScenarioState:
    """That in which a learner gets there the shortest way; that of the beginning where none does.

    Takes up to a fifth of a second in a scenario with many states.
    """
    found = None
    with suppress(ContentError):  # the first situation is not written yet, or broken
        found = way_to(scenario, node)
    return fitted(scenario, found or ScenarioState(node=node, indicators={}))


def changed_by(scenario: Scenario, usual: ScenarioState, chosen: Chosen) -> ScenarioState:
    """The usual state with what the author has set."""
    return fitted(
        scenario,
        ScenarioState(
            node=usual.node,
            indicators={**usual.indicators, **chosen.indicators},
            facts=usual.facts if chosen.facts is None else chosen.facts,
            clock=usual.clock,
        ),
    )


def fitted(scenario: Scenario, state: ScenarioState) -> ScenarioState:
    """The state with what the scenario declares now, each indicator in its range."""
    declared = scenario.indicators
    return ScenarioState(
        node=state.node,
        indicators={
            name: clamp(state.indicators.get(name, one.start), one)
            for name, one in declared.items()
        },
        facts=tuple(sorted(fact for fact in state.facts if fact in scenario.facts)),
        clock=state.clock,
    )


def form(scenario: Scenario, state: ScenarioState, *, chosen: bool) -> StateForm:
    """The state to be looked at and changed."""
    rows = tuple(
        IndicatorRow(name, one.label, state.indicators[name], None, one.min, one.max)
        for name, one in scenario.indicators.items()
    )
    facts = tuple(FactRow(name, text, name in state.facts) for name, text in scenario.facts.items())
    return StateForm(scenario.id, rows, facts, chosen)


def chosen_by(scenario: Scenario, facts: Sequence[str], settings: Sequence[str]) -> Chosen:
    """What `--fact knows-hours` and `--set trust=3` say. Raises UsageError with the names."""
    for fact in facts:
        if fact not in scenario.facts:
            raise _unknown("fact", fact, scenario.facts)
    values = dict(_setting(scenario, setting) for setting in settings)
    return Chosen(values, tuple(facts) if facts else None)


def _setting(scenario: Scenario, setting: str) -> tuple[str, int]:
    name, _, value = (part.strip() for part in setting.partition("="))
    indicator = scenario.indicators.get(name)
    if indicator is None:
        raise _unknown("indicator", name, scenario.indicators)
    try:
        number = int(value)
    except ValueError:
        raise UsageError(f"--set {setting}: a whole number is needed.", f"--set {name}=3") from None
    if not indicator.min <= number <= indicator.max:
        raise UsageError(
            f"--set {setting}: {name} goes from {indicator.min} to {indicator.max}.",
            "Give a number between the two.",
        )
    return name, number


def _unknown(noun: str, name: str, known: Mapping[str, object]) -> UsageError:
    names = ", ".join(known) or "none"
    hint = did_you_mean(name, known) or f"There is: {names}."
    return UsageError(f"The scenario has no {noun} {name!r}.", hint)
