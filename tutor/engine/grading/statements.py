"""Four statements (Kprim): all four right, three right, or nothing."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Statements
from tutor.model.record import Verdict
from tutor.model.responses import Pairs
from tutor.ports import Dice

TRUE, FALSE = "true", "false"
"""What a response puts beside the letter of a statement."""

EARNS = {4: Fraction(1), 3: Fraction(1, 2)}
"""Statements judged rightly -> what that earns; fewer earn nothing, so that guessing does not."""


class StatementsRules(Rules[Statements, Pairs]):
    """A response maps the letter of a statement to `true` or `false`."""

    def blank(self) -> Pairs:
        return Pairs()

    def key(self, item: Statements, /) -> Pairs:
        return Pairs(pairs={letter: truth(item, letter) for letter in item.answers})

    def clean(self, item: Statements, response: Pairs, /) -> Pairs:
        given = response.pairs
        return Pairs(pairs={x: given[x] for x in item.answers if given.get(x) in (TRUE, FALSE)})

    def grade(self, item: Statements, response: Pairs, /) -> Verdict:
        right = [x for x, said in response.pairs.items() if said == truth(item, x)]
        wrong = [item.answers[x] for x in response.pairs if x not in right]
        return verdict(
            float(EARNS.get(len(right), 0)),
            right_parts=right,
            misconceptions=[one.misconception for one in wrong if one.misconception],
        )

    def rule(self, _item: Statements, /) -> str:
        earned = [f"{count} right earn {value}" for count, value in EARNS.items()]
        return f"Of the statements, {', '.join(earned)}, fewer 0."

    def sentence(self, item: Statements, _response: Pairs, verdict: Verdict, /) -> str:
        return f"{len(verdict.right_parts)} of {len(item.answers)} statements are judged rightly."

    def shown(self, item: Statements, dice: Dice, /) -> Shown:
        return Shown(shuffled(item.answers, dice, item.pin_last))

    def parts(self, item: Statements, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Statements, response: Pairs, locked: Collection[str], /) -> Pairs:
        kept = {letter: truth(item, letter) for letter in locked if letter in item.answers}
        return self.clean(item, Pairs(pairs=response.pairs | kept))


def truth(item: Statements, letter: str) -> str:
    """What is right for a statement."""
    return TRUE if item.answers[letter].answer else FALSE
