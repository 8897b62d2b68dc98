"""Pairs: right pairs of all stems."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Match
from tutor.model.record import Verdict
from tutor.model.responses import Pairs
from tutor.ports import Dice


class MatchRules(Rules[Match, Pairs]):
    """A response maps the letter of a stem to the key of a partner (see `partners`)."""

    def blank(self) -> Pairs:
        return Pairs()

    def key(self, item: Match, /) -> Pairs:
        return Pairs(pairs={stem: stem for stem in item.answers})

    def clean(self, item: Match, response: Pairs, /) -> Pairs:
        known = partners(item)
        given = response.pairs
        return Pairs(pairs={s: given[s] for s in item.answers if given.get(s) in known})

    def grade(self, item: Match, response: Pairs, /) -> Verdict:
        """Two partners with the same text are equally right."""
        texts = partners(item)
        right = [s for s, partner in response.pairs.items() if texts[partner] == texts[s]]
        return verdict(float(len(right) * _gain(item)), right_parts=right)

    def rule(self, item: Match, /) -> str:
        return f"Each right pair earns {_gain(item)}; a wrong one costs nothing."

    def sentence(self, item: Match, _response: Pairs, verdict: Verdict, /) -> str:
        return f"{len(verdict.right_parts)} of {len(item.answers)} pairs are right."

    def shown(self, item: Match, dice: Dice, /) -> Shown:
        """`pin_last` holds a stem; pinning its partner as well would give the pair away."""
        return Shown(
            order=shuffled(item.answers, dice, item.pin_last),
            partners=shuffled(partners(item), dice),
        )

    def parts(self, item: Match, /) -> tuple[str, ...]:
        return tuple(item.answers)

    def merge_locked(self, item: Match, response: Pairs, locked: Collection[str], /) -> Pairs:
        return self.clean(item, Pairs(pairs=response.pairs | {stem: stem for stem in locked}))


def partners(item: Match) -> dict[str, str]:
    """Key -> text: the letter of the pair it belongs to, then `x1`, `x2` ... for the extra ones."""
    own = {letter: pair.right for letter, pair in item.answers.items()}
    return own | {f"x{number}": text for number, text in enumerate(item.extra, start=1)}


def _gain(item: Match) -> Fraction:
    return Fraction(1, len(item.answers))
