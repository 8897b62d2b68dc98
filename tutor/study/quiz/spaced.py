"""Spaced review: today's questions of all modules, explained at once, one try each."""

from collections.abc import Callable
from dataclasses import dataclass

from tutor.engine.review import recheck
from tutor.engine.review.queue import Queue
from tutor.engine.spacing import utc_day
from tutor.errors import ContentError
from tutor.model.items import Item
from tutor.model.progress import OpenQuiz, QuizRecord
from tutor.model.record import ALL_MODULES, Answered, Behaviour, QuizAbandoned, QuizStarted
from tutor.store.learner import Learner
from tutor.study import questions
from tutor.study.frames import (
    EndFrame,
    Heading,
    IntroFrame,
    QuestionFrame,
    ResultFrame,
    ReviewFrame,
)
from tutor.study.moves import Action, Answer, Move
from tutor.study.questions import Asking
from tutor.study.quiz.review import ReviewOfAnswers
from tutor.study.quiz.sheet import seed_of
from tutor.study.quiz.spaced_result import NAME, finished, spaced_result
from tutor.study.seat import Seat
from tutor.study.session import Turns
from tutor.study.world import World

AGAIN = "Asked once more: you were sure, and it was wrong."
CHANGED = "This question was changed since you answered it."
CATCH_UP = (
    "You have been away for a while. One question for each objective shows what has stayed.",
    "Nothing has piled up. Whatever is not asked today comes on another day.",
)


@dataclass(frozen=True, slots=True)
class Daily:
    """What review asks of the rest: today's queue, when the next one is, and a module's seat."""

    queue: Callable[[], Queue]
    outlook: Callable[[], ReviewFrame]
    """How many are left for today, or when the next review is."""
    seat: Callable[[str], Seat]


