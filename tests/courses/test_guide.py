"""The author's guide does what it says: followed from its first line to its last."""

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from tests.autopilot import Autopilot, WatchedDesk
from tests.worlds import make_world
from tutor.cli.main import run
from tutor.cli.plain.player import Player
from tutor.content.catalogue import CATALOGUE
from tutor.content.check import check
from tutor.content.library import Library, bundled_courses
from tutor.model.items import KINDS
from tutor.store.learner import open_learner

GUIDE = (bundled_courses() / "README.md").read_text("utf-8")
COURSE, REF = "crossing-the-vela", "crossing-the-vela/the-ferry"
LONGEST, REFERENCE = 590, 200
"""Lines that a person reads, and lines at the end in which something is looked up."""


@dataclass(frozen=True)
class Fence:
    """A block of the guide between three backticks."""

    language: str
    lines: tuple[str, ...]


def fences() -> Iterator[Fence]:
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", GUIDE, re.M | re.S):
        yield Fence(found[1], tuple(found[2].splitlines()))


def put(folder: Path, fence: Fence) -> None:
    """An example into its file, as the guide says: the whole file, or at its end."""
    told = re.fullmatch(r"# (at the end of )?(\S+\.toml)", fence.lines[0])
    assert told is not None, fence.lines[0]
    path, text = folder / told[2], "\n".join(fence.lines) + "\n"
    before = path.read_text("utf-8") + "\n" if told[1] else ""
    path.write_text(before + text, "utf-8")


def typed(fence: Fence) -> Iterator[tuple[list[str], str]]:
    """Each command of a fence with what the guide shows below it."""
    for part in re.split(r"^\$ ", "\n".join(fence.lines), flags=re.M)[1:]:
        command, _, shown = part.partition("\n")
        yield shlex.split(command), shown.strip("\n")


def pattern(shown: str) -> str:
    """`...` stands for what is left out."""
    return re.escape(shown).replace(r"\.\.\.", "(?s:.*)")


def follow(arguments: list[str], shown: str) -> None:
    """Type one command; it does not fail, and shows what the guide says that it shows."""
    assert arguments.pop(0) == "tutor"
    said = io.StringIO()
    with redirect_stdout(said):
        try:
            status = run(arguments)
        except SystemExit as ended:
            status = cast("int", ended.code)
    text = said.getvalue().rstrip("\n")
    assert status == 0 or "warning" in shown, (arguments, text)
    assert not shown or re.fullmatch(pattern(shown), text), (arguments, text)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which an author has followed the guide."""
    folder = tmp_path_factory.mktemp("my-courses")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("TUTOR_HOME", str(folder.parent / "home"))
        for fence in fences():
            if fence.language == "toml":
                put(folder, fence)
            elif fence.language == "console":
                for arguments, shown in typed(fence):
                    follow(arguments, shown)
    return folder


def test_what_the_author_has_in_the_end_is_sound(followed: Path) -> None:
    report = check([followed / COURSE], date(2026, 11, 30))
    assert report.diagnostics == ()
    module = Library.open([followed]).module(REF)
    assert {item.kind for item in module.items.values()} == set(KINDS)
    assert len(module.scenarios) == 1


@pytest.mark.parametrize("skill", ["best", "worst"])
def test_the_module_can_be_played(followed: Path, tmp_path: Path, skill: str) -> None:
    world, sink = make_world(), io.StringIO()
    library = Library.open([followed])
    desk = WatchedDesk(library, open_learner(tmp_path, "Maj Lind", clock=world.clock), world)
    source = Autopilot(desk, library.module(REF), sink, skill)  # type: ignore[arg-type]
    assert Player(desk, cast("io.StringIO", source), sink).play(REF) == 0
    desk.close()
    assert ("Passed with 100 %" in sink.getvalue()) == (skill == "best")
    assert "not understood" not in sink.getvalue()
    assert "1 question on what this module teaches." in sink.getvalue() or skill == "best"
    assert not re.search(r"\b1 (?:questions|objectives)", sink.getvalue())


def test_every_example_and_command_is_run() -> None:
    assert {fence.language for fence in fences()} == {"toml", "console", "text"}
    assert GUIDE.count("```") == 2 * len(list(fences()))
    said = [line for fence in fences() if fence.language == "text" for line in fence.lines]
    assert not [line for line in said if line.startswith("$ ")]


def test_commands_in_a_sentence_are_commands() -> None:
    said = [shlex.split(words) for words in re.findall(r"`tutor ([^`]+)`", GUIDE)]
    rest = [words[2:] if words[0] == "--courses" else words for words in said]
    commands = {words[0] for words in rest if words}
    assert {"explain", "play", "preview", "import", "schema"} <= commands
    for command in commands:
        with redirect_stdout(io.StringIO()), pytest.raises(SystemExit) as ended:
            run([command, "--help"])
        assert ended.value.code == 0, command


def test_the_guide_names_only_what_there_is() -> None:
    codes = set(re.findall(r"\b[A-Z]\d{3}\b", GUIDE))
    assert codes <= CATALOGUE.keys()
    assert len(codes) >= 25
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", GUIDE, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors
    for path in re.findall(r"\]\((\.\./[^)#]+)", GUIDE):
        assert (bundled_courses() / path).exists()


def test_the_guide_is_short_enough_to_be_read() -> None:
    read, looked_up = GUIDE.split("\n## All fifteen kinds\n")
    assert len(read.splitlines()) <= LONGEST
    assert len(looked_up.splitlines()) <= REFERENCE
    lines = GUIDE.splitlines()
    code = [line for fence in fences() for line in fence.lines]
    assert max(len(line) for line in set(lines) - set(code) if "|" not in line) <= 104
