"""The end of a review: what was right, module by module, and when the next one is."""

from collections.abc import Iterable, Sequence
from math import fsum

from tutor.engine import draw
from tutor.engine.review import recheck
from tutor.model.items import Item
from tutor.model.progress import OpenQuiz, QuizRecord
from tutor.model.record import ALL_MODULES, Answered, Outcome, QuizFinished
from tutor.study.frames import Heading, ResultFrame, ReviewFrame, ScoreRow
from tutor.study.moves import Action
from tutor.study.quiz.result import result_row
from tutor.study.seat import Seat

NAME = "Review"


def finished(quiz: OpenQuiz) -> QuizFinished:
    """The event that ends a review. An objective is named with its module: `module/objective`."""
    answers = [one for one in quiz.answers.values() if _has_score(one)]
    scores = ((f"{one.module}/{one.objective}", one.score) for one in answers)
    result = draw.outcome(scores)
    return QuizFinished(
        module=ALL_MODULES,
        attempt=quiz.attempt,
        behaviour=quiz.behaviour,
        percent=round(result.percent, 2),
        passed=None,
        objectives=result.objectives,
    )


def spaced_result(
    asked: Sequence[tuple[Seat, Item]], quiz: QuizRecord, heading: Heading, outlook: ReviewFrame
) -> ResultFrame:
    """A finished review as a screen. `outlook`: what is left for today, or when the next one is."""
    rows = [result_row(seat, quiz, n, item) for n, (seat, item) in enumerate(asked, start=1)]
    return ResultFrame(
        heading=heading,
        percent=quiz.percent,
        passed=None,
        pass_mark=0,
        objective_mark=0,
        objectives=tuple(_by_module(asked, quiz)),
        rows=tuple(rows),
        message=_message(quiz),
        advice=(*_sure_and_wrong(quiz), _later(outlook)),
        earlier=(),
        following=None,
        actions=frozenset({Action.GO_TO}),
        by="module",
    )


def _by_module(asked: Sequence[tuple[Seat, Item]], quiz: QuizRecord) -> Iterable[ScoreRow]:
    """A row for each module; the word `objective` of the row holds its title."""
    seats = {seat.module.ref: seat for seat, _ in asked}
    for ref, seat in seats.items():
        answers = [a for a in quiz.answers.values() if a.module == ref and _has_score(a)]
        earned, possible = fsum(answer.score for answer in answers), float(len(answers))
        yield ScoreRow(
            objective=seat.module.head.title,
            earned=earned,
            possible=possible,
            percent=draw.percent_of(earned, possible),
            reached=None,
        )


def _message(quiz: QuizRecord) -> str:
    right = sum(
        answer.verdict.outcome is Outcome.CORRECT and answer.tries == 1
        for answer in quiz.answers.values()
    )
    return f"{right} of {len(quiz.answers)} right at the first try. That is today's review."


def _later(outlook: ReviewFrame) -> str:
    count = outlook.questions
    if not count:
        return outlook.sentence
    more = "one more question" if count == 1 else f"{count} more questions"
    return f"If you like, there is time for {more} today; otherwise it comes on another day."


def _sure_and_wrong(quiz: QuizRecord) -> tuple[str, ...]:
    """Those that were asked a second time: nothing else is in a review."""
    count = sum(answer.tries > 1 for answer in quiz.answers.values())
    if not count:
        return ()
    days = ", ".join(map(str, recheck.CHECKS[:-1]))
    were = "1 answer was" if count == 1 else f"{count} answers were"
    them = "it comes" if count == 1 else "they come"
    return (f"{were} sure and wrong: {them} back after {days} and {recheck.CHECKS[-1]} days.",)


def _has_score(answer: Answered) -> bool:
    return answer.verdict.outcome is not Outcome.NOT_GRADABLE
