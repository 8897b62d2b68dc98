"""The after-action review of a class as a document: planned, happened, why, next."""

from collections.abc import Iterator

from tutor.paper.document import (
    Block,
    Document,
    Listing,
    Marked,
    Paragraph,
    Ruled,
    Together,
    bullets,
    heading,
    line,
    plain_table,
    words,
)
from tutor.paper.markdown import Citations, blocks, inline
from tutor.paper.words import QUALITY, moment
from tutor.study.frames import DecisionRow
from tutor.study.frames.class_review import (
    ClassReview,
    ExerciseReview,
    ExpectedReview,
    NextStep,
    ObjectiveReview,
)
from tutor.study.frames.classroom import ReviewPart
from tutor.study.texts import percent

SIMULATED = "A rehearsal with simulated people. Nobody was trained."
HARM = (
    "These decisions would have hurt somebody. They are no weak answers: the order, the drill or "
    "the training that let them come up has to change."
)
NO_BLAME = "This review is about what happened and what to change. It blames nobody."


def class_review(review: ClassReview) -> Document:
    """The document of one session."""
    citations = Citations(review.sources)
    citations.add(review.sources)
    parts: list[Block] = [line(NO_BLAME, quiet=True)]
    for exercise in review.exercises:
        parts += _exercise(exercise, citations)
    for scenario in review.scenarios:
        parts += _scenario(scenario, citations)
    parts += [*_hot_wash(review), *_whole(review), *_said(review)]
    return Document(
        title=f"After-action review: {review.title}",
        lead=tuple(_lead(review)),
        blocks=(*parts, *citations.listed()),
        foot=f"{review.session} - {review.module}, course version {review.course_version}",
    )


def _lead(review: ClassReview) -> Iterator[str]:
    yield f"Class session: {review.session}"
    yield f"Module: {review.module}, course version {review.course_version}"
    yield f"{moment(review.begun)} to {moment(review.last)}; {review.present} present"
    if review.rehearsal:
        yield SIMULATED


def _exercise(review: ExerciseReview, citations: Citations) -> Iterator[Block]:
    yield heading(1, f"Exercise: {review.title}")
    yield from blocks(review.situation, citations)
    yield line(f"Played: {review.played:g} minutes of exercise time.")
    rows = [(one.text, one.standing) for one in review.objectives]
    yield plain_table(("Training objective", "Result"), rows, (5, 4))
    if review.harms:
        yield heading(2, "Harm that was stopped")
        yield line(HARM)
        yield plain_table(("Inject", "At", "What was decided"), review.harms, (3, 2, 10))
    for number, objective in enumerate(review.objectives, start=1):
        yield heading(2, f"{number}. {objective.text}")
        yield from _objective(objective, citations)


def _objective(objective: ObjectiveReview, citations: Citations) -> Iterator[Block]:
    yield line(objective.standing)
    yield heading(3, "Planned")
    planned = [
        (one.inject, one.planned, one.to, _sourced(one, citations)) for one in objective.expected
    ]
    yield plain_table(("Inject", "When", "To", "Expected action"), planned, (3, 3, 3, 8))
    yield heading(3, "Happened")
    happened = [(one.inject, one.out or "not played", *_seen(one)) for one in objective.expected]
    yield plain_table(("Inject", "Out", "Seen", "At", "Note"), happened, (3, 2, 2, 2, 8))
    yield heading(3, "Why")
    yield from bullets(objective.why) or (Ruled(2),)
    yield heading(3, "Next")
    yield from _following(objective.following)


def _sourced(one: ExpectedReview, citations: Citations) -> str:
    return " ".join([one.text, *(citations.mark(name) for name in one.sources)])


def _seen(one: ExpectedReview) -> tuple[str, str, str]:
    """Rating, its moment, and all that was noted."""
    helped = f"hint at {one.hint}" if one.hint else ""
    came = f"what came of the miss was played at {one.missed}" if one.missed else ""
    note = "; ".join(part for part in (one.note, helped, came) if part)
    return one.rating or "not rated", one.rated, note


