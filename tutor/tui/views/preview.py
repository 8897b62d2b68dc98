"""The list of blocks with their findings, and what is said above the stage."""

from __future__ import annotations

from enum import Enum, auto

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tutor.study.frames.preview import BlockRow, BoardFrame, FindingRow, StateForm
from tutor.tui.safety import one_line, safe
from tutor.tui.views.author import finding
from tutor.tui.widgets.menu import Menu, MenuRow

HELP = """\
Your module as a learner sees it, beside what the checker finds. Save in your editor: it is read
again at once. A block with errors is shown in its last good version, and that is said above it.
Nothing that you do here is recorded.

The list has the blocks of each file. `[E]`, `[W]` and `[n]` are the worst that was found, errors,
warnings or notes; `*` marks what the last save changed. A finding stands below its block: on it,
your own line is shown.

- **Enter** plays the block under the cursor; **Esc** goes back to the list, there it leaves.
- **x** shows the key: right answers, where choices lead, quality, why, notes. **x** goes back.
- **t** sets the state from which a situation is played: indicators and facts.
- **j** goes to the next finding and its block, **l** lists all, only blocks with findings, or
  blocks alone."""

SEVERITY = {"error": "E", "warning": "W", "note": "n"}
BELOW = 4
"""Lines kept in sight below the cursor of the list when it is shown afresh."""
WIDEST = 90
"""Cells of a list, however wide the window is."""
ROOM = 10
"""Cells of a row that are no text: cursor, marks, air."""
BELOW_A_BLOCK = "     "


class Listing(Enum):
    """What stands in the list."""

    ALL = auto()
    FINDINGS = auto()
    """Only blocks with findings."""
    BLOCKS = auto()
    """Blocks without what was found in them."""

    @property
    def following(self) -> Listing:
        """The next one around."""
        every = list(Listing)
        return every[(every.index(self) + 1) % len(every)]

    @property
    def with_findings(self) -> Listing:
        """The same, or all where findings are not listed."""
        return Listing.ALL if self is Listing.BLOCKS else self


class BlockList(VerticalScroll):
    """The blocks of a module below the names of their files, each followed by its findings."""

    def __init__(self) -> None:
        super().__init__(id="blocks", can_focus=False)
        self._board: BoardFrame | None = None
        self._listing = Listing.ALL
        self._listed: tuple[list[MenuRow], str] = ([], "")

    def compose(self) -> ComposeResult:
        """The list scrolls in this column."""
        yield Menu(id="menu")

    @property
    def menu(self) -> Menu:
        """What takes the keys."""
        return self.query_one(Menu)

    def show(self, board: BoardFrame, at: str, listing: Listing) -> None:
        """Show the board with the cursor on the row `at`; nothing moves where nothing changed."""
        self._board, self._listing = board, listing
        listed = rows(board, min(self.size.width, WIDEST), listing)
        if (listed, at) == self._listed:
            return
        if listed == self._listed[0]:
            self.menu.go_to(at)
        else:
            self.menu.show(listed, at)
        self._listed = (listed, at)
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Keep the cursor in sight, and if it can be what was found below it."""
        line = self.menu.line_of_cursor
        if not self.scroll_y <= line <= self.scroll_y + self.size.height - BELOW:
            self.scroll_to(y=max(line - 1, 0), animate=False)

    def on_resize(self) -> None:
        """A row is as long as the list is wide."""
        here = self.menu.highlighted_option
        if self._board is not None and here is not None:
            self.show(self._board, here.id or "", self._listing)


class StandingLine(Static):
    """Says that what is shown is not what stands in the file, and from which state one plays."""

    def __init__(self) -> None:
        super().__init__(id="notice", markup=False)

    def show(self, block: BlockRow | None, state: StateForm | None) -> None:
        """Say it, or give the line to the stage."""
        said = standing(block, state)
        self.update(safe(said))
        self.display = bool(said)


class FindingPanel(VerticalScroll):
    """The finding under the cursor, in full."""

    def __init__(self) -> None:
        super().__init__(id="finding", can_focus=False)
        self._row: FindingRow | None = None

    async def show(self, row: FindingRow | None) -> None:
        """Show a finding, or give the room to the stage."""
        if row == self._row:
            return
        self._row = row
        self.display = row is not None
        await self.remove_children()
        if row is not None:
            await self.mount_all(finding(row))
            self.scroll_home(animate=False)


def rows(board: BoardFrame, width: int, listing: Listing = Listing.ALL) -> list[MenuRow]:
    """The blocks below the names of their files, each followed by its findings."""
    found: list[MenuRow] = []
    for file in board.files:
        blocks = [one for one in file.blocks if one.findings or listing is not Listing.FINDINGS]
        if blocks:
            found.append(MenuRow("", file.name))
        for block in blocks:
            found.append(_block(block, width))
            if listing is not Listing.BLOCKS:
                found += [_finding(one, width) for one in block.findings]
    return found


def _block(block: BlockRow, width: int) -> MenuRow:
    label = f"{block.name}  {one_line(block.label)}".rstrip()
    text = _cut(label, width - ROOM)
    return MenuRow(block.key, text, mark=_mark(block), strong=bool(block.note))


def _finding(row: FindingRow, width: int) -> MenuRow:
    line = f" line {row.line}:" if row.line else ""
    text = f"{SEVERITY[row.severity]} {row.code}{line} {one_line(row.message)}"
    return MenuRow(row.key, _cut(text, width - ROOM - len(BELOW_A_BLOCK) + 4), mark=BELOW_A_BLOCK)


def _mark(block: BlockRow) -> str:
    """The worst that was found, in a letter, and whether the last save changed it."""
    worst = next((sign for name, sign in SEVERITY.items() if block.count(name)), " ")
    return f"{'*' if block.changed else ' '}[{worst}]"


def standing(block: BlockRow | None, state: StateForm | None) -> str:
    """What to say above the stage: that this is not what stands in the file, and the state."""
    said = [block.note] if block is not None and block.note else []
    if state is not None and state.chosen:
        values = [f"{row.id} {row.value}" for row in state.indicators]
        values += [fact.id for fact in state.facts if fact.known]
        said.append(f"Played from: {', '.join(values) or 'nothing known'}.")
    return "  ".join(said)


def _cut(text: str, cells: int) -> str:
    if cell_len(text) <= cells or cells <= 3:
        return text
    return set_cell_size(text, cells - 3).rstrip() + "..."
