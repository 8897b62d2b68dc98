"""What everybody in the room may see: a pure function of the state and the material."""

from collections.abc import Callable
from string import ascii_uppercase
from typing import TypeGuard

from tutor.engine import grading
from tutor.engine.analysis import Analysis
from tutor.engine.classroom import tally, team_test
from tutor.model.classroom.exercise import Exercise, ExerciseInject
from tutor.model.classroom.happenings import HotWash, Stage
from tutor.model.classroom.plan import PinnedQuestion, Privacy, SessionHead, Step, StepKind
from tutor.model.classroom.state import ClassState, ExerciseRecord, Overlay, Phase, Vote
from tutor.model.scenario import Scenario
from tutor.study.classroom import scenes
from tutor.study.classroom.agenda import page_of
from tutor.study.classroom.pins import shown
from tutor.study.frames.classroom import (
    AskPart,
    Bar,
    Bars,
    ExercisePart,
    LobbyPart,
    MessagePart,
    NoticePart,
    Part,
    RevealPart,
    RevealRow,
    SlidePart,
    TestPart,
    WallFrame,
)
from tutor.study.kinds import PRESENTERS
from tutor.study.material import Material
from tutor.study.texts import cited

Analyse = Callable[[Scenario], Analysis]

PRIVACY = {
    Privacy.AGGREGATE: "Votes are kept as counts: no names, and nobody's single vote.",
    Privacy.PSEUDONYMOUS: "Answers are kept under call-signs that the program deals, no names. "
    "Answers to private questions are counted only.",
    Privacy.ROSTER: "The names of those present are kept as proof of attendance. Votes are counts.",
}
"""What the lobby says."""

SHEETS = "The sheets of the team test are kept without names and in no order."

HOT_WASH = {
    HotWash.SUSTAIN: "What went well, and should stay as it is?",
    HotWash.IMPROVE: "What should be done differently next time?",
    HotWash.SURPRISE: "What did nobody expect?",
}
"""The question of each round. It asks about what happened, never about who is to blame."""

GONE = "This is not in the course any more; go on with the next step."
LABELS = ascii_uppercase


def wall(state: ClassState, material: Material, revision: int, analyse: Analyse) -> WallFrame:
    """The wall. `analyse` is asked in the debrief of a scenario only. The session is open."""
    head = state.head
    assert head is not None, "a session that is opened has a head"
    step = state.now
    covered = state.blank or state.overlay is not None
    vote = None if covered else state.vote
    counted = tally.tally(vote, len(vote.rounds), state.present) if _said(vote) else None
    return WallFrame(
        revision=revision,
        course=material.course.head.title,
        module=material.module.head.title,
        banner=material.course.head.banner or "",
        step=state.step,
        steps=len(head.agenda),
        title=step.title if step else "Lobby",
        phase=state.phase,
        overlay=state.overlay,
        round=len(vote.rounds) if vote else 0,
        voted=counted.sentence if counted else "",
        part=_covering(state) or _part(state, head, material, analyse),
        bars=bars(vote, vote.bars, head.questions.get(state.subject)) if vote else None,
        timer=state.timer,
        people=counted.people if counted else 0,
        present=state.present,
    )


def _said(vote: Vote | None) -> TypeGuard[Vote]:
    """Whether the room may know how many have answered."""
    return vote is not None and bool(vote.rounds) and not vote.private


def bars(vote: Vote, rounds: tuple[int, ...], question: PinnedQuestion | None) -> Bars | None:
    """The votes of these rounds, in order, as far as they may be seen; None where there is none.

    Private counts below the limit are in no bar, whoever asks.
    """
    tallies = {n: tally.tally(vote, n, 0) for n in sorted(rounds)}
    seen = {n: one for n, one in tallies.items() if tally.may_show(vote, one.people)}
    if not seen:
        return None
    rows = tuple(
        Bar(
            option, label_of(option, vote, question), tuple(t.counts[option] for t in seen.values())
        )
        for option in vote.options
    )
    return Bars(tuple(seen), tuple(one.people for one in seen.values()), rows)


def label_of(option: str, vote: Vote, question: PinnedQuestion | None) -> str:
    """What an option is called in the room: a letter by its place, or its own sign."""
    kind = question.item_kind if question else ""
    if kind == "true-false":
        return option.capitalize()
    return option if kind == "inject" else LABELS[vote.options.index(option)]


def _covering(state: ClassState) -> Part | None:
    """What hides everything else."""
    if state.blank:
        return NoticePart("")
    match state.overlay:
        case Overlay.PAUSED:
            return NoticePart("Pause")
        case Overlay.BREAK:
            return NoticePart("Break")
        case Overlay.ENDED:
            return NoticePart("End of the session")
        case Overlay.HOT_WASH if state.hot_wash is not None:
            return NoticePart("Hot wash", asked(state.head, state.hot_wash))
    return None


def asked(head: SessionHead | None, round_: HotWash) -> str:
    """What a round of the hot wash asks: in the words of the exercise where it has any."""
    plan = head.exercise.hot_wash if head and head.exercise else None
    own = getattr(plan, round_.value) if plan else None
    return own or HOT_WASH[round_]


def addressed(exercise: Exercise, inject: ExerciseInject) -> str:
    """To whom an inject goes, in words; "" for everybody.

    A role is called by what stands before its colon: `J3: operations` is J3.
    """
    return ", ".join(exercise.roles.get(one, one).partition(":")[0] for one in inject.to)


