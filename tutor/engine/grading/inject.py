"""New information: an answer counts as much as a panel of practitioners stands behind it."""

from fractions import Fraction

from tutor.engine.grading.base import Rules, verdict
from tutor.model.items import PlanChange
from tutor.model.items.inject import STEPS
from tutor.model.record import Verdict
from tutor.model.responses import Choice

COST_OF_A_STEP = Fraction(1, 2)
"""What each step away from the author's answer takes, where no panel was asked."""


class InjectRules(Rules[PlanChange, Choice]):
    """The scale has an order of its own, so nothing is shuffled."""

    def blank(self) -> Choice:
        return Choice()

    def key(self, item: PlanChange, /) -> Choice:
        values = [_fraction(item, place) for place in range(len(STEPS))]
        return Choice(chosen=(STEPS[values.index(max(values))],))

    def clean(self, _item: PlanChange, response: Choice, /) -> Choice:
        steps = tuple(dict.fromkeys(response.chosen))
        return Choice(chosen=steps) if len(steps) == 1 and steps[0] in STEPS else Choice()

    def grade(self, item: PlanChange, response: Choice, /) -> Verdict:
        return verdict(float(_fraction(item, STEPS.index(response.chosen[0]))))

    def rule(self, item: PlanChange, /) -> str:
        if item.panel is None:
            return (
                f"The author's answer earns 1; each step away from it takes away {COST_OF_A_STEP}."
            )
        return (
            f"The answer that most of a panel of {sum(item.panel)} gave earns 1; any other earns "
            "its votes as a share of those."
        )

    def sentence(self, item: PlanChange, response: Choice, verdict: Verdict, /) -> str:
        if item.panel is not None:
            votes = item.panel[STEPS.index(response.chosen[0])]
            return f"{votes} of {sum(item.panel)} on the panel gave this answer."
        if verdict.fraction >= 1:
            return "The author gave the same answer."
        return (
            "The author's answer is one step away."
            if verdict.fraction > 0
            else ("The author's answer is at least two steps away.")
        )


def _fraction(item: PlanChange, place: int) -> Fraction:
    """What the answer at a place of the scale earns."""
    if item.panel is not None:
        return Fraction(item.panel[place], max(*item.panel, 1))
    away = abs(place - STEPS.index("0") - (item.panel_best or 0))
    return max(Fraction(0), 1 - COST_OF_A_STEP * away)
