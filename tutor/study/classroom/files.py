"""What a session leaves behind for people: results in the folder of the session."""

from pathlib import Path

from tutor.store.atomic import write_whole
from tutor.study.classroom.desk import ClassDesk
from tutor.study.classroom.export import FORMATS

FILES = {"report.md": "md", "results.csv": "csv", "results.xlsx": "xlsx"}


def export_all(desk: ClassDesk, name: str, folder: Path) -> tuple[str, ...]:
    """Write the results of a session anew into its folder; the names of the files.

    Raises `StoreError` when the journal cannot be read or a file cannot be written.
    """
    report = desk.report(name)
    for file, form in FILES.items():
        write_whole(folder / file, FORMATS[form](report))
    return tuple(FILES)
