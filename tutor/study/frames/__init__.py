"""What to show, as data. Front ends render frames and know nothing else.

A question frame holds no answer key and no instructor note, so nothing that shows one can leak
them. Every text in a frame is untrusted: authors and learners wrote it.
"""

from tutor.study.frames.bodies import (
    Body,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    TruthBody,
    WriteBody,
)
from tutor.study.frames.cards import Heading, PartRow, Saving, SourceCard, TermCard
from tutor.study.frames.overview import (
    ContinueCard,
    CourseRow,
    HomeFrame,
    ModuleFrame,
    ModuleRow,
    ObjectiveRow,
)
from tutor.study.frames.question import AnswerNote, FeedbackFrame, QuestionFrame
from tutor.study.frames.quiz import OverviewFrame, OverviewRow, ResultFrame, ResultRow, ScoreRow
from tutor.study.frames.reading import EndFrame, IntroFrame, PageFrame
from tutor.study.frames.scenario import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    DecisionRow,
    IndicatorRow,
    InjectCard,
)

Frame = (
    IntroFrame
    | PageFrame
    | QuestionFrame
    | FeedbackFrame
    | OverviewFrame
    | ResultFrame
    | EndFrame
    | BriefingFrame
    | ChoiceFrame
    | DebriefFrame
)
"""Everything that a session can show."""

__all__ = [
    "AnswerNote",
    "Body",
    "BriefingFrame",
    "ChoiceFrame",
    "ContinueCard",
    "CourseRow",
    "DebriefFrame",
    "DecisionRow",
    "EndFrame",
    "FeedbackFrame",
    "Frame",
    "Heading",
    "HomeFrame",
    "IndicatorRow",
    "InjectCard",
    "IntroFrame",
    "ModuleFrame",
    "ModuleRow",
    "ObjectiveRow",
    "Option",
    "OrderBody",
    "OverviewFrame",
    "OverviewRow",
    "PageFrame",
    "PairBody",
    "PartRow",
    "PickBody",
    "QuestionFrame",
    "ResultFrame",
    "ResultRow",
    "Saving",
    "ScoreRow",
    "SourceCard",
    "TermCard",
    "TruthBody",
    "WriteBody",
]
