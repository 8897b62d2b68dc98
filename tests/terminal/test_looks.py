"""What a real terminal shows: without colour, on the console, in a small and in a large window."""

import re
from pathlib import Path

import pytest

from tests.terminal.learner import CURSOR, Defect, Learner
from tests.terminal.tmux import TUTOR, Terminal, flat
from tutor.content.library import Library, bundled_courses
from tutor.model.library import Module

REF = "wps/participation"
PLAY = (*TUTOR, "play", REF)
LESSON = "Who decides, who is missing"
FRAMES = re.compile("[\u2500-\u259f\u25a0-\u25ff]")
SIZES = [(60, 20), (160, 50)]


@pytest.fixture(scope="module")
def module() -> Module:
    """The module that is looked at."""
    return Library.open([bundled_courses()]).module(REF)


def test_without_colour_state_is_text(terminal: Terminal, home: Path) -> None:
    window = terminal.open(*PLAY, home=home, env={"NO_COLOR": "1", "COLORTERM": "truecolor"})
    learner = Learner(window)
    window.wait_for("Module quiz", "[ ]")
    assert f"{CURSOR} [ ]" in window.screen, "the cursor is text too"
    learner.open(LESSON)
    learner.study_until("Letter chooses, Enter answers")
    assert "( )" in window.screen
    learner.act("a")
    assert "(*)" in window.screen
    assert not _hues(window.coloured), "a colour although NO_COLOR is set"
    screen = learner.act("Enter")
    assert "your answer" in screen
    assert "right" in screen
    learner.act("Escape")
    window.wait_for("[-]")


def _hues(coloured: str) -> list[str]:
    """The colours on a screen that are not a shade of grey, as their codes."""
    found = []
    for code in re.findall(r"\x1b\[([0-9;:]+)m", coloured):
        parts = [int(part) for part in re.split("[;:]", code) if part]
        if parts[:2] in ([38, 2], [48, 2]):
            found += [code] * (len(set(parts[2:5])) > 1)
        else:
            found += [code] * any(n % 10 in range(1, 7) and n // 10 in (3, 4, 9, 10) for n in parts)
    return found


def test_the_linux_console_gets_plain_characters(terminal: Terminal, home: Path) -> None:
    window = terminal.open(*PLAY, home=home, env={"TERM": "linux", "COLORTERM": ""})
    learner = Learner(window)
    window.wait_for("Module quiz", "[ ]")
    assert not _drawn(learner.look())
    learner.open(LESSON)
    learner.study_until("Letter chooses, Enter answers")
    assert not _drawn(window.screen)
    learner.act("a")
    assert "(*)" in window.screen
    assert not _drawn(window.screen)
    learner.act("Enter", "Escape")
    window.wait_for("[-]")


def test_the_linux_console_gets_a_plain_explanation(terminal: Terminal, home: Path) -> None:
    window = terminal.open(*PLAY, home=home, env={"TERM": "linux", "COLORTERM": ""})
    learner = Learner(window)
    window.wait_for("Module quiz", "[ ]")
    learner.open(LESSON)
    learner.study_until("your answer")
    if _drawn(learner.look()):
        raise Defect(window.screen)


def _drawn(screen: str) -> list[str]:
    """The characters for drawing that are on a screen, without the scrollbar."""
    return [sign for line in screen.splitlines() for sign in FRAMES.findall(line[:76])]


def test_the_linux_console_gets_a_plain_scrollbar(terminal: Terminal, home: Path) -> None:
    window = terminal.open(*PLAY, home=home, env={"TERM": "linux", "COLORTERM": ""})
    learner = Learner(window)
    window.wait_for("Module quiz", "[ ]")
    learner.open(LESSON)
    assert not FRAMES.findall(learner.look()), window.screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_screen_fits_the_window(
    size: tuple[int, int], terminal: Terminal, home: Path, module: Module
) -> None:
    window = terminal.open(home=home, size=size)
    learner = Learner(window)
    title = module.head.title
    window.wait_for(title, "min - ")
    learner.open(title[:20])
    window.wait_for(title, "objectives")
    learner.open(LESSON)
    page = module.lessons[0].pages[0]
    window.wait_for(page.title, _beginning(page.text))
    learner.study_until("Letter chooses, Enter answers")
    shown = flat(learner.look())
    asked = [item for item in module.items.values() if _beginning(item.prompt) in shown]
    assert asked, f"no prompt is whole:\n{window.screen}"
    learner.act("a")
    learner.step()
    window.wait_for("your answer")
    learner.act("Escape")
    scenario = next(iter(module.scenarios.values()))
    learner.open(scenario.head.title[:20])
    window.wait_for(_beginning(scenario.head.role))
    learner.study_until("Exercise time")
    first = scenario.nodes[scenario.head.start]
    window.wait_for(_beginning(first.text))
    for indicator in scenario.indicators.values():
        assert indicator.label in flat(window.screen), "an indicator is cut"
    learner.act("Escape")
    learner.open("Module quiz")
    window.wait_for("The explanations come after you hand in.", "Nothing is timed.")
    learner.act("Enter")
    window.wait_for("1/")
    learner.look()
    learner.act("o")
    window.wait_for("Before you hand in", "Enter opens a question, y hands in.")
    learner.act("?")
    window.wait_for("Help", "Close (C)")


def _beginning(text: str) -> str:
    """The first words of a Markdown text, as a screen shows them."""
    plain = re.sub(r"\[@[^\]]*\]|[*_`#]", "", text)
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain)
    return " ".join(plain.split()[:8])
