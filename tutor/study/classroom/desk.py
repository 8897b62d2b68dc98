"""The instructor's desk: opens, resumes, lists, reports and erases class sessions.

It has no learner: teaching a class leaves no trace in anybody's own record.
"""

from collections.abc import Sequence
from pathlib import Path

from tutor.content.library import Library
from tutor.content.suggest import did_you_mean
from tutor.engine.analysis import Analysis
from tutor.errors import ContentError, StoreError
from tutor.model.classroom.exercise import Exercise
from tutor.model.classroom.plan import Privacy, SessionHead, Step
from tutor.model.library import Fingerprint
from tutor.model.scenario import Scenario
from tutor.store.classroom import (
    ClassCard,
    class_states,
    erase_class,
    erase_names,
    find_class,
    list_classes,
    new_class,
    open_class,
    read_class,
    read_names,
)
from tutor.study.classroom import papers
from tutor.study.classroom.agenda import Plan, Selection, agenda, exercise_agenda, head, plan
from tutor.study.classroom.guide import guide
from tutor.study.classroom.report import ClassReport, class_report
from tutor.study.classroom.review import class_review
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.statistics import PooledItem, pooled
from tutor.study.classroom.wall import Analyse
from tutor.study.frames.class_papers import Guide, LetterCards, MessageCards, TallySheets
from tutor.study.frames.class_review import ClassReview
from tutor.study.material import Material
from tutor.study.scenario.analyses import Analyses
from tutor.study.world import World, real_world


class ClassDesk:
    """All class sessions of this computer over one library.

    Raises ContentError for a module that is not there and StoreError for a session that is not,
    or that another window runs; both with a sentence.
    """

    def __init__(self, library: Library, home: Path, world: World) -> None:
        self._library = library
        self._home = home
        self._world = world
        self._analyses = Analyses()

    def material(self, module: str) -> Material:
        """A module with its course."""
        course, _, _ = module.partition("/")
        return Material(self._library.course(course), self._library.module(module))

    def taught(self, ref: str) -> tuple[Material, Exercise | None]:
        """What `course/module` or `course/module/exercise` names."""
        module, name = split_ref(ref)
        material = self.material(module)
        exercises = material.module.exercises
        if name and name not in exercises:
            hint = did_you_mean(name, exercises)
            some = f"It has: {', '.join(exercises)}." if exercises else "It has none."
            raise ContentError(f"The module {module} has no exercise {name}.", hint or some)
        return material, exercises.get(name)

    def exercises(self, ref: str) -> tuple[str, ...]:
        """The exercises of a module, as a command names them; none for an exercise itself."""
        material, exercise = self.taught(ref)
        names = () if exercise else tuple(material.module.exercises)
        return tuple(f"{material.module.ref}/{name}" for name in names)

    def plan(self, ref: str, wanted: Selection | None = None) -> Plan:
        """The agenda of a session over this module or exercise, with its times."""
        material, exercise = self.taught(ref)
        steps = exercise_agenda(exercise) if exercise else agenda(material, wanted)
        return plan(steps, material)

    def guide(self, ref: str, wanted: Selection | None = None) -> Guide:
        """The facilitator's guide to a session over this module or exercise."""
        material, exercise = self.taught(ref)
        return guide(material, self.plan(ref, wanted), exercise, self._world)

    def hand_outs(
        self, ref: str, wanted: Selection | None = None
    ) -> tuple[LetterCards, TallySheets, MessageCards | None]:
        """What the room holds: cards, sheets to count on, the messages of an exercise."""
        material, exercise = self.taught(ref)
        steps = tuple(row.step for row in self.plan(ref, wanted).rows)
        return (
            papers.letter_cards(material, steps, exercise, self._world),
            papers.tally_sheets(material, steps, exercise, self._world),
            papers.message_cards(material, exercise) if exercise else None,
        )

    def open_class(
        self,
        ref: str,
        steps: Sequence[Step] = (),
        *,
        wanted: Selection | None = None,
        privacy: Privacy = Privacy.AGGREGATE,
        rehearsal: bool = False,
    ) -> ClassSession:
        """Begin a session over a module or an exercise: with these steps, or with the agenda
        that the selection gives."""
        material, exercise = self.taught(ref)
        ready = exercise_agenda(exercise) if exercise else ()
        chosen = tuple(steps) or ready or agenda(material, wanted)
        made: SessionHead = head(material, chosen, self._world, exercise)
        made = made.model_copy(update={"privacy": privacy, "rehearsal": rehearsal})
        record = new_class(self._home, made, clock=self._world.clock)
        return ClassSession(record, material, self._world, self._analyses)

    def resume(self, name: str) -> ClassSession:
        """Go on with a session where it was left, after a crash as well."""
        card = find_class(self._home, name)
        if card.problem:
            raise StoreError(f"The class session {name} cannot be resumed. {card.problem}")
        material = self.material(card.module)
        record = open_class(self._home, name, clock=self._world.clock)
        return ClassSession(record, material, self._world, self._analyses)

    def classes(self) -> tuple[ClassCard, ...]:
        """All sessions, the newest first."""
        return list_classes(self._home)

    def left_open(self, module: str = "") -> str:
        """The session that was left last without an end, of this module if one is named; "" where
        there is none. A rehearsal is never gone on with."""
        for card in self.classes():
            left = not (card.problem or card.ended or card.rehearsal)
            if left and module in ("", card.module):
                return card.name
        return ""

    def report(self, name: str) -> ClassReport:
        """The report of a session, from its journal alone; the texts are those of the course."""
        card = find_class(self._home, name)
        if card.problem:
            raise StoreError(f"The class session {name} has no report. {card.problem}")
        events = read_class(card.folder)
        material, names = self.material(card.module), read_names(card.folder)
        return class_report(card.name, events, material, self.statistics(), names)

    def review(self, name: str) -> ClassReview:
        """The after-action review of a session, from its journal and the course.

        Raises StoreError where neither an exercise nor a scenario was played.
        """
        card = find_class(self._home, name)
        if card.problem:
            raise StoreError(f"The class session {name} has no review. {card.problem}")
        material = self.material(card.module)
        return class_review(card.name, read_class(card.folder), material, self._analysis(material))

    def _analysis(self, material: Material) -> Analyse:
        def analyse(scenario: Scenario) -> Analysis:
            lost = Fingerprint(meaning="", wording="")
            key = f"scenario:{scenario.id}"
            meaning = material.module.fingerprints.get(key, lost).meaning
            dice = self._world.dice(f"{meaning}:analysis")
            return self._analyses.of(scenario, f"{material.module.ref}:{meaning}", dice)

        return analyse

    def statistics(self) -> dict[tuple[str, str], PooledItem]:
        """Item statistics over all sessions, by item ref and content hash."""
        return pooled(class_states(self._home))

    def erase_names(self, name: str) -> int:
        """Remove the names of a session's roster, and keep the rest; how many there were."""
        return erase_names(self._home, name)

    def erase(self, name: str) -> ClassCard:
        """Remove a session for good."""
        return erase_class(self._home, name)


def split_ref(ref: str) -> tuple[str, str]:
    """`course/module/exercise` as module and exercise; "" for no exercise."""
    course, _, rest = ref.strip("/").partition("/")
    module, _, exercise = rest.partition("/")
    return f"{course}/{module}", exercise


def open_class_desk(
    home: Path, course_roots: Sequence[Path], world: World | None = None
) -> ClassDesk:
    """The desk over these courses, with sessions below `home`."""
    return ClassDesk(Library.open(course_roots), home, world or real_world())
