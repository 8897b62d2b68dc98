"""One best answer: the credit of the answer that was chosen."""

from tutor.engine.grading.base import Rules, Shown, shuffled, verdict
from tutor.model.items import Single
from tutor.model.record import Verdict
from tutor.model.responses import Choice
from tutor.ports import Dice


class SingleRules(Rules[Single, Choice]):
    """1 for the key, the author's credit for a defensible answer, 0 for the rest and for harm."""

    def blank(self) -> Choice:
        return Choice()

    def key(self, item: Single, /) -> Choice:
        return Choice(chosen=(item.correct,))

    def clean(self, item: Single, response: Choice, /) -> Choice:
        """Two letters are no answer to a question for one."""
        letters = tuple(dict.fromkeys(response.chosen))
        usable = len(letters) == 1 and letters[0] in item.answers
        return Choice(chosen=letters) if usable else Choice()

    def grade(self, item: Single, response: Choice, /) -> Verdict:
        letter = response.chosen[0]
        answer = item.answers[letter]
        wrong = letter != item.correct
        return verdict(
            credit(item, letter),
            harm=answer.harm,
            misconceptions=[answer.misconception] if wrong and answer.misconception else [],
        )

    def rule(self, item: Single, /) -> str:
        if any(0 < credit(item, letter) < 1 for letter in item.answers):
            return "The best answer earns 1, a defensible one a part of it, any other 0."
        return "The best answer earns 1, any other 0."

    def sentence(self, _item: Single, _response: Choice, verdict: Verdict, /) -> str:
        if verdict.harm:
            return "This answer would do harm."
        if verdict.fraction >= 1:
            return "This is the best answer."
        if verdict.fraction > 0:
            return "This answer is defensible; another one is better."
        return "Another answer is the best one."

    def shown(self, item: Single, dice: Dice, /) -> Shown:
        return Shown(shuffled(item.answers, dice, item.pin_last))


def credit(item: Single, letter: str) -> float:
    """What choosing this letter earns, 0..1. Harm earns nothing, whatever else the author says."""
    answer = item.answers[letter]
    if answer.harm:
        return 0.0
    return 1.0 if letter == item.correct else answer.credit or 0.0
