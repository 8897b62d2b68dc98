"""One statement: 1 or 0."""

from tutor.engine.grading.base import Rules, verdict
from tutor.model.items import TrueFalse
from tutor.model.record import Verdict
from tutor.model.responses import Truth


class TrueFalseRules(Rules[TrueFalse, Truth]):
    """Nothing between right and wrong; true always stands before false, so nothing to shuffle."""

    def blank(self) -> Truth:
        return Truth()

    def key(self, item: TrueFalse, /) -> Truth:
        return Truth(value=item.answer)

    def clean(self, _item: TrueFalse, response: Truth, /) -> Truth:
        return response

    def grade(self, item: TrueFalse, response: Truth, /) -> Verdict:
        if response.value == item.answer:
            return verdict(1)
        return verdict(0, misconceptions=[item.misconception] if item.misconception else [])

    def rule(self, _item: TrueFalse, /) -> str:
        return "The right answer earns 1, the wrong one 0."

    def sentence(self, _item: TrueFalse, _response: Truth, verdict: Verdict, /) -> str:
        return "Your answer is right." if verdict.fraction >= 1 else "Your answer is wrong."
