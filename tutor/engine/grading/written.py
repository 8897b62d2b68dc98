"""What is written for the learner's own sake: handed in or not, never a score."""

from tutor.engine.grading.base import ItemT, Rules
from tutor.model.items import Draft, Reflect
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Written


class _WrittenRules(Rules[ItemT, Written]):
    """Any text that is not blank completes the task."""

    gradable = False

    def blank(self) -> Written:
        return Written()

    def clean(self, _item: ItemT, response: Written, /) -> Written:
        return response if response.text.strip() else Written()

    def grade(self, _item: ItemT, _response: Written, /) -> Verdict:
        return Verdict(outcome=Outcome.NOT_GRADABLE)


class DraftRules(_WrittenRules[Draft]):
    """The learner holds the text against the model and the points of the rubric."""

    def key(self, item: Draft, /) -> Written:
        return Written(text=item.model)

    def rule(self, item: Draft, /) -> str:
        count = len(item.rubric)
        points = "1 point" if count == 1 else f"{count} points"
        return (
            "This has no score. Afterwards you read a model text and check your own against "
            f"{points}."
        )

    def sentence(self, _item: Draft, _response: Written, _verdict: Verdict, /) -> str:
        return "Your text is kept. Hold it against the model and the points below."


class ReflectRules(_WrittenRules[Reflect]):
    """Nothing is right or wrong, so nothing is compared."""

    def key(self, _item: Reflect, /) -> Written:
        return Written(text="Some thoughts.")

    def rule(self, _item: Reflect, /) -> str:
        return "This has no score and no wrong answer: it is for your own thinking."

    def sentence(self, _item: Reflect, _response: Written, _verdict: Verdict, /) -> str:
        return "Your thoughts are kept in your profile."
