"""A cockpit and its walls over loopback: who gets in, who is let go, what comes after a crash."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.study.classroom.rooms import class_desk
from tutor.study.frames.classroom import WallFrame
from tutor.wire import server as server_module
from tutor.wire.client import frames
from tutor.wire.codec import unpack
from tutor.wire.key_file import WallKey, all_keys, keys_of, write_key
from tutor.wire.server import HOST, MOST_WALLS, WallServer

SOON = 10.0
"""Seconds that a busy computer may need."""


@pytest.fixture
def shown(tmp_path: Path) -> WallFrame:
    session = class_desk(tmp_path / "home").open_class("bridge/crossing")
    session.close()
    return session.wall()


@asynccontextmanager
async def cockpit(folder: Path, shown: WallFrame) -> AsyncIterator[WallServer]:
    server = WallServer(folder)
    await server.start()
    server.publish(shown)
    try:
        yield server
    finally:
        await server.stop()


async def knock(key: WallKey, said: bytes) -> bytes:
    """What comes back for a first line; b"" when the cockpit hangs up."""
    reader, writer = await asyncio.open_connection(HOST, key.port, limit=1 << 20)
    try:
        writer.write(said)
        return await asyncio.wait_for(reader.readline(), SOON)
    except ConnectionError:
        return b""
    finally:
        writer.transport.abort()


def attached(folder: Path) -> Any:
    """The frames of a wall in this session."""
    return aclosing(frames(lambda: keys_of(folder)))


def key_of(folder: Path) -> WallKey:
    (key,) = keys_of(folder)
    return key


async def test_a_wall_with_the_key_gets_the_frame_and_each_later_one(
    tmp_path: Path, shown: WallFrame
) -> None:
    async with (
        cockpit(tmp_path, shown) as server,
        attached(tmp_path) as it,
    ):
        assert await asyncio.wait_for(anext(it), SOON) == shown
        assert server.walls == 1
        for page in (1, 2):
            later = replace(shown, page=page)
            server.publish(later)
            assert await asyncio.wait_for(anext(it), SOON) == later


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
async def test_only_this_user_can_read_the_key_and_it_goes_with_the_cockpit(
    tmp_path: Path, shown: WallFrame
) -> None:
    async with cockpit(tmp_path, shown):
        assert stat.S_IMODE((tmp_path / "wall.key").stat().st_mode) == 0o600
    assert keys_of(tmp_path) == ()


@pytest.mark.parametrize("said", [b"\n", b"GET / HTTP/1.1\r\n", b"x" * 43 + b"\n", b"\xff" * 5000])
async def test_a_stranger_gets_nothing(said: bytes, tmp_path: Path, shown: WallFrame) -> None:
    async with cockpit(tmp_path, shown) as server:
        assert await knock(key_of(tmp_path), said) == b""
        assert server.walls == 0


async def test_who_says_nothing_is_let_go(
    tmp_path: Path, shown: WallFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "HANDSHAKE_SECONDS", 0.05)
    async with cockpit(tmp_path, shown):
        key = key_of(tmp_path)
        assert await knock(key, b"") == b""
        assert await knock(key, key.token.encode()) == b""  # no end of the line


async def test_a_wall_that_says_more_is_let_go(tmp_path: Path, shown: WallFrame) -> None:
    async with cockpit(tmp_path, shown) as server:
        key = key_of(tmp_path)
        reader, writer = await asyncio.open_connection(HOST, key.port, limit=1 << 20)
        writer.write(key.token.encode() + b"\n")
        assert unpack(await reader.readline()) == shown
        writer.write(b'{"verb": "reveal"}\n')
        assert await asyncio.wait_for(reader.read(), SOON) == b""
        writer.transport.abort()
        assert server.walls == 0


async def test_a_wall_that_reads_nothing_delays_nobody(
    tmp_path: Path, shown: WallFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "DRAIN_SECONDS", 0.2)
    async with (
        cockpit(tmp_path, shown) as server,
        attached(tmp_path) as it,
    ):
        key = key_of(tmp_path)
        _, writer = await asyncio.open_connection(HOST, key.port)
        writer.write(key.token.encode() + b"\n")
        await asyncio.wait_for(anext(it), SOON)
        for number in range(30):
            frame = replace(shown, title=f"{number} " + "x" * 500_000)
            server.publish(frame)
            assert await asyncio.wait_for(anext(it), SOON) == frame
        while server.walls > 1:
            await asyncio.sleep(0.02)
        writer.transport.abort()


async def test_there_are_only_so_many_walls(tmp_path: Path, shown: WallFrame) -> None:
    async with cockpit(tmp_path, shown):
        key = key_of(tmp_path)
        hello = key.token.encode() + b"\n"
        attached = [await asyncio.open_connection(HOST, key.port) for _ in range(MOST_WALLS)]
        for reader, writer in attached:
            writer.write(hello)
            assert await reader.readline()
        assert await knock(key, hello) == b""
        for _, writer in attached:
            writer.transport.abort()


async def test_the_wall_comes_back_when_the_cockpit_does(tmp_path: Path, shown: WallFrame) -> None:
    folder = tmp_path / "classes" / "s"
    folder.mkdir(parents=True)
    async with aclosing(frames(lambda: all_keys(tmp_path))) as it:
        assert await asyncio.wait_for(anext(it), SOON) is None
        async with cockpit(folder, shown):
            assert await asyncio.wait_for(anext(it), SOON) == shown
        assert await asyncio.wait_for(anext(it), SOON) is None
        again = replace(shown, page=3)
        async with cockpit(folder, again):
            assert await asyncio.wait_for(anext(it), SOON) == again


async def test_a_key_left_by_a_crash_is_passed_over(tmp_path: Path, shown: WallFrame) -> None:
    runs, crashed = tmp_path / "classes" / "a", tmp_path / "classes" / "b"
    runs.mkdir(parents=True)
    crashed.mkdir()
    write_key(crashed, WallKey(port=9, token="x" * 43))
    async with aclosing(frames(lambda: all_keys(tmp_path))) as it:
        assert await asyncio.wait_for(anext(it), SOON) is None
        async with cockpit(runs, shown):
            os.utime(runs / "wall.key", (1, 1))
            assert await asyncio.wait_for(anext(it), SOON) == shown
