"""What a session leaves behind for people: results in the folder of the session."""

from collections.abc import Mapping
from pathlib import Path

from tutor.store.atomic import write_whole
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.export import FORMATS

FILES = {"report.md": "md", "results.csv": "csv", "results.xlsx": "xlsx"}


def export_all(
    desk: ClassDesk, name: str, folder: Path, more: Mapping[str, bytes]
) -> tuple[str, ...]:
    """Write the results of a session anew into its folder, and `more` files by name; all names.

    Raises `StoreError` when the journal cannot be read or a file cannot be written.
    """
    report = desk.report(name)
    for file, form in FILES.items():
        write_whole(folder / file, FORMATS[form](report))
    for file, content in more.items():
        write_whole(folder / file, content)
    return (*FILES, *more)
