"""The home screen and the module screen, as data."""

from tutor.content.library import Library
from tutor.errors import ContentError
from tutor.model.course import Lesson, ModuleHead
from tutor.model.library import Course
from tutor.model.progress import Place
from tutor.store.learner import Learner
from tutor.study.frames import (
    ContinueCard,
    CourseRow,
    HomeFrame,
    ModuleFrame,
    ModuleRow,
    ObjectiveRow,
    PartRow,
)
from tutor.study.lesson import page_ref
from tutor.study.parts import done_share, pages_read, parts
from tutor.study.scenario.analyses import Analyses
from tutor.study.seat import Seat
from tutor.study.world import World


class Overviews:
    """Makes both overview frames for one learner over one library."""

    def __init__(
        self, library: Library, learner: Learner, world: World, notices: tuple[str, ...] = ()
    ) -> None:
        self._library = library
        self._learner = learner
        self._world = world
        self._own_notices = notices
        self._analyses = Analyses()

    def seat(self, ref: str) -> Seat:
        """The learner in front of a module. Raises ContentError if it is not there."""
        module = self._library.module(ref)
        course = self._library.course(ref.split("/", 1)[0])
        return Seat(course, module, self._learner, self._world, self._analyses)

    def home(self) -> HomeFrame:
        """All courses and modules, and where to go on."""
        return HomeFrame(
            learner=self._learner.name,
            courses=tuple(self._course_row(course) for course in self._library.courses),
            resume=self.resume(),
            notices=(*self._notices, *self._skipped()),
            read_only=self._learner.read_only,
        )

    def module(self, ref: str) -> ModuleFrame:
        """One module with its parts."""
        seat = self.seat(ref)
        head = seat.module.head
        return ModuleFrame(
            ref=ref,
            course_title=seat.course.head.title,
            title=head.title,
            summary=head.summary,
            minutes=head.minutes,
            objectives=tuple(ObjectiveRow(o.id, o.text) for o in head.objectives),
            parts=parts(seat),
            content_note=head.content_note or "",
            banner=seat.course.head.banner or "",
            notices=self._notices,
        )

    @property
    def _notices(self) -> tuple[str, ...]:
        return (*self._own_notices, *self._learner.notices)

    # Courses

    def _course_row(self, course: Course) -> CourseRow:
        head = course.head
        return CourseRow(
            id=head.id,
            title=head.title,
            summary=head.summary,
            version=head.version,
            banner=head.banner or "",
            modules=tuple(
                self._module_row(f"{head.id}/{module_id}", course.modules[module_id])
                for module_id in head.modules
                if module_id in course.modules
            ),
            skipped=course.skipped,
        )

    def _module_row(self, ref: str, head: ModuleHead) -> ModuleRow:
        progress = self._learner.progress
        touched = ref in progress.modules
        seat = self.seat(ref) if touched else None
        return ModuleRow(
            ref=ref,
            title=head.title,
            summary=head.summary,
            topic=head.topic.value,
            minutes=head.minutes,
            state=_module_state(seat) if seat else "not started",
            done=done_share(seat) if seat else 0.0,
            last=progress.last is not None and progress.last.module == ref,
            passed=bool(seat and any(q.passed for q in seat.record.quizzes)),
        )

    def _skipped(self) -> tuple[str, ...]:
        count = sum(course.skipped for course in self._library.courses)
        if not count:
            return ()
        noun = "part of a course was" if count == 1 else "parts of the courses were"
        return (f"{count} {noun} left out because of mistakes; `tutor check` says which.",)

    # Where to go on

    def resume(self) -> ContinueCard | None:
        """What home goes on with, None when there is nothing."""
        place = self._learner.progress.last
        if place is None:
            return None
        try:
            seat = self.seat(place.module)
        except ContentError:
            return None
        return _open_place(seat, place) or _next_part(seat)


def _open_place(seat: Seat, place: Place) -> ContinueCard | None:
    """The card for a place that is not finished, else None."""
    if place.part == "page":
        return _page_card(seat, place)
    row = next((row for row in parts(seat) if row.open and _is_at(seat, row, place)), None)
    return _part_card(seat, row) if row else None


def _is_at(seat: Seat, row: PartRow, place: Place) -> bool:
    if place.part == "scenario":
        run = seat.record.runs.get(place.ref)
        return row.part == "scenario" and run is not None and run.start.scenario == row.ref
    return row.part == place.part


def _page_card(seat: Seat, place: Place) -> ContinueCard | None:
    for lesson in seat.module.lessons:
        for number, page in enumerate(lesson.pages, start=1):
            if page_ref(lesson, page) != place.ref:
                continue
            if number == len(lesson.pages) and _all_read(seat, lesson):
                return None
            detail = f"{seat.module.head.title} - {lesson.head.title}, page {number} of "
            return ContinueCard(
                seat.module.ref, "page", place.ref, page.title, f"{detail}{len(lesson.pages)}"
            )
    return None


def _all_read(seat: Seat, lesson: Lesson) -> bool:
    asked = all(
        seat.record.answered(seat.item_ref(q))
        for page in lesson.pages
        for q in page.ask
        if q in seat.module.items
    )
    return asked and all(page_ref(lesson, page) in seat.record.pages for page in lesson.pages)


def _next_part(seat: Seat) -> ContinueCard | None:
    row = next((row for row in parts(seat) if row.next), None)
    return _part_card(seat, row) if row else None


def _part_card(seat: Seat, row: PartRow) -> ContinueCard:
    detail = f"{seat.module.head.title} - {row.state}, about {row.minutes} min"
    return ContinueCard(seat.module.ref, row.part, row.ref, row.title, detail)


# Words for how it stands


def _module_state(seat: Seat) -> str:
    exam = next((row for row in parts(seat) if row.part == "exam"), None)
    if exam is not None and exam.state != "not started":
        return exam.state if exam.done else f"quiz: {exam.state}"
    read, total = pages_read(seat), seat.module.page_count
    return "pages read" if read == total else f"{read} of {total} pages"
