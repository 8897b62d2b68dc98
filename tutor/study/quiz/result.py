"""From the answers of a quiz to its result: per objective, per question, and what to do next."""

from tutor.engine import draw, grading
from tutor.model.items import Item
from tutor.model.progress import QuizRecord
from tutor.model.record import Answered, Behaviour, ObjectiveScore, Outcome, PassMarks, QuizFinished
from tutor.study import questions
from tutor.study.frames import Heading, PartRow, ResultFrame, ResultRow, ScoreRow
from tutor.study.moves import Action
from tutor.study.pass_marks import marks_now, marks_of, pass_rule
from tutor.study.quiz.sheet import Sheet
from tutor.study.seat import Seat
from tutor.study.texts import percent


def answers_of(sheet: Sheet) -> dict[str, Answered]:
    """The answer to each question by item id; a blank one counts as what blank is worth."""
    return {
        item.id: sheet.given(item) or questions.unanswered(sheet.asking(item), sheet.seat)
        for item in sheet.items
    }


def outcome_of(sheet: Sheet) -> draw.QuizOutcome:
    """What the answers so far amount to; what nobody can grade counts nowhere."""
    head = sheet.seat.course.head
    answers = answers_of(sheet)
    scored = [item for item in sheet.items if has_score(answers[item.id])]
    return draw.outcome(
        ((item.objective, answers[item.id].score) for item in scored),
        pass_mark=head.pass_mark,
        objective_mark=head.objective_mark,
    )


def finished(sheet: Sheet) -> QuizFinished:
    """The event that hands the quiz in. Only an exam is passed or failed."""
    head = sheet.seat.course.head
    mark = outcome_of(sheet)
    pretest = sheet.behaviour is Behaviour.PRETEST
    exam = sheet.behaviour is Behaviour.EXAM
    return QuizFinished(
        module=sheet.seat.module.ref,
        attempt=sheet.attempt,
        behaviour=sheet.behaviour,
        percent=round(draw.balanced(mark.objectives) if pretest else mark.percent, 2),
        passed=mark.passed if exam else None,
        objectives=mark.objectives,
        course_version=head.version,
        marks=marks_now(head) if exam else None,
    )


def has_score(answer: Answered) -> bool:
    """False for what can only be handed in or not."""
    return answer.verdict.outcome is not Outcome.NOT_GRADABLE


def result_frame(
    seat: Seat,
    quiz: QuizRecord,
    heading: Heading,
    following: PartRow | None,
    actions: frozenset[Action],
    advice: tuple[str, ...] = (),
) -> ResultFrame:
    """A finished quiz as a screen."""
    exam = quiz.behaviour is Behaviour.EXAM
    marks = marks_of(seat.course.head, quiz)
    order = [objective.id for objective in seat.module.head.objectives]
    known = [score for score in quiz.objectives if score.objective in order]
    known.sort(key=lambda score: order.index(score.objective))
    others = [score for score in quiz.objectives if score.objective not in order]
    before = seat.record.pretest if exam else None
    rows = tuple(
        _score_row(seat, score, before, marks if exam else None) for score in (*known, *others)
    )
    return ResultFrame(
        heading=heading,
        percent=quiz.percent,
        passed=quiz.passed,
        pass_mark=marks.overall if exam else 0,
        objective_mark=marks.objective if exam else 0,
        objectives=rows,
        rows=result_rows(seat, quiz),
        message=_message(seat, quiz, rows),
        advice=(*_compared(quiz, before), *advice, *_weak(rows)),
        earlier=_earlier(seat, quiz),
        following=following,
        actions=actions,
    )


def result_rows(seat: Seat, quiz: QuizRecord) -> tuple[ResultRow, ...]:
    """Each question of a finished quiz that the course still has."""
    items = [seat.module.items.get(ref.rsplit("/", 1)[-1]) for ref in quiz.items]
    present = [item for item in items if item is not None]
    return tuple(
        result_row(seat, quiz, number, item) for number, item in enumerate(present, start=1)
    )


def answer_in(seat: Seat, quiz: QuizRecord, item: Item) -> Answered:
    """The recorded answer, or what a blank is."""
    given = quiz.answers.get(seat.item_ref(item.id))
    return given or questions.unanswered(questions.Asking(item, quiz.behaviour, 0), seat)


def result_row(seat: Seat, quiz: QuizRecord, number: int, item: Item) -> ResultRow:
    """One question of a finished quiz."""
    given = answer_in(seat, quiz, item)
    return ResultRow(
        number=number,
        prompt=questions.label(item),
        outcome=given.verdict.outcome,
        said=_said(item, given),
        score=given.score,
        harm=given.verdict.harm,
        flagged=False,
    )


def _said(item: Item, given: Answered) -> str:
    if has_score(given):
        return given.verdict.outcome.value
    return "completed" if grading.answered(item, given.response) else "not completed"


def _score_row(
    seat: Seat, score: ObjectiveScore, before: QuizRecord | None, marks: PassMarks | None
) -> ScoreRow:
    asked = before.objectives if before else ()
    was = next((one for one in asked if one.objective == score.objective), None)
    return ScoreRow(
        objective=seat.objective_text(score.objective),
        earned=score.earned,
        possible=score.possible,
        percent=draw.percent_of(score.earned, score.possible),
        reached=draw.reached(score, marks.objective) if marks else None,
        note=f"before: {percent(draw.percent_of(was.earned, was.possible))}" if was else "",
    )


def _compared(quiz: QuizRecord, before: QuizRecord | None) -> tuple[str, ...]:
    """What was known before the module, beside what is known now."""
    if before is None:
        return ()
    return (f"Before the module: {percent(before.percent)}. Now: {percent(quiz.percent)}.",)


def _message(seat: Seat, quiz: QuizRecord, rows: tuple[ScoreRow, ...]) -> str:
    marks = marks_of(seat.course.head, quiz)
    if quiz.passed is None and not rows:
        return "Nothing in this round has a score. Practice is not graded."
    if quiz.passed is None:
        return f"{percent(quiz.percent)} of the points in this round. Practice is not graded."
    rule = f"The pass mark is {pass_rule(marks)}."
    if quiz.passed:
        return f"Passed with {percent(quiz.percent)}. {rule}"
    low = sum(1 for row in rows if row.reached is False)
    if quiz.percent >= marks.overall and low:
        noun = "one objective is" if low == 1 else f"{low} objectives are"
        return f"Not passed: {percent(quiz.percent)} overall, but {noun} below the mark. {rule}"
    return f"Not passed yet: {percent(quiz.percent)}. {rule}"


def _weak(rows: tuple[ScoreRow, ...]) -> tuple[str, ...]:
    weak = sorted((row for row in rows if row.percent < 80), key=lambda row: row.percent)
    return tuple(f"Study again: {row.objective} ({percent(row.percent)})" for row in weak[:3])


def _earlier(seat: Seat, quiz: QuizRecord) -> tuple[str, ...]:
    others = [
        q
        for q in seat.record.quizzes
        if q.behaviour is quiz.behaviour and q.attempt != quiz.attempt
    ]
    return tuple(
        f"{q.finished_at:%Y-%m-%d %H:%M} UTC  {percent(q.percent)}"
        + {True: "  passed", False: "  not passed", None: ""}[q.passed]
        for q in reversed(others[-5:])
    )
