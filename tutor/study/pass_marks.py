"""Which marks a quiz has to reach: those of the day on which it was handed in."""

from tutor.model.course import CourseHead
from tutor.model.progress import QuizRecord
from tutor.model.record import PassMarks


def marks_now(head: CourseHead) -> PassMarks:
    """The marks of a course as it is."""
    return PassMarks(overall=head.pass_mark, objective=head.objective_mark)


def marks_of(head: CourseHead, quiz: QuizRecord) -> PassMarks:
    """The marks that held for a quiz; those of now when the journal does not say."""
    return quiz.marks or marks_now(head)


def pass_rule(marks: PassMarks) -> str:
    """The marks in words."""
    return f"{marks.overall} % overall and {marks.objective} % on every objective"
