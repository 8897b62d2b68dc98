"""A word or a short phrase: accepted or not, with a word on spelling."""

from tutor.engine.grading.base import Aliases, Rules, verdict
from tutor.engine.grading.spelling import SLIP_FROM_LETTERS, canonical
from tutor.engine.grading.typed import judge, with_aliases
from tutor.model.items import Short
from tutor.model.record import Verdict
from tutor.model.responses import Written


class ShortRules(Rules[Short, Written]):
    """An accepted spelling earns 1, and so does one slip from it; a near answer gets a word."""

    def blank(self) -> Written:
        return Written()

    def key(self, item: Short, /) -> Written:
        return Written(text=item.accept[0])

    def clean(self, _item: Short, response: Written, /) -> Written:
        return response if canonical(response.text) else Written()

    def informed(self, item: Short, aliases: Aliases, /) -> Short:
        """Every form of a term is accepted where one is, unless the author lists it as near."""
        accept = with_aliases(item.accept, aliases, item.near)
        return item if accept == item.accept else item.model_copy(update={"accept": accept})

    def grade(self, item: Short, response: Written, /) -> Verdict:
        found = judge(response.text, item.accept, item.near, item.fuzzy)
        return verdict(float(found.right), note=found.note)

    def rule(self, item: Short, /) -> str:
        slips = (
            f" One slip of spelling costs nothing from {SLIP_FROM_LETTERS} letters on; "
            "numbers must be exact."
        )
        return (
            "An accepted answer earns 1, any other 0. "
            "Capitals, punctuation and hyphens do not matter." + (slips if item.fuzzy else "")
        )

    def sentence(self, _item: Short, _response: Written, verdict: Verdict, /) -> str:
        if verdict.fraction < 1:
            return verdict.note or "Your answer is not accepted."
        return f"Your answer is accepted. {verdict.note}".strip()
