"""The terminal of these tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.tmux import TMUX, Terminal

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say why nothing here runs where there is no tmux."""
    if TMUX is None:
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="tests in a terminal need tmux"))


@pytest.fixture(scope="session")
def terminal() -> Iterator[Terminal]:
    """One tmux server for all tests of this process."""
    opened = Terminal()
    yield opened
    opened.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the program's data."""
    return tmp_path / "home"
