"""One question on its way: asked, answered, explained. Lessons and quizzes share it."""

from dataclasses import dataclass, replace

from tutor.engine import grading
from tutor.engine.grading import Shown
from tutor.engine.grading.score import PRACTICE_TRIES, after_tries, tries_rule
from tutor.engine.mastery import waived
from tutor.model.items import Item, misconceptions
from tutor.model.record import Answered, Behaviour, Outcome, Verdict
from tutor.model.responses import Ordering, Response
from tutor.study import confidence
from tutor.study.frames import AnswerNote, FeedbackFrame, Heading, QuestionFrame
from tutor.study.kinds import PRESENTERS
from tutor.study.moves import Action, Answer, DontKnow
from tutor.study.seat import Seat
from tutor.study.texts import cited, label_of_question

TRIES = {Behaviour.PRACTICE: PRACTICE_TRIES}
"""How often a question may be tried before it is explained; once where nothing is said."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question being asked. `tries` counts the answers given, `hints` the hints shown."""

    item: Item
    behaviour: Behaviour
    seed: int
    attempt: str = ""
    tries: int = 0
    hints: int = 0
    response: Response | None = None
    locked: tuple[str, ...] = ()
    flagged: bool = False
    note: str = ""

    @property
    def tries_left(self) -> int:
        """Answers that may still be given."""
        return TRIES.get(self.behaviour, 1) - self.tries


def shown(seat: Seat, asking: Asking) -> Shown:
    """The order on the screen: the same for the same quiz and question, also after a restart."""
    dice = seat.world.dice(f"{asking.seed}:{asking.item.id}")
    return grading.shown(asking.item, dice)


def question(
    seat: Seat, asking: Asking, heading: Heading, actions: frozenset[Action]
) -> QuestionFrame:
    """The question as it is shown before an answer."""
    item, presenter = asking.item, PRESENTERS[asking.item.kind]
    return QuestionFrame(
        heading=heading,
        ref=seat.item_ref(item.id),
        kind=item.kind,
        behaviour=asking.behaviour.value,
        prompt=presenter.prompt(item),
        vignette=item.vignette or "",
        passages=presenter.passages(item),
        body=presenter.body(item, shown(seat, asking)),
        objective=seat.objective_text(item.objective),
        rule=_rule(asking),
        response=asking.response,
        locked=asking.locked,
        hints=item.hints[: asking.hints],
        hints_left=len(item.hints) - asking.hints,
        tries_left=asking.tries_left,
        flagged=asking.flagged,
        note=asking.note,
        sure=_sure(seat, asking),
        actions=actions,
    )


def _sure(seat: Seat, asking: Asking) -> tuple[str, ...]:
    if not grading.gradable(asking.item):
        return ()
    return confidence.words_for(seat, asking.behaviour, asking.tries)


def answered(seat: Seat, asking: Asking, move: Answer) -> Answered:
    """Grade an answer and make the event that records it."""
    item = asking.item
    response = grading.merge_locked(item, move.response, asking.locked)
    verdict = grading.grade(item, response, aliases=seat.aliases)
    return _event(seat, asking, replace(move, response=response), verdict)


def not_known(seat: Seat, asking: Asking, move: DontKnow) -> Answered:
    """Make the event that records "I don't know"."""
    blank = Answer(grading.blank(asking.item), move.seconds)
    return _event(seat, asking, blank, Verdict(outcome=Outcome.NOT_KNOWN))


def _event(seat: Seat, asking: Asking, move: Answer, verdict: Verdict) -> Answered:
    item, order = asking.item, shown(seat, asking)
    return Answered(
        module=seat.module.ref,
        item=seat.item_ref(item.id),
        objective=item.objective,
        item_kind=item.kind,
        behaviour=asking.behaviour,
        attempt=asking.attempt,
        fingerprint=seat.fingerprint(item.id),
        shown=order.flat,
        seed=asking.seed,
        response=move.response,
        verdict=verdict,
        score=after_tries(verdict.fraction, asking.tries + 1),
        tries=asking.tries + 1,
        hints=asking.hints,
        confidence=move.confidence,
        seconds=round(move.seconds, 2),
        carries=misconceptions(item),
        waived=waived(seat.module, item.objective),
    )


