"""Only whole wall frames go over the wire, and they come out as they went in."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.kinds import KINDS_COURSE
from tests.kinds import REF as KINDS
from tests.study.classroom.rooms import class_desk, unkeyed
from tutor.study.classroom.agenda import Selection
from tutor.study.classroom.rehearse import rehearse
from tutor.study.frames.classroom import RevealPart, ReviewPart
from tutor.wire.codec import MOST_BYTES, WireError, pack, unpack


def test_every_frame_of_a_session_comes_out_as_it_went_in(tmp_path: Path) -> None:
    session = class_desk(tmp_path, KINDS_COURSE).open_class(KINDS, wanted=Selection(test=2))
    kinds = set()
    for _ in rehearse(session, 12, Random(3)):
        frame = session.wall()
        assert unpack(pack(frame)) == frame
        kinds.add(type(frame.part).__name__)
    session.close()
    assert {"SlidePart", "AskPart", "RevealPart", "NoticePart"} <= kinds


def test_no_key_and_no_note_is_sent_before_the_reveal(tmp_path: Path) -> None:
    """The bytes are the same for a course with every key and explanation changed."""
    from dataclasses import replace

    from tutor.study.classroom.wall import wall

    session = class_desk(tmp_path).open_class("bridge/crossing", wanted=Selection())
    other = replace(session.material, module=unkeyed(session.material.module))
    compared = 0
    for _ in rehearse(session, 20, Random(5)):
        frame = session.wall()
        if isinstance(frame.part, RevealPart | ReviewPart):
            continue
        as_other = wall(session.state, other, frame.revision, session.analysis)
        assert pack(frame) == pack(as_other)
        compared += 1
    session.close()
    assert compared > 20


def test_nothing_but_a_wall_frame_is_packed(tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class("bridge/crossing")
    for other in (session.cockpit(), session.state, session.wall().part, {"notes": "x"}):
        with pytest.raises(WireError, match="does not go over the wire"):
            pack(other)  # type: ignore[arg-type]
    session.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda read: read | {"notes": "more than there is"},
        lambda read: {name: one for name, one in read.items() if name != "part"},
        lambda read: read | {"is": "CockpitFrame"},
        lambda read: read | {"step": "1"},
        lambda read: read | {"step": True},
        lambda read: read | {"phase": "over"},
        lambda read: read | {"part": {"is": "ClassState"}},
        lambda read: read | {"part": {"title": "without a name"}},
        lambda read: read | {"timer": {"seconds": 1, "watch": {"since": "soon"}}},
        lambda read: [read],
        lambda read: None,
    ],
)
def test_what_is_no_frame_is_refused(change: object, tmp_path: Path) -> None:
    session = class_desk(tmp_path).open_class("bridge/crossing")
    read = json.loads(pack(session.wall()))
    session.close()
    with pytest.raises(WireError):
        unpack(json.dumps(change(read)).encode())  # type: ignore[operator]


@pytest.mark.parametrize("line", [b"", b"\xff\n", b"[" * 100_000, b"9" * 10_000, b"{}\n"])
def test_noise_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        unpack(line)


def test_a_page_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    from dataclasses import replace

    session = class_desk(tmp_path).open_class("bridge/crossing")
    with pytest.raises(WireError, match="too long"):
        pack(replace(session.wall(), title="x" * MOST_BYTES))
    session.close()
