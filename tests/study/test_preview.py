"""A module under its author's hands: what is played, from which state, and what is said of it."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.courses import FILES, LESSON, QUESTIONS, SCENARIO, bridge, change
from tests.content.test_fuzz import TEXTS, spoil
from tests.kinds import KINDS_COURSE
from tests.worlds import make_world
from tutor.engine import grading
from tutor.errors import ContentError, UsageError
from tutor.model.record import Outcome
from tutor.study.frames import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    FeedbackFrame,
    IntroFrame,
    PageFrame,
    QuestionFrame,
)
from tutor.study.moves import Action, Again, Answer, Choose, Next
from tutor.study.preview.desk import Preview
from tutor.study.preview.place import place_of


def opened(course: Path, where: str = "", module: str = "crossing") -> Preview:
    return Preview(place_of(f"{course / module}{where}"), make_world())


def key(preview: Preview, name: str) -> str:
    """The key of the first row of that name."""
    return next(row.key for row in preview.board.blocks if row.name == name)


def at(preview: Preview, name: str) -> ChoiceFrame:
    """The situation as it is played."""
    frame = preview.play(key(preview, name)).frame
    assert isinstance(frame, ChoiceFrame)
    return frame


def values(frame: ChoiceFrame) -> dict[str, int]:
    return {row.id: row.value for row in frame.indicators}


# What is named on the command line


@pytest.mark.parametrize(
    ("where", "first"),
    [
        ("bridge/crossing", "bridge/crossing/module.toml:"),
        ("bridge", "bridge/crossing/module.toml:"),
        ("bridge/sources.toml", "bridge/crossing/module.toml:"),
        ("bridge/crossing:gate", "bridge/crossing/scenarios/toll.toml:gate"),
        ("bridge/crossing/questions.toml:q-true", "bridge/crossing/questions.toml:q-true"),
        ("bridge/crossing/lessons/approach.toml", "bridge/crossing/lessons/approach.toml:"),
    ],
)
def test_a_path_names_a_module_and_where_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, first: str
) -> None:
    bridge(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert Preview(place_of(where), make_world()).first == first


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("bridge/nowhere", "there is no such file or folder"),
        ("bridge/crossing:q-singel", "Did you mean `q-single`?"),
        ("bridge/crossing/questions.toml:gate", "There is no block [gate] here."),
        (".", "is in no module"),
        ("bridge/other", "is in no module"),
        ("loose", "is not in a course"),
    ],
)
def test_what_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, said: str
) -> None:
    bridge(tmp_path)
    for folder in ("bridge/other", "loose"):
        (tmp_path / folder).mkdir()
    (tmp_path / "loose" / "module.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as refused:
        _ = Preview(place_of(where), make_world()).first
    assert said in f"{refused.value} {refused.value.hint}"


def test_a_course_with_several_modules_names_them(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (course / "second").mkdir()
    (course / "second" / "module.toml").write_text("", "utf-8")
    with pytest.raises(UsageError, match="several modules") as refused:
        place_of(str(course))
    assert "crossing, second" in refused.value.hint


# What is played


def test_every_block_is_played_as_a_learner_meets_it(tmp_path: Path) -> None:
    preview = opened(bridge(tmp_path))
    kinds = {
        "module": IntroFrame,
        "lesson": IntroFrame,
        "page": PageFrame,
        "question": QuestionFrame,
        "scenario": BriefingFrame,
        "situation": ChoiceFrame,
    }
    rows = preview.board.blocks
    assert {row.kind for row in rows} == kinds.keys()
    for row in rows:
        frame = preview.play(row.key).frame
        assert isinstance(frame, kinds[row.kind]), row.key
        assert preview.shown(frame, row.key) == row.key


@pytest.mark.parametrize("name", ["q-single", "q-order", "q-short"])
def test_a_question_is_explained_and_asked_again(tmp_path: Path, name: str) -> None:
    preview = opened(bridge(tmp_path))
    session = preview.play(key(preview, name))
    item = preview._version.draft.module.items[name]
    explained = session.do(Answer(grading.key(item)))
    assert isinstance(explained, FeedbackFrame)
    assert explained.outcome is Outcome.CORRECT
    assert preview.shown(explained, "") == key(preview, name)
    assert isinstance(session.do(Again()), QuestionFrame)


def test_every_kind_has_a_key_with_every_explanation() -> None:
    preview = opened(KINDS_COURSE, module="tour")
    for row in preview.board.blocks:
        sheet = preview.key(row.key)
        assert (sheet.explained is not None) is (row.kind == "question")
        if sheet.explained is not None:
            assert sheet.explained.notes or sheet.explained.why or sheet.explained.compared
            assert dict(sheet.facts)["kind"]


def test_the_key_of_a_situation_says_where_choices_lead(tmp_path: Path) -> None:
    sheet = (preview := opened(bridge(tmp_path))).key(key(preview, "arrive"))
    first, second = sheet.parts
    assert first.label == "a  3 best, leads to gate"
    assert first.lines == ("then trust +2, knows-hours", "source unscr-1325")
    assert second.label == "b  0 wrong, harmful, leads to closed"
    assert ("reached from", "the start") in sheet.facts
    assert ("reached from", "arrive (a)") in preview.key(key(preview, "gate")).facts


# From which state


def test_a_situation_is_played_as_a_learner_gets_there(tmp_path: Path) -> None:
    preview = opened(bridge(tmp_path))
    gate = at(preview, "gate")
    assert values(gate) == {"trust": 7}
    assert gate.text == "They come at dawn."
    assert gate.clock == "D+0 06:30"


def test_a_state_from_the_command_line(tmp_path: Path) -> None:
    preview = opened(bridge(tmp_path), ":gate")
    preview.choose_by((), ["trust=0"])
    assert values(at(preview, "gate")) == {"trust": 0}
    assert {one.key for one in at(preview, "gate").options} == {"b"}
    assert at(preview, "gate").text == "They come at dawn.", "nothing was said about facts"
    preview.choose_by(["knows-hours"], ["trust = 3"])
    assert {one.key for one in at(preview, "gate").options} == {"a", "b"}
    assert preview.state(key(preview, "q-single")) is None


@pytest.mark.parametrize(
    ("facts", "values", "said"),
    [
        (["know-hours"], [], "Did you mean `knows-hours`?"),
        ([], ["trusst=3"], "Did you mean `trust`?"),
        ([], ["trust=many"], "a whole number is needed"),
        ([], ["trust"], "a whole number is needed"),
        ([], ["trust=11"], "trust goes from 0 to 10"),
    ],
)
def test_a_wrong_state_is_refused(
    tmp_path: Path, facts: list[str], values: list[str], said: str
) -> None:
    preview = opened(bridge(tmp_path), ":gate")
    with pytest.raises(UsageError) as refused:
        preview.choose_by(facts, values)
    assert said in f"{refused.value} {refused.value.hint}"


def test_a_state_needs_a_scenario() -> None:
    with pytest.raises(UsageError, match="for a scenario"):
        opened(KINDS_COURSE, module="tour").choose_by(["anything"], [])


def test_a_run_goes_on_where_it_is_with_what_is_declared_now(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    preview = opened(course)
    session = preview.play(key(preview, "arrive"))
    session.do(Choose("a"))
    change(course, SCENARIO, "trust.start = 5", "trust.start = 5\nworry.label = '''Worry'''")
    change(course, SCENARIO, "They come at dawn.", "They come before dawn.")
    assert preview.concerns(preview.read(), key(preview, "arrive"), session)
    now = preview.go_on(key(preview, "arrive"), session).frame
    assert isinstance(now, ChoiceFrame)
    assert now.text == "They come before dawn."
    assert values(now) == {"trust": 7, "worry": 5}


def test_an_ending_leads_to_its_review(tmp_path: Path) -> None:
    preview = opened(bridge(tmp_path))
    session = preview.play(key(preview, "open"))
    assert isinstance(session.do(Next()), DebriefFrame)


def test_a_scenario_without_its_first_situation_is_played_from_the_others(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, 'a.to = "gate"', 'a.to = "Gate"')
    preview = opened(course)
    assert values(at(preview, "gate")) == {"trust": 5}
    session = preview.play(key(preview, "closed"))
    with pytest.raises(ContentError, match="no situation 'arrive'"):
        session.do(Next())


# What is said


def test_a_save_concerns_what_it_changed_and_nothing_else(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    preview = opened(course)
    change(course, QUESTIONS, "at night", "at noon")
    assert preview.read() == {key(preview, "q-true")}
    changed = frozenset({key(preview, "q-true")})
    for name, concerned in (("q-true", True), ("q-single", False), ("gate", False)):
        session = preview.play(key(preview, name))
        assert preview.concerns(changed, key(preview, name), session) is concerned
    assert [row.name for row in preview.board.blocks if row.changed] == ["q-true"]


def test_the_cursor_stays_with_what_a_save_renames_and_takes_away(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    preview = opened(course)
    before, here = preview.board, key(preview, "q-true")
    assert before.kept(here, before) == here
    assert before.kept(f"{here}#0", before) == here, "a finding that is gone"
    change(course, QUESTIONS, "[q-true]", "[q-at-night]")
    preview.read()
    renamed = preview.board
    assert renamed.kept(here, before) == key(preview, "q-at-night")
    text = (course / SCENARIO).read_text("utf-8")
    (course / SCENARIO).write_text(text[: text.index("[closed]")], "utf-8")
    preview.read()
    last = before.blocks[-1].key
    assert preview.board.kept(last, before) == preview.board.blocks[-1].key != last


def test_findings_stand_with_their_blocks_and_none_is_lost(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, "difficulty = 2\n", "difficulty = 2\ncolour = 3\n")
    change(course, SCENARIO, "trust.label", "trust.lable")
    change(course, LESSON, 'ask     = ["q-single"', 'ask     = ["q-singel"')
    (course / "sources.toml").write_text("[unscr-1325]\ntitle = 3\n", "utf-8")
    (course / "crossing" / "lessons" / "spare.toml").write_text("title = '''Spare'''\n", "utf-8")
    preview = opened(course)
    assert not preview.board.checked
    preview.check()
    board = preview.board
    found = {(file.name, row.name) for file in board.files for row in file.blocks if row.findings}
    assert found >= {
        ("questions.toml", "file"),
        ("scenarios/toll.toml", "scenario"),
        ("lessons/approach.toml", "near-side"),
        ("sources.toml", "file"),
        ("lessons/spare.toml", "file"),
    }
    count = sum(len(row.findings) for row in board.blocks)
    assert board.checked
    assert count == len(preview._version.found)
    assert board.summary.startswith(f"{count} error") or "warning" in board.summary
    seen = set()
    row = board.finding_after("")
    while row is not None and row.key not in seen:
        seen.add(row.key)
        row = board.finding_after(row.key)
    assert len(seen) == count, "from one finding to the next all are met"


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_whatever_is_saved_every_row_can_be_opened(seed: int, files: int) -> None:
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        course = bridge(Path(folder))
        preview = opened(course)
        for name in dice.sample(FILES, files):
            text = spoil(TEXTS[name], dice.randrange(2**32))
            (course / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        preview.read()
        for row in preview.board.blocks:
            session = preview.play(row.key)
            preview.key(row.key)
            preview.state(row.key)
            if isinstance(session.frame, ChoiceFrame) and session.frame.options:
                session.do(Choose(session.frame.options[0].key))
            elif Action.HINT not in session.frame.actions:
                preview.go_on(row.key, session)
