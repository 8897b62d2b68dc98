"""The cockpit's side: gives each wall the whole frame, whenever it has changed.

A wall is told the newest frame only, so that one which reads slowly misses some and delays
nobody. What a wall sends after the handshake means nothing; there is no verb on this wire.
"""

import asyncio
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

from tutor.study.frames.classroom import WallFrame
from tutor.wire.codec import pack
from tutor.wire.key_file import WallKey, new_token, remove_key, write_key

HOST = "127.0.0.1"
HANDSHAKE_SECONDS, DRAIN_SECONDS = 3.0, 5.0
"""For the whole handshake, and for a wall to take a frame; who needs longer is let go."""

MOST_WALLS, MOST_KNOCKING = 8, 16
"""Walls at a time; connections that have not said the token yet."""

LONGEST_HELLO = 200
"""Bytes of the line with the token."""


class WallServer:
    """Listens on loopback while the cockpit runs; `folder` is that of the session."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = new_token()
        self._line = b""
        self._changed = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._walls = 0

    @property
    def walls(self) -> int:
        """How many are attached now."""
        return self._walls

    async def start(self) -> None:
        """Listen on a free port and leave the key for walls. Raises OSError or `StoreError`."""
        self._server = await asyncio.start_server(self._meet, HOST, 0, limit=LONGEST_HELLO)
        port = self._server.sockets[0].getsockname()[1]
        try:
            await asyncio.to_thread(write_key, self._folder, WallKey(port=port, token=self._token))
        except BaseException:
            await self.stop()
            raise

    def publish(self, frame: WallFrame) -> None:
        """Show this frame on every wall from now on. Raises `WireError` for one too large."""
        line = pack(frame)
        if line != self._line:
            self._line = line
            self._changed.set()
            self._changed = asyncio.Event()

    async def stop(self) -> None:
        """Let every wall go; the next cockpit has another key."""
        remove_key(self._folder)
        if self._server is not None:
            self._server.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            if len(self._tasks) <= MOST_KNOCKING and await self._knows_token(reader):
                await self._serve(reader, writer)
        except (OSError, TimeoutError, asyncio.CancelledError):
            pass  # A wall that went away, or a cockpit that ends.
        finally:
            self._tasks.discard(task)
            # Not close(): that would wait until a wall that reads nothing has taken everything.
            writer.transport.abort()

    async def _knows_token(self, reader: asyncio.StreamReader) -> bool:
        try:
            async with asyncio.timeout(HANDSHAKE_SECONDS):
                said = await reader.readline()
        except ValueError:  # A line without an end.
            return False
        return compare_digest(said, self._token.encode() + b"\n")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._walls >= MOST_WALLS:
            return
        self._walls += 1
        gone = asyncio.create_task(_until_gone(reader))
        try:
            await self._tell(writer, gone)
        finally:
            self._walls -= 1
            gone.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await gone

    async def _tell(self, writer: asyncio.StreamWriter, gone: "asyncio.Task[None]") -> None:
        """The newest frame, then the next that differs, until the wall has gone."""
        told = b""
        while not gone.done():
            changed = self._changed
            if self._line != told:
                told = self._line
                writer.write(told)
                await asyncio.wait_for(writer.drain(), DRAIN_SECONDS)
                continue
            waiting = asyncio.create_task(changed.wait())
            await asyncio.wait((waiting, gone), return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()


async def _until_gone(reader: asyncio.StreamReader) -> None:
    """A wall says nothing more; one that does is no wall of ours, and is let go."""
    with suppress(OSError):
        await reader.read(1)
