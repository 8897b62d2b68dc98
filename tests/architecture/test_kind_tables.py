"""One kind is one small module on every floor and a row in each table: no table misses a row."""

from pathlib import Path
from typing import get_args

import pytest

from tests.engine.examples import SAMPLES
from tests.kinds import KINDS_COURSE, REF
from tutor.cli.plain import bodies as plain
from tutor.content.interop import lms_in, lms_out
from tutor.content.library import Library
from tutor.engine.grading import GRADERS
from tutor.model.items import KINDS
from tutor.model.responses import Response
from tutor.study.frames import Body
from tutor.study.kinds import PRESENTERS
from tutor.tui.views import bodies as tui

ROOT = Path(__file__).resolve().parents[2]
BODIES = set(get_args(Body))


def test_every_kind_is_named_as_its_model_names_it() -> None:
    assert all(name == kind.KIND for name, kind in KINDS.items())
    assert all(get_args(kind.model_fields["kind"].annotation) == (n,) for n, kind in KINDS.items())
    assert len(KINDS) == 15


@pytest.mark.parametrize(
    "table",
    [GRADERS, PRESENTERS, SAMPLES, lms_out._KINDS, lms_in._KINDS],
    ids=["grade", "show", "sample", "export", "import"],
)
def test_every_kind_has_a_row(table: dict[str, object]) -> None:
    assert table.keys() == KINDS.keys()


def test_the_course_of_kinds_has_one_question_of_each() -> None:
    items = Library.open([KINDS_COURSE]).module(REF).items.values()
    assert sorted(item.kind for item in items) == sorted(KINDS)


@pytest.mark.parametrize(
    "table",
    [plain._SHOW, plain._HOW, plain._READ, tui.WIDGETS, tui.HOW],
    ids=["text", "prompt", "typed", "widget", "keys"],
)
def test_every_body_has_a_row(table: dict[type, object]) -> None:
    assert set(table) == BODIES


def test_every_response_is_of_a_shape_that_the_journal_knows() -> None:
    shapes = set(get_args(get_args(Response)[0]))
    assert {type(grader.blank()) for grader in GRADERS.values()} <= shapes