class ReviewSession(Turns):
    """Goes on with the review that was left open today, or draws today's.

    What was wrong with full confidence is asked once more at the end.
    """

    def __init__(self, daily: Daily, learner: Learner, world: World) -> None:
        super().__init__()
        self._daily = daily
        self._learner = learner
        self._world = world
        self._asking: Asking | None = None
        self._ref = ""
        self._review: ReviewOfAnswers | None = None
        self._attempt = self._left_open()
        if self._attempt:
            self._go_on()
        else:
            self._begin()

    # The beginning

    def _left_open(self) -> str:
        """The review that was begun today; one of another day is closed: its questions are due."""
        left = self._learner.progress.module(ALL_MODULES).open_quizzes.values()
        today, found = utc_day(self._world.clock()), ""
        for quiz in left:
            if quiz.behaviour is Behaviour.REVIEW and utc_day(quiz.started_at) == today:
                found = quiz.attempt
            elif quiz.behaviour is Behaviour.REVIEW:
                self._learner.record(QuizAbandoned(module=ALL_MODULES, attempt=quiz.attempt))
        return found

    def _begin(self) -> None:
        queue = self._daily.queue()
        if not queue.questions:
            self._show_nothing()
        elif queue.catch_up:
            self._show_intro(len(queue.questions))
        else:
            self._start(queue)

    def _show_nothing(self) -> None:
        self._show(
            EndFrame(
                heading=_heading(NAME),
                title=self._daily.outlook().sentence,
                lines=(),
                following=None,
                actions=frozenset(),
                ended=NAME,
            )
        )

    def _show_intro(self, count: int) -> None:
        noun = "question" if count == 1 else "questions"
        lines = (*CATCH_UP, f"{count} {noun}, explained at once. You may leave at any time.")
        heading = _heading("Catch-up check")
        self._show(IntroFrame(heading, "Catch-up check", lines, frozenset({Action.NEXT})))

    def _start(self, queue: Queue) -> None:
        self._attempt = self._world.new_id()
        self._learner.record(
            QuizStarted(
                module=ALL_MODULES,
                attempt=self._attempt,
                behaviour=Behaviour.REVIEW,
                items=tuple(one.card.ref for one in queue.questions),
                seed=seed_of(self._attempt),
            )
        )
        self._go_on()

    def _take(self, move: Move) -> None:
        match self.frame:
            case IntroFrame():
                self._start(self._daily.queue())
            case QuestionFrame() if isinstance(move, Answer):
                self._answer(move)
            case QuestionFrame():
                self._hint()
            case _ if self._review is not None:
                self._show(self._review.do(move))
            case _:
                self._go_on()

    # A question

    @property
    def _quiz(self) -> OpenQuiz:
        return self._learner.progress.module(ALL_MODULES).open_quizzes[self._attempt]

    def _find(self, ref: str) -> tuple[Seat, Item] | None:
        """Where a question stands; None when it is not in the course any more."""
        module, _, name = ref.rpartition("/")
        try:
            seat = self._daily.seat(module)
            return seat, seat.item(name)
        except ContentError:
            return None

    def _present(self) -> list[str]:
        return [ref for ref in self._quiz.items if self._find(ref) is not None]

    def _left(self) -> list[str]:
        """What is still to be asked: what was not yet, then what was wrong with confidence."""
        answers, present = self._quiz.answers, self._present()
        fresh = [ref for ref in present if ref not in answers]
        return [*fresh, *(ref for ref in present if ref in answers and _is_again(answers[ref]))]

    def _go_on(self) -> None:
        left = self._left()
        if not left:
            self._finish()
            return
        self._ref = left[0]
        _, item = self._place
        given = self._quiz.answers.get(self._ref)
        tries = given.tries if given else 0
        self._asking = Asking(
            item, Behaviour.REVIEW, self._quiz.seed + tries, self._attempt, tries=tries
        )
        self._show_question()

    @property
    def _place(self) -> tuple[Seat, Item]:
        found = self._find(self._ref)
        assert found is not None, "only what is in the course is asked"
        return found

    def _show_question(self) -> None:
        assert self._asking is not None, "a question is asked"
        seat, item = self._place
        more = self._asking.hints < len(item.hints)
        actions = frozenset({Action.ANSWER} | ({Action.HINT} if more else set()))
        heading = self._question_heading(seat, item)
        self._show(questions.question(seat, self._asking, heading, actions))

    def _question_heading(self, seat: Seat, item: Item, asked: int = 0) -> Heading:
        """`asked`: how many of the answers given belong to the question that is shown."""
        given = [answer.tries for answer in self._quiz.answers.values()]
        total = len(self._present()) + sum(tries - 1 for tries in given)
        total += sum(map(_is_again, self._quiz.answers.values()))
        number = sum(given) + 1 - asked
        return seat.heading(NAME, number, total, self._notices(seat, item))

    def _notices(self, seat: Seat, item: Item) -> tuple[str, ...]:
        if self._asking is not None and self._asking.tries:
            return (AGAIN,)
        known = seat.record.items.get(self._ref)
        changed = known and known.fingerprint.meaning != seat.fingerprint(item.id).meaning
        return (CHANGED,) if changed else ()

    def _hint(self) -> None:
        assert self._asking is not None, "a question is asked"
        self._asking = questions.with_hint(self._asking)
        self._show_question()

    def _answer(self, move: Answer) -> None:
        assert self._asking is not None, "a question is asked"
        seat, item = self._place
        given = questions.answered(seat, self._asking, move)
        seat.write(given)
        heading = self._question_heading(seat, item, asked=1)
        actions = frozenset({Action.NEXT})
        self._show(questions.feedback(seat, self._asking, given, heading, actions))

    # The end

    def _finish(self) -> None:
        quiz = self._quiz
        self._learner.record(finished(quiz))
        done = self._learner.progress.module(ALL_MODULES).quizzes[-1]
        self._show_result(done)

    def _show_result(self, quiz: QuizRecord) -> None:
        found = [self._find(ref) for ref in quiz.items]
        asked = [one for one in found if one is not None]
        result: ResultFrame = spaced_result(asked, quiz, _heading(NAME), self._daily.outlook())
        self._review = ReviewOfAnswers(asked, quiz, result, NAME)
        self._show(result)


def _is_again(answer: Answered) -> bool:
    """Whether an answer calls for asking once more: wrong and sure, and asked only once."""
    return answer.tries == 1 and recheck.is_confidently_wrong(answer)


def _heading(part: str) -> Heading:
    return Heading(course="", module="All modules", part=part)
