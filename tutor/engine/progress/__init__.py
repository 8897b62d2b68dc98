"""What a learner has done, worked out from events: a pure fold that any journal can repeat.

    progress = fold(Progress(), ordered(events))

Folding a list at once, in pieces, or one event at a time gives the same value. A module here per
thing that is folded; `draft` holds them while they can still change.

Rules that are not obvious from the events:

- A question counts in `items` when somebody can grade it, and once per quiz; one that nobody can
  grade is `completed` when anything was written. In practice and review it counts at once and a
  second try improves that attempt. In an exam and a pre-test it counts when the quiz is handed in
  or thrown away: answers may change until then, and a record that moved earlier would tell the
  result.
- A question whose meaning changed starts again; what was before stays in the journal.
- What comes twice (a start, a finish) counts once. What belongs to an attempt that is unknown is
  left out, except a result: that is kept even without its questions.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from tutor.engine.progress import marks, quizzes, runs
from tutor.engine.progress.draft import Draft, Sheet
from tutor.engine.progress.order import ordered
from tutor.engine.progress.runs import counting_run
from tutor.model.marks import Bookmarked, Noted, Reported
from tutor.model.progress import Progress
from tutor.model.record import (
    Answered,
    Decided,
    Event,
    PageRead,
    QuizAbandoned,
    QuizExtended,
    QuizFinished,
    QuizMoved,
    QuizStarted,
    RunAbandoned,
    RunFinished,
    RunStarted,
)


def fold(progress: Progress, events: Iterable[Event]) -> Progress:
    """The progress after `events`, taken in the order given; `progress` is left as it was."""
    draft = Draft(progress)
    for event in events:
        draft.events += 1
        what = event.what
        mark = MARKS.get(type(what))
        if mark is not None:
            mark(draft, what, event.at)
        else:
            RULES[type(what)](draft, draft.sheet(what.module), what, event.at)
    return draft.freeze() if draft.events > progress.events else progress


def _page(draft: Draft, sheet: Sheet, what: PageRead, at: datetime) -> None:
    sheet.pages[what.page] = at
    draft.spend(what.seconds, at).pages += 1
    draft.last = (what.module, "page", what.page, at)


RULES: dict[type, Callable[[Draft, Sheet, Any, datetime], None]] = {
    PageRead: _page,
    Answered: quizzes.answered,
    QuizStarted: quizzes.started,
    QuizExtended: quizzes.extended,
    QuizMoved: quizzes.moved,
    QuizFinished: quizzes.finished,
    QuizAbandoned: quizzes.abandoned,
    RunStarted: runs.started,
    Decided: runs.decided,
    RunFinished: runs.finished,
    RunAbandoned: runs.abandoned,
}
"""One rule per kind of happening in a module; a test compares both tables with `Happening`."""

MARKS: dict[type, Callable[[Draft, Any, datetime], None]] = {
    Noted: marks.noted,
    Bookmarked: marks.bookmarked,
    Reported: marks.reported,
}
"""What is written beside a course. It does not touch the record of a module: a bookmark is no
work done there."""

__all__ = ["MARKS", "RULES", "counting_run", "fold", "ordered"]
