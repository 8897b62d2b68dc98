"""What an author sees beside his module: blocks, findings, keys, and the state to play from."""

from dataclasses import dataclass

from tutor.study.frames.question import FeedbackFrame
from tutor.study.frames.scenario import IndicatorRow


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. `severity`: error, warning or note; `line` 0 where it is about a whole file;
    `excerpt`: the author's own line and the caret below it."""

    key: str
    code: str
    severity: str
    line: int
    message: str
    hint: str
    excerpt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block with what was found in it. `note`: a sentence where what is shown is not what
    stands in the file; `changed`: by the last save."""

    key: str
    kind: str
    name: str
    label: str
    note: str
    changed: bool
    findings: tuple[FindingRow, ...]

    def count(self, severity: str) -> int:
        """How many findings of one severity."""
        return sum(one.severity == severity for one in self.findings)


@dataclass(frozen=True, slots=True)
class FileRows:
    """A file of the module with its blocks, in their order."""

    name: str
    blocks: tuple[BlockRow, ...]


@dataclass(frozen=True, slots=True)
class BoardFrame:
    """The module: its blocks by file, and how it stands. `checked` is False until the checker has
    looked at what was saved last."""

    course: str
    module: str
    banner: str
    files: tuple[FileRows, ...]
    summary: str
    checked: bool

    @property
    def blocks(self) -> tuple[BlockRow, ...]:
        """All blocks in the order of the list."""
        return tuple(block for file in self.files for block in file.blocks)

    def block(self, key: str) -> BlockRow | None:
        """The block with this key."""
        return next((block for block in self.blocks if block.key == key), None)

    def finding(self, key: str) -> FindingRow | None:
        """The finding with this key."""
        return next((one for b in self.blocks for one in b.findings if one.key == key), None)

    def kept(self, key: str, before: "BoardFrame") -> str:
        """Where to stand after a save: on the same row; on the block of a finding that is gone; or
        on what has taken the place of a block that is gone, such as the same one renamed."""
        block = key.partition("#")[0]
        if self.finding(key) is not None:
            return key
        if self.block(block) is not None or not self.blocks:
            return block
        places = [row.key for row in before.blocks]
        place = places.index(block) if block in places else 0
        return self.blocks[min(place, len(self.blocks) - 1)].key

    def finding_after(self, key: str) -> FindingRow | None:
        """The next finding behind a row of the list, from the last one on to the first."""
        every: list[BlockRow | FindingRow] = []
        for block in self.blocks:
            every += [block, *block.findings]
        here = next((place for place, row in enumerate(every) if row.key == key), -1)
        around = (*every[here + 1 :], *every[: here + 1])
        return next((row for row in around if isinstance(row, FindingRow)), None)


@dataclass(frozen=True, slots=True)
class KeyPart:
    """A part of a key: a choice of a situation, a note for the instructor."""

    label: str
    text: str
    lines: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class KeySheet:
    """For the author only: facts as label and text, the right answer explained, further parts."""

    title: str
    facts: tuple[tuple[str, str], ...]
    explained: FeedbackFrame | None = None
    parts: tuple[KeyPart, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of a scenario, and whether it is known."""

    id: str
    text: str
    known: bool


@dataclass(frozen=True, slots=True)
class StateForm:
    """Where play begins: the indicators within their ranges, and the facts. `chosen` is False for
    the state in which a learner gets there the shortest way."""

    scenario: str
    indicators: tuple[IndicatorRow, ...]
    facts: tuple[FactRow, ...]
    chosen: bool
