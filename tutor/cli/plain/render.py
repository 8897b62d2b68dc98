"""Each frame as text. One function per frame, one table."""

from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import Any

from tutor.cli.plain import bodies
from tutor.cli.plain.markdown import WIDTH, plain, source_line
from tutor.content.harmless import harmless
from tutor.study.frames import (
    AnswerNote,
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    DecisionRow,
    EndFrame,
    FeedbackFrame,
    Frame,
    Heading,
    IndicatorRow,
    IntroFrame,
    OverviewFrame,
    PageFrame,
    Passage,
    QuestionFrame,
    ResultFrame,
    RunRow,
    SourceCard,
)

NO_SOURCES: Mapping[str, SourceCard] = {}


def render(frame: Frame) -> str:
    """The frame as text, without the line that says what to type."""
    heading = _heading(frame.heading)
    return "\n".join([*heading, "", *_RENDER[type(frame)](frame)]).rstrip() + "\n"


def _heading(heading: Heading) -> list[str]:
    place = f" ({heading.number} of {heading.total})" if heading.total else ""
    line = harmless(f"== {heading.module}: {heading.part}{place} ==")
    banner = [harmless(heading.banner)] if heading.banner else []
    return ["", *banner, line, *(f"Note: {harmless(n)}" for n in heading.notices)]


