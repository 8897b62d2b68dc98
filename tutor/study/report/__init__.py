"""How a learner stands: frozen frames for any front end, made from the record and the courses.

Making them reads every module in which something was done and plays the review a month forward:
tens of milliseconds for a few hundred questions. A screen asks in a thread.
"""

from datetime import date, datetime

from tutor.content.library import Library
from tutor.engine.calibration import calibration
from tutor.engine.review.catch_up import returned_on
from tutor.engine.review.queue import Spent
from tutor.engine.spacing import utc_day
from tutor.model.progress import Progress
from tutor.store.learner import Learner
from tutor.study import review_queue
from tutor.study.frames import (
    CalibrationRow,
    ForecastFrame,
    MasteryFrame,
    ProgressFrame,
    ReviewFrame,
    TroubleFrame,
)
from tutor.study.overview import Overviews
from tutor.study.report import history, outlook, trouble
from tutor.study.report.mastery import heat_map, module_mastery
from tutor.study.report.next_step import next_step
from tutor.study.review_queue import Studied
from tutor.study.world import World


class Report:
    """Makes the frames of one learner over one library."""

    def __init__(
        self, library: Library, learner: Learner, world: World, overviews: Overviews
    ) -> None:
        self._library = library
        self._learner = learner
        self._world = world
        self._overviews = overviews

    def progress(self) -> ProgressFrame:
        """Everything at once."""
        at, studied, progress = self._world.clock(), self._studied(), self._learner.progress
        today = utc_day(at)
        ahead = self._outlook(studied, at)
        modules = heat_map(self._library.courses, studied, at, progress.fit)
        review = outlook.review_frame(ahead.queue, ahead.days)
        courses = {course.head.id: course for course in self._library.courses}
        return ProgressFrame(
            learner=self._learner.name,
            at=at,
            minutes=progress.seconds / 60,
            next=next_step(progress.last, self._overviews.resume(), review, modules, studied),
            review=review,
            modules=modules,
            days=history.activity(progress.days, today),
            accuracy=history.accuracy(progress.days),
            calibration=_calibration(progress),
            ahead=ahead.ahead,
            forecast=outlook.forecast(ahead, studied, None),
            exams=history.exams(courses, studied),
            compared=history.compared(studied),
            sure=trouble.confidently_wrong(studied, today),
            misconceptions=trouble.misconceptions(progress.misconceptions, studied),
            notices=self._learner.notices,
            read_only=self._learner.read_only,
        )

    def module(self, ref: str) -> MasteryFrame:
        """The objectives of one module. Raises ContentError if it is not there."""
        module, course = self._library.module(ref), self._library.course(ref.partition("/")[0])
        progress, at = self._learner.progress, self._world.clock()
        found = Studied(module, progress.module(ref))
        return module_mastery(course, ref, module.head, found, at, progress.fit)

    def to_put_right(self, ref: str = "") -> TroubleFrame:
        """What was sure and wrong, and misconceptions still held; of one module if it is named."""
        studied = self._studied()
        sure = trouble.confidently_wrong(studied, utc_day(self._world.clock()))
        held = trouble.misconceptions(self._learner.progress.misconceptions, studied)
        lead = f"{ref}/" if ref else ""
        return TroubleFrame(
            sure=tuple(row for row in sure if row.ref.startswith(lead)),
            misconceptions=tuple(
                row for row in held if not ref or any(s.ref.startswith(lead) for s in row.shown)
            ),
        )

    def forecast(self, on: date) -> ForecastFrame:
        """What will be remembered on a date from today on."""
        studied = self._studied()
        return outlook.forecast(self._outlook(studied, self._world.clock(), on), studied, on)

    def review(self) -> ReviewFrame:
        """Today's review, without anything else."""
        at, days = self._world.clock(), self._learner.progress.days
        today = utc_day(at)
        return outlook.todays_review(
            review_queue.cards(self._library, self._learner),
            at,
            review_queue.policy(self._learner),
            spent=Spent.on(days.get(today)),
            returned=returned_on(days, today),
        )

    def _studied(self) -> dict[str, Studied]:
        found = review_queue.studied(self._library, self._learner)
        return {one.module.ref: one for one in found}

    def _outlook(
        self, studied: dict[str, Studied], at: datetime, on: date | None = None
    ) -> outlook.Outlook:
        cards = tuple(card for one in studied.values() for card in one.cards)
        policy = review_queue.policy(self._learner)
        days, today = self._learner.progress.days, utc_day(at)
        return outlook.outlook(
            cards,
            at,
            policy,
            fit=self._learner.progress.fit,
            spent=Spent.on(days.get(today)),
            returned=returned_on(days, today),
            on=on,
        )


def _calibration(progress: Progress) -> tuple[CalibrationRow, ...]:
    found = calibration(module.confidence for module in progress.modules.values())
    return tuple(
        CalibrationRow(
            confidence=row.confidence,
            word=row.word,
            low=row.low,
            high=row.high,
            answers=row.answers,
            actual=row.actual,
            marks=row.marks,
            bias=row.bias.value,
            sentence=row.sentence,
        )
        for row in found.rows
    )
