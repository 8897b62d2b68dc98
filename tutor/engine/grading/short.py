"""A word or a short phrase: accepted or not, with a word on spelling."""

from tutor.engine.grading.base import Aliases, Rules, verdict
from tutor.engine.grading.spelling import SLIP_FROM_LETTERS, canonical, compact, is_slip, spellings
from tutor.model.items import Short
from tutor.model.record import Verdict
from tutor.model.responses import Written

CLOSE = "Your answer is close, but it is not what the question asks for."


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
        accepted = {compact(form) for text in item.accept for form in spellings(text)}
        near = {compact(text) for text in item.near}
        forms = [(term, *others) for term, others in aliases.items()]
        more = [
            form
            for group in forms
            if any(compact(form) in accepted for form in group)
            for form in group
            if compact(form) not in near
        ]
        return item.model_copy(update={"accept": (*item.accept, *more)}) if more else item

    def grade(self, item: Short, response: Written, /) -> Verdict:
        """Exact before near before slips, so that an author can bar a look-alike as near."""
        typed = compact(response.text)
        accepted = [form for text in item.accept for form in spellings(text)]
        if any(typed == compact(text) for text in accepted):
            return verdict(1)
        if any(typed == compact(text) for text in item.near):
            return verdict(0, note=CLOSE)
        if item.fuzzy:
            meant = next((text for text in accepted if is_slip(response.text, text)), None)
            if meant is not None:
                return verdict(1, note=f"Check your spelling: {meant}")
            if any(is_slip(response.text, text) for text in item.near):
                return verdict(0, note=CLOSE)
        return verdict(0)

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
