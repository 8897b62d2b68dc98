"""Fixtures of the store: a folder, and a disk that misbehaves on demand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.broken_disk import Disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The misbehaving disk; well until told otherwise."""
    found = Disk(monkeypatch)
    yield found
    found.heal()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A learner's folder, empty."""
    made = tmp_path / "profiles" / "anna"
    made.mkdir(parents=True)
    return made
