"""What shows each frame: one view per frame, one table."""

from collections.abc import Callable
from typing import Any

from tutor.study.frames import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    EndFrame,
    FeedbackFrame,
    Frame,
    IntroFrame,
    OverviewFrame,
    PageFrame,
    QuestionFrame,
    ResultFrame,
)
from tutor.tui.views.base import View
from tutor.tui.views.debrief import DebriefView
from tutor.tui.views.feedback import FeedbackView
from tutor.tui.views.question import QuestionView
from tutor.tui.views.reading import EndView, IntroView, PageView
from tutor.tui.views.results import OverviewView, ResultView
from tutor.tui.views.scenario import BriefingView, ChoiceView

VIEWS: dict[type[Frame], Callable[[Any], View]] = {
    IntroFrame: IntroView,
    PageFrame: PageView,
    QuestionFrame: QuestionView,
    FeedbackFrame: FeedbackView,
    OverviewFrame: OverviewView,
    ResultFrame: ResultView,
    EndFrame: EndView,
    BriefingFrame: BriefingView,
    ChoiceFrame: ChoiceView,
    DebriefFrame: DebriefView,
}


def view_of(frame: Frame) -> View:
    """A new view of the frame."""
    return VIEWS[type(frame)](frame)
