"""A text with gaps: the mean over the gaps, each right or not."""

from collections.abc import Collection
from fractions import Fraction

from tutor.engine.grading.base import Aliases, Rules, Shown, shuffled, verdict
from tutor.engine.grading.spelling import SLIP_FROM_LETTERS, canonical
from tutor.engine.grading.typed import Judged, judge, with_aliases
from tutor.model.items import Cloze, Gap
from tutor.model.record import Verdict
from tutor.model.responses import Pairs
from tutor.ports import Dice


class ClozeRules(Rules[Cloze, Pairs]):
    """A response maps the name of a gap to the text that was typed or chosen."""

    def blank(self) -> Pairs:
        return Pairs()

    def key(self, item: Cloze, /) -> Pairs:
        return Pairs(pairs={name: item.gaps[name].right for name in item.in_order})

    def clean(self, item: Cloze, response: Pairs, /) -> Pairs:
        given = response.pairs
        return Pairs(
            pairs={
                name: given[name]
                for name in item.in_order
                if name in given and _usable(item.gaps[name], given[name])
            }
        )

    def informed(self, item: Cloze, aliases: Aliases, /) -> Cloze:
        """Every form of a term is accepted in a typed gap where one is."""
        if not aliases:
            return item
        gaps = {name: _informed(gap, aliases) for name, gap in item.gaps.items()}
        return item.model_copy(update={"gaps": gaps})

    def grade(self, item: Cloze, response: Pairs, /) -> Verdict:
        found = {name: judged(item.gaps[name], text) for name, text in response.pairs.items()}
        right = [name for name, one in found.items() if one.right]
        notes = [one.note for one in found.values() if one.note]
        return verdict(
            float(Fraction(len(right), len(item.gaps))),
            right_parts=right,
            note=". ".join(notes),
        )

    def rule(self, item: Cloze, /) -> str:
        each = f"Each right gap earns {Fraction(1, len(item.gaps))}; a wrong one costs nothing."
        if any(gap.accept and gap.fuzzy for gap in item.gaps.values()):
            each += f" One slip of spelling costs nothing from {SLIP_FROM_LETTERS} letters on."
        return each

    def sentence(self, item: Cloze, _response: Pairs, verdict: Verdict, /) -> str:
        right, count = len(verdict.right_parts), len(item.gaps)
        return f"{right} of {count} gaps are right. {verdict.note}".strip()

    def shown(self, item: Cloze, dice: Dice, /) -> Shown:
        """The gaps as they come in the text; `partners` are the choices as `gap:number`."""
        names = item.in_order
        places = [
            [f"{name}:{number}" for number in range(len(item.gaps[name].choices))] for name in names
        ]
        return Shown(names, tuple(key for keys in places for key in shuffled(keys, dice)))

    def parts(self, item: Cloze, /) -> tuple[str, ...]:
        return item.in_order

    def merge_locked(self, item: Cloze, response: Pairs, locked: Collection[str], /) -> Pairs:
        """A gap that was right keeps what is in it now if that is right too, else gets the key."""
        kept = {
            name: item.gaps[name].right
            for name in locked
            if name in item.gaps and not judged(item.gaps[name], response.pairs.get(name, "")).right
        }
        return self.clean(item, Pairs(pairs=response.pairs | kept))


def judged(gap: Gap, text: str) -> Judged:
    """Whether a text is right in a gap: chosen exactly, or typed as `short` accepts it."""
    if gap.choices:
        return Judged(text == gap.correct)
    return judge(text, gap.accept, fuzzy=gap.fuzzy)


def _usable(gap: Gap, text: str) -> bool:
    return text in gap.choices if gap.choices else bool(canonical(text))


def _informed(gap: Gap, aliases: Aliases) -> Gap:
    if not gap.accept:
        return gap
    return gap.model_copy(update={"accept": with_aliases(gap.accept, aliases)})
