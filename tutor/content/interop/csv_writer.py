"""A table of questions out: UTF-8 with a mark, which Excel needs to see that it is UTF-8."""

import csv
from collections.abc import Mapping
from io import StringIO

from tutor.content.interop.blocks import place
from tutor.content.interop.keys import Keys, flat
from tutor.content.interop.tables import IDS, TEXTS, as_lines, guarded

MARK = "\ufeff"


def written(questions: Mapping[str, Keys]) -> str:
    """The whole file; the columns are the keys that occur, as an author orders them."""
    rows = {name: flat(keys) for name, keys in questions.items()}
    columns = sorted(dict.fromkeys(path for row in rows.values() for path in row), key=place)
    sink = StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(["id", *columns])
    for name, row in rows.items():
        writer.writerow([name, *(guarded(_cell(path, row.get(path, ""))) for path in columns)])
    return MARK + sink.getvalue()


def _cell(path: str, value: object) -> str:
    name = path.rpartition(".")[2]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and name in TEXTS:
        return as_lines(value)
    if isinstance(value, list) and name in IDS:
        return ", ".join(map(str, value))
    return str(value)
