"""Scenarios for the tests of the engine: a small one by hand, and hypothesis strategies."""

from collections.abc import Mapping

from hypothesis import strategies as st

from tutor.model.conditions import And, Compare, Condition, Effect, Known, Learn, Not, Or, Shift
from tutor.model.scenario import Indicator, Node, NodeChoice, Scenario, ScenarioHead


def choice(to: str, quality: int, **more: object) -> NodeChoice:
    keys = {"text": f"go to {to}", "why": "why", "to": to, "quality": quality}
    return NodeChoice.model_validate(keys | more)


def node(name: str, answers: Mapping[str, NodeChoice] | None = None, **more: object) -> Node:
    keys = {"id": name, "text": f"at {name}", "answers": dict(answers or {})}
    return Node.model_validate(keys | more)


def scenario(
    *nodes: Node,
    indicators: Mapping[str, Indicator] | None = None,
    facts: Mapping[str, str] | None = None,
) -> Scenario:
    head = {
        "title": "t",
        "role": "r",
        "briefing": "b",
        "objectives": ("o1",),
        "start": nodes[0].id if nodes else "nowhere",
    }
    return Scenario(
        id="s",
        head=ScenarioHead.model_validate(head),
        indicators=dict(indicators or {}),
        facts=dict(facts or {}),
        nodes={one.id: one for one in nodes},
    )


def council() -> Scenario:
    """Four nodes, three endings, an indicator and a fact that both decide something."""
    return scenario(
        node(
            "arrive",
            {
                "a": choice("meet", 3, effects=(Shift("trust", 2), Learn("hours"))),
                "b": choice("meet", 1, effects=(Shift("trust", -3),)),
                "c": choice("poor", 0, harm=True, effects=(Shift("trust", -9),)),
            },
            objective="o1",
            clock=20,
        ),
        node(
            "meet",
            {
                "a": choice("good", 3, needs=Compare("trust", ">=", 6)),
                "b": choice("mixed", 2),
                "c": choice("poor", 0, needs=Not(Known("hours"))),
            },
            objective="o2",
            clock=45,
            text_if={"hours": "you know the hours"},
        ),
        node("good", end="good", debrief="d"),
        node("mixed", end="mixed", debrief="d"),
        node("poor", end="poor", debrief="d"),
        indicators={"trust": Indicator(label="Trust")},
        facts={"hours": "You know the hours"},
    )


INDICATORS = ("trust", "risk")
FACTS = ("known", "seen")

_compares = st.builds(
    Compare,
    st.sampled_from(INDICATORS),
    st.sampled_from([">=", "<=", ">", "<", "==", "!="]),
    st.integers(0, 4),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    _compares | st.builds(Known, st.sampled_from(FACTS)),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.tuples(inner, inner)),
        st.builds(Or, st.tuples(inner, inner)),
    ),
    max_leaves=3,
)
effects: st.SearchStrategy[Effect] = st.one_of(
    st.builds(Shift, st.sampled_from(INDICATORS), st.integers(-2, 2)),
    st.builds(Learn, st.sampled_from(FACTS), st.booleans()),
)


@st.composite
def scenarios(draw: st.DrawFn, *, loops: bool = False) -> Scenario:
    """Up to five nodes and three endings; without `loops` every choice leads on in the file."""
    count = draw(st.integers(1, 5))
    names = [f"n{i}" for i in range(count)] + ["good", "mixed", "poor"]
    nodes = []
    for index in range(count):
        later = names if loops else names[index + 1 :]
        made = {
            letter: choice(
                draw(st.sampled_from(later)),
                draw(st.integers(0, 3)),
                needs=draw(st.none() | conditions),
                effects=tuple(draw(st.lists(effects, max_size=2))),
            )
            for letter in "abc"[: draw(st.integers(1, 3))]
        }
        nodes.append(node(names[index], made, clock=draw(st.integers(0, 30))))
    ends = [node(name, end=name) for name in ("good", "mixed", "poor")]
    ranges = {name: Indicator(label=name, start=2, max=4) for name in INDICATORS}
    return scenario(*nodes, *ends, indicators=ranges, facts=dict.fromkeys(FACTS, "f"))
