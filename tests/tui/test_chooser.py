"""Several learners on one computer are asked who they are."""

from pathlib import Path

from tests.tui.driver import Seen
from tests.worlds import BRIDGE, make_world
from tutor.content.library import Library
from tutor.store.learner import open_learner
from tutor.study.desk import Desk
from tutor.tui.app import TutorApp


async def test_the_chosen_learner_opens(tmp_path: Path) -> None:
    def opened(name: str | None) -> Desk:
        world = make_world()
        return Desk(Library.open([BRIDGE]), open_learner(tmp_path, name, clock=world.clock), world)

    app = TutorApp(opened, lambda: ("Maj Lind", "Capt [/] Öst"))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = Seen(app, pilot)
        await seen.settle()
        seen.sees("Who is learning?", "Maj Lind", "Capt [/] Öst")
        await seen.press("down", "enter")
        await seen.settle()
        seen.sees("Capt [/] Öst", "not started")


async def test_nobody_is_chosen(tmp_path: Path) -> None:
    def opened(name: str | None) -> Desk:
        raise AssertionError(f"{name} was opened")

    app = TutorApp(opened, lambda: ("One", "Two"))
    async with app.run_test() as pilot:
        seen = Seen(app, pilot)
        await seen.settle()
        await pilot.press("escape")
    assert app.return_code == 0
