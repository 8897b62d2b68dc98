"""The sheet of a quiz under way: which questions, what was answered. Read from the record."""

import zlib
from dataclasses import dataclass

from tutor.model.items import Item
from tutor.model.progress import OpenQuiz
from tutor.model.record import Answered, Behaviour, QuizExtended, QuizStarted
from tutor.study.questions import Asking
from tutor.study.seat import Seat


@dataclass(frozen=True, slots=True)
class Sheet:
    """An open quiz. `gone`: questions that were drawn and are not in the course any more."""

    seat: Seat
    attempt: str
    behaviour: Behaviour
    items: tuple[Item, ...]
    gone: int
    seed: int

    @property
    def open_quiz(self) -> OpenQuiz:
        """What the record holds of it now."""
        return self.seat.record.open_quizzes[self.attempt]

    def given(self, item: Item) -> Answered | None:
        """The last answer to a question of this quiz."""
        return self.open_quiz.answers.get(self.seat.item_ref(item.id))

    def asking(self, item: Item) -> Asking:
        """The question with what was answered so far."""
        given = self.given(item)
        return Asking(
            item=item,
            behaviour=self.behaviour,
            seed=self.seed,
            attempt=self.attempt,
            tries=given.tries if given else 0,
            hints=given.hints if given else 0,
            response=given.response if given else None,
            flagged=self.seat.item_ref(item.id) in self.open_quiz.flagged,
        )

    def index_of(self, item_ref: str) -> int:
        """The place of a question, 0 when it is not here."""
        refs = [self.seat.item_ref(item.id) for item in self.items]
        return refs.index(item_ref) if item_ref in refs else 0

    @property
    def notices(self) -> tuple[str, ...]:
        """What the learner should know about this sheet."""
        if not self.gone:
            return ()
        gone = f"{self.gone} of the questions drawn are not in the course any more"
        return (f"{gone}; they are left out of the score.",)


def seed_of(attempt: str) -> int:
    """A seed that follows from the attempt's id, so that one number is enough to replay it."""
    return zlib.crc32(attempt.encode())


def begin(seat: Seat, behaviour: Behaviour, attempt: str, item_ids: tuple[str, ...]) -> Sheet:
    """Write down that a quiz was drawn, and open its sheet."""
    seat.write(
        QuizStarted(
            module=seat.module.ref,
            attempt=attempt,
            behaviour=behaviour,
            items=tuple(seat.item_ref(item_id) for item_id in item_ids),
            seed=seed_of(attempt),
        )
    )
    return reopen(seat, seat.record.open_quizzes[attempt])


def extend(sheet: Sheet, item_ids: tuple[str, ...]) -> Sheet:
    """Write down that the quiz goes on with more questions; its sheet with them."""
    seat = sheet.seat
    seat.write(
        QuizExtended(
            module=seat.module.ref,
            attempt=sheet.attempt,
            items=tuple(seat.item_ref(item_id) for item_id in item_ids),
        )
    )
    return reopen(seat, sheet.open_quiz)


def reopen(seat: Seat, quiz: OpenQuiz) -> Sheet:
    """The sheet of a quiz that was left open."""
    ids = [ref.rsplit("/", 1)[-1] for ref in quiz.items]
    present = tuple(seat.module.items[i] for i in ids if i in seat.module.items)
    return Sheet(
        seat=seat,
        attempt=quiz.attempt,
        behaviour=quiz.behaviour,
        items=present,
        gone=len(ids) - len(present),
        seed=quiz.seed,
    )


def exposures(seat: Seat, items: tuple[Item, ...]) -> dict[str, int]:
    """How often each question was answered before, by item id; once for what was completed."""
    record = seat.record
    refs = {item.id: seat.item_ref(item.id) for item in items}
    return {
        i: record.items[ref].attempts if ref in record.items else int(record.answered(ref))
        for i, ref in refs.items()
    }
