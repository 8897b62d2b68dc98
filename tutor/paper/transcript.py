"""The transcript of a learner and the certificate of a module, as documents."""

from collections.abc import Iterator

from tutor.paper.document import (
    Block,
    Document,
    Marked,
    Together,
    bullets,
    heading,
    line,
    plain_table,
)
from tutor.paper.words import SELF_STUDY, course_line, foot, moment, self_study
from tutor.study.frames.paper import (
    AttemptRow,
    Certificate,
    CountingRun,
    ModuleTranscript,
    Transcript,
)
from tutor.study.texts import day, percent

RESULT = {True: "passed", False: "not passed", None: "not graded"}
NOT_RECORDED = "not recorded"

REFRESH = (
    "The date rests on the last quiz that was passed and adds twelve months: what is not used is "
    "largely forgotten within a year. It is advice, not an expiry."
)
CONTENT = (
    "Questions: a fingerprint of the questions that were answered, as they were worded then. Two "
    "attempts with the same one had the same questions."
)


def transcript(record: Transcript) -> Document:
    """Everything that was handed in, module by module."""
    imprint = record.imprint
    said = [block for module in record.modules for block in _module(module)]
    if not said:
        said = [line("No quiz has been handed in yet, and no scenario played to its end.")]
    return Document(
        title="Transcript of self-study",
        lead=(
            f"Learner: {imprint.learner}",
            f"As of {moment(imprint.at)}, Staff tutor {imprint.program}",
        ),
        blocks=(self_study(), *said, *_notes(record)),
        foot=foot(imprint),
    )


def _notes(record: Transcript) -> Iterator[Block]:
    if any(module.attempts for module in record.modules):
        yield heading(1, "How to read this")
        notes = [CONTENT]
        if any(module.refresh_by for module in record.modules):
            notes.insert(0, f"Refresh by: {REFRESH[0].lower()}{REFRESH[1:]}")
        yield from bullets(notes)


def _module(module: ModuleTranscript) -> Iterator[Block]:
    yield heading(1, module.title)
    here = f"course {module.course} {module.version}" if module.here else (
        "the course is not on this computer now, so objectives are named by their ids"
    )  # fmt: skip
    yield line(f"{module.ref}, {here}")
    if module.attempts:
        yield heading(2, "Quizzes")
        yield plain_table(
            ("Date", "Quiz", "Score", "Result", "Course version", "Questions"),
            [_attempt(row) for row in module.attempts],
            (5, 3, 2, 3, 3, 4),
        )
    if module.refresh_by is not None:
        yield line(f"Refresh by {day(module.refresh_by)}.")
    passed = module.passed
    shown = passed or next(reversed(module.attempts), None)
    if shown is not None and shown.objectives:
        which = "the last quiz that was passed" if passed else "the last quiz"
        yield Together((heading(2, f"By objective, in {which}"), _objectives(shown)))
    if module.runs:
        yield Together((heading(2, "Scenarios"), _runs(module.runs)))


def _attempt(row: AttemptRow) -> tuple[str, ...]:
    return (
        moment(row.at),
        row.quiz,
        percent(row.percent),
        RESULT[row.passed],
        row.course_version or NOT_RECORDED,
        row.content or "none answered",
    )


def _objectives(row: AttemptRow) -> Block:
    rows = [
        (score.objective, f"{score.earned:g} of {score.possible:g}", percent(score.percent))
        for score in row.objectives
    ]
    return plain_table(("Objective", "Points", "Score"), rows, (8, 2, 2))


def _runs(runs: tuple[CountingRun, ...]) -> Block:
    rows = [
        (run.title, moment(run.at), run.end, percent(run.percent), str(run.replays)) for run in runs
    ]
    head = ("The run that counts", "Date", "Ending", "Decision quality", "Later runs")
    return plain_table(head, rows, (5, 4, 2, 2, 2))


def certificate(record: Certificate) -> Document:
    """One page on a module quiz that was passed, and what it rests on below."""
    imprint, passed = record.imprint, record.passed
    return Document(
        title="Certificate of self-study",
        lead=(SELF_STUDY,),
        blocks=(
            heading(1, imprint.learner),
            line(f"passed the quiz of the module {imprint.title} on {day(passed.at)}."),
            Marked(tuple((label, (line(text),)) for label, text in _facts(record))),
            Together((heading(2, "By objective"), _objectives(passed))),
            *_all_attempts(record),
            *_played(record),
            line(REFRESH, quiet=True),
            line(CONTENT, quiet=True),
        ),
        foot=foot(imprint),
    )


def _facts(record: Certificate) -> Iterator[tuple[str, str]]:
    imprint, passed = record.imprint, record.passed
    yield "Module", course_line(imprint).removeprefix("Module: ")
    yield "Course version of the quiz", passed.course_version or NOT_RECORDED
    yield "Score", f"{percent(passed.percent)}; the pass mark is {passed.rule}"
    yield "Passed", moment(passed.at)
    yield "Refresh by", day(record.refresh_by)
    yield "Questions", passed.content
    yield "Attempt", passed.attempt
    yield "Made by", f"Staff tutor {imprint.program}, {moment(imprint.at)}"


def _all_attempts(record: Certificate) -> Iterator[Block]:
    yield heading(2, "Every attempt")
    yield plain_table(
        ("Date", "Quiz", "Score", "Result", "Course version", "Questions"),
        [_attempt(row) for row in record.module.attempts],
        (5, 3, 2, 3, 3, 4),
    )


def _played(record: Certificate) -> Iterator[Block]:
    if record.module.runs:
        yield Together((heading(2, "Scenarios"), _runs(record.module.runs)))
