"""A module on paper: for readers, or with everything that only its instructor should have."""

from collections.abc import Iterator

from tutor.paper.bodies import answer_sheet
from tutor.paper.document import (
    Aside,
    Block,
    Blocks,
    Document,
    Heading,
    Marked,
    PageBreak,
    Paragraph,
    Quote,
    Span,
    Together,
    bullets,
    heading,
    line,
    words,
)
from tutor.paper.exercise import exercise
from tutor.paper.markdown import Citations, blocks
from tutor.paper.words import INSTRUCTOR
from tutor.study.frames import AnswerNote, Option, Passage
from tutor.study.frames.handout import (
    Handout,
    HandoutKey,
    PageKey,
    PaperLesson,
    PaperQuestion,
    QuestionKey,
)

PRIVATE = "Private: answer this for yourself. Nobody collects it."
WITH_KEY = "Instructor's copy with the answer key. Not for learners."


def handout(module: Handout) -> Document:
    """The document; with the key where the handout has one."""
    citations, key = Citations(module.sources), module.key
    parts: list[Block] = [*_opening(module, citations)]
    for place, lesson in enumerate(module.lessons):
        parts += [PageBreak(), *_lesson(place, lesson, key, citations)]
    if module.questions:
        parts += [PageBreak(), *_questions(module, citations)]
    for place, scenario in enumerate(module.scenarios):
        parts += [PageBreak(), *exercise(place, scenario, key, citations)]
    parts += [*_glossary(module, citations), *citations.listed()]
    return Document(
        title=module.title,
        lead=tuple(part for part in _lead(module) if part),
        blocks=tuple(parts),
        foot=f"{module.ref}, version {module.version}, {module.licence} - "
        f"Staff tutor {module.program}{' - with key' if key else ''}",
    )


def _lead(module: Handout) -> Iterator[str]:
    yield f"Course: {module.course}, version {module.version}"
    yield module.banner
    yield WITH_KEY if module.key else ""


def _opening(module: Handout, citations: Citations) -> Iterator[Block]:
    yield from blocks(module.summary, citations)
    if module.content_note:
        yield Quote(blocks(module.content_note, citations))
    yield heading(2, "After this module you can")
    yield from bullets(module.objectives)
    if module.key and module.key.module:
        yield Aside(INSTRUCTOR, blocks(module.key.module, citations))


def _lesson(
    place: int, lesson: PaperLesson, key: HandoutKey | None, citations: Citations
) -> Iterator[Block]:
    yield heading(1, f"Lesson {place + 1}: {lesson.title}")
    yield from blocks(lesson.summary, citations)
    for number, page in enumerate(lesson.pages):
        yield heading(2, page.title)
        yield from blocks(page.text, citations)
        if key:
            yield from _page_key(key.pages[place, number], citations)


def _page_key(key: PageKey, citations: Citations) -> Iterator[Block]:
    rows = [("Notes", key.notes), ("To discuss", key.discuss)]
    said = tuple((label, blocks(text, citations)) for label, text in rows if text)
    if said:
        yield Aside(INSTRUCTOR, (Marked(said),))


# Questions


def _questions(module: Handout, citations: Citations) -> Iterator[Block]:
    yield heading(1, "Questions")
    for place, one in enumerate(module.questions):
        yield Together(tuple(question(place + 1, one, citations)))
        if module.key:
            yield Aside(INSTRUCTOR, tuple(question_key(module.key.questions[place], citations)))


def question(number: int, question: PaperQuestion, citations: Citations) -> Iterator[Block]:
    """A question with room for the answer."""
    yield Heading(2, words(f"Question {number}"))
    yield line(question.rule, quiet=True)
    if question.private:
        yield Paragraph(words(PRIVATE, strong=True))
    yield from blocks(question.vignette, citations)
    for passage in question.passages:
        yield from _passage(passage, citations)
    yield from blocks(question.prompt, citations)
    yield from answer_sheet(question.body)


def _passage(passage: Passage, citations: Citations) -> Blocks:
    label = Paragraph((Span(f"{passage.label}:", strong=True),))
    if not passage.plain:
        return (label, Quote(blocks(passage.text, citations)))
    return (label, Quote(tuple(line(text) for text in passage.text.split("\n"))))


def question_key(key: QuestionKey, citations: Citations) -> Iterator[Block]:
    """What is right, and why; with the letters of the paper."""
    citations.add(key.sources)
    yield line(f"{key.id}: {key.objective} Difficulty {key.difficulty}; {', '.join(key.use)}.")
    rows = tuple(_answer(note, key.options, citations) for note in key.notes)
    if rows:
        yield Marked(rows)
    if key.accepted:
        yield line(f"Accepted as well: {key.accepted}")
    for why in key.why:
        yield from blocks(why, citations)
    for passage in key.model:
        yield from _passage(passage, citations)
    if key.hints:
        yield line("Hints:")
        yield from bullets(key.hints)
    marks = citations.marks(key.sources)
    if marks:
        yield line(f"Sources: {marks}")
    if key.remarks:
        yield Paragraph((Span("Notes:", strong=True),))
        yield from blocks(key.remarks, citations)


def _answer(
    note: AnswerNote, options: tuple[Option, ...], citations: Citations
) -> tuple[str, Blocks]:
    """What is right here, and why. The letter is that of the paper."""
    place = next((n for n, one in enumerate(options) if one.key == note.key), None)
    letter = "ABCDEFGHIJKL"[place] if place is not None else note.label
    right = note.right or ""
    mark = note.mark or "not the answer"
    said = f"{note.text}: {right}" if right and right != note.text else note.text
    why = blocks(note.why, citations)
    return (f"{letter} {mark}".strip(), (Paragraph(words(said)), *why))


def _glossary(module: Handout, citations: Citations) -> Iterator[Block]:
    if not module.terms:
        return
    yield heading(1, "Glossary")
    for term in module.terms:
        citations.add(term.sources)
    yield Marked(tuple((term.term, blocks(term.text, citations)) for term in module.terms))
