"""The facilitator's guide to a class as a document."""

from collections.abc import Iterator

from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
    Document,
    Listing,
    Marked,
    PageBreak,
    Paragraph,
    Quote,
    Together,
    bullets,
    heading,
    line,
    plain_table,
    words,
)
from tutor.paper.handout import question as asked
from tutor.paper.handout import question_key as keyed
from tutor.paper.markdown import Citations, blocks, inline
from tutor.paper.words import INSTRUCTOR, QUALITY
from tutor.study.frames.class_papers import (
    Guide,
    GuideChoice,
    GuideEvent,
    GuideExercise,
    GuideNode,
    GuideStep,
)

FOR_ONE = "For the facilitator only. It has every key and every note: keep it off the wall."
CHECK = (
    "Before any plan of this class is taken for one of your own: check your rules of engagement "
    "(ROE), your national caveats and your legal advisor (LEGAD)."
)


def class_guide(guide: Guide) -> Document:
    """The document."""
    citations, about = Citations(guide.sources), guide.about
    parts: list[Block] = [*_opening(guide, citations)]
    if guide.exercise is not None:
        parts += [PageBreak(), *_exercise(guide.exercise, citations)]
    for step in guide.steps:
        if step.text or step.notes or step.discuss or step.questions or step.nodes:
            parts += _step(step, citations)
    parts += [line(CHECK), *citations.listed()]
    return Document(
        title=f"Facilitator's guide: {about.title}",
        lead=tuple(
            one for one in (f"{about.course}, {about.version}", about.banner, FOR_ONE) if one
        ),
        blocks=tuple(parts),
        foot=f"{about.ref}, version {about.version} - Staff tutor {about.program} - with key",
    )


def _opening(guide: Guide, citations: Citations) -> Iterator[Block]:
    if guide.content_note:
        yield Quote(blocks(guide.content_note, citations))
    if guide.exercise is None:
        yield heading(1, "What the class is for")
        yield from bullets(guide.objectives)
    yield heading(1, "Agenda")
    rows = [
        (str(one.number), _clock(one.start), f"{one.minutes:.0f}", one.kind, one.title)
        for one in guide.steps
    ]
    yield plain_table(("", "From", "Minutes", "What", "Title"), rows, (1, 2, 2, 3, 9))
    share = f"{guide.interaction:.0%} of the work is interaction"
    yield line(f"{guide.minutes:.0f} minutes; {share}. {guide.warning}".strip())
    if guide.notes:
        yield heading(1, "Notes")
        yield from blocks(guide.notes, citations)


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60}:{int(minutes) % 60:02}"


# Steps


def _step(step: GuideStep, citations: Citations) -> Iterator[Block]:
    yield heading(1, f"{step.number}. {step.title} ({step.kind}, {step.minutes:.0f} min)")
    yield from blocks(step.text, citations)
    yield from _aside((("Notes", step.notes), ("To discuss", step.discuss)), citations)
    for number, (question, key) in enumerate(step.questions, start=1):
        yield Together(tuple(asked(number, question, citations)))
        yield Aside(INSTRUCTOR, tuple(keyed(key, citations)))
    for node in step.nodes:
        yield from _node(node, citations)


def _aside(said: tuple[tuple[str, str], ...], citations: Citations) -> Iterator[Block]:
    rows = tuple((label, blocks(text, citations)) for label, text in said if text)
    if rows:
        yield Aside(INSTRUCTOR, (Marked(rows),))


def _node(node: GuideNode, citations: Citations) -> Iterator[Block]:
    ending = f" ({node.end} ending)" if node.end else ""
    yield heading(2, f"Situation {node.id}{ending}")
    yield from blocks(node.text, citations)
    if node.choices:
        yield Marked(tuple(_choice(one, citations) for one in node.choices))
    said = (
        ("Cue", node.cue),
        ("Debrief", node.debrief),
        ("Notes", node.notes),
        ("To discuss", node.discuss),
    )
    yield from _aside(said, citations)


def _choice(one: GuideChoice, citations: Citations) -> tuple[str, Blocks]:
    harm = ", harmful" if one.harm else ""
    label = f"{QUALITY[one.quality]} ({one.quality}){harm}"
    return label, (Paragraph(inline(one.text, citations)), *blocks(one.why, citations))


# An exercise


def _exercise(exercise: GuideExercise, citations: Citations) -> Iterator[Block]:
    yield heading(1, "The exercise")
    yield heading(2, "Situation, for everybody")
    yield Quote(blocks(exercise.situation, citations))
    yield heading(2, "Training objectives")
    yield Marked(tuple((name, (line(text),)) for name, text in exercise.objectives))
    yield heading(2, "Who plays")
    yield from bullets(exercise.roles)
    yield heading(2, "Main events list")
    rows = [
        (str(one.number), one.when, one.id, one.message.to or "everybody", one.storyline)
        for one in exercise.events
    ]
    yield plain_table(("", "When", "Inject", "To", "Storyline"), rows, (1, 3, 3, 6, 6))
    yield PageBreak()
    yield heading(1, "Injects")
    for event in exercise.events:
        yield Together(tuple(_event(event, citations)))
    yield heading(1, "Hot wash")
    yield Listing(tuple(_round(one, citations) for one in exercise.rounds), start=1)
    yield from blocks(exercise.notes, citations)


def _round(one: tuple[str, str], citations: Citations) -> Blocks:
    name, question = one
    return (Paragraph(words(name.capitalize(), strong=True)), *blocks(question, citations))


def _event(event: GuideEvent, citations: Citations) -> Iterator[Block]:
    yield heading(2, f"{event.number}. {event.id}: {event.when}")
    message = event.message
    about = (f"To {message.to or 'everybody'}", message.sender, message.channel, event.storyline)
    yield line("; ".join(part for part in about if part), quiet=True)
    yield Quote(blocks(message.text, citations))
    yield Marked(tuple(_expected(one, citations) for one in event.expected))
    after = f"Hint after {event.hint_after} min" if event.hint_after else "Hint"
    said = (
        (after, event.hint),
        ("If missed", event.if_missed),
        ("Stop at once", event.harm),
        ("Vote", event.vote),
        ("Notes", event.notes),
    )
    rows = tuple((label, blocks(text, citations)) for label, text in said if text)
    if rows:
        yield Marked(rows)


def _expected(one: tuple[str, str, tuple[str, ...]], citations: Citations) -> tuple[str, Blocks]:
    """An action with a box for each rating: met, partly, missed."""
    text, objective, sources = one
    marks = " ".join(citations.mark(name) for name in sources)
    served = (line(f"Shows: {objective}", quiet=True),) if objective else ()
    return "☐ ☐ ☐", (line(f"{text} {marks}".strip()), *served)
