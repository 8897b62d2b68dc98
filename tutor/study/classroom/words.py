"""What an instructor types, as verbs of a class session: in the plain cockpit and in dialogs.

A word takes the session and the rest of the line, and returns the sentence with which the session
refused, or "".
"""

import re
from collections.abc import Callable

from tutor.model.classroom import happenings as h
from tutor.study.classroom.session import ClassSession

Word = Callable[[ClassSession, str], str]

SHEETS = "Type a word for each sheet, a letter for each question: sheets BACD BBCD A-CD"


class NotUnderstoodError(ValueError):
    """What was typed is no verb of a session; the text says what would be."""


def say(session: ClassSession, line: str) -> str:
    """Do what was typed; a sentence if the session refused it.

    Raises NotUnderstoodError with a sentence that says what can be typed.
    """
    name, _, rest = line.strip().partition(" ")
    word = WORDS.get(name.casefold())
    if word is None:
        raise NotUnderstoodError(f"There is no word {name[:20]!r} here. Type ? for the words.")
    return word(session, rest.strip())


def _votes(way: h.Way) -> Word:
    def count(session: ClassSession, rest: str) -> str:
        typed, _, people = rest.partition(" of ")
        found = re.findall(r"([A-Za-z]+|[+-]?\d)\s*=\s*(\d+)|([A-Za-z]+)\s*(\d+)", typed)
        if not found or (people and not people.strip().isdecimal()):
            raise NotUnderstoodError(
                "Type each answer with its votes, for example: hands A5 B12; where each line is "
                "voted on, also the people: hands A9 B3 of 12."
            )
        votes = {a or b: _people(n or m) for a, n, b, m in found}
        return session.count(way, votes, _people(people) if people else 0)

    return count


def _people(typed: str) -> int:
    number = int(typed[:6])
    if number > h.MOST_PEOPLE:
        raise NotUnderstoodError(f"A room has up to {h.MOST_PEOPLE} people.")
    return number


def _number(rest: str, example: str) -> int:
    if not rest.isdecimal():
        raise NotUnderstoodError(f"Type a number, for example: {example}")
    return _people(rest)


def _text(rest: str, example: str) -> str:
    if not rest:
        raise NotUnderstoodError(f"Type a text after the word, for example: {example}")
    return rest[:2000]


def _present(session: ClassSession, rest: str) -> str:
    return session.do(h.PresentCounted(people=_number(rest, "present 23")))


def _enter(session: ClassSession, rest: str) -> str:
    """A name where a roster is kept; else how many call-signs are dealt, one without a number."""
    if not rest.isdecimal():
        return session.enter(rest)
    for _ in range(_people(rest)):
        if refused := session.enter():
            return refused
    return ""


def _leave(session: ClassSession, rest: str) -> str:
    seat = _number(rest, "leave 7")
    return session.do(h.SeatLeft(seat=seat)) if seat else "Seats count from 1."


def _answer(session: ClassSession, rest: str) -> str:
    found = re.fullmatch(r"(?:[A-Za-z]+-)?(\d{1,3})\s+(\S+)", rest)
    if not found or not 0 < int(found[1]) <= h.MOST_PEOPLE:
        raise NotUnderstoodError("Type call-sign and answer: answer Hazel-6 B; or answer 6 B.")
    return session.answer(int(found[1]), tuple(found[2].split("+")))


def _go(session: ClassSession, rest: str) -> str:
    step = _number(rest, "go 3")
    return session.do(h.StepChanged(step=step - 1)) if step else "Steps count from 1."


def _ask(session: ClassSession, rest: str) -> str:
    return session.do(h.QuestionShown(item=_text(rest, "ask q-tables")))


def _table(session: ClassSession, rest: str) -> str:
    """`table 3 B 5`: table 3 says B, for five people. `table 3: words` where it is in words."""
    written = re.fullmatch(r"([^:]{1,40}):\s*(.+)", rest)
    if written:
        return session.table(written[1].strip(), (), text=written[2])
    found = re.fullmatch(r"(\S{1,40})\s+(\S+)(?:\s+(\d{1,3}))?", rest)
    if not found:
        raise NotUnderstoodError("Type table, answer and people: table 3 B 5; or table 3: words.")
    return session.table(found[1], tuple(found[2].split("+")), max(1, _people(found[3] or "1")))


def _bars(session: ClassSession, rest: str) -> str:
    return session.bars(_number(rest, "bars 1") if rest else 0)


def _timer(session: ClassSession, rest: str) -> str:
    """Minutes, `m:ss`, or a sign for more and less."""
    found = re.fullmatch(r"([+-]?)(\d{1,3})(?::([0-5]\d))?", rest)
    if not found:
        raise NotUnderstoodError("Type minutes: timer 3, timer 1:30, timer +1, or timer -1.")
    seconds = 60 * int(found[2]) + int(found[3] or 0)
    limit = 3600 if found[1] else 6 * 3600
    if not 0 < seconds <= limit:
        return f"A timer takes up to {limit // 60} minutes here, and at least a second."
    if found[1]:
        return session.do(h.TimerAdjusted(seconds=-seconds if found[1] == "-" else seconds))
    return session.do(h.TimerStarted(seconds=seconds))


def _break(session: ClassSession, rest: str) -> str:
    minutes = _number(rest, "break 10") if rest else 0
    return session.take_break(minutes) if minutes <= 240 else "A break has up to 240 minutes."


