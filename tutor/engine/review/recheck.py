"""What was wrong with full confidence: asked again in the same session and at 1, 7 and 21 days.

A wrong answer begins the series anew. A right one ticks every check whose day has come, so that
whoever comes back late has one answer to give, not three. Asking again in the same session is the
session's business; that answer is a second try and ticks nothing.
"""

from datetime import date, datetime, timedelta

from tutor.engine.review.grade import SURE, is_wrong
from tutor.engine.spacing import utc_day
from tutor.model.record import Answered
from tutor.model.review import Recheck

CHECKS = (1, 7, 21)
"""Days after the wrong answer."""


def is_confidently_wrong(what: Answered) -> bool:
    """Whether an answer was wrong and the learner sure of it."""
    return what.confidence == SURE and is_wrong(what)


def after(recheck: Recheck | None, what: Answered, at: datetime) -> Recheck | None:
    """The series after a first try; None when there is none or it is over."""
    if is_wrong(what):
        again = recheck is not None or is_confidently_wrong(what)
        return Recheck(since=at) if again else None
    if recheck is None or what.verdict.fraction < 1 or what.hints:
        return recheck
    return put_right(recheck, at)


def put_right(recheck: Recheck, at: datetime) -> Recheck | None:
    """The series after a right answer; None when it is over."""
    passed = (utc_day(at) - utc_day(recheck.since)).days
    done = max(recheck.done, sum(days <= passed for days in CHECKS))
    return None if done >= len(CHECKS) else recheck.model_copy(update={"done": done})


def due_on(recheck: Recheck) -> date:
    """The day of the next check."""
    return utc_day(recheck.since) + timedelta(days=CHECKS[recheck.done])
