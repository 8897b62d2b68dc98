"""A class session in the hands of its instructor: which page is on the wall, what a key means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import RLock

from tutor.model.classroom import happenings as h
from tutor.model.classroom.plan import StepKind
from tutor.model.classroom.state import Overlay, Phase
from tutor.study.classroom.session import ClassSession
from tutor.study.classroom.words import NotUnderstoodError, say
from tutor.study.frames.classroom import CockpitFrame
from tutor.tui.widgets.classroom.blocks import Sheet
from tutor.tui.widgets.classroom.parts import pages_of

MINUTE = 60
LEAVES_EXERCISE = "The exercise is running. The same key once more leaves it for the next step."


class Teaching:
    """Verbs that return the sentence with which the session refused, or ""; and the frame.

    Verbs and the clock of the screen ask from threads of their own, one at a time.
    """

    def __init__(self, session: ClassSession) -> None:
        self.session = session
        self._guard = RLock()
        self._asked_at = -1
        self._page = 0
        self._pages: tuple[Sheet, ...] = ()
        self._simple: dict[str, Callable[[], str]] = {
            "next": self._next,
            "back": self._back,
            "open": self._open,
            "new_round": self._open,
            "close": session.close_voting,
            "bars": self._bars,
            "reveal": lambda: session.do(h.Revealed()),
            "discuss": self._discuss,
            "go_on": self._go_on,
            "inject": session.release,
            "hint": session.hint,
            "missed": session.missed,
            "more_time": lambda: session.do(h.TimerAdjusted(seconds=MINUTE)),
            "less_time": lambda: session.do(h.TimerAdjusted(seconds=-MINUTE)),
            "pause": session.pause,
            "blank": session.blank,
            "undo": session.undo,
        }

    # What to show

    def frame(self) -> CockpitFrame:
        """The cockpit as it stands, with the page that is on the wall."""
        with self._guard:
            frame = self.session.cockpit()
            pages = pages_of(frame.wall)
            if pages[:1] != self._pages[:1]:
                self._page = 0
            self._pages = pages
            self._page = min(self._page, len(pages) - 1)
            return replace(frame, wall=replace(frame.wall, page=self._page))

    @property
    def pages(self) -> tuple[int, int]:
        """The page on the wall, from 1, and how many there are."""
        return self._page + 1, max(len(self._pages), 1)

    def offers(self, verb: str, frame: CockpitFrame) -> bool:
        """Whether this name of `Key.offers` means something now."""
        state = self.session.state
        rounds = len(state.vote.rounds) if state.vote else 0
        testing = state.now is not None and state.now.kind is StepKind.TEST
        stage = state.tests[state.step].stage if testing and state.step in state.tests else None
        match verb:
            case "open":
                return "open" in frame.offered and rounds == 0
            case "new_round":
                return "open" in frame.offered and rounds > 0
            case "count":
                return "count" in frame.offered or stage is h.Stage.INDIVIDUAL
            case "table":
                return "table" in frame.offered or stage is h.Stage.TEAM
            case "appeal":
                return stage in (h.Stage.TEAM, h.Stage.DONE)
            case "discuss":
                return bool({"discuss", "debrief"} & frame.offered) and self._worth_discussing(
                    frame
                )
            case "go_on":
                return bool({"stage", "start"} & frame.offered) or self._washing
            case "next":
                return "next" in frame.offered or self._page + 1 < len(self._pages)
            case "back":
                return "back" in frame.offered or self._page > 0
            case "timer_runs":
                return state.timer is not None
            case "present":
                return state.phase is Phase.LOBBY
            case "point":
                return self._washing
            case "why" | "agree":
                return self._washing and bool(frame.aims)
            case "hint_due":
                return any(row.hint for row in frame.injects)
            case "missed_due":
                return any(row.missed for row in frame.injects)
        return not verb or verb in frame.offered

    # Verbs

    def can(self, verb: str) -> bool:
        """Whether the verb needs no question first."""
        return verb in self._simple

    def do(self, verb: str) -> str:
        """Do a verb that needs no question."""
        with self._guard:
            return self._simple[verb]()

    def say(self, line: str) -> str:
        """Do what was typed in a dialog, in the words of the plain cockpit."""
        try:
            return say(self.session, line)
        except NotUnderstoodError as problem:
            return str(problem)

    def _next(self) -> str:
        if self._page + 1 < len(self._pages) and not self._covered:
            self._page += 1
            return ""
        if self._over and self.session.state.phase is not Phase.DEBRIEF and not self._covered:
            return self.session.do(h.DebriefStarted())  # nobody leaves a scenario without it
        if self._playing and self._asked_at != self.session.wall().revision:
            self._asked_at = self.session.wall().revision
            return LEAVES_EXERCISE
        return self.session.forward()

    def _back(self) -> str:
        if self._page > 0 and not self._covered:
            self._page -= 1
            return ""
        return self.session.back()

    def _open(self) -> str:
        refused = self.session.open_voting()
        if not refused:
            self._page = max(len(self._pages) - 1, 0)  # where the answers are
        return refused

    def _bars(self) -> str:
        """The first round that the room has not seen yet."""
        vote = self.session.state.vote
        hidden = [n + 1 for n in range(len(vote.rounds)) if n + 1 not in vote.bars] if vote else []
        return self.session.bars(hidden[0] if hidden else 0)

    def _discuss(self) -> str:
        debrief = self.session.do(h.DebriefStarted()) if self._explained else "not yet"
        return debrief and self.session.do(h.DiscussionStarted())

    def _go_on(self) -> str:
        now = self.session.state.now
        if self._washing:
            return self.session.hot_wash()
        match now.kind if now else None:
            case StepKind.TEST:
                return self.session.stage()
            case StepKind.EXERCISE:
                return self.session.do(h.ExerciseStarted())
            case StepKind.HOT_WASH:
                return self.session.hot_wash()
        return self._next()

    @property
    def _washing(self) -> bool:
        return self.session.state.hot_wash is not None

    @property
    def _covered(self) -> bool:
        """Whether something lies over the pages, so that turning them would be a surprise."""
        return self.session.state.blank or self.session.state.overlay is not None

    @property
    def _explained(self) -> bool:
        """Whether talk is debrief now: an answer was revealed, or a scenario has ended."""
        return self.session.state.phase is Phase.REVEALED or self._over

    @property
    def _playing(self) -> bool:
        """Whether an exercise runs and nothing out of turn lies over it."""
        state = self.session.state
        aside = bool(state.subject) or self._covered
        return state.step in state.exercises and not aside and bool(self._pages)

    @property
    def _over(self) -> bool:
        """Whether a scenario stands at its ending."""
        state = self.session.state
        now = state.now
        if now is None or now.kind is not StepKind.SCENARIO:
            return False
        return not state.subject and now.ref in state.runs

    def _worth_discussing(self, frame: CockpitFrame) -> bool:
        """A page without a prompt can be discussed too; the footer need not say so."""
        state = self.session.state
        return state.vote is not None or bool(frame.discuss) or self._explained

    @property
    def ended(self) -> bool:
        """Whether the session is over."""
        return self.session.state.overlay is Overlay.ENDED
