"""The desk: the one object a front end receives, and asks for everything it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tutor.content.library import Library
from tutor.errors import ContentError, ProfileBusy
from tutor.model.settings import Settings
from tutor.store.learner import Learner, open_learner
from tutor.study import lookup, review_queue
from tutor.study.frames import ContinueCard, HomeFrame, ModuleFrame, Saving, SourceCard, TermCard
from tutor.study.lesson import LessonSession
from tutor.study.notebook import Notebook
from tutor.study.overview import Overviews
from tutor.study.parts import following
from tutor.study.quiz.exam import ExamSession
from tutor.study.quiz.practice import PracticeSession
from tutor.study.quiz.pretest import PretestSession
from tutor.study.quiz.spaced import Daily, ReviewSession
from tutor.study.records import Records
from tutor.study.report import Report
from tutor.study.scenario.session import ScenarioSession
from tutor.study.search import Search
from tutor.study.seat import Seat
from tutor.study.session import Session
from tutor.study.world import World, real_world


@dataclass(frozen=True, slots=True)
class Part:
    """What to open: a part of a module. `ref`: lesson, lesson/page, scenario or run id.

    Today's review is of all modules: `Part(ALL_MODULES, "review")`.
    """

    module: str
    part: str
    ref: str = ""


class Desk:
    """One learner at work over one library.

    Every verb may raise ContentError (something asked for is not there) with a sentence to show.
    Nothing here blocks on the network. What is acknowledged is in the journal first. `report` tells
    how the learner stands, `notebook` keeps notes, bookmarks and reports, `search` finds texts,
    `records` is what may be taken along on paper.
    """

    def __init__(
        self, library: Library, learner: Learner, world: World, notices: tuple[str, ...] = ()
    ) -> None:
        self._library = library
        self._learner = learner
        self._world = world
        self._overviews = Overviews(library, learner, world, notices)
        self.report = Report(library, learner, world, self._overviews)
        self.notebook = Notebook(library, learner, world)
        self.search = Search(library, lambda: learner.progress)
        self.records = Records(learner, world, self._overviews, self.notebook)

    @property
    def saving(self) -> Saving:
        """Whether what was acknowledged is on the disk."""
        saving = self._learner.saving
        return Saving(not saving.waiting, saving.problem, saving.waiting)

    @property
    def settings(self) -> Settings:
        """What the learner chose."""
        return self._learner.profile.settings

    @property
    def today(self) -> date:
        """The day it is, in UTC."""
        return self._world.clock().date()

    def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on. Raises StoreError when they could not be written."""
        self._learner.change_settings(settings)

    def home(self) -> HomeFrame:
        """The first screen."""
        return self._overviews.home()

    def module(self, ref: str) -> ModuleFrame:
        """One module."""
        return self._overviews.module(ref)

    def open(self, what: Part) -> Session:
        """A session over a part: a new one, or the one that was left open."""
        if what.part == "review":
            return self._review()
        seat = self._overviews.seat(what.module)
        match what.part:
            case "lesson" | "page":
                return _lesson(seat, what.ref)
            case "pretest":
                return PretestSession(seat)
            case "practice":
                return PracticeSession(seat, following(seat, "practice", ""))
            case "exam":
                return ExamSession(seat, following(seat, "exam", ""))
            case "scenario":
                return _scenario(seat, what.ref)
            case lookup.PAGE | lookup.QUESTION:
                return lookup.looked_up(seat, what.part, what.ref)
        raise ContentError(f"There is no part called {what.part!r} in a module.")

    def _review(self) -> Session:
        library, learner, clock = self._library, self._learner, self._world.clock
        daily = Daily(
            queue=lambda: review_queue.today(library, learner, clock()),
            outlook=self.report.review,
            seat=self._overviews.seat,
        )
        return ReviewSession(daily, learner, self._world)

    def resume(self, card: ContinueCard) -> Session:
        """The session that the card of the home screen names."""
        return self.open(Part(card.module, card.part, card.ref))

    def source(self, module: str, source_id: str) -> SourceCard | None:
        """A source of the module's course."""
        return self._overviews.seat(module).card(source_id)

    def term(self, module: str, term_id: str) -> TermCard | None:
        """A glossary entry of the module's course."""
        return self._overviews.seat(module).term(term_id)

    def close(self) -> None:
        """Write what is waiting and give the profile free."""
        self._learner.close()


def _lesson(seat: Seat, ref: str) -> Session:
    lesson_id, _, page_id = ref.partition("/")
    for lesson in seat.module.lessons:
        if lesson.id == lesson_id and lesson.pages:
            return LessonSession(seat, lesson, following(seat, "lesson", lesson_id), page_id)
    raise ContentError(
        f"The lesson {lesson_id} is not in {seat.module.ref}.",
        "The course was changed or the lesson has an error; `tutor check` tells.",
    )


def _scenario(seat: Seat, ref: str) -> Session:
    run = seat.record.runs.get(ref)
    scenario_id = run.start.scenario if run else ref
    scenario = seat.module.scenarios.get(scenario_id)
    if scenario is None:
        raise ContentError(
            f"The scenario {scenario_id} is not in {seat.module.ref}.",
            "The course was changed or the scenario has an error; `tutor check` tells.",
        )
    after = following(seat, "scenario", scenario_id)
    return ScenarioSession(seat, scenario, after, ref if run else "")


def open_desk(
    home: Path,
    course_roots: Sequence[Path],
    profile: str | None,
    world: World | None = None,
    *,
    reading: bool = False,
) -> Desk:
    """Open the library and the learner's profile; a profile that is in use, for reading only.

    `reading` asks for that from the start. Raises StoreError with a sentence.
    """
    world = world or real_world()
    library = Library.open(course_roots)
    renames = library.renames()
    try:
        learner = open_learner(home, profile, clock=world.clock, read_only=reading, renames=renames)
    except ProfileBusy as busy:
        learner = open_learner(home, profile, clock=world.clock, read_only=True, renames=renames)
        return Desk(library, learner, world, notices=(_in_use(busy),))
    return Desk(library, learner, world)


def _in_use(busy: ProfileBusy) -> str:
    return f"{busy} This window only reads: what you do here is not saved. {busy.hint}".strip()
