"""The pictures of the README, made by the running program: `python -m tools.screenshots`.

The clock, the ids and the dice are fixed, so the same courses give the same bytes. Needs the
project and its tests, and nothing else.
"""

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from tests import autopilot
from tests.worlds import START, make_world, open_test_desk
from tools.class_pictures import take_class
from tools.picture import take
from tutor.content.library import Library, bundled_courses
from tutor.model.library import Module
from tutor.model.responses import Choice
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    ChoiceFrame,
    DebriefFrame,
    EndFrame,
    FeedbackFrame,
    Frame,
    OverviewFrame,
    PickBody,
    QuestionFrame,
    ResultFrame,
)
from tutor.study.moves import Action, Answer, Choose, Finish, Move, Next, Reveal
from tutor.study.session import Session
from tutor.tui.app import TutorApp
from tutor.tui.screens.module import ModuleScreen
from tutor.tui.screens.study import StudyScreen
from tutor.tui.views.debrief import DebriefView
from tutor.tui.views.feedback import FeedbackView
from tutor.tui.views.question import QuestionView
from tutor.tui.views.reading import PageView
from tutor.tui.views.results import ResultView
from tutor.tui.views.scenario import ChoiceView
from tutor.tui.widgets.menu import Menu
from tutor.tui.widgets.reader import Prose

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
REF = "wps/participation"
SIZE = (80, 24)
PATIENCE = 500
"""Looks at the app, 20 ms apart, until what is expected is on the screen."""