def _following(steps: tuple[NextStep, ...]) -> Iterator[Block]:
    """Who does what by when; a line to fill in where nothing was agreed."""
    rows = [(one.text, one.owner, one.due) for one in steps] or [("", "", "")]
    yield plain_table(("Action", "Owner", "Date"), rows, (8, 3, 2))


# A scenario by vote


def _scenario(review: ReviewPart, citations: Citations) -> Iterator[Block]:
    yield heading(1, f"Scenario: {review.title}")
    yield heading(2, "Planned")
    yield from bullets(review.aim)
    if review.intent:
        yield Paragraph(words("Commander's intent:", strong=True))
        yield from blocks(review.intent, citations)
    yield heading(2, "Happened")
    yield line(f"The class came to a {review.end} ending.")
    yield from blocks(review.ending, citations)
    yield from blocks(review.ending_debrief, citations)
    for row, split in zip(review.log, review.splits, strict=True):
        yield Together(tuple(_decision(row, split, citations)))
    scores = [(score.objective, percent(score.percent)) for score in review.scores]
    scores.append(("All decisions", percent(review.percent)))
    yield plain_table(("Objective", "Decision quality"), scores, (6, 2))
    yield heading(2, "Why")
    if not review.costliest:
        yield line("No decision cost anything: each was the best one available.")
    for row in review.costliest:
        yield Together(tuple(_cost(row, citations)))
    yield heading(2, "Next")
    yield from bullets(review.improve)


def _decision(row: DecisionRow, split: str, citations: Citations) -> Iterator[Block]:
    yield heading(3, f"{row.number}. {row.clock}")
    best = f"{QUALITY[row.best_quality]} ({row.best_quality})"
    harm = "harmful; " if row.harm else ""
    rows = [
        ("Situation", (line(row.situation),)),
        *((("Cue", (line(row.cue),)),) if row.cue else ()),
        *(("Elsewhere", (line(cue),)) for cue in row.elsewhere),
        ("Votes", (line(split),)),
        ("Chosen", (Paragraph(inline(row.chosen, citations)),)),
        ("Quality", (line(f"{harm}{QUALITY[row.quality]} ({row.quality} of 3); best: {best}"),)),
        ("Cost", (line(str(row.cost)),)),
        *((("Changed", (line("; ".join(row.changes)),)),) if row.changes else ()),
    ]
    yield Marked(tuple(rows))


def _cost(row: DecisionRow, citations: Citations) -> Iterator[Block]:
    citations.add(row.sources)
    yield heading(3, f"Decision {row.number}, cost {row.cost}")
    missed = row.cue and row.quality < row.best_quality
    rows = [
        *((("Cue missed", (line(row.cue),)),) if missed else ()),
        ("Chosen", (Paragraph(inline(row.chosen, citations)),)),
        ("Why", blocks(row.why, citations)),
        *((("Better", (Paragraph(inline(row.best, citations)),)),) if row.best_why else ()),
        *((("Because", blocks(row.best_why, citations)),) if row.best_why else ()),
    ]
    yield Marked(tuple(rows))


# What was said


def _hot_wash(review: ClassReview) -> Iterator[Block]:
    if not any(points for _, points in review.points):
        return
    yield heading(1, "Hot wash")
    for round_, points in review.points:
        if points:
            yield heading(2, round_.capitalize())
            yield from bullets(points)


def _whole(review: ClassReview) -> Iterator[Block]:
    if review.why or review.following:
        yield heading(1, "The whole")
        yield from bullets(review.why)
        if review.following:
            yield from _following(review.following)


def _said(review: ClassReview) -> Iterator[Block]:
    if review.log:
        yield heading(1, "Log")
        rows = tuple((one.stamp, one.text) for one in review.log)
        yield plain_table(("Time", "Said"), rows, (2, 12))
    if review.parked:
        yield heading(1, "Parked questions")
        yield Listing(tuple((line(text),) for text in review.parked))