def _part(state: ClassState, head: SessionHead, material: Material, analyse: Analyse) -> Part:
    step = state.now
    question = head.questions.get(state.subject)
    if step is None:
        return _lobby(state, head, material)
    if question is not None:
        return _question(state, question, material)
    match step.kind:
        case StepKind.SLIDE:
            return _slide(state, step, material)
        case StepKind.SCENARIO if step.ref in material.module.scenarios:
            scenario = material.module.scenarios[step.ref]
            return scenes.part(state, scenario, material, analyse)
        case StepKind.TEST:
            return _test(state, step, head)
        case StepKind.EXERCISE if head.exercise is not None:
            return _exercise(state, head)
        case StepKind.BREAK | StepKind.HOT_WASH:
            return NoticePart(step.title)
    return NoticePart(step.title, GONE)


def _lobby(state: ClassState, head: SessionHead, material: Material) -> LobbyPart:
    tested = any(step.kind is StepKind.TEST for step in head.agenda)
    return LobbyPart(
        title=head.title,
        objectives=_aims(head, material),
        privacy=f"{PRIVACY[head.privacy]} {SHEETS}" if tested else PRIVACY[head.privacy],
        present=state.present,
        content_note=material.module.head.content_note or "",
    )


def _aims(head: SessionHead, material: Material) -> tuple[str, ...]:
    """What the session is for: the training objectives of the exercise, or the module's."""
    if head.exercise is not None:
        return tuple(head.exercise.objectives.values())
    return tuple(one.text for one in material.module.head.objectives)


def _slide(state: ClassState, step: Step, material: Material) -> Part:
    page = page_of(material, step.ref)
    if page is None:
        return NoticePart(step.title, GONE)
    return SlidePart(
        title=page.title,
        text=page.text,
        discuss=(page.discuss or "") if state.phase is Phase.DISCUSS else "",
        sources=material.sources_in(page.text),
        terms=material.terms_in(page.text),
    )


def _question(state: ClassState, question: PinnedQuestion, material: Material) -> Part:
    item = material.module.items.get(question.item)
    if item is None or material.fingerprint(item.id).meaning != question.fingerprint.meaning:
        return NoticePart(question.title, GONE)
    presenter = PRESENTERS[item.kind]
    asked = AskPart(
        kind=item.kind,
        prompt=presenter.prompt(item),
        vignette=item.vignette or "",
        passages=presenter.passages(item),
        body=presenter.body(item, shown(question)),
        private=question.private,
    )
    vote = state.vote
    return reveal(material, question, asked, vote) if vote and vote.revealed else asked


def reveal(material: Material, question: PinnedQuestion, asked: AskPart, vote: Vote) -> RevealPart:
    """The question with its key and every explanation."""
    item = material.module.items[question.item]
    presenter, key = PRESENTERS[item.kind], grading.key(item)
    verdict = grading.grade(item, key, aliases=material.aliases)
    notes = presenter.notes(item, key, verdict, shown(question))
    rows = [RevealRow(n.label, n.text, n.mark, n.right, n.why) for n in notes]
    gain = tally.rounds_gain(vote)
    whys = [row.why for row in rows]
    return RevealPart(
        asked=asked,
        rows=tuple(sorted(rows, key=lambda row: row.label)),
        answer=tuple(label_of(o, vote, question) for o in vote.options if o in question.right),
        why=presenter.why(item, verdict),
        gain="" if gain is None else f"Gain from the first round to the last: {gain:.2f}",
        model=presenter.compared(item, grading.blank(item)),
        sources=material.cards((*item.source, *cited(*whys))),
    )


def _test(state: ClassState, step: Step, head: SessionHead) -> TestPart:
    test = state.tests.get(state.step)
    done = test is not None and test.stage is Stage.DONE
    scores = team_test.team_scores(test, head.questions) if test and done else {}
    return TestPart(
        title=step.title,
        stage=test.stage.value if test else "",
        questions=len(step.items),
        scores=tuple(sorted(scores.items())),
    )


def _exercise(state: ClassState, head: SessionHead) -> ExercisePart:
    exercise, record = head.exercise, state.exercises.get(state.step)
    assert exercise is not None
    messages = _messages(exercise, record) if record else ()
    return ExercisePart(
        exercise.title,
        exercise.situation,
        tuple(exercise.roles.values()),
        record is not None,
        messages,
    )


def on_wall(exercise: Exercise, inject: ExerciseInject) -> bool:
    """Whether everybody may read this message; what is for one role on a card is not."""
    return not (exercise.cards and inject.to)


def _messages(exercise: Exercise, record: ExerciseRecord) -> tuple[MessagePart, ...]:
    """What is out, and what came of actions that were missed, in the order of their moments."""
    found: list[tuple[float, MessagePart]] = []
    for name, seconds in record.released.items():
        inject = exercise.injects[name]
        shown, to = on_wall(exercise, inject), addressed(exercise, inject)
        part = MessagePart(
            id=name if shown else "",
            minute=int(seconds // 60),
            sender=(inject.sender or "") if shown else "",
            to=to,
            channel=inject.channel or "",
            text=inject.text if shown else "",
        )
        found.append((seconds, part))
    for name, seconds in record.missed.items():
        inject = exercise.injects[name]
        if on_wall(exercise, inject):
            to, text = addressed(exercise, inject), inject.if_missed or ""
            found.append((seconds, MessagePart("", int(seconds // 60), "", to, "", text)))
    return tuple(message for _, message in sorted(found, key=lambda pair: pair[0]))
