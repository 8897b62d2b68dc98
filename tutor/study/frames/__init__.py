"""What to show, as data. Front ends render frames and know nothing else.

A question frame holds no answer key and no instructor note, so nothing that shows one can leak
them. Every text in a frame is untrusted: authors and learners wrote it.
"""

from tutor.study.frames.bodies import (
    Blank,
    Body,
    ExtremesBody,
    GapBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
    WriteBody,
    typed,
)
from tutor.study.frames.cards import Heading, PartRow, Saving, SourceCard, TermCard
from tutor.study.frames.marks import (
    BookmarkRow,
    HitRow,
    NotebookFrame,
    NoteRow,
    ReferenceRow,
    ReportRow,
    Where,
)
from tutor.study.frames.overview import (
    ContinueCard,
    CourseRow,
    HomeFrame,
    ModuleFrame,
    ModuleRow,
    ObjectiveRow,
)
from tutor.study.frames.question import AnswerNote, FeedbackFrame, Passage, QuestionFrame
from tutor.study.frames.quiz import OverviewFrame, OverviewRow, ResultFrame, ResultRow, ScoreRow
from tutor.study.frames.reading import EndFrame, IntroFrame, PageFrame
from tutor.study.frames.report import (
    AccuracyRow,
    AheadRow,
    CalibrationRow,
    ComparedFrame,
    ComparedRow,
    DayRow,
    ExamRow,
    ForecastFrame,
    ForecastRow,
    MasteryFrame,
    MasteryRow,
    MisconceptionRow,
    NextStep,
    ProgressFrame,
    ReviewFrame,
    ShownIn,
    SureRow,
    TroubleFrame,
)
from tutor.study.frames.scenario import (
    BriefingFrame,
    ChoiceFrame,
    DebriefFrame,
    DecisionRow,
    IndicatorRow,
    InjectCard,
    RunRow,
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
    "AccuracyRow",
    "AheadRow",
    "AnswerNote",
    "Blank",
    "Body",
    "BookmarkRow",
    "BriefingFrame",
    "CalibrationRow",
    "ChoiceFrame",
    "ComparedFrame",
    "ComparedRow",
    "ContinueCard",
    "CourseRow",
    "DayRow",
    "DebriefFrame",
    "DecisionRow",
    "EndFrame",
    "ExamRow",
    "ExtremesBody",
    "FeedbackFrame",
    "ForecastFrame",
    "ForecastRow",
    "Frame",
    "GapBody",
    "Heading",
    "HitRow",
    "HomeFrame",
    "IndicatorRow",
    "InjectCard",
    "IntroFrame",
    "MasteryFrame",
    "MasteryRow",
    "MisconceptionRow",
    "ModuleFrame",
    "ModuleRow",
    "NextStep",
    "NoteRow",
    "NotebookFrame",
    "ObjectiveRow",
    "Option",
    "OrderBody",
    "OverviewFrame",
    "OverviewRow",
    "PageFrame",
    "PairBody",
    "PartRow",
    "Passage",
    "PickBody",
    "ProgressFrame",
    "QuestionFrame",
    "ReferenceRow",
    "ReportRow",
    "ResultFrame",
    "ResultRow",
    "ReviewFrame",
    "RunRow",
    "Saving",
    "ScaleBody",
    "ScoreRow",
    "ShownIn",
    "SortBody",
    "SourceCard",
    "StatementsBody",
    "SureRow",
    "TermCard",
    "TroubleFrame",
    "TruthBody",
    "Where",
    "WriteBody",
    "typed",
]
