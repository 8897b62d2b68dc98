"""Somebody who studies with the keyboard and knows only what is on the screen."""

import re

from tests.terminal.tmux import NotSeen, Window, flat

PICK = "Letter chooses, Enter answers"
TRUTH = "A true, B false, Enter answers"
PAIRING = re.compile("type the letter of its partner|no partner yet|→ [A-H] ")
WRITE = "Type, Enter answers"
DECIDES = "Exercise time"
ENDS = "Enter Next"
AGAIN = "try again. x: read the explanation"
CURSOR = "›"
CURSORS = (CURSOR, ">")
"""The second one is the Linux console's."""
SOON = 6.0
"""Seconds in which a key does something, if it does anything."""


class Defect(AssertionError):
    """A known defect shows; named by an expected failure, so that no other one passes for it."""


class Learner:
    """Answers everything with the first letter, reads the explanation, goes on with Enter."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def act(self, *keys: str) -> str:
        """Press keys, one after the other; the screen that comes after the last.

        A key that did nothing came too early and is pressed once more, as a person does.
        """
        screen = self.window.screen
        for key in keys:
            before = screen
            self.window.press(key)
            try:
                screen = self.window.settled(after=before, patience=SOON)
            except NotSeen:
                self.window.press(key)
                screen = self.window.settled(after=before)
        return screen

    def open(self, text: str) -> str:
        """Go down a list to the entry with this text, and open it; the screen after that."""
        for _ in range(60):
            screen = self.window.settled()
            lines = [line.strip() for line in screen.splitlines()]
            if any(line.startswith(CURSORS) and text in line for line in lines):
                return self.act("Enter")
            self.act("Down")
        raise AssertionError(f"{text!r} is not in the list:\n{screen}")

    def look(self) -> str:
        """The screen when there is something on it and it is at rest."""
        while not _lines(screen := self.window.settled()):
            self.window.settled(after=screen)
        return screen

    def place(self) -> tuple[str, ...]:
        """The first lines of what is shown, to know it again."""
        return _lines(self.look())[:6]

    def is_at(self, place: tuple[str, ...]) -> bool:
        """Whether the same is shown as at another time, if need be below a message."""
        return set(place) <= set(_lines(self.look()))

    def step(self, screen: str = "") -> str:
        """Do what the screen asks for, once; the screen after that."""
        now = flat(screen or self.look())
        if PAIRING.search(now):
            return self._pair()
        if WRITE in now:
            self.window.type("no idea")
            self.window.wait_for("no idea")
            return self.act("Enter")
        if PICK in now or TRUTH in now:
            return self._choose()
        if DECIDES in now and ENDS not in now:
            return self._choose()
        if AGAIN in now:
            return self.act("x")
        return self.act("Enter")

    def study_until(self, *texts: str, steps: int = 80) -> str:
        """Go on until all the texts are on one screen; the screen."""
        screen = self.look()
        for _ in range(steps):
            if all(text in flat(screen) for text in texts):
                return screen
            screen = self.step(screen)
            if not _lines(screen):
                screen = self.look()
        raise AssertionError(f"no {texts} after {steps} steps:\n{screen}")

    def _choose(self) -> str:
        """Read down to the answers, choose the first, and hand it in."""
        screen = self.window.screen
        while not any(box in screen for box in ("( )", "(*)", "[ ]", "[x]")):
            screen = self.act("PageDown")
        if "(*)" not in screen and "[x]" not in screen:
            screen = self.act("a")
            assert "(*)" in screen or "[x]" in screen, f"a chose nothing:\n{screen}"
        return self.act("Enter")

    def _pair(self) -> str:
        """Give each stem the next letter; Enter goes to the next stem, and at the end hands in."""
        question = screen = self.window.screen
        for letter in "abcdefgh":
            screen = self.act(letter, "Enter")
            another = _title(screen) != _title(question)  # it may be one to pair as well
            if another or not PAIRING.search(flat(screen)):
                return screen
        raise AssertionError(f"the pairs are never complete:\n{screen}")


def _title(screen: str) -> str:
    """The line at the top, with the number of the question."""
    return screen.partition("\n")[0]


def _lines(screen: str) -> tuple[str, ...]:
    """The lines between title bar and footer that are not empty, without the scrollbar."""
    lines = (line[:76].strip() for line in screen.splitlines()[2:-1])
    return tuple(line for line in lines if line)