def _text(text: str, sources: Mapping[str, SourceCard] = NO_SOURCES) -> str:
    return plain(text, sources)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(harmless(text), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _intro(frame: IntroFrame) -> list[str]:
    return [harmless(frame.title), "", *(line for text in frame.lines for line in _wrapped(text))]


def _page(frame: PageFrame) -> list[str]:
    checks = frame.checks - frame.checks_done
    after = [] if not checks else ["", f"Questions after this page: {checks}"]
    return [harmless(frame.title), "", _text(frame.text, frame.sources), *after]


def _question(frame: QuestionFrame) -> list[str]:
    parts = [f"Question ({frame.kind}). {frame.rule}"]
    if frame.flagged:
        parts.append("Flagged for later.")
    if frame.vignette:
        parts += ["", _text(frame.vignette)]
    for passage in frame.passages:
        parts += ["", *_passage(passage)]
    parts += ["", _text(frame.prompt), "", *bodies.lines(frame.body)]
    parts += [f"Hint: {harmless(hint)}" for hint in frame.hints]
    if frame.locked:
        parts.append("What was right on the first try stays.")
    return parts


def _feedback(frame: FeedbackFrame) -> list[str]:
    parts = [*_wrapped(frame.message), *_wrapped(frame.stated)]
    if frame.harm:
        parts += ["", "This choice would do harm. It is never right."]
    for passage in frame.compared if frame.revealed else ():
        parts += ["", *_passage(passage)]
    for note in frame.notes:
        parts += ["", *_note(note)]
    if frame.why:
        parts += ["", _text(frame.why, {s.id: s for s in frame.sources})]
    if frame.sources and frame.revealed:
        parts += ["", "Sources:", *(f"- {source_line(s)}" for s in frame.sources)]
    return parts


def _passage(passage: Passage) -> list[str]:
    label = f"{passage.label}:"
    if not passage.plain:
        return [label, _text(passage.text)]
    return [label, *(line for text in passage.text.split("\n") for line in _wrapped(text) or [""])]


def _note(note: AnswerNote) -> list[str]:
    if not note.label:
        return _part(note)
    said = ", ".join(part for part in (note.mark, note.chosen) if part) or "not the answer"
    lines = _wrapped(f"{note.label.strip('()')}. [{said}] {note.text}")
    if note.right and note.mark != "right":
        lines += _wrapped(f"Right: {note.right}", "    ")
    return [*lines, *_why(note.why)]


def _part(note: AnswerNote) -> list[str]:
    """A part of a question that is no option: a stem, a line, a typed answer."""
    lines = [*_wrapped(note.text), *_wrapped(f"[{note.mark}] {note.chosen}", "    ")]
    if note.right and note.mark != "right":
        lines += _wrapped(f"Right: {note.right}", "    ")
    return lines + _why(note.why)


def _why(text: str) -> list[str]:
    """An explanation indented; the sources are listed once, below all of them."""
    return _wrapped(plain(text, NO_SOURCES, 10_000).split("\n\nSources:")[0], "    ")


def _overview(frame: OverviewFrame) -> list[str]:
    rows = [
        f"{row.number:>3}. [{'answered' if row.answered else 'open'}"
        f"{', flagged' if row.flagged else ''}] {harmless(row.prompt)}"
        for row in frame.rows
    ]
    left = f"Not answered: {frame.unanswered}." if frame.unanswered else "All are answered."
    rule = f"Pass: {frame.pass_mark} % overall and {frame.objective_mark} % on every objective."
    return [*rows, "", left, rule]


def _result(frame: ResultFrame) -> list[str]:
    parts = [*_wrapped(frame.message), "", f"By {frame.by}:"]
    for score in frame.objectives:
        below = "  below the mark" if score.reached is False else ""
        note = f"  ({score.note})" if score.note else ""
        parts.append(f"{int(score.percent + 1e-9):>4} %  {harmless(score.objective)}{below}{note}")
    parts += ["", "Questions:"]
    parts += [
        f"{row.number:>3}. [{row.said}{', harmful' if row.harm else ''}] {harmless(row.prompt)}"
        for row in frame.rows
    ]
    parts += [line for text in frame.advice for line in ("", *_wrapped(text))]
    if frame.earlier:
        parts += ["", "Earlier attempts:", *frame.earlier]
    return parts


def _end(frame: EndFrame) -> list[str]:
    after = [f"Next: {harmless(frame.following.title)}"] if frame.following else []
    lines = [line for text in frame.lines for line in _wrapped(text)]
    return [f"{frame.ended}: {harmless(frame.title)}", *lines, *after]


# Scenario


def _briefing(frame: BriefingFrame) -> list[str]:
    parts = [harmless(frame.title)]
    if frame.replay:
        parts.append("A replay: the first complete run is the one that counts.")
    parts += ["", _text(frame.role), "", _text(frame.briefing, frame.sources)]
    if frame.intent:
        parts += ["", "Commander's intent:", _text(frame.intent)]
    parts += ["", "What this is about:", *(f"- {harmless(o)}" for o in frame.objectives)]
    return [*parts, "", *(_indicator(row) for row in frame.indicators)]


def _indicator(row: IndicatorRow) -> str:
    moved = "" if row.before is None or row.before == row.value else f" (was {row.before})"
    return f"{harmless(row.label)}: {row.value} of {row.max}{moved}"


def _choice(frame: ChoiceFrame) -> list[str]:
    parts = [f"Exercise time {frame.clock}", *(_indicator(row) for row in frame.indicators)]
    parts += [f"Now known: {harmless(fact)}" for fact in frame.learned]
    if frame.inject:
        via = f", by {frame.inject.channel}" if frame.inject.channel else ""
        dtg = f", {frame.inject.dtg}" if frame.inject.dtg else ""
        parts += ["", harmless(f"MESSAGE from {frame.inject.sender}{dtg}{via}")]
    parts += ["", _text(frame.text, frame.sources)]
    if frame.end:
        return [*parts, "", "The scenario ends here."]
    options = [
        line
        for letter, option in zip(bodies.PLACES, frame.options, strict=False)
        for line in _wrapped(f"{letter}. {option.text}")
    ]
    return [*parts, "", "Your decision:", *options]


def _debrief(frame: DebriefFrame) -> list[str]:
    parts = [f"After-action review: {harmless(frame.title)}", frame.standing, ""]
    parts += ["1. What was to be achieved", *(f"- {harmless(aim)}" for aim in frame.aim)]
    if frame.intent:
        parts += _wrapped(f"Commander's intent: {frame.intent}")
    parts += ["", f"2. What happened ({frame.end} ending)", _text(frame.ending, frame.sources)]
    parts += ["", _text(frame.ending_debrief, frame.sources)] if frame.ending_debrief else []
    for row in frame.log:
        parts += ["", *_decision(row)]
    parts += ["", *(_indicator(row) for row in frame.indicators), "", "Decision quality:"]
    parts += [f"{int(s.percent + 1e-9):>4} %  {harmless(s.objective)}" for s in frame.scores]
    parts += [f"{int(frame.percent + 1e-9):>4} %  overall", "", "3. Why: what cost most"]
    if not frame.costliest:
        parts.append("No decision cost anything: each was the best one available.")
    for row in frame.costliest:
        parts += ["", *_costly(row)]
    parts += ["", "4. Sustain and improve", *(f"- {harmless(line)}" for line in frame.improve)]
    parts += [f"- Yours, {row.side.value}: {harmless(row.text)}" for row in frame.own]
    if len(frame.runs) > 1:
        parts += ["", "Runs of this scenario", *(_run(row) for row in frame.runs)]
    return parts


def _run(row: RunRow) -> str:
    here = "  (shown here)" if row.shown else ""
    return f"{row.number}. {row.label}: {row.end} ending, {int(row.percent)} %{here}"


def _decision(row: DecisionRow) -> list[str]:
    changes = f" Changed: {'; '.join(row.changes)}." if row.changes else ""
    harm = " Harmful." if row.harm else ""
    cost = f", cost {row.cost}" if row.cost else ""
    stated = f" You said: {row.stated}." if row.stated else ""
    return [
        *_wrapped(f"{row.number}. {row.clock}  {row.situation}"),
        *(_wrapped(f"Cue: {row.cue}", "    ") if row.cue else ()),
        *(line for cue in row.elsewhere for line in _wrapped(f"Elsewhere: {cue}", "    ")),
        *_wrapped(f"You chose: {row.chosen}", "    "),
        *_wrapped(
            f"Quality {row.quality} of {row.best_quality}{cost}.{harm}{changes}{stated}",
            "    ",
        ),
    ]


def _costly(row: DecisionRow) -> list[str]:
    parts = [
        *_wrapped(f"Decision {row.number}: {row.chosen}"),
        *_wrapped(f"Why: {plain(row.why, NO_SOURCES, 10_000)}", "    "),
        *_wrapped(f"Better: {row.best}", "    "),
        *_wrapped(f"Because: {plain(row.best_why, NO_SOURCES, 10_000)}", "    "),
    ]
    return parts + [f"    Source: {source_line(source)}" for source in row.sources]


_RENDER: dict[type[Frame], Callable[[Any], list[str]]] = {
    IntroFrame: _intro,
    PageFrame: _page,
    QuestionFrame: _question,
    FeedbackFrame: _feedback,
    OverviewFrame: _overview,
    ResultFrame: _result,
    EndFrame: _end,
    BriefingFrame: _briefing,
    ChoiceFrame: _choice,
    DebriefFrame: _debrief,
}
