"""The wall and the cockpit of a class session as text. One function per part, one table."""

from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import Any

from tutor.cli.plain import bodies, injects
from tutor.cli.plain.markdown import WIDTH, plain
from tutor.content.harmless import harmless
from tutor.study.frames import DecisionRow, IndicatorRow, PickBody, SourceCard
from tutor.study.frames.classroom import (
    AskPart,
    Bars,
    BriefingPart,
    CockpitFrame,
    DecidedPart,
    ExercisePart,
    LobbyPart,
    MessagePart,
    NoticePart,
    Part,
    RevealPart,
    ReviewPart,
    ScenePart,
    SlidePart,
    TestPart,
    WallFrame,
)
from tutor.study.texts import counted

BAR_WIDTH = 24
"""Characters of the longest bar."""

NO_SOURCES: Mapping[str, SourceCard] = {}


def wall_lines(frame: WallFrame) -> list[str]:
    """What the room sees, from the banner to the bars."""
    place = f" ({frame.step + 1} of {frame.steps})" if frame.step >= 0 else ""
    head = [harmless(frame.banner)] if frame.banner else []
    head.append(harmless(f"== {frame.module}: {frame.title}{place} =="))
    lines = [*head, "", *part_lines(frame.part)]
    if frame.voted:
        lines += ["", f"Round {frame.round}: {harmless(frame.voted)}"]
    if frame.bars is not None:
        lines += ["", *bar_lines(frame.bars)]
    return lines


def cockpit_blocks(frame: CockpitFrame) -> list[str]:
    """What only the instructor sees, block by block, so that only what is new need be said."""
    blocks = [f"Note: {harmless(notice)}" for notice in frame.notices]
    if frame.saving.problem:
        blocks.append(f"Not saved yet: {harmless(frame.saving.problem)}")
    blocks += [_labelled("Notes", frame.notes), _labelled("To discuss", frame.discuss)]
    if frame.key:
        blocks.append(f"Right: {', '.join(frame.key)}")
    if frame.tally is not None:
        blocks.append("\n".join(["Votes (the room sees them with bars):", *bar_lines(frame.tally)]))
    if frame.too_many:
        blocks.append("More votes than people present: count again, or correct the head count.")
    if frame.share is not None:
        blocks.append(f"Right in round {frame.wall.round}: {frame.share:.0%}")
    if frame.gain is not None:
        blocks.append(f"Gain: {frame.gain:.2f}")
    blocks.append(_labelled("Advice", frame.advice))
    blocks += injects.blocks(frame)
    if frame.following:
        blocks.append(f"Next: {harmless(frame.following)}")
    return [block for block in blocks if block]


def status_line(frame: CockpitFrame) -> str:
    """Where the session stands, on one line."""
    wall = frame.wall
    over = f", {wall.overlay.value}" if wall.overlay else ""
    blank = ", wall blank" if wall.part == NoticePart("") else ""
    round_ = f" round {wall.round}" if wall.round else ""
    place = f"{wall.step + 1}/{wall.steps}" if wall.step >= 0 else "lobby"
    since = f", {frame.since}" if frame.since else ""
    return f"[{place} {wall.phase.value}{round_}{over}{blank}{since}{_timer(frame.left)}]"


def _timer(left: float | None) -> str:
    """What is left of the countdown, or by how much it is over."""
    if left is None:
        return ""
    minutes, seconds = divmod(round(abs(left)), 60)
    return f", {minutes}:{seconds:02} {'left' if left > 0 else 'over time'}"


def part_lines(part: Part) -> list[str]:
    """One part of the wall."""
    return _PARTS[type(part)](part)


def bar_lines(bars: Bars) -> list[str]:
    """A line for each answer and round: letter, bar, number; never a colour."""
    most = max((max(row.votes, default=0) for row in bars.rows), default=0) or 1
    lines = []
    for row in bars.rows:
        for number, votes in zip(bars.rounds, row.votes, strict=True):
            bar = "#" * round(BAR_WIDTH * votes / most)
            lines.append(f"{harmless(row.label):>5}  round {number}  {votes:>3}  {bar}".rstrip())
    return lines


