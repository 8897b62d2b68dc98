"""The wall's side: frames as they come, and None whenever there is no cockpit to show."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from tutor.study.frames.classroom import WallFrame
from tutor.wire.codec import MOST_BYTES, WireError, unpack
from tutor.wire.key_file import FindKeys, WallKey
from tutor.wire.server import HOST

CONNECT_SECONDS = 3.0
FIRST_FRAME_SECONDS = 5.0
"""A cockpit has a frame from its beginning on; who says nothing for so long is none."""

PAUSE_SECONDS = 0.5
"""Between two tries: short, since the room waits."""


async def frames(find: FindKeys) -> AsyncIterator[WallFrame | None]:
    """Frames for ever: attaches again by itself when the cockpit was started anew."""
    standing = False
    while True:
        for key in await asyncio.to_thread(find):
            async for frame in _attached(key):
                standing = False
                yield frame
        if not standing:
            standing = True
            yield None
        await asyncio.sleep(PAUSE_SECONDS)


async def _attached(key: WallKey) -> AsyncIterator[WallFrame]:
    """The frames of one cockpit, until it goes away or sends what is no frame."""
    try:
        reader, writer = await asyncio.wait_for(
            asyncio.open_connection(HOST, key.port, limit=MOST_BYTES), CONNECT_SECONDS
        )
    except (OSError, TimeoutError):
        return
    try:
        writer.write(key.token.encode() + b"\n")
        deadline: float | None = FIRST_FRAME_SECONDS
        while line := await _line(reader, deadline):
            yield unpack(line)
            deadline = None
    except WireError:
        return
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def _line(reader: asyncio.StreamReader, seconds: float | None) -> bytes:
    """The next whole line, b"" when there is none to come."""
    try:
        line = await asyncio.wait_for(reader.readline(), seconds)
    except (OSError, TimeoutError, ValueError):
        return b""
    return line if line.endswith(b"\n") else b""