def feedback(
    seat: Seat,
    asking: Asking,
    given: Answered,
    heading: Heading,
    actions: frozenset[Action],
    *,
    revealed: bool = True,
) -> FeedbackFrame:
    """The explanation of a recorded answer; with `revealed` False only of the learner's part."""
    item, presenter = asking.item, PRESENTERS[asking.item.kind]
    order = shown(seat, asking)
    notes = presenter.notes(item, given.response, given.verdict, order)
    why = presenter.why(item, given.verdict)
    if not revealed:
        notes, why = _own_part(notes, given.response), ""
    return FeedbackFrame(
        heading=heading,
        question=question(seat, asking, heading, frozenset()),
        response=given.response,
        outcome=given.verdict.outcome,
        score=given.score,
        notes=notes,
        why=why,
        message=_message(item, given),
        harm=given.verdict.harm,
        revealed=revealed,
        sources=seat.cards((*item.source, *cited(why, *(note.why for note in notes)))),
        stated=confidence.meaning(given),
        compared=presenter.compared(item, given.response),
        actions=actions,
    )


def _rule(asking: Asking) -> str:
    """How it is scored and how often it may be tried, where it has a score."""
    rule = grading.rule(asking.item)
    if asking.behaviour is Behaviour.PRETEST:
        return "Nothing is scored here. You may say that you do not know."
    if not grading.gradable(asking.item):
        return rule
    return f"{rule} {tries_rule(TRIES.get(asking.behaviour, 1))}"


def label(item: Item) -> str:
    """The question in a list."""
    return label_of_question(PRESENTERS[item.kind].prompt(item), item.vignette)


def with_hint(asking: Asking) -> Asking:
    """The same question with one more hint shown."""
    return replace(asking, hints=min(asking.hints + 1, len(asking.item.hints)))


def first_try(asking: Asking) -> Asking:
    """The same question as if not answered yet: in an exam an answer replaces the one before."""
    return replace(asking, tries=0, hints=0)


def unanswered(asking: Asking, seat: Seat) -> Answered:
    """What a question counts as that was left blank when the quiz was handed in."""
    return answered(seat, first_try(asking), Answer(grading.blank(asking.item)))


def may_retry(asking: Asking, verdict: Verdict) -> bool:
    """Whether a further try makes sense: not yet right, gradable, tries left."""
    return asking.tries_left > 0 and verdict.outcome in (Outcome.PARTLY, Outcome.INCORRECT)


def _own_part(notes: tuple[AnswerNote, ...], response: Response) -> tuple[AnswerNote, ...]:
    """The notes without anything that gives the rest of the key away, lines in the given order."""
    if isinstance(response, Ordering):
        places = {key: place for place, key in enumerate(response.order)}
        notes = tuple(sorted(notes, key=lambda note: places.get(note.key, len(places))))
    return tuple(
        AnswerNote(note.key, note.text, note.chosen, note.mark, note.why, note.label)
        for note in notes
        if note.chosen
    )


OUTCOME_WORDS = {
    Outcome.CORRECT: "Correct.",
    Outcome.PARTLY: "Partly correct.",
    Outcome.INCORRECT: "Not correct.",
    Outcome.NOT_KNOWN: "You said that you do not know.",
    Outcome.NOT_GRADABLE: "Not graded.",
}


def _message(item: Item, given: Answered) -> str:
    """Result, detail, and what a second try took away: one or two short sentences."""
    parts = [OUTCOME_WORDS[given.verdict.outcome]]
    if given.verdict.outcome is not Outcome.NOT_KNOWN:
        parts.append(grading.sentence(item, given.response, given.verdict))
    if given.tries > 1 and given.verdict.fraction > 0:
        parts.append(f"Score {given.score:.2f} after {given.tries} tries.")
    return " ".join(part for part in parts if part)
