"""What the key for exports writes: a review as Markdown and HTML, a certificate as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.study.frames import DebriefFrame, Frame, ResultFrame

if TYPE_CHECKING:
    from tutor.study.desk import Desk


def exportable(frame: Frame) -> bool:
    """A review, and the result of a quiz that was passed."""
    return isinstance(frame, DebriefFrame) or (
        isinstance(frame, ResultFrame) and frame.passed is True
    )


def exported(desk: Desk, module: str, frame: Frame) -> str:
    """Write the files and say where they are. Raises TutorError with a sentence."""
    from tutor.paper.review import review
    from tutor.paper.transcript import certificate
    from tutor.paper.writers import written

    name = module.replace("/", "-")
    formats: tuple[str, ...] = ("html",)
    if isinstance(frame, DebriefFrame):
        sheet = desk.records.review_of(module, frame.run)
        document, formats = review(sheet), ("md", "html")
        name = f"aar-{name}-{sheet.scenario}-run-{sheet.number}"
    else:
        document = certificate(desk.records.certificate(module))
        name = f"certificate-{name}"
    paths = [desk.records.keep(f"{name}.{form}", written(document, form)) for form in formats]
    return "\n".join(["Written:", "", *(str(path) for path in paths)])
