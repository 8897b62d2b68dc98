"""What stands in the wheel and in the source distribution, and what does not."""

import tarfile
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.build import ROOT, build

FOREIGN = ("tests", "bench", "tools", "docs", "courses", ".ci", ".venv")
"""Folders of the checkout that must not be at the top of an environment."""


@pytest.fixture(scope="module")
def inside(wheel: Path) -> frozenset[str]:
    """The names in the wheel."""
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def below(folder: str, *endings: str) -> set[str]:
    """The files of a folder of the checkout with one of these endings."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in endings
    }


def test_the_wheel_has_the_whole_package(inside: frozenset[str]) -> None:
    assert "tutor/py.typed" in inside
    assert below("tutor", ".py", ".tcss", ".ttf", ".toml") <= inside
    assert any(name.endswith(".tcss") for name in inside)


def test_the_wheel_has_the_courses_with_their_licence(inside: frozenset[str]) -> None:
    courses = {name.replace("courses/", "tutor/_courses/", 1) for name in below("courses", ".toml")}
    assert "tutor/_courses/wps/participation/questions.toml" in courses
    assert courses <= inside
    assert "tutor/_courses/LICENSE" in inside


def test_the_wheel_has_nothing_else(inside: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in inside}
    assert tops == {"tutor", next(top for top in tops if top.endswith(".dist-info"))}
    assert not tops & set(FOREIGN)
    assert not [name for name in inside if "__pycache__" in name or "/." in name]


def test_the_wheel_says_what_it_is(wheel: Path, inside: frozenset[str]) -> None:
    (name,) = [name for name in inside if name.endswith(".dist-info/METADATA")]
    folder = name.rpartition("/")[0]
    with ZipFile(wheel) as archive:
        told = Parser().parsestr(archive.read(name).decode("utf-8"))
        commands = archive.read(f"{folder}/entry_points.txt").decode("utf-8")
        licence = archive.read(f"{folder}/licenses/LICENSE").decode("utf-8")
        fonts = archive.read(f"{folder}/licenses/tutor/paper/fonts/LICENSE").decode("utf-8")
        courses = archive.read(f"{folder}/licenses/courses/LICENSE").decode("utf-8")
    assert told["Name"] == "staff-tutor"
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "MIT AND CC-BY-4.0 AND Bitstream-Vera"
    assert "tutor = tutor.__main__:main" in commands
    assert "MIT License" in licence
    assert "Bitstream" in fonts
    assert "Creative Commons Attribution 4.0" in courses
    assert not [need for need in told.get_all("Requires-Dist", []) if "pytest" in need]


def test_the_sdist_has_what_it_takes_to_build_and_test(sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "courses/LICENSE", "tutor/py.typed"}
    wanted |= below("tutor", ".py", ".tcss", ".toml") | below("courses", ".toml")
    wanted |= below("tests", ".py", ".toml", ".txt") | below("bench", ".py")
    assert wanted <= names, sorted(wanted - names)
    assert not [name for name in names if "__pycache__" in name or name.startswith(".venv")]


def test_the_sdist_builds_the_same_wheel(
    sdist: Path, inside: frozenset[str], tmp_path: Path
) -> None:
    again = build("wheel", sdist, tmp_path / "out")
    with ZipFile(again) as archive:
        assert frozenset(archive.namelist()) == inside