def _text(text: str, sources: Mapping[str, SourceCard] = NO_SOURCES) -> str:
    return plain(text, sources)


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(harmless(text), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _labelled(label: str, text: str, indent: str = "") -> str:
    """The text after its label, wrapped; "" for no text."""
    said = plain(text, NO_SOURCES, 10_000).split("\n\nSources:")[0] if text else ""
    return "\n".join(_wrapped(f"{label}: {said}", indent)) if said else ""


def _indicators(rows: tuple[IndicatorRow, ...]) -> list[str]:
    return [
        f"{harmless(row.label)}: {row.value} of {row.max}"
        + (f" (was {row.before})" if row.before not in (None, row.value) else "")
        for row in rows
    ]


def _lobby(part: LobbyPart) -> list[str]:
    note = ["", *_wrapped(f"Content note: {part.content_note}")] if part.content_note else []
    objectives = [line for one in part.objectives for line in _wrapped(f"- {one}")]
    present = [f"{part.present} present"] if part.present else []
    return [harmless(part.title), *note, "", *objectives, "", *_wrapped(part.privacy), *present]


def discuss_lines(part: Part) -> list[str]:
    """The prompt of a discussion under way, where the part has one."""
    prompt = part.discuss if isinstance(part, SlidePart | ScenePart) else ""
    return ["Discuss:", *_wrapped(prompt)] if prompt else []


def _slide(part: SlidePart) -> list[str]:
    prompt = discuss_lines(part)
    text = [harmless(part.title), "", _text(part.text, part.sources)]
    return [*text, "", *prompt] if prompt else text


def _ask(part: AskPart) -> list[str]:
    lines = ["Nobody is asked for an answer to this question."] if part.private else []
    if part.vignette:
        lines += [_text(part.vignette), ""]
    for passage in part.passages:
        lines += [f"{harmless(passage.label)}:", _text(passage.text), ""]
    return [*lines, _text(part.prompt), "", *bodies.lines(part.body)]


def _reveal(part: RevealPart) -> list[str]:
    lines = _ask(part.asked)
    if part.answer:
        lines += ["", f"Right: {', '.join(part.answer)}"]
    for row in part.rows:
        label = f"{row.label.strip('()')}. " if row.label else ""
        mark = f"[{row.mark}] " if row.mark else ""
        lines += ["", *_wrapped(f"{label}{mark}{row.text}")]
        lines += _wrapped(f"Right: {row.right}", "    ") if row.right else []
        lines += _wrapped(plain(row.why, NO_SOURCES, 10_000).split("\n\nSources:")[0], "    ")
    lines += ["", _text(part.why)] if part.why else []
    for passage in part.model:
        lines += ["", f"{harmless(passage.label)}:", _text(passage.text)]
    return [*lines, *(["", part.gain] if part.gain else [])]


def _briefing(part: BriefingPart) -> list[str]:
    lines = [harmless(part.title), "", _text(part.role), "", _text(part.briefing)]
    lines += ["", "Commander's intent:", _text(part.intent)] if part.intent else []
    return [*lines, "", *_indicators(part.indicators)]


def _scene(part: ScenePart) -> list[str]:
    lines = [f"Exercise time {part.clock}", *_indicators(part.indicators)]
    lines += [f"Now known: {harmless(fact)}" for fact in part.learned]
    if part.inject:
        facts = (part.inject.sender, part.inject.dtg, part.inject.channel)
        lines += ["", harmless(f"MESSAGE from {', '.join(fact for fact in facts if fact)}")]
    lines += ["", _text(part.text, part.sources)]
    prompt = discuss_lines(part)
    lines += ["", *prompt] if prompt else []
    if not part.options:
        return [*lines, "", "The scenario ends here."]
    return [*lines, "", "Your decision:", *bodies.lines(PickBody(part.options, many=False))]


def _decided(part: DecidedPart) -> list[str]:
    lines = _wrapped(f"The class decided: {part.label}. {part.chosen}")
    if any(votes for _, votes in part.split):
        lines.append(f"Votes: {', '.join(f'{label} {votes}' for label, votes in part.split)}")
    lines += ["The votes were tied; the instructor decided."] if part.tie else []
    lines += ["", *_indicators(part.indicators)]
    return [*lines, *(f"Now known: {harmless(fact)}" for fact in part.learned)]


def _review(part: ReviewPart) -> list[str]:
    lines = [f"After-action review: {harmless(part.title)}", "", "1. What was to be achieved"]
    lines += [line for aim in part.aim for line in _wrapped(f"- {aim}")]
    lines += [_labelled("Commander's intent", part.intent)] if part.intent else []
    lines += ["", f"2. What happened ({part.end} ending)", _text(part.ending)]
    lines += ["", _text(part.ending_debrief)] if part.ending_debrief else []
    for row, split in zip(part.log, part.splits, strict=False):
        lines += ["", *_decision(row, split)]
    lines += ["", *_indicators(part.indicators), "", "Decision quality:"]
    lines += [f"{int(score.percent):>4} %  {harmless(score.objective)}" for score in part.scores]
    lines += [f"{int(part.percent):>4} %  overall", "", "3. Why: what cost most"]
    for row in part.costliest:
        lines += _wrapped(f"Decision {row.number}: {row.chosen}")
        lines.append(_labelled("Why", row.why, "    "))
        lines += _wrapped(f"Better: {row.best}", "    ")
        lines += [_labelled("Because", row.best_why, "    ")] if row.best_why else []
    if not part.costliest:
        lines.append("No decision cost anything: each was the best one available.")
    return [*lines, "", "4. Sustain and improve", *(f"- {harmless(one)}" for one in part.improve)]


def _decision(row: DecisionRow, split: str) -> list[str]:
    changes = f" Changed: {'; '.join(row.changes)}." if row.changes else ""
    harm = " Harmful." if row.harm else ""
    cue = _wrapped(f"Cue: {row.cue}", "    ") if row.cue else []
    cue += [line for one in row.elsewhere for line in _wrapped(f"Elsewhere: {one}", "    ")]
    return [
        *_wrapped(f"{row.number}. {row.clock}  {row.situation}"),
        *cue,
        *_wrapped(f"The class chose: {row.chosen} ({split})", "    "),
        *_wrapped(f"Quality {row.quality} of {row.best_quality}.{harm}{changes}", "    "),
    ]


def _test(part: TestPart) -> list[str]:
    lines = [harmless(part.title), counted(part.questions, "question")]
    lines += [f"Stage: {part.stage}"] if part.stage else ["Each alone first, then as a team."]
    return [*lines, *(f"Table {harmless(table)}: {points}" for table, points in part.scores)]


def _exercise(part: ExercisePart) -> list[str]:
    lines = [harmless(part.title), "", _text(part.situation), "", "Who plays:"]
    lines += [line for role in part.roles for line in _wrapped(f"- {role}")]
    return [*lines, *message_lines(part.messages)]


def message_lines(messages: tuple[MessagePart, ...]) -> list[str]:
    """Messages of an exercise as the training audience gets them."""
    lines = []
    for message in messages:
        facts = (
            f"from {message.sender}" * bool(message.sender),
            f"to {message.to}" * bool(message.to),
            message.channel,
        )
        said = ", ".join(fact for fact in facts if fact)
        lines += ["", *_wrapped(f"MESSAGE at minute {message.minute} {said}".rstrip())]
        lines += [_text(message.text)] if message.text else []
    return lines


def _notice(part: NoticePart) -> list[str]:
    return [*([harmless(part.title)] if part.title else []), *_wrapped(part.text)]


_PARTS: dict[type[Part], Callable[[Any], list[str]]] = {
    LobbyPart: _lobby,
    SlidePart: _slide,
    AskPart: _ask,
    RevealPart: _reveal,
    BriefingPart: _briefing,
    ScenePart: _scene,
    DecidedPart: _decided,
    ReviewPart: _review,
    TestPart: _test,
    ExercisePart: _exercise,
    NoticePart: _notice,
}
"""A test holds the keys against `Part`."""
