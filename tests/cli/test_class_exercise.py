"""An exercise from the lobby to the review: by typed words, rehearsed, and replayed."""

import csv
import io
import json
import os
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.content.courses import flooded
from tests.paper.html_reader import Page
from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.cli.plain.classroom import PlainCockpit
from tutor.content.library import Library, bundled_courses
from tutor.errors import ContentError, StoreError
from tutor.model.classroom import happenings as h
from tutor.paper import data
from tutor.paper.class_review import class_review
from tutor.paper.writers import written
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.export import as_csv
from tutor.study.classroom.rehearse import rehearse
from tutor.study.world import World

REF = "bridge/crossing/flood"
GOLDEN = Path(__file__).parents[1] / "transcripts" / "class-bridge-flood.txt"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAY = """\
present 12
inject
next
hint
start
start
inject
inject
rate gauge 1 met
undo
@3
hint
rate gauge 1 missed it stayed at the gate
missed
missed
@3
inject
ask q-single
open
hands A7 B5
close
reveal
next
rate crowd 1 partly asked two of forty
rate crowd 2 not seen
inject child
harm child one table wanted to ask the child where she lives
rate child 1 met
rate child 2 met
rate chil 1 met
log the guard walked over at once
next
point two words on paper were enough
hotwash
point the number has no home
why share the council has no line to the gate
why shared the council has no line to the gate
agree share | Guard post | 2026-04-01 | put the number of the council on the gate
agree ask | | | ask before noon
agree ask somebody
hotwash
point the market knew first
hotwash
end
"""


class Clock:
    """Goes on a second at each look, and as far as a test says."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Keyboard(io.StringIO):
    """Typed lines that show up in the transcript; `@3` lets three minutes pass."""

    def __init__(self, typed: str, sink: io.StringIO, clock: Clock) -> None:
        super().__init__(typed)
        self._sink, self._clock = sink, clock

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        self._sink.write(line)
        if line.startswith("@"):
            self._clock.now += timedelta(minutes=int(line[1:]))
            return "notes\n"
        return line


def desk_over(home: Path, courses: Path, clock: Clock | None = None) -> ClassDesk:
    numbers = count()
    world = World(clock=clock or Clock(), dice=Random, new_id=lambda: f"id-{next(numbers)}")
    return ClassDesk(Library.open([courses]), home, world)


def test_a_whole_exercise_by_typed_words_and_its_review(tmp_path: Path) -> None:
    clock = Clock()
    desk = desk_over(tmp_path / "home", flooded(tmp_path), clock)
    session, sink = desk.open_class(REF), io.StringIO()
    assert PlainCockpit(session, Keyboard(PLAY, sink, clock), sink).run() == 0
    session.close()
    review = desk.review(session.name)
    found = sink.getvalue() + "\n\n" + written(class_review(review), "md").decode()
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    assert found == GOLDEN.read_text("utf-8")
    assert session.state.ignored == 0
    again = desk_over(tmp_path / "home", tmp_path / "bridge").review(session.name)
    assert again == review
    assert data.write(again) == data.write(review)


def test_the_bundled_exercise_is_rehearsed_and_reviewed(tmp_path: Path) -> None:
    desk = desk_over(tmp_path, bundled_courses())
    plan = desk.plan("exercise/meridian/elding")
    assert (plan.minutes, len(plan.rows)) == (90, 2)
    session = desk.open_class("exercise/meridian/elding", rehearsal=True)
    said = list(rehearse(session, 24, Random(1)))
    session.close()
    assert not [line for line in said if line.startswith("Refused")]
    (played,) = desk.review(session.name).exercises
    assert [len(one.expected) > 4 for one in played.objectives] == [True] * 5
    assert all(row.out and row.rating for one in played.objectives for row in one.expected)
    assert all(one.why and one.following for one in played.objectives)


def test_a_scenario_by_vote_has_its_splits_costs_and_missed_cues(tmp_path: Path) -> None:
    desk = desk_over(tmp_path, BRIDGE)
    session = desk.open_class("bridge/crossing")
    session.do(h.PresentCounted(people=20))
    place = next(n for n, step in enumerate(session.head.agenda) if step.ref == "toll")
    session.do(h.StepChanged(step=place))
    session.forward()
    session.open_voting()
    session.count(h.Way.CARDS, {"A": 8, "B": 12})
    session.close_voting()
    session.decide()
    session.forward()
    session.close()
    review = desk.review(session.name)
    said = written(class_review(review), "md").decode()
    assert "votes A 8, B 12; decided B" in said
    assert "The class came to a poor ending." in said
    assert "#### Decision 1, cost" in said
    (played,) = review.scenarios
    assert played.costliest[0].cost > 0
    assert ("Cue missed" in said) == bool(played.costliest[0].cue)
    assert desk.review(session.name) == review


def test_what_was_not_played_has_no_review(tmp_path: Path) -> None:
    desk = desk_over(tmp_path / "home", flooded(tmp_path))
    session = desk.open_class("bridge/crossing")
    session.forward()
    session.close()
    with pytest.raises(StoreError, match="no exercise and no scenario"):
        desk.review(session.name)
    with pytest.raises(ContentError, match="has no exercise flod"):
        desk.open_class("bridge/crossing/flod")


HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> [x](javascript:1) [/b] \x1b[2J `a` | b"


def test_hostile_words_do_nothing_in_the_review(tmp_path: Path) -> None:
    desk = desk_over(tmp_path / "home", flooded(tmp_path))
    session = desk.open_class(REF)
    for what in (
        h.StepChanged(step=0),
        h.ExerciseStarted(),
        h.InjectReleased(inject="gauge"),
        h.ExpectationRated(inject="gauge", expectation=0, rating=h.Rating.MET, note=HOSTILE),
        h.LogLine(text=HOSTILE),
        h.HarmNoted(inject="gauge", text=HOSTILE),
        h.ReasonNoted(objective="share", text=HOSTILE),
        h.ActionAgreed(objective="share", text=HOSTILE, owner=HOSTILE[:70]),
        h.QuestionParked(text=HOSTILE),
    ):
        assert session.do(what) == ""
    session.close()
    review = desk.review(session.name)
    page = Page(written(class_review(review), "html"))
    assert page.faults == []
    assert "<script>alert(1)</script>" in page.text
    markdown = written(class_review(review), "md").decode()
    assert "<script>" not in markdown
    assert "\\[x\\](javascript" in markdown
    assert "\x1b" not in markdown
    assert json.loads(data.write(review))["log"][0]["text"] == review.log[0].text
    rows = list(csv.reader(io.StringIO(as_csv(desk.report(session.name)).decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row if "cmd" in cell]
    assert len(cells) == 7
    assert all(cell.startswith("'=cmd") for cell in cells)


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                      capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    courses = ["--courses", str(flooded(tmp_path))]
    assert run(["class", "plan", REF, *courses]) == 0
    assert "exercise   High water" in capsys.readouterr().out
    assert run(["class", "plan", "bridge/crossing", *courses]) == 0
    assert f"Also for a class: the exercise {REF}" in capsys.readouterr().out
    assert run(["class", "rehearse", REF, "--people", "9", *courses]) == 0
    name = capsys.readouterr().out.split()[-1]
    assert run(["class", "aar", name, "--format", "json", "--out", "-", *courses]) == 0
    assert json.loads(capsys.readouterr().out)["rehearsal"] is True
    assert run(["class", "aar", name, *courses]) == 0
    assert (tmp_path / f"aar-{name}.md").read_text("utf-8").startswith("# After-action review")
    assert run(["class", "aar", name, *courses]) == 2
    assert "is there already" in capsys.readouterr().err
