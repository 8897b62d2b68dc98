"""Somebody who studies with the keyboard and knows only what is on the screen."""

from tests.terminal.tmux import Window, flat

PICK = "Letter chooses, Enter answers"
TRUTH = "A true, B false, Enter answers"
PAIR = "type the letter of its partner"
OPEN_PAIR = "no partner yet"
WRITE = "Type, Enter answers"
DECIDES = "Exercise time"
ENDS = "The scenario ends here"
AGAIN = "try again. x: read the explanation"
CURSOR = "›"


class Learner:
    """Answers everything with the first letter, reads the explanation, goes on with Enter."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def act(self, *keys: str) -> str:
        """Press keys, one after the other; the screen that comes after the last."""
        screen = self.window.screen
        for key in keys:
            before = screen
            self.window.press(key)
            screen = self.window.settled(after=before)
        return screen

    def open(self, text: str) -> str:
        """Go down a list to the entry with this text, and open it; the screen after that."""
        for _ in range(60):
            screen = self.window.settled()
            if any(CURSOR in line and text in line for line in screen.splitlines()[1:]):
                return self.act("Enter")
            self.act("Down")
        raise AssertionError(f"{text!r} is not in the list:\n{screen}")

    def look(self) -> str:
        """The screen when there is something on it and it is at rest."""
        while not _body(screen := self.window.settled()).strip():
            self.window.settled(after=screen)
        return screen

    def place(self) -> tuple[str, ...]:
        """What is shown, without title bar, scrollbar and what messages may cover."""
        return _place(self.look())

    def wait_for_place(self, place: tuple[str, ...]) -> None:
        """Look until the same is shown as at another time."""
        self.window.wait_until(lambda screen: _place(screen) == place, f"not at {place}")

    def step(self) -> str:
        """Do what the screen asks for, once; the screen after that."""
        now = flat(self.look())
        if PAIR in now or OPEN_PAIR in now:
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
        """Go on until one of the texts is on the screen; the screen."""
        for _ in range(steps):
            screen = self.look()
            if any(text in flat(screen) for text in texts):
                return screen
            self.step()
        raise AssertionError(f"none of {texts} after {steps} steps:\n{screen}")

    def _choose(self) -> str:
        """Read down to the answers, choose the first, and hand it in."""
        screen = self.window.screen
        while not any(box in screen for box in ("( )", "(*)", "[ ]", "[x]")):
            screen = self.act("PageDown")
        if "(*)" not in screen and "[x]" not in screen:
            self.window.press("a")
            self.window.wait_until(lambda new: "(*)" in new or "[x]" in new, "a chose nothing")
        return self.act("Enter")

    def _pair(self) -> str:
        """Give each stem the next letter; Enter goes to the next stem, and at the end hands in."""
        screen = self.window.screen
        for letter in "abcdefgh":
            screen = self.act(letter, "Enter")
            if OPEN_PAIR not in flat(screen) and PAIR not in flat(screen):
                return screen
        raise AssertionError(f"the pairs are never complete:\n{screen}")


def _body(screen: str) -> str:
    """All but the title bar, the banner and the footer."""
    return "".join(screen.splitlines()[2:-2])


def _place(screen: str) -> tuple[str, ...]:
    return tuple(line[:76].rstrip() for line in screen.splitlines()[2:11])
