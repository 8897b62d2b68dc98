"""One view for each frame, and each says what can be done on it."""

from typing import get_args

import pytest

from tutor.study.frames import Frame
from tutor.tui.views.base import View
from tutor.tui.views.table import VIEWS


def test_every_frame_has_a_view() -> None:
    assert set(VIEWS) == set(get_args(Frame))


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.__name__)
def test_every_view_explains_itself(view: type[View]) -> None:
    assert "HELP" in vars(view), "the help of another view is shown"
    assert len(view.HELP.split()) >= 8
    assert view.HELP.endswith(".")
