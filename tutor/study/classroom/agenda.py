"""The agenda of a session, made from a module: minutes per step, and how much is interaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from tutor.engine import read_time
from tutor.engine.classroom.exercise import playing_minutes
from tutor.errors import ContentError
from tutor.model.classroom.exercise import Exercise, HotWashPlan
from tutor.model.classroom.plan import SessionHead, Step, StepKind
from tutor.model.course import Lesson, Page
from tutor.study.classroom.pins import BALLOTS, pinned_all
from tutor.study.material import Material
from tutor.study.world import World

QUESTION_MINUTES = 6.0
"""Think 1.5, vote 0.5, discuss 2, vote again 0.5, explain 1.5 (Crouch & Mazur 2001: 13-15 minutes
for two questions with a short lecture between)."""

WORDS_MINUTES = 4.0
"""A question answered in words: tables write, one reads out."""

DISCUSS_MINUTES = 4.0
"""What the discussion prompt of a page takes."""

SCENARIO_FACTOR = 2.0
"""A class takes this many times as long as one reader: vote, talk, count, the review together."""

TEST_MINUTES = 3.0
"""Per question of a team test: one alone, two as a team with the scratch card."""

BREAK_MINUTES, BLOCK_MINUTES = 10.0, 45.0
"""UN instructors plan blocks of 45 minutes, half presentation and half interaction."""

HOT_WASH_MINUTES = 9.0
"""Three rounds of three minutes."""

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a module a session takes up. `lessons` empty: all of them.

    `test`: questions of a team test at the end, 0 for none. `breaks`: one after each block.
    """

    lessons: tuple[str, ...] = ()
    questions: bool = True
    scenarios: bool = True
    test: int = 0
    breaks: bool = True
    hot_wash: bool = True


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One step. `start`: minutes from the beginning. `talk` and `work` add up to its minutes,
    both 0 for a break."""

    step: Step
    start: float
    talk: float
    work: float


@dataclass(frozen=True, slots=True)
class Plan:
    """An agenda with its times, in minutes."""

    rows: tuple[PlanRow, ...]

    @property
    def minutes(self) -> float:
        """From the first step to the end of the last."""
        return sum(row.step.minutes for row in self.rows)

    @property
    def interaction(self) -> float:
        """The share of the time, breaks aside, in which the room works; 1 for an empty plan."""
        work, talk = sum(row.work for row in self.rows), sum(row.talk for row in self.rows)
        return work / (work + talk) if work + talk else 1.0

    @property
    def warning(self) -> str:
        """A sentence when less than half is interaction, else ""."""
        if self.interaction >= HALF:
            return ""
        return (
            f"Only {int(100 * self.interaction)} % of the time is interaction; plan at least half. "
            "Take fewer pages or more questions."
        )


def plan(agenda: tuple[Step, ...], material: Material) -> Plan:
    """The times of an agenda."""
    rows, start = [], 0.0
    for step in agenda:
        work = _work(step, material)
        talk = 0.0 if step.kind is StepKind.BREAK else step.minutes - work
        rows.append(PlanRow(step, start, talk, work))
        start += step.minutes
    return Plan(tuple(rows))


def agenda(material: Material, wanted: Selection | None = None) -> tuple[Step, ...]:
    """Pages with their questions in order, scenarios, a team test, the hot wash.

    Raises ContentError for a lesson that the module does not have.
    """
    wanted = wanted or Selection()
    steps = [*_lessons(material, wanted)]
    if wanted.scenarios:
        steps += [_scenario(material, name) for name in material.module.scenarios]
    if wanted.test:
        steps.append(_test(material, wanted.test))
    steps = [step for step in steps if step.title]
    if wanted.breaks:
        steps = list(_with_breaks(steps))
    if wanted.hot_wash:
        steps.append(Step(kind=StepKind.HOT_WASH, title="Hot wash", minutes=HOT_WASH_MINUTES))
    return tuple(steps)


def exercise_agenda(exercise: Exercise) -> tuple[Step, ...]:
    """A class that plays one exercise: briefing and play, then the hot wash."""
    wash = exercise.hot_wash or HotWashPlan()
    play = playing_minutes(exercise.minutes, wash)
    return (
        Step(kind=StepKind.EXERCISE, ref=exercise.id, title=exercise.title, minutes=play),
        Step(kind=StepKind.HOT_WASH, title="Hot wash", minutes=wash.minutes),
    )


def head(
    material: Material,
    steps: tuple[Step, ...],
    world: World,
    exercise: Exercise | None = None,
) -> SessionHead:
    """The head of a session with this agenda: the course pinned by its fingerprints.

    Every question of the module is pinned, so that any of them can be asked out of turn.
    """
    prints = material.module.fingerprints
    pages = {f"page:{s.ref}" for s in steps if s.kind is StepKind.SLIDE}
    scenarios = {s.ref for s in steps if s.kind is StepKind.SCENARIO}
    nodes = {key for key in prints if key.split(":")[0] in ("scenario", "node")}
    used = pages | {key for key in nodes if key.split(":")[1] in scenarios}
    return SessionHead(
        session="",
        module=material.module.ref,
        title=exercise.title if exercise else material.module.head.title,
        course_version=material.course.head.version,
        agenda=steps,
        questions=pinned_all(material, material.module.items, world),
        fingerprints={key: prints[key] for key in sorted(used) if key in prints},
        exercise=exercise,
    )


def changed(material: Material, pinned: SessionHead) -> tuple[str, ...]:
    """What the session uses and the course has changed since, by title, as it is named there."""
    prints = material.module.fingerprints
    used = {s.ref for s in pinned.agenda} | {i for s in pinned.agenda for i in s.items}
    if pinned.exercise is not None:
        used |= {inject.ask or "" for inject in pinned.exercise.injects.values()}
    questions = [
        one.title
        for one in pinned.questions.values()
        if one.item in used and prints.get(one.item) != one.fingerprint
    ]
    others = [key for key, known in pinned.fingerprints.items() if prints.get(key) != known]
    return (*questions, *(key.replace(":", " ", 1) for key in others if key[:4] != "node"))


def page_of(material: Material, ref: str) -> Page | None:
    """The page `lesson/page`, None where the course has lost it."""
    lesson_id, _, page_id = ref.partition("/")
    pages = (p for one in material.module.lessons if one.id == lesson_id for p in one.pages)
    return next((page for page in pages if page.id == page_id), None)


def _lessons(material: Material, wanted: Selection) -> Iterator[Step]:
    known = {lesson.id: lesson for lesson in material.module.lessons}
    for name in wanted.lessons or known:
        if name not in known:
            named = ", ".join(known)
            raise ContentError(f"The module has no lesson {name}.", f"It has: {named}.")
        yield from _pages(material, known[name], wanted.questions)


def _pages(material: Material, lesson: Lesson, questions: bool) -> Iterator[Step]:
    for page in lesson.pages:
        yield Step(
            kind=StepKind.SLIDE,
            ref=f"{lesson.id}/{page.id}",
            title=page.title,
            minutes=_page_minutes(page) + (DISCUSS_MINUTES if page.discuss else 0),
        )
        for name in page.ask if questions else ():
            item = material.module.items[name]
            counted = item.kind in BALLOTS
            yield Step(
                kind=StepKind.QUESTION,
                ref=name,
                title=f"Question after: {page.title}",
                minutes=QUESTION_MINUTES if counted else WORDS_MINUTES,
            )


def _page_minutes(page: Page) -> float:
    """To present a page takes about as long as to read it; at least a minute."""
    return float(max(1, ceil(read_time.reading_seconds(page.text) / 60)))


def _scenario(material: Material, name: str) -> Step:
    scenario = material.module.scenarios[name]
    minutes = ceil(SCENARIO_FACTOR * read_time.scenario_minutes(scenario))
    return Step(kind=StepKind.SCENARIO, ref=name, title=scenario.head.title, minutes=float(minutes))


def _test(material: Material, count: int) -> Step:
    """Single-answer questions that no page asks, as many as wanted, in turn by objective."""
    asked = {name for one in material.module.lessons for page in one.pages for name in page.ask}
    usable = [
        item
        for item in material.module.items.values()
        if item.kind == "single" and item.sensitivity is None and item.id not in asked
    ]
    turns: dict[str, int] = {}
    ranked = []
    for item in usable:
        turns[item.objective] = turns.get(item.objective, 0) + 1
        ranked.append((turns[item.objective], item.id))
    chosen = tuple(name for _, name in sorted(ranked, key=lambda pair: pair[0])[:count])
    return Step(
        kind=StepKind.TEST,
        title="Team test" if chosen else "",
        minutes=TEST_MINUTES * len(chosen),
        items=chosen,
    )


def _with_breaks(steps: list[Step]) -> Iterator[Step]:
    """A break before the step that would go beyond a block, never first and never last."""
    spent = 0.0
    for step in steps:
        if spent and spent + step.minutes > BLOCK_MINUTES:
            yield Step(kind=StepKind.BREAK, title="Break", minutes=BREAK_MINUTES)
            spent = 0.0
        yield step
        spent += step.minutes


def _work(step: Step, material: Material) -> float:
    """The minutes of a step in which the room works."""
    if step.kind is StepKind.BREAK:
        return 0.0
    if step.kind is not StepKind.SLIDE:
        return step.minutes
    page = page_of(material, step.ref)
    return min(DISCUSS_MINUTES, step.minutes) if page is not None and page.discuss else 0.0
