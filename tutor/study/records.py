"""What a learner may take along on paper: reviews, the transcript, certificates."""

from hashlib import sha256
from pathlib import Path

from tutor import __version__
from tutor.engine import draw
from tutor.engine.debrief import quality_percent
from tutor.engine.lineage import whole
from tutor.engine.progress import counting_run
from tutor.engine.refresh import refresh_by
from tutor.engine.spacing import utc_day
from tutor.errors import ContentError, UsageError
from tutor.model.progress import ModuleRecord, QuizRecord
from tutor.model.record import Behaviour, ObjectiveScore, PassMarks
from tutor.model.scenario import Scenario
from tutor.store.atomic import write_whole
from tutor.store.learner import Learner
from tutor.store.places import exports_folder, make_folder
from tutor.study.frames import DebriefFrame, ScoreRow
from tutor.study.frames.paper import (
    AttemptRow,
    Certificate,
    CountingRun,
    Imprint,
    ModuleTranscript,
    ReviewSheet,
    Transcript,
)
from tutor.study.notebook import Notebook
from tutor.study.overview import Overviews
from tutor.study.pass_marks import marks_now, marks_of, pass_rule
from tutor.study.scenario.debrief import debrief_frame
from tutor.study.scenario.runs import complete_runs
from tutor.study.seat import Seat
from tutor.study.texts import day, percent
from tutor.study.world import World

QUIZZES = {Behaviour.EXAM: "Module quiz", Behaviour.PRETEST: "Pre-test"}
"""What is handed in as a whole and belongs in a transcript; practice does not."""


class Records:
    """Changes nothing that was recorded.

    Every verb may raise ContentError or UsageError with a sentence to show.
    """

    def __init__(
        self,
        learner: Learner,
        world: World,
        overviews: Overviews,
        notebook: Notebook,
    ) -> None:
        self._learner = learner
        self._world = world
        self._overviews = overviews
        self._notebook = notebook

    def review(self, ref: str, scenario: str = "", number: int = 0) -> ReviewSheet:
        """The review of a complete run, counted from 1 as the review lists them; 0: the last."""
        seat = self._overviews.seat(ref)
        found = _scenario(seat, scenario)
        runs = complete_runs(seat, found.id)
        if not runs:
            raise UsageError(
                f"Nobody has played {ref}/{found.id} to an end in this profile.",
                f"Play it first (`tutor play {ref}`), or name another profile with --profile.",
            )
        if not 0 <= number <= len(runs):
            count = "is 1 complete run" if len(runs) == 1 else f"are {len(runs)} complete runs"
            raise UsageError(f"There is no run {number} of {ref}/{found.id}.", f"There {count}.")
        number = number or len(runs)
        run = runs[number - 1]
        heading = seat.heading(found.head.title)
        frame = self._notebook.with_lines(ref, debrief_frame(seat, found, run, heading, None))
        assert isinstance(frame, DebriefFrame), "a review with lines is a review"
        return ReviewSheet(
            imprint=self._imprint(seat),
            scenario=found.id,
            number=number,
            runs=len(runs),
            begun=run.started_at,
            ended=run.last_at,
            debrief=frame,
        )

    def transcript(self) -> Transcript:
        """Every module in which a quiz was handed in or a scenario played to its end."""
        progress = self._learner.progress
        found = (self._module(ref, progress.module(ref)) for ref in sorted(progress.modules))
        kept = tuple(one for one in found if one.attempts or one.runs)
        return Transcript(self._imprint(None), kept)

    def certificate(self, ref: str) -> Certificate:
        """That the quiz of a module was passed. Raises UsageError that says what is missing."""
        seat = self._overviews.seat(ref)
        module, head = self._module(ref, seat.record), seat.course.head
        passed, refresh = module.passed, module.refresh_by
        if passed is None or refresh is None:
            rule = pass_rule(marks_now(head))
            raise UsageError(
                f"There is no certificate for {ref} yet: {_missing(module)}",
                f"The pass mark is {rule}.",
            )
        return Certificate(
            imprint=self._imprint(seat),
            module=module,
            passed=passed,
            refresh_by=refresh,
        )

    def review_of(self, ref: str, run: str) -> ReviewSheet:
        """The review of the run with this id."""
        seat = self._overviews.seat(ref)
        scenario = seat.record.runs[run].start.scenario
        numbers = [one.start.run for one in complete_runs(seat, scenario)]
        return self.review(ref, scenario, numbers.index(run) + 1)

    def keep(self, name: str, content: bytes) -> Path:
        """Write a file into the learner's exports, beside what is there already; its path.

        Raises StoreError where it cannot be written.
        """
        folder = exports_folder(self._learner.folder)
        make_folder(folder)
        path, number = folder / name, 2
        while path.exists():
            path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
            number += 1
        write_whole(path, content)
        return path

    def _imprint(self, seat: Seat | None) -> Imprint:
        who, at = self._learner.name, self._world.clock()
        if seat is None:
            return Imprint(who, at, __version__)
        course, head = seat.course.head, seat.module.head
        ref = seat.module.ref
        return Imprint(who, at, __version__, ref, head.title, course.title, course.version)

    def _module(self, ref: str, record: ModuleRecord) -> ModuleTranscript:
        seat = self._seat(ref)
        attempts = tuple(
            _attempt(seat, quiz) for quiz in record.quizzes if quiz.behaviour in QUIZZES
        )
        last = next((row for row in reversed(attempts) if row.passed), None)
        return ModuleTranscript(
            ref=ref,
            title=seat.module.head.title if seat else ref,
            course=seat.course.head.title if seat else ref.partition("/")[0],
            version=seat.course.head.version if seat else "",
            here=seat is not None,
            attempts=attempts,
            runs=_runs(seat, record),
            refresh_by=refresh_by(utc_day(last.at)) if last else None,
        )

    def _seat(self, ref: str) -> Seat | None:
        """The module where it is; a transcript outlives the courses."""
        try:
            return self._overviews.seat(ref)
        except ContentError:
            return None


