"""Confidence as a learner meets it: when it is asked for, in which words, what it then means.

It is asked where the learner has switched it on, for a first try in practice and review and for
decisions in a scenario. It is never part of a mark.
"""

from tutor.engine.calibration import WORDS
from tutor.engine.review import recheck
from tutor.engine.review.grade import SURE, UNSURE, is_wrong
from tutor.model.record import Answered, Behaviour, Outcome
from tutor.study.seat import Seat

KNEW_IT, READ_IT = "you judged that well", "the explanation is worth reading"

ASKED_IN = frozenset({Behaviour.PRACTICE, Behaviour.REVIEW})


def words(seat: Seat) -> tuple[str, ...]:
    """What can be said of a decision, the lowest first; () where it is not asked for."""
    return tuple(WORDS.values()) if seat.asks_confidence else ()


def words_for(seat: Seat, behaviour: Behaviour, tries: int) -> tuple[str, ...]:
    """The same for a question that was tried so often; a second try has seen an explanation."""
    return words(seat) if behaviour in ASKED_IN and not tries else ()


def word(confidence: int | None) -> str:
    """Confidence 1..3 as it was stated, "" where it was not."""
    return WORDS[confidence] if confidence is not None else ""


def meaning(given: Answered) -> str:
    """What a stated confidence means now, in a calm line; "" where none was stated."""
    confidence = given.confidence
    if confidence is None or given.verdict.outcome is Outcome.NOT_GRADABLE:
        return ""
    said, wrong = word(confidence).capitalize(), is_wrong(given)
    if wrong and confidence == SURE:
        return f"{said} and wrong: this comes back {_when(given)}."
    if wrong:
        return f"{said} and wrong: {KNEW_IT if confidence == UNSURE else READ_IT}."
    right = "right" if given.verdict.outcome is Outcome.CORRECT else "mostly right"
    if confidence == UNSURE:
        return f"{said} and {right}: this comes back a little sooner, until it is sure."
    return f"{said} and {right}: that fits."


def _when(given: Answered) -> str:
    """A review asks once more before it ends; practice has its second try for that."""
    days = ", ".join(map(str, recheck.CHECKS[:-1]))
    today = "today and " if given.behaviour is Behaviour.REVIEW else ""
    return f"{today}in {days} and {recheck.CHECKS[-1]} days"
