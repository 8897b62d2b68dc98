"""The course with every kind of question, played from the first page to the result."""

import io
from pathlib import Path
from typing import cast

from tests.autopilot import Autopilot, Skill, WatchedDesk
from tests.kinds import KINDS_COURSE, REF
from tests.worlds import make_world
from tutor.cli.plain.player import Player
from tutor.content.library import Library
from tutor.model.items import KINDS
from tutor.store.learner import open_learner

EXAM_KINDS = set(KINDS) - {"draft", "reflect"}


def played(skill: Skill, home: Path) -> str:
    world, sink = make_world(), io.StringIO()
    library = Library.open([KINDS_COURSE])
    desk = WatchedDesk(library, open_learner(home, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(REF), sink, skill)
    assert Player(desk, cast("io.StringIO", source), sink).play(REF) == 0
    desk.close()
    return sink.getvalue()


def test_the_best_learner_is_told_so_for_every_kind(tmp_path: Path) -> None:
    text = played("best", tmp_path)
    assert "Passed with 100 %" in text
    assert "100 % of the points in this round." in text
    assert "Written without a score: 2." in text
    assert "Not correct" not in text
    for kind in KINDS:
        assert f"Question ({kind})." in text
    assert "{{" not in text


def test_the_worst_learner_is_not_passed_and_not_lost(tmp_path: Path) -> None:
    text = played("worst", tmp_path)
    assert "Not passed yet" in text
    quiz = text[text.index("Module quiz (1 of 12)") :]
    assert sum(f"Question ({kind})." in quiz for kind in EXAM_KINDS) == 12
    assert "not understood" not in text


def test_a_text_of_several_lines_ends_with_a_full_stop_alone(tmp_path: Path) -> None:
    world, sink = make_world(), io.StringIO()
    library = Library.open([KINDS_COURSE])
    desk = WatchedDesk(library, open_learner(tmp_path, "Maj Lind", clock=world.clock), world)
    typed = "\nt f f t\n\n?\nFirst line\n\nquit\n1\n.\n"
    assert Player(desk, io.StringIO(typed), sink).play(REF, ("lesson", "orlen")) == 0
    record = desk._overviews.seat(REF).record
    assert set(record.completed) == {f"{REF}/q-own-assumption"}
    assert "Your text:\nFirst line\n\nquit\n1" in sink.getvalue()


def test_a_text_at_the_end_of_the_input_is_not_lost(tmp_path: Path) -> None:
    world, sink = make_world(), io.StringIO()
    library = Library.open([KINDS_COURSE])
    desk = WatchedDesk(library, open_learner(tmp_path, "Maj Lind", clock=world.clock), world)
    Player(desk, io.StringIO("\nt f f t\n\nFirst line\nSecond"), sink).play(REF)
    assert desk._overviews.seat(REF).record.completed