def _scenario(seat: Seat, wanted: str) -> Scenario:
    found = seat.module.scenarios
    if wanted in found:
        return found[wanted]
    if not wanted and len(found) == 1:
        return next(iter(found.values()))
    names = ", ".join(found) or "none that can be read"
    said = f"no scenario {wanted!r}" if wanted else f"{len(found)} scenarios"
    raise UsageError(f"{seat.module.ref} has {said}.", f"Name one of: {names}.")


def _attempt(seat: Seat | None, quiz: QuizRecord) -> AttemptRow:
    return AttemptRow(
        attempt=quiz.attempt,
        quiz=QUIZZES[quiz.behaviour],
        at=quiz.finished_at,
        percent=quiz.percent,
        passed=quiz.passed,
        course_version=quiz.course_version,
        content=_content(quiz),
        rule=pass_rule(marks) if (marks := _marks(seat, quiz)) else "",
        objectives=tuple(_score(seat, score, quiz) for score in quiz.objectives),
    )


def _score(seat: Seat | None, score: ObjectiveScore, quiz: QuizRecord) -> ScoreRow:
    marks = _marks(seat, quiz)
    return ScoreRow(
        objective=seat.objective_text(score.objective) if seat else score.objective,
        earned=score.earned,
        possible=score.possible,
        percent=draw.percent_of(score.earned, score.possible),
        reached=draw.reached(score, marks.objective) if marks else None,
    )


def _marks(seat: Seat | None, quiz: QuizRecord) -> PassMarks | None:
    """None for a pre-test, and where neither the journal nor a course says."""
    if quiz.passed is None:
        return None
    return marks_of(seat.course.head, quiz) if seat else quiz.marks


def _content(quiz: QuizRecord) -> str:
    """What was asked, as twelve hex digits: the fingerprints of the answered questions."""
    said = sorted(
        f"{ref} {answer.fingerprint.meaning} {answer.fingerprint.wording}"
        for ref, answer in quiz.answers.items()
    )
    return sha256("\n".join(said).encode()).hexdigest()[:12] if said else ""


def _runs(seat: Seat | None, record: ModuleRecord) -> tuple[CountingRun, ...]:
    played = dict.fromkeys(run.start.scenario for run in record.runs.values() if run.ending)
    rows = []
    for name in played:
        run = counting_run(record, name)
        if run is None:
            continue
        known = seat.module.scenarios.get(name) if seat else None
        complete = [r for r in record.runs.values() if r.start.scenario == name and r.ending]
        rows.append(
            CountingRun(
                scenario=name,
                title=known.head.title if known else name,
                at=run.last_at,
                end=run.end,
                percent=quality_percent(whole(record.runs, run)),
                replays=len(complete) - 1,
            )
        )
    return tuple(rows)


def _missing(module: ModuleTranscript) -> str:
    taken = [row for row in module.attempts if row.passed is not None]
    if not taken:
        return "its quiz has not been handed in."
    last = taken[-1]
    said = f"its quiz was not passed. The last attempt, on {day(last.at)}, came to"
    return f"{said} {percent(last.percent)}."
