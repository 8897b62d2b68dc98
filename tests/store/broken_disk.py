"""A disk that misbehaves on demand."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest


class Death(BaseException):
    """The process was killed here: nothing after this reaches the disk."""


class Disk:
    """Replaces the calls with which the store changes a disk; reading stays as it is.

    `fail(number)` makes them fail with an errno, `room(n)` lets `os.write` write n more bytes and
    then report a full disk, `die_at(n)` ends everything at the n-th change, in the middle of a
    write if it is one, `short(n)` makes each `os.write` take at most n bytes.
    """

    CHANGES = ("write", "fsync", "replace", "ftruncate", "unlink", "mkdir")

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._real: dict[str, Callable[..., Any]] = {}
        self.calls: list[str] = []
        self._errno = 0
        self._only: frozenset[str] = frozenset()
        self._room: int | None = None
        self._short: int | None = None
        self._dies: int | None = None
        for name in (*self.CHANGES, "open"):
            self._real[name] = getattr(os, name)
            monkeypatch.setattr(os, name, self._patched(name))

    def fail(self, number: int, *only: str) -> None:
        self._errno, self._only = number, frozenset(only)

    def room(self, size: int) -> None:
        self._room = size

    def short(self, size: int) -> None:
        self._short = size

    def die_at(self, number: int) -> None:
        self._dies, self.calls = number, []

    def heal(self) -> None:
        self._errno, self._room, self._short, self._dies = 0, None, None, None

    def _patched(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if name == "open" and not args[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return self._real["open"](*args, **options)
            self.calls.append(name)
            self._die(name, args)
            if self._errno and (not self._only or name in self._only):
                raise OSError(self._errno, os.strerror(self._errno))
            return self._write(*args) if name == "write" else self._real[name](*args, **options)

        return call

    def _die(self, name: str, args: tuple[Any, ...]) -> None:
        if self._dies is None or len(self.calls) < self._dies:
            return
        if name == "write" and len(self.calls) == self._dies:
            self._real["write"](args[0], args[1][: len(args[1]) // 2])
        raise Death

    def _write(self, fd: int, data: memoryview) -> int:
        size = len(data) if self._short is None else min(self._short, len(data))
        if self._room is not None:
            size = min(size, self._room)
            self._room -= size
            if not size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._real["write"](fd, data[:size])


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for one example. Without fsync: what is tested is the bytes, and it is slow."""
    with tempfile.TemporaryDirectory() as name, mock.patch("os.fsync"):
        yield Path(name)
