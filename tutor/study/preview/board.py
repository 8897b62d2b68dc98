"""The blocks of a module with what was found in each, for the list beside the view."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.draft import Draft, DraftBlock, Standing
from tutor.content.render import excerpt
from tutor.model.course import LessonHead, ModuleHead, Page
from tutor.model.items import Item
from tutor.model.scenario import Node, ScenarioHead
from tutor.study.frames.preview import BlockRow, BoardFrame, FileRows, FindingRow
from tutor.study.questions import label as label_of_item
from tutor.study.texts import first_line

WIDTH = 60
"""Cells of an author's line in a finding."""
HEADS = frozenset({"indicators", "facts", "objectives"})
"""Blocks that are shown with the head of their file."""
NOTES = {
    Standing.GOOD: "",
    Standing.KEPT: "This block has errors. You see its last good version.",
    Standing.FAULTY: "This situation has errors. You see what can be read of it.",
    Standing.LOST: "This block has errors, and there is no good version of it yet.",
}

Place = tuple[str, str]
"""A file, as findings name it, and a block of it; "" is the head."""


def key_of(file: str, block: str) -> str:
    """The key of a row."""
    return f"{file}:{block}"


def board(
    draft: Draft,
    found: Iterable[Diagnostic],
    changed: frozenset[Place],
    *,
    checked: bool,
    root: str,
) -> BoardFrame:
    """The list. `root`: how the folder of the module is named in front of its files."""
    known = {(one.file, one.block) for one in draft.blocks}
    by_block: dict[Place, list[Diagnostic]] = {}
    for one in found:
        block = "" if one.block in HEADS else one.block
        place = (one.file, block) if (one.file, block) in known else (one.file, "")
        by_block.setdefault(place, []).append(one)
    rows: dict[str, list[BlockRow]] = {}
    for shown in draft.blocks:
        place = (shown.file, shown.block)
        rows.setdefault(shown.file, []).append(
            _row(shown, by_block.get(place, ()), place in changed)
        )
    for (file, block), several in by_block.items():
        if (file, block) not in known:
            rows.setdefault(file, []).insert(0, _file_row(file, several))
    return BoardFrame(
        course=draft.course.head.title,
        module=draft.module.head.title,
        banner=draft.course.head.banner or "",
        files=tuple(FileRows(_short(file, root), tuple(some)) for file, some in rows.items()),
        summary=_summary(found),
        checked=checked,
    )


def _row(block: DraftBlock, found: Sequence[Diagnostic], changed: bool) -> BlockRow:
    key = key_of(block.file, block.block)
    return BlockRow(
        key=key,
        kind=block.kind.value,
        name=block.block or block.kind.value,
        label=_label(block),
        note=NOTES[block.standing],
        changed=changed,
        findings=_findings(key, found),
    )


def _file_row(file: str, found: Sequence[Diagnostic]) -> BlockRow:
    key = key_of(file, "")
    return BlockRow(key, "file", "file", "", "", False, _findings(key, found))


def _findings(key: str, found: Sequence[Diagnostic]) -> tuple[FindingRow, ...]:
    return tuple(
        FindingRow(
            key=f"{key}#{number}",
            code=one.code,
            severity=one.severity.value,
            line=one.line,
            message=one.message,
            hint=one.hint,
            excerpt=tuple(excerpt(one, WIDTH)),
        )
        for number, one in enumerate(found)
    )


def _label(block: DraftBlock) -> str:
    match block.value:
        case Item() as item:
            return label_of_item(item)
        case ModuleHead(title=text) | LessonHead(title=text) | Page(title=text) | Node(text=text):
            return first_line(text)
        case (ScenarioHead(title=text), *_):
            return first_line(text)
        case _:
            return ""


def _short(file: str, root: str) -> str:
    return file.removeprefix(f"{root}/") if file.startswith(f"{root}/") else file.rpartition("/")[2]


def _summary(found: Iterable[Diagnostic]) -> str:
    counts: Mapping[Severity, int] = Counter(one.severity for one in found)
    said = [
        f"{counts[one]} {one.value}" + ("" if counts[one] == 1 else "s")
        for one in Severity
        if counts.get(one)
    ]
    return ", ".join(said) or "no findings"
