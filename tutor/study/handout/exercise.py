"""A scenario as an exercise on paper: numbered situations, and a table to look decisions up in.

What a decision changes is not told beside it but in the table of outcomes, as on a screen it is
seen afterwards. Numbers and letters are shuffled, so that neither the order of the file nor the
place of a choice says anything.
"""

from collections.abc import Callable
from string import ascii_uppercase

from tutor.model.conditions import And, Compare, Condition, Effect, Known, Not, Or, Shift
from tutor.model.scenario import Node, NodeChoice, Scenario
from tutor.ports import Dice
from tutor.study.frames import InjectCard
from tutor.study.frames.handout import (
    ChoiceKey,
    Gauge,
    NodeKey,
    Outcome,
    PaperChoice,
    PaperNode,
    PaperScenario,
)
from tutor.study.material import Material
from tutor.study.texts import cited

COMPARED = {
    ">=": "{} or more",
    "<=": "{} or less",
    ">": "more than {}",
    "<": "less than {}",
    "==": "exactly {}",
    "!=": "not {}",
}
"""A comparison as a reader says it."""


def exercise(
    material: Material, scenario: Scenario, dice: Callable[[str], Dice]
) -> tuple[PaperScenario, tuple[NodeKey, ...]]:
    """The exercise, and for the instructor the key of each of its situations in the same order."""
    sheet = _Sheet(material, scenario, dice(f"paper:{material.module.ref}/{scenario.id}"))
    head = scenario.head
    paper = PaperScenario(
        title=head.title,
        role=head.role,
        briefing=head.briefing,
        intent=head.intent or "",
        begins=head.begins or "",
        objectives=tuple(material.objective_text(one) for one in head.objectives),
        gauges=tuple(
            Gauge(one.label, one.start, one.min, one.max) for one in scenario.indicators.values()
        ),
        nodes=tuple(sheet.node(name) for name in sheet.order),
        outcomes=tuple(one for name in sheet.order for one in sheet.outcomes(name)),
    )
    return paper, tuple(sheet.key(name) for name in sheet.order)


class _Sheet:
    """Numbers the situations, letters the choices, and puts conditions into words."""

    def __init__(self, material: Material, scenario: Scenario, dice: Dice) -> None:
        self._material = material
        self._scenario = scenario
        others = [name for name in scenario.nodes if name != scenario.start]
        dice.shuffle(others)
        first = [scenario.start] if scenario.start in scenario.nodes else []
        self.order = (*first, *others)
        self._numbers = {name: number for number, name in enumerate(self.order, start=1)}
        self._facts = {name: number for number, name in enumerate(scenario.facts, start=1)}
        self._choices = {name: self._lettered(scenario.nodes[name], dice) for name in self.order}

    def _lettered(self, node: Node, dice: Dice) -> dict[str, NodeChoice]:
        """The choices that lead somewhere, by their letter on the paper."""
        offered = [] if node.end else [c for c in node.answers.values() if c.to in self._numbers]
        dice.shuffle(offered)
        return dict(zip(ascii_uppercase, offered, strict=False))

    def node(self, name: str) -> PaperNode:
        """A situation with its choices."""
        node = self._scenario.nodes[name]
        told = node.inject
        return PaperNode(
            number=self._numbers[name],
            text=node.text,
            variants=tuple((self._known(fact), text) for fact, text in node.text_if.items()),
            inject=InjectCard(told.sender, told.dtg or "", told.channel or "") if told else None,
            minutes=node.clock,
            choices=tuple(
                PaperChoice(letter, one.text, self._words(one.needs) if one.needs else "")
                for letter, one in self._choices[name].items()
            ),
        )

    def outcomes(self, name: str) -> tuple[Outcome, ...]:
        """What each choice changes and where it leads."""
        return tuple(
            Outcome(
                node=self._numbers[name],
                letter=letter,
                changes=tuple(self._change(effect) for effect in one.effects),
                to=self._numbers[one.to],
            )
            for letter, one in self._choices[name].items()
        )

    def key(self, name: str) -> NodeKey:
        """What the instructor has of a situation."""
        node, material = self._scenario.nodes[name], self._material
        cues = [node.cue] if node.cue else []
        cues += [f"({self._known(fact)}) {cue}" for fact, cue in node.cue_if.items()]
        return NodeKey(
            id=name,
            objective=material.objective_text(node.objective) if node.objective else "",
            end=node.end or "",
            debrief=node.debrief or "",
            cues=tuple(cues),
            choices=tuple(
                ChoiceKey(
                    letter=letter,
                    quality=one.quality,
                    harm=one.harm,
                    why=one.why,
                    sources=material.cards((*one.source, *cited(one.why))),
                )
                for letter, one in self._choices[name].items()
            ),
            notes=node.notes or "",
            discuss=node.discuss or "",
        )

    # Words

    def _change(self, effect: Effect) -> str:
        if isinstance(effect, Shift):
            return f"{self._label(effect.indicator)} {effect.by:+d}"
        number, text = self._facts.get(effect.fact, 0), self._scenario.facts.get(effect.fact, "")
        return f"Note fact {number}: {text}" if effect.true else f"Cross out fact {number}"

    def _words(self, condition: Condition) -> str:
        match condition:
            case Compare(indicator, operator, value):
                return f"{self._label(indicator)} is {COMPARED[operator].format(value)}"
            case Known(fact):
                return self._known(fact)
            case Not(Known(fact)):
                return f"fact {self._facts.get(fact, 0)} is not noted"
            case Not(part):
                return f"not ({self._words(part)})"
            case And(parts):
                return " and ".join(self._grouped(part) for part in parts)
            case Or(parts):
                return " or ".join(self._grouped(part) for part in parts)

    def _grouped(self, part: Condition) -> str:
        said = self._words(part)
        return f"({said})" if isinstance(part, And | Or) else said

    def _known(self, fact: str) -> str:
        return f"fact {self._facts.get(fact, 0)} is noted"

    def _label(self, indicator: str) -> str:
        found = self._scenario.indicators.get(indicator)
        return found.label if found else indicator
