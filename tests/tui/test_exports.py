"""One key writes the review, and the certificate of a quiz that was passed."""

from pathlib import Path

from tests.paper.runs import REF, bridge_desk, play, take_quiz
from tests.tui.driver import program
from tutor.tui.screens.study import StudyScreen


async def test_e_writes_the_review_and_says_where(tmp_path: Path) -> None:
    desk = bridge_desk(tmp_path)
    play(desk, "worst")
    desk.close()
    async with program(lambda: bridge_desk(tmp_path), REF, (120, 40)) as seen:
        seen.app.push_screen(StudyScreen(REF, "scenario", "toll"))
        await seen.settle()
        seen.sees("After-action review", "Export")
        await seen.press("e")
        seen.sees("Written:")
        await seen.press("escape")
        await seen.press("e")
    (folder,) = (tmp_path / "profiles").glob("*/exports")
    stem = "aar-bridge-crossing-toll-run-1"
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"{stem}-2.html", f"{stem}-2.md", f"{stem}.html", f"{stem}.md"]
    assert "Close the bridge" in (folder / f"{stem}.md").read_text("utf-8")


async def test_a_certificate_comes_with_a_pass_only(tmp_path: Path) -> None:
    for skill, offered in (("worst", False), ("best", True)):
        home = tmp_path / skill
        desk = bridge_desk(home)
        take_quiz(desk, skill)  # type: ignore[arg-type]
        desk.close()
        async with program(lambda home=home: bridge_desk(home), REF, (120, 40)) as seen:  # type: ignore[misc]
            seen.app.push_screen(StudyScreen(REF, "exam", ""))
            await seen.settle()
            await seen.press("e")
            (seen.sees if offered else seen.sees_not)("Written:")
        assert [path.name for path in home.rglob("certificate-*")] == (
            ["certificate-bridge-crossing.html"] if offered else []
        )
