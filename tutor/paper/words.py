"""Words that several documents share."""

from datetime import datetime

from tutor.paper.document import Paragraph, line
from tutor.study.frames.paper import Imprint
from tutor.study.texts import day

QUALITY = {3: "best", 2: "defensible", 1: "weak", 0: "wrong"}
"""The words for the quality of a decision, as the debrief has them."""

INSTRUCTOR = "For the instructor"

SELF_STUDY = (
    "This is a record of self-study, made by the program on the learner's own computer. "
    "Nobody supervised it. It is not a qualification."
)


def moment(at: datetime) -> str:
    """`1 March 2026, 08:05 UTC`."""
    return f"{day(at)}, {at:%H:%M} UTC"


def foot(imprint: Imprint) -> str:
    """The line at the bottom of each page."""
    said = [imprint.learner, imprint.module, f"Staff tutor {imprint.program}", day(imprint.at)]
    return " - ".join(part for part in said if part)


def course_line(imprint: Imprint) -> str:
    """Which module of which course."""
    return f"Module: {imprint.title} ({imprint.module}), course {imprint.course} {imprint.version}"


def self_study() -> Paragraph:
    """The sentence that every record carries."""
    return line(SELF_STUDY, quiet=True)
