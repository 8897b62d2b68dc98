"""Finding courses, reading them when asked, and leaving out only what is broken."""

import shutil
from pathlib import Path

import pytest

from tests.content.courses import BRIDGE, LESSON, QUESTIONS, REF, SCENARIO, bridge, change, opened
from tutor.content.library import Library, bundled_courses
from tutor.errors import ContentError
from tutor.model.conditions import And, Compare, Known, Learn, Not, Or, Shift


def test_manifests_first_and_modules_when_opened(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    library = Library.open([course])
    (course / QUESTIONS).write_text("", "utf-8")
    assert [one.head.id for one in library.courses] == ["bridge"]
    assert library.course("bridge").modules["crossing"].minutes == 10
    assert library.module(REF).items == {}


def test_a_whole_module() -> None:
    module = opened(BRIDGE).module(REF)
    assert module.ref == REF
    assert [page.id for lesson in module.lessons for page in lesson.pages] == [
        "near-side",
        "far-side",
    ]
    assert list(module.items) == [
        "q-single",
        "q-multiple",
        "q-true",
        "q-match",
        "q-order",
        "q-short",
    ]
    assert module.items["q-single"].objective == "o1"
    assert module.items["q-single"].source == ("unscr-1325",)
    assert module.items["q-true"].difficulty == 1
    assert module.head.objective("o2") is not None
    choice = module.scenarios["toll"].nodes["arrive"].answers["a"]
    assert choice.effects == (Shift("trust", 2), Learn("knows-hours"))
    assert module.scenarios["toll"].nodes["arrive"].answers["b"].effects == (Shift("trust", -3),)
    needs = module.scenarios["toll"].nodes["gate"].answers["a"].needs
    low = Or((Compare("trust", ">=", 3), Not(Compare("trust", "<", 1))))
    assert needs == And((Known("knows-hours"), low))
    assert set(module.fingerprints) >= {
        "q-single",
        "scenario:toll",
        "node:toll:arrive",
        "page:approach/near-side",
    }


def test_a_module_is_read_once(tmp_path: Path) -> None:
    library = opened(bridge(tmp_path))
    assert library.module(REF) is library.module(REF)


@pytest.mark.parametrize(
    ("ref", "hint"),
    [
        ("brigde/crossing", "Did you mean `bridge`?"),
        ("bridge/crosing", "Did you mean `crossing`?"),
        ("bridge", "Look at the list"),
        ("", "Look at the list"),
        ("bridge/../crossing", ""),
        ("\x1b[2J/x", "Look at the list"),
    ],
)
def test_what_is_not_there(ref: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        Library.open([BRIDGE]).module(ref)
    assert hint in caught.value.hint
    assert "\x1b" not in str(caught.value)


def test_a_folder_of_courses_and_a_course_folder(tmp_path: Path) -> None:
    bridge(tmp_path)
    (tmp_path / "no-course").mkdir()
    assert len(Library.open([tmp_path]).courses) == 1
    assert len(Library.open([tmp_path / "bridge"]).courses) == 1


def test_the_later_root_wins_and_says_so(tmp_path: Path) -> None:
    mine = bridge(tmp_path)
    change(mine, "course.toml", "The bridge", "My bridge")
    library = Library.open([BRIDGE, tmp_path])
    assert [course.head.title for course in library.courses] == ["My bridge"]
    assert [found.code for found in library.diagnostics] == ["F906"]


def test_in_one_folder_the_higher_version_wins(tmp_path: Path) -> None:
    for folder, version in (("a", "1.10.0"), ("b", "1.9.0"), ("c", "1.2.0")):
        change(bridge(tmp_path / folder), "course.toml", "1.0.0", version)
        (tmp_path / folder / "bridge").rename(tmp_path / f"bridge-{folder}")
    library = Library.open([tmp_path])
    assert [one.head.version for one in library.courses] == ["1.10.0"]
    assert [(one.folder.name, one.in_use) for one in library.standing] == [
        ("bridge-a", True),
        ("bridge-b", False),
        ("bridge-c", False),
    ]
    assert [found.code for found in library.diagnostics] == ["F906", "F906"]
    again = Library.open([tmp_path, BRIDGE])
    assert [one.head.version for one in again.courses] == ["1.0.0"]
    assert [one.in_use for one in again.standing] == [True, False, False, False]


def test_a_course_that_was_taken_away_meanwhile(tmp_path: Path) -> None:
    """As when another window updates it: an error to read, and not a module without pages."""
    course = bridge(tmp_path)
    library = Library.open([course])
    shutil.rmtree(course)
    with pytest.raises(ContentError, match="is gone"):
        library.module(REF)


def test_a_missing_root_is_a_finding(tmp_path: Path) -> None:
    library = Library.open([tmp_path / "nowhere"])
    assert library.courses == ()
    assert [found.code for found in library.diagnostics] == ["F905"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prompt = '''Which resolution", "promt = '''Which resolution"),
        ('correct = "a"', 'correct = "d"'),
        ('source = "unscr-1325"', 'source = "unscr-1"'),
        ("prompt = '''Which resolution", 'prompt = "a "quoted" word'),
    ],
)
def test_a_broken_question_is_left_out_alone(tmp_path: Path, old: str, new: str) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, old, new)
    library = opened(course)
    module = library.module(REF)
    assert "q-single" not in module.items
    assert len(module.items) == 5
    assert library.course("bridge").skipped == 1
    assert module.lessons[0].pages[0].ask == ("q-order",)


