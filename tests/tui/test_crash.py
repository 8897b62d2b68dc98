"""An error that nobody expected: a sentence, a log without anybody's data, nothing lost."""

from pathlib import Path

import pytest

from tests.tui.driver import program
from tests.worlds import BRIDGE, open_test_desk
from tutor.tui import shell
from tutor.tui.screens import study


async def test_a_crash_leaves_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(frame: object) -> None:
        secret = "the key is c"
        raise ZeroDivisionError(len(secret))

    monkeypatch.setattr(study, "view_of", broken)
    monkeypatch.setattr(shell, "gettempdir", lambda: str(tmp_path))
    app = None
    with pytest.raises(ZeroDivisionError):  # noqa: PT012  the app raises when it is left
        async with program(lambda: open_test_desk(tmp_path, BRIDGE), "bridge/crossing") as seen:
            app = seen.app
            await seen.press("enter")
    assert app is not None
    app.report()
    said = capsys.readouterr().err
    assert "met an error it did not expect" in said
    assert "Traceback" not in said
    log = (tmp_path / shell.CRASH_LOG).read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "the key is c" not in log.replace('secret = "the key is c"', "")
    assert app.return_code == 1
