"""The facilitator's guide to a class: agenda, notes, prompts, keys and why; for one reader only."""

from tutor.model.classroom.exercise import Exercise, ExerciseInject, HotWashPlan
from tutor.model.classroom.happenings import HotWash
from tutor.model.classroom.plan import SessionHead, StepKind
from tutor.model.scenario import Node, Scenario
from tutor.study.classroom.agenda import Plan, PlanRow, page_of
from tutor.study.classroom.cockpit import when
from tutor.study.classroom.papers import class_dice, events, items, message, notes_of, titled
from tutor.study.classroom.wall import asked as asked_in
from tutor.study.frames.class_papers import (
    Guide,
    GuideChoice,
    GuideEvent,
    GuideExercise,
    GuideNode,
    GuideStep,
)
from tutor.study.handout.questions import asked, keyed
from tutor.study.material import Material
from tutor.study.questions import label
from tutor.study.world import World


def guide(material: Material, plan: Plan, exercise: Exercise | None, world: World) -> Guide:
    """The guide to a class with this agenda."""
    head = material.module.head
    own = tuple(exercise.objectives.values()) if exercise else ()
    return Guide(
        about=titled(material, exercise),
        minutes=plan.minutes,
        interaction=plan.interaction,
        warning=plan.warning,
        notes=(exercise.notes if exercise else head.notes) or "",
        objectives=own or tuple(one.text for one in head.objectives),
        content_note=head.content_note or "",
        steps=tuple(
            _step(material, row, number, exercise, world)
            for number, row in enumerate(plan.rows, start=1)
        ),
        exercise=_exercise(material, exercise) if exercise else None,
        sources=material.cards(material.course.sources),
    )


def _step(
    material: Material, row: PlanRow, number: int, exercise: Exercise | None, world: World
) -> GuideStep:
    step = row.step
    page = page_of(material, step.ref) if step.kind is StepKind.SLIDE else None
    notes, discuss = notes_of(material, step)
    voted = exercise if step.kind is StepKind.EXERCISE else None
    found = items(material, (step,), voted)
    scenario = material.module.scenarios.get(step.ref) if step.kind is StepKind.SCENARIO else None
    return GuideStep(
        number=number,
        start=row.start,
        minutes=step.minutes,
        kind=step.kind.value,
        title=step.title,
        text=page.text if page else (scenario.head.briefing if scenario else ""),
        notes=notes,
        discuss=discuss,
        questions=tuple(
            (
                asked(item, class_dice(material, item, world)),
                keyed(material, item, class_dice(material, item, world)),
            )
            for item in found
        ),
        nodes=_nodes(scenario) if scenario else (),
    )


def _nodes(scenario: Scenario) -> tuple[GuideNode, ...]:
    return tuple(_node(node) for node in scenario.nodes.values())


def _node(node: Node) -> GuideNode:
    return GuideNode(
        id=node.id,
        text=node.text,
        cue=node.cue or "",
        choices=tuple(
            GuideChoice(one.text, one.quality, one.harm, one.why) for one in node.answers.values()
        ),
        end=node.end or "",
        debrief=node.debrief or "",
        notes=node.notes or "",
        discuss=node.discuss or "",
    )


def _exercise(material: Material, exercise: Exercise) -> GuideExercise:
    wash = exercise.hot_wash or HotWashPlan()
    head = SessionHead(
        session="", module="", title="", course_version="", agenda=(), exercise=exercise
    )
    return GuideExercise(
        situation=exercise.situation,
        objectives=tuple(exercise.objectives.items()),
        roles=tuple(exercise.roles.values()),
        events=tuple(_event(material, exercise, one, number) for number, one in events(exercise)),
        rounds=tuple((one.value, asked_in(head, one)) for one in HotWash),
        notes=wash.notes or "",
    )


def _event(
    material: Material, exercise: Exercise, inject: ExerciseInject, number: int
) -> GuideEvent:
    item = material.module.items.get(inject.ask or "")
    return GuideEvent(
        number=number,
        id=inject.id,
        when=when(inject),
        storyline=exercise.storylines.get(inject.storyline or "", ""),
        message=message(exercise, inject, number),
        expected=tuple((one.text, one.objective or "", one.source) for one in inject.expected),
        hint_after=inject.hint_after or 0,
        hint=inject.hint or "",
        if_missed=inject.if_missed or "",
        harm=inject.harm or "",
        vote=f"{item.id}: {label(item)}" if item else "",
        notes=inject.notes or "",
    )