class Study:
    """One learner's days: works without a screen up to where a picture is taken."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._days = count()
        self.module: Module = Library.open([bundled_courses()]).module(REF)

    def desk(self, name: str | None = None) -> Desk:
        """A desk on the next day, whoever is asked for: the clock goes on, the ids stay apart."""
        del name
        day = next(self._days)
        world = make_world(START + timedelta(days=day), first_id=1 + 1000 * day)
        return open_test_desk(self._home, world=world)

    def work(self, part: str, ref: str, until: Callable[[Frame], bool], slips: int = 0) -> None:
        """Work on a part until a frame is shown; the first `slips` answers are poor ones."""
        desk = self.desk()
        session: Session = desk.open(Part(REF, part, ref))
        left = slips
        while not until(session.frame):
            skill: Literal["best", "worst"] = "worst" if left > 0 else "best"
            move = self.move(session.frame, skill)
            left -= move.action in (Action.ANSWER, Action.CHOOSE)
            session.do(move)
        desk.close()

    def move(self, frame: Frame, skill: Literal["best", "worst"]) -> Move:
        """What a learner who knows the key, or nothing, does."""
        match frame:
            case QuestionFrame():
                given = autopilot.response(self.module, frame, skill)
                return Answer(given, seconds=20.0)
            case ChoiceFrame() if frame.options:
                return Choose(autopilot.choice(self.module, frame, skill), seconds=40.0)
            case FeedbackFrame() if Action.REVEAL in frame.actions:
                return Reveal()
            case OverviewFrame():
                return Finish()
            case _:
                return Next()

    def letter(self, frame: QuestionFrame) -> str:
        """The letter on the screen of the right answer."""
        key = autopilot.response(self.module, frame, "best")
        assert isinstance(frame.body, PickBody), f"{frame.ref} is not answered with a letter"
        assert isinstance(key, Choice)
        places = [option.key for option in frame.body.options]
        return "abcdefgh"[places.index(key.chosen[0])]


class Camera:
    """Takes pictures of one run of the program."""

    def __init__(self, app: TutorApp, pilot: Pilot[int], folder: Path) -> None:
        self._app = app
        self._pilot = pilot
        self._folder = folder

    async def see(self, kind: type[Widget]) -> None:
        """Wait until there is a widget of this kind on the screen and nothing moves any more."""
        for _ in range(PATIENCE):
            found = list(self._app.screen.query(kind))
            if any(widget.is_mounted and widget.size.area for widget in found):
                break
            await self._pilot.pause(0.02)
        else:
            raise AssertionError(f"no {kind.__name__} is shown")
        for _ in range(5):
            await self._pilot.pause(0.02)

    async def open(self, part: str, ref: str, kind: type[Widget]) -> None:
        """Open a part of the module."""
        await self._app.push_screen(StudyScreen(REF, part, ref))
        await self.see(kind)

    async def scroll_to(self, beginning: str) -> None:
        """Scroll until the heading that begins so is at the top."""
        headings = self._app.screen.query(".heading").results(Static)
        heading = next(h for h in headings if str(h.content).startswith(beginning))
        heading.scroll_visible(top=True, animate=False)
        await self.see(Static)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self._pilot.press(*keys)

    async def go_to_module(self) -> None:
        """Open the module."""
        await self._app.push_screen(ModuleScreen(REF))
        await self.see(Prose)

    def question(self) -> QuestionFrame:
        """The question on the screen."""
        return self._app.screen.query_one(QuestionView)._frame

    def take(self, name: str) -> None:
        """Write the picture."""
        take(self._app, self._folder, name)


def over(frame: Frame) -> bool:
    """The part is done: a lesson read, a scenario reviewed, a quiz marked."""
    return isinstance(frame, EndFrame | DebriefFrame | ResultFrame)


def at_second_decision(frame: Frame) -> bool:
    """A decision after one that changed something."""
    return isinstance(frame, ChoiceFrame) and frame.decision == 2


async def run(study: Study, folder: Path, shoot: Callable[[Camera], Awaitable[None]]) -> None:
    """Start the program, take pictures, and leave it."""
    app = TutorApp(study.desk)
    async with app.run_test(size=SIZE) as pilot:
        camera = Camera(app, pilot, folder)
        await camera.see(Menu)
        await shoot(camera)


async def take_all(study: Study, folder: Path) -> None:
    """Study, and take the pictures in between."""
    first, second = study.module.lessons[:2]
    scenario = next(iter(study.module.scenarios))

    async def lesson(camera: Camera) -> None:
        camera.take("home")
        await camera.open("lesson", second.id, PageView)
        camera.take("page")
        await camera.press("enter")
        await camera.see(QuestionView)
        right = study.letter(camera.question())
        await camera.press(right)
        await camera.see(QuestionView)
        camera.take("question")
        await camera.press("enter")
        await camera.see(FeedbackView)
        camera.take("feedback")

    async def decision(camera: Camera) -> None:
        await camera.open("scenario", scenario, ChoiceView)
        await camera.press("pagedown")
        await camera.see(ChoiceView)
        camera.take("decision")

    async def review(camera: Camera) -> None:
        await camera.open("scenario", scenario, DebriefView)
        await camera.scroll_to("3  Why")
        camera.take("review")

    async def module(camera: Camera) -> None:
        await camera.go_to_module()
        camera.take("module")

    async def result(camera: Camera) -> None:
        await camera.open("exam", "", ResultView)
        camera.take("result")

    study.work("lesson", first.id, over)
    await run(study, folder, lesson)
    study.work("scenario", scenario, at_second_decision)
    await run(study, folder, decision)
    study.work("scenario", scenario, over, slips=2)
    await run(study, folder, review)
    await run(study, folder, module)
    study.work("exam", "", over, slips=3)
    await run(study, folder, result)


def plain_environment() -> None:
    """The colours of an ordinary terminal, whatever this one is."""
    for name in [name for name in os.environ if name.startswith(("TEXTUAL", "NO_COLOR"))]:
        del os.environ[name]
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def main() -> None:
    """Make all the pictures anew."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder of the pictures")
    folder: Path = parser.parse_args().into
    folder.mkdir(parents=True, exist_ok=True)
    plain_environment()
    with TemporaryDirectory() as home:
        asyncio.run(take_all(Study(Path(home) / "study"), folder))
        asyncio.run(take_class(Path(home), folder))
    for path in sorted(folder.glob("*.svg")):
        print(path.name)


if __name__ == "__main__":
    main()
