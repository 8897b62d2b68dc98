"""A course that means harm, on every screen: its texts are texts, and nothing of them runs."""

import shutil
from pathlib import Path

import pytest

from tests.tui.driver import program
from tests.worlds import BRIDGE, open_test_desk
from tutor.tui.screens.study import StudyScreen

MARKUP = "[/][b][b @click=app.quit]run[/] [link=file:///x]l[/link] $title %s {0}"
REF = "bridge/crossing"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The sample course with markup in every text."""
    course = tmp_path / "courses" / "bridge"
    shutil.copytree(BRIDGE, course)
    for path in course.rglob("*.toml"):
        lines = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(_spoil(line) for line in lines), "utf-8")
    return course


def _spoil(line: str) -> str:
    """Put markup behind the opening of each text that ends on the same line."""
    head, quote, rest = line.partition("'''")
    if quote and rest.endswith("'''") and "=" in head and "{{" not in rest:
        return f"{head}'''{MARKUP} {rest}"
    return line


def parts_of(desk: object) -> list[tuple[str, str]]:
    return [(row.part, row.ref) for row in desk.module(REF).parts]  # type: ignore[attr-defined]


async def test_every_screen_shows_the_markup_as_text(hostile: Path, tmp_path: Path) -> None:
    def opened():  # type: ignore[no-untyped-def]
        return open_test_desk(tmp_path / "home", hostile)

    async with program(opened, size=(100, 40)) as seen:
        seen.sees("[b @click=app.quit]run[/]")
        await seen.press("enter")
        seen.sees("[b @click=app.quit]run[/]")
        parts = parts_of(seen.app.desk)
        assert len(parts) > 3, "the checker left the texts out: nothing would be tested"
        for part, ref in parts:
            seen.app.push_screen(StudyScreen(REF, part, ref))
            await seen.settle()
            for keys in ("question_mark", "escape"), ("enter",), ("a", "enter"), ("enter",):
                await seen.press(*keys)
            assert seen.app.is_running
            seen.app.pop_screen()
            await seen.settle()
        seen.sees("[b @click=app.quit]run[/]")


async def test_a_learner_called_like_markup(tmp_path: Path) -> None:
    from tests.worlds import make_world
    from tutor.content.library import Library
    from tutor.store.learner import open_learner
    from tutor.study.desk import Desk

    def opened() -> Desk:
        world = make_world()
        learner = open_learner(tmp_path, MARKUP, clock=world.clock)
        return Desk(Library.open([BRIDGE]), learner, world)

    async with program(opened, size=(160, 30)) as seen:
        seen.sees("[b @click=app.quit]run[/]")


async def test_a_desk_that_cannot_be_opened_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tutor.errors import StoreError

    def opened():  # type: ignore[no-untyped-def]
        raise StoreError("The folder [/] cannot be read.", "Look at its rights.")

    async with program(opened) as seen:
        app = seen.app
    app.report()
    assert app.return_code == 2
    assert "The folder [/] cannot be read. Look at its rights." in capsys.readouterr().err


async def test_the_lists_show_the_markup_as_text(hostile: Path, tmp_path: Path) -> None:
    def opened():  # type: ignore[no-untyped-def]
        return open_test_desk(tmp_path / "home", hostile)

    async with program(opened, REF, (100, 40)) as seen:
        seen.app.push_screen(StudyScreen(REF, *parts_of(seen.app.desk)[0]))
        await seen.settle()
        await seen.press("s", "w", "left_square_bracket", "slash", "right_square_bracket", "ctrl+s")
        for keys in ("w", "escape"), ("exclamation_mark", "b", "enter", "enter"), ("k", "escape"):
            await seen.press(*keys)
        for name in ("notes", "glossary", "sources", "reports", "search", "palette"):
            seen.app.action_at_hand(name)
            await seen.settle()
            if name in ("search", "palette"):
                await seen.press(*"app.quit")
            seen.sees("@click=app.quit]")
            await seen.press("escape")
        assert seen.app.is_running


async def test_the_preview_shows_the_markup_as_text(hostile: Path) -> None:
    from tests.tui.test_preview import preview

    path = hostile / "crossing" / "scenarios" / "toll.toml"
    path.write_text(path.read_text("utf-8").replace('a.to = "gate"', 'a.to = "[/b]"'), "utf-8")
    async with preview(hostile, "gate", (100, 40)) as seen:
        for key in ("t", "escape", "x", "question_mark"):
            await seen.press(key)
            seen.sees("[b @click=app.quit]run[/]")
        await seen.press("escape", "j", "j")
        seen.sees("error S1", 'a.to = "[/b]"')
        assert seen.app.is_running
