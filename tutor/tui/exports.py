"""What the key for exports writes: reviews, certificates, the results of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import StoreError
from tutor.study.frames import DebriefFrame, Frame, ResultFrame

if TYPE_CHECKING:
    from tutor.study.classroom.desk import ClassDesk
    from tutor.study.classroom.session import ClassSession
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


def class_exported(desk: ClassDesk, session: ClassSession) -> tuple[str, ...]:
    """Write the results of a class into its folder, with the after-action review where an exercise
    or a scenario was played; the names of the files. Raises TutorError with a sentence."""
    from tutor.study.classroom.files import export_all

    return export_all(desk, session.name, session.folder, _reviewed(desk, session))


def _reviewed(desk: ClassDesk, session: ClassSession) -> dict[str, bytes]:
    from tutor.paper.class_review import class_review
    from tutor.paper.writers import written

    try:
        document = class_review(desk.review(session.name))
    except StoreError:
        return {}  # nothing was played to an end
    return {f"AAR.{form}": written(document, form) for form in ("md", "html")}