def _sheets(session: ClassSession, rest: str) -> str:
    """One word for each sheet, a letter for each question, `-` for none."""
    items = session.state.now.items if session.state.now else ()
    if not items:
        return "The agenda is not at a team test."
    sheets = []
    for word in rest.upper().split():
        if len(word) != len(items):
            raise NotUnderstoodError(SHEETS)
        sheets.append({item: sign for item, sign in zip(items, word, strict=True) if sign != "-"})
    if not sheets:
        raise NotUnderstoodError(SHEETS)
    return session.sheets(sheets)


def _scratch(session: ClassSession, rest: str) -> str:
    found = re.fullmatch(r"(\S{1,40})\s+(\d{1,2})\s+([A-Za-z]+)", rest)
    if not found:
        raise NotUnderstoodError("Type table, question and letter: scratch 3 1 B.")
    return session.scratch(found[1], int(found[2]), found[3])


def _appeal(session: ClassSession, rest: str) -> str:
    found = re.fullmatch(r"(\S{1,40})\s+(\d{1,2})\s+(.{1,2000})", rest)
    if not found:
        raise NotUnderstoodError("Type table, question and reason: appeal 3 1 two are right.")
    return session.appeal(found[1], int(found[2]), found[3])


def _rate(session: ClassSession, rest: str) -> str:
    ratings = "|".join(rating.value for rating in h.Rating)
    found = re.fullmatch(rf"(\S{{1,64}})\s+(\d{{1,2}})\s+({ratings})\b\s*(.{{0,2000}})", rest)
    if not found or found[2] == "0":
        raise NotUnderstoodError(
            "Type inject, number, rating and note: rate call-1 2 partly asked late. "
            "Ratings: met, partly, missed, not seen."
        )
    number, rating = int(found[2]) - 1, h.Rating(found[3])
    return session.do(
        h.ExpectationRated(inject=found[1], expectation=number, rating=rating, note=found[4])
    )


def _harm(session: ClassSession, rest: str) -> str:
    """`harm boy the table wanted him questioned`: stopped, and reported apart."""
    found = re.fullmatch(r"(\S{1,64})\s+(.{1,2000})", rest)
    if not found:
        raise NotUnderstoodError("Type inject and what was decided: harm boy he was to be asked.")
    return session.do(h.HarmNoted(inject=found[1], text=found[2]))


def _why(session: ClassSession, rest: str) -> str:
    """`why share nobody knew the number`; `why - ...` for the whole."""
    found = re.fullmatch(r"(\S{1,64})\s+(.{1,2000})", rest)
    if not found:
        raise NotUnderstoodError("Type objective and reason: why share the number was missing.")
    return session.do(h.ReasonNoted(objective=_objective(found[1]), text=found[2]))


def _agree(session: ClassSession, rest: str) -> str:
    """`agree share | J3 | 2026-04-01 | send the list each evening`."""
    parts = [part.strip() for part in rest.split("|", 3)]
    dated = len(parts) == 4 and re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", parts[2])
    if not dated or not parts[3] or len(parts[1]) > 80:
        raise NotUnderstoodError(
            "Type objective, owner, day and action with bars between them: "
            "agree share | J3 | 2026-04-01 | send the list each evening. "
            "A hyphen is the whole; owner and day may be empty."
        )
    objective, owner, due, text = parts
    return session.do(
        h.ActionAgreed(objective=_objective(objective), text=text[:2000], owner=owner, due=due)
    )


def _objective(typed: str) -> str:
    return "" if typed == "-" else typed


def _point(session: ClassSession, rest: str) -> str:
    round_ = session.state.hot_wash
    if round_ is None:
        return "There is no hot wash. Begin it with hotwash."
    return session.do(h.HotWashNoted(round=round_, text=_text(rest, "point clear reports")))


WORDS: dict[str, Word] = {
    "next": lambda session, _rest: session.forward(),
    "back": lambda session, _rest: session.back(),
    "go": _go,
    "ask": _ask,
    "present": _present,
    "enter": _enter,
    "leave": _leave,
    "answer": _answer,
    "open": lambda session, _rest: session.open_voting(),
    "close": lambda session, _rest: session.close_voting(),
    "hands": _votes(h.Way.HANDS),
    "cards": _votes(h.Way.CARDS),
    "slips": _votes(h.Way.SLIPS),
    "table": _table,
    "bars": _bars,
    "discuss": lambda session, _rest: session.do(h.DiscussionStarted()),
    "reveal": lambda session, _rest: session.do(h.Revealed()),
    "debrief": lambda session, _rest: session.do(h.DebriefStarted()),
    "decide": lambda session, rest: session.decide(rest),
    "timer": _timer,
    "stop": lambda session, _rest: session.do(h.TimerStopped()),
    "pause": lambda session, _rest: session.pause(),
    "blank": lambda session, _rest: session.blank(),
    "break": _break,
    "log": lambda session, rest: session.do(h.LogLine(text=_text(rest, "log good question"))),
    "park": lambda session, rest: session.do(
        h.QuestionParked(text=_text(rest, "park who pays for it?"))
    ),
    "stage": lambda session, _rest: session.stage(),
    "sheets": _sheets,
    "scratch": _scratch,
    "appeal": _appeal,
    "start": lambda session, _rest: session.do(h.ExerciseStarted()),
    "inject": lambda session, rest: session.release(rest),
    "hint": lambda session, rest: session.hint(rest),
    "missed": lambda session, rest: session.missed(rest),
    "rate": _rate,
    "hotwash": lambda session, _rest: session.hot_wash(),
    "harm": _harm,
    "point": _point,
    "why": _why,
    "agree": _agree,
    "undo": lambda session, _rest: session.undo(),
    "end": lambda session, _rest: session.do(h.Ended()),
}
"""Every word; the cockpit on a screen has a key for each."""
