"""Sampling is told; what is asked is played."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.content.courses import SCENARIO, bridge, change, codes
from tutor.content.check import check
from tutor.content.files import Folder
from tutor.content.gather import everything
from tutor.content.read import Reader
from tutor.content.rules import play, studied


def test_a_choice_that_moves_something_else_is_not_dominated(tmp_path: Path) -> None:
    """Also where no later condition reads it: the learner sees it move."""
    course = bridge(tmp_path)
    change(course, SCENARIO, 'b.effects = "trust -1"', 'b.effects = "trust -2"')
    assert codes(course) == []
    change(course, SCENARIO, '\nb.effects = "trust -2"', "")
    assert codes(course) == ["G307"]


def test_above_the_cap_play_is_sampled_and_that_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = bridge(tmp_path)
    small = studied.studied
    monkeypatch.setattr(play, "studied", lambda view: small(view, cap=2))
    found = check([course]).diagnostics
    assert [(one.code, one.severity) for one in found] == [("G313", "note")]


def test_only_scenarios_that_were_asked_for_are_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = bridge(tmp_path)
    played: list[str] = []
    analysed = studied.studied

    def counting(view: studied.ScenarioView) -> studied.Studied | None:
        played.append(view.id)
        return analysed(view)

    monkeypatch.setattr(play, "studied", counting)
    check([course / "crossing" / "questions.toml"])
    assert played == []
    check([course / SCENARIO])
    check([course / "crossing"])
    check([course])
    assert played == ["toll"] * 3


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('b.to = "closed"', 'b.to = "clozed"', "G301"),
        ('a.needs = "knows-hours and', 'a.needs = "knows-hour and', "R210"),
        ('start      = "arrive"', 'start      = "arive"', "G301"),
        ('end = "poor"\n', "", "G302"),
    ],
)
def test_an_error_has_no_echo(tmp_path: Path, old: str, new: str, code: str) -> None:
    """What cannot be played is not judged as a play."""
    course = bridge(tmp_path)
    change(course, SCENARIO, old, new)
    assert codes(course) == [code]


def test_best_choices_that_go_in_circles(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, 'a.to = "open"', 'a.to = "arrive"')
    change(course, SCENARIO, 'b.to = "closed"\nb.quality = 1', 'b.to = "open"\nb.quality = 1')
    view = everything(Reader(Folder.at(course)))
    found = {one.code: one.message for one in play.check(replace(view, asked=()))}
    assert "goes in circles at" in found["G314"]