def test_a_broken_page_is_left_out_alone(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "asks who crosses [@unscr-1325]", "asks [@unscr-1326]")
    module = opened(course).module(REF)
    assert [page.id for page in module.lessons[0].pages] == ["far-side"]


def test_a_scenario_hangs_together(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, SCENARIO, 'a.to = "gate"', 'a.to = "gaet"')
    library = opened(course)
    assert library.module(REF).scenarios == {}
    assert library.module(REF).lessons


def test_warnings_keep_nothing_out(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, LESSON, "term:genad", "term:genda")
    assert len(opened(course).module(REF).lessons[0].pages) == 2


def test_unreadable_sources_do_not_empty_the_course(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (course / "sources.toml").write_bytes("größer".encode("utf-16"))
    library = opened(course)
    assert len(library.module(REF).items) == 6
    assert library.course("bridge").sources == {}


def test_a_broken_source_is_not_reported_as_missing(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, "sources.toml", 'date      = "2000-10-31"', "date = 2000-10-31")
    library = opened(course)
    assert {found.code for found in library.diagnostics} == {"S105"}
    assert len(library.module(REF).items) == 6


def test_missing_files_leave_the_rest(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    (course / LESSON).unlink()
    library = opened(course)
    module = library.module(REF)
    assert module.lessons == ()
    assert len(module.items) == 6
    assert [found.code for found in library.diagnostics] == ["R205"]


def test_a_module_with_a_broken_manifest(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, "crossing/module.toml", "minutes   = 10", 'minutes   = "10"')
    library = Library.open([course])
    assert library.course("bridge").modules == {}
    with pytest.raises(ContentError, match=r"module\.toml has errors"):
        library.module(REF)


def test_a_newer_course_is_not_opened(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, "course.toml", "format    = 1", "format    = 2")
    library = Library.open([course])
    assert library.courses == ()
    assert [found.code for found in library.diagnostics] == ["S106"]


def test_one_slip_in_the_defaults_is_told_once(tmp_path: Path) -> None:
    course = bridge(tmp_path)
    change(course, QUESTIONS, 'objective = "o1"', "objective = 1")
    library = opened(course)
    assert [found.code for found in library.diagnostics] == ["S103"]
    assert set(library.module(REF).items) == {"q-match", "q-order", "q-short"}


def test_the_bundled_courses_are_found() -> None:
    assert (bundled_courses() / "wps" / "course.toml").is_file()
