"""`tutor new`: what it writes is sound, says what is to be written, and touches nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.content.courses import bridge
from tutor.cli.commands.new import KINDS as SPOKEN
from tutor.content.blocks import MAX_BLOCKS, parse_bytes
from tutor.content.check import check
from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.lift import inner_model
from tutor.content.scaffold import making, skeletons
from tutor.content.scaffold.adding import with_block, with_entry
from tutor.content.scaffold.making import Made
from tutor.content.scaffold.naming import file_id_of, id_of, title_of
from tutor.errors import ContentError, UsageError
from tutor.model.base import ID_PATTERN
from tutor.model.course import CourseHead, LessonHead, ModuleHead, Objective, Page, Topic
from tutor.model.glossary import Term
from tutor.model.items import KINDS
from tutor.model.scenario import Indicator, Node, ScenarioHead
from tutor.model.source import Authority, Source

MARK = re.compile(r"'''\n?TODO")
FILES: dict[str, tuple[type[BaseModel], ...]] = {
    "course": (CourseHead,),
    "sources": (Source,),
    "glossary": (Term,),
    "module": (ModuleHead,),
    "lesson": (LessonHead, Page),
    "scenario": (ScenarioHead, Indicator, Node),
}


def write(made: Made) -> None:
    """What the command does, without its care."""
    for one in made.writings:
        one.path.parent.mkdir(parents=True, exist_ok=True)
        one.path.write_bytes(one.after)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A new course with a part of each sort and a question of each kind."""
    write(making.course("Crossing the Vela", "The ferry", tmp_path))
    folder = tmp_path / "crossing-the-vela"
    write(making.part("lesson", "Who decides?", folder))
    write(making.part("scenario", "The last ferry", folder))
    for kind in KINDS:
        write(making.question(kind, f"About {kind}", folder))
    write(making.module("the-bridge", folder))
    return folder


def findings(course: Path) -> tuple[Diagnostic, ...]:
    return check([course]).diagnostics


def marks(course: Path) -> int:
    """How often a text says that it is to be written, comments left aside."""
    texts = (path.read_text("utf-8") for path in course.rglob("*.toml"))
    return sum(len(MARK.findall(re.sub(r"^#.*$", "", text, flags=re.M))) for text in texts)


def fill(course: Path) -> None:
    """Write every text that is to be written; the same mark gets the same text."""
    for path in course.rglob("*.toml"):
        text = path.read_text("utf-8")
        written: dict[str, int] = {}

        def sentence(found: re.Match[str], seen: dict[str, int] = written) -> str:
            number = seen.setdefault(found[0], len(seen))
            gaps = " ".join(re.findall(r"\{\{\w+\}\}", found[0]))
            return f"Text {number:03} of the author, in a whole sentence{gaps and ' '}{gaps}"

        path.write_text(
            re.sub(r"TODO:.*?(?=\n?''')", sentence, text, flags=re.S), "utf-8", newline=""
        )


def test_a_new_course_is_sound_and_says_what_is_not_written_yet(course: Path) -> None:
    found = findings(course)
    assert {one.code for one in found} == {"L806"}
    assert len(found) == marks(course) > 100


def test_what_is_written_has_no_error(course: Path) -> None:
    fill(course)
    found = findings(course)
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert not {one.code for one in found if one.code[0] in "STFRGL"} - {"R207", "L804"}
    assert "C501" in {one.code for one in found}, "the author is told what is still missing"


def test_the_skeletons_name_every_key(course: Path) -> None:
    for kind, model in KINDS.items():
        assert missing(skeletons.question(kind, "x"), model) - {"pin_last"} == set(), kind
    for name, models in FILES.items():
        assert missing(skeletons.file(name, {}), *models) == set(), name
    assert all(topic in skeletons.file("module", {}) for topic in Topic)
    assert all(one in skeletons.file("sources", {}) for one in Authority)
    assert tuple(KINDS) == SPOKEN


def missing(text: str, *models: type[BaseModel]) -> set[str]:
    said = set(re.findall(r"[a-z][a-z_-]+", text))
    return {name for model in models for name in keys(model)} - said


def keys(model: type[BaseModel]) -> Iterator[str]:
    """As the file spells them."""
    for name, field in model.model_fields.items():
        if name not in ("answers", "gaps", "id"):
            yield (field.alias or name).replace("_if", "-if")
        inner = inner_model(field.annotation)
        if inner is not None and inner is not Objective:
            yield from keys(inner)


def test_what_is_commented_out_is_right_too(course: Path) -> None:
    for path in course.rglob("*.toml"):
        text = re.sub(r"^# (?=[a-z][a-z_.-]* +=)", "", path.read_text("utf-8"), flags=re.M)
        path.write_text(text, "utf-8")
    codes = {one.code for one in findings(course) if one.severity is Severity.ERROR}
    assert not {code for code in codes if code[0] in "ST"}


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ("TODO", 1),
        ("TODO ask the council", 1),
        ("The gate.\n\nTODO: the rest", 1),
        ("...", 1),
        ("Nobody is asked ...", 0),
        ("A TODO list hangs at the gate.", 0),
    ],
)
def test_what_counts_as_not_written(tmp_path: Path, left: str, told: int) -> None:
    folder = bridge(tmp_path)
    path = folder / "crossing" / "lessons" / "approach.toml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?ms)^text += '''.*?'''", f"text = '''{left}'''", text, count=1))
    assert sum(one.code == "L806" for one in findings(folder)) == told


def test_only_errors_are_told_about_a_block_that_is_not_written(tmp_path: Path) -> None:
    folder = bridge(tmp_path)
    questions = folder / "crossing" / "questions.toml"
    base = questions.read_text("utf-8")
    wrong = (
        "\n[q-new]\nkind = \"true-false\"\nobjective = \"o1\"\nprompt = '''Which are NOT so?'''\n"
    )
    rest = "answer = true\nright = '''Yes.'''\nwrong = '''{}'''\n{}"
    for left, more, codes in (
        ("No.", "", {"Q403", "Q406"}),
        ("TODO: why", "", {"L806"}),
        ("TODO: why", 'source = "nowhere"\n', {"L806", "R202"}),
        ("# tutor", "", {"Q403", "Q406"}),
    ):
        questions.write_text(base + wrong + rest.format(left, more), "utf-8")
        assert {one.code for one in findings(folder) if one.block == "q-new"} == codes


def test_nothing_that_is_there_is_overwritten(course: Path) -> None:
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    for again in (
        lambda: making.course("crossing the VELA", "x", course.parent),
        lambda: making.module("The Ferry", course),
        lambda: making.part("lesson", "Who decides", course / "the-ferry"),
        lambda: making.part("scenario", "the last ferry?", course / "the-ferry" / "lessons"),
        lambda: making.question("match", "q-about-match", course / "the-ferry"),
    ):
        with pytest.raises(UsageError, match="stays as it is"):
            again()
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_a_name_that_a_question_had_once_is_not_given_again(course: Path) -> None:
    path = course / "the-ferry" / "questions.toml"
    path.write_text(
        path.read_text("utf-8").replace("[q-about-order]", '[q-x]\nwas = ["q-about-order"]')
    )
    with pytest.raises(UsageError, match="was called"):
        making.question("order", "about order", course / "the-ferry")


def test_nothing_is_written_through_a_link(course: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (course / "the-bridge" / "scenarios").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(ContentError, match="link"):
        making.part("scenario", "x", course / "the-bridge")
    (course / "the-bridge" / "questions.toml").rename(elsewhere / "q.toml")
    (course / "the-bridge" / "questions.toml").symlink_to(elsewhere / "q.toml")
    with pytest.raises(ContentError, match="link"):
        making.question("short", "x", course / "the-bridge")


def test_where_something_belongs_is_found_from_any_folder_of_it(course: Path) -> None:
    write(making.part("scenario", "one", course / "the-ferry" / "scenarios"))
    assert (course / "the-ferry" / "scenarios" / "one.toml").is_file()
    with pytest.raises(UsageError, match="has 2 modules") as told:
        making.question("single", "x", course)
    assert "the-bridge" in told.value.hint
    with pytest.raises(UsageError, match="no course stands inside another"):
        making.course("Another", "x", course / "the-ferry")
    with pytest.raises(UsageError, match="not in a course"):
        making.question("single", "x", course.parent)


QUESTION = skeletons.question("single", "q-new")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n", "\n\n\n", "  "])
def test_a_block_keeps_the_line_ends_and_every_byte_before_it(
    end: str, mark: str, last: str
) -> None:
    text = (
        mark + "difficulty = 2\n[q-a]\nkind = '''é'''".replace("\n", end) + last.replace("\n", end)
    )
    after = with_block(text.encode(), QUESTION, "q-new")
    assert after is not None
    assert after.startswith(text.encode())
    added = after[len(text.encode()) :].decode()
    assert added.count("\n") == added.count(end)
    assert f"{end}{end}# single" in after.decode()
    assert after.endswith(end.encode())


def test_a_fault_at_the_end_of_the_file_hurts_no_new_block(course: Path) -> None:
    path = course / "the-ferry" / "questions.toml"
    path.write_text(path.read_text("utf-8") + "\n[q-open]\nprompt = '''never closed\n", "utf-8")
    before = path.read_bytes()
    made = making.question("single", "after it", course / "the-ferry")
    assert made.writings[0].after.startswith(before)
    told = parse_bytes(made.writings[0].after, "x")
    assert "q-after-it" in {one.name for one in told.blocks}


def test_a_file_with_too_many_blocks_gets_no_more() -> None:
    text = "".join(f"[q-{number}]\n" for number in range(MAX_BLOCKS + 1))
    assert with_block(text.encode(), QUESTION, "q-new") is None


def test_a_file_in_another_encoding_is_left_alone(course: Path) -> None:
    path = course / "the-ferry" / "questions.toml"
    path.write_bytes(path.read_bytes() + "# Café\n".encode("cp1252"))
    with pytest.raises(ContentError, match="UTF-8"):
        making.question("single", "x", course / "the-ferry")


LISTS = {
    'modules = ["a"]': 'modules = ["a", "new"]',
    "modules = []  # none yet": 'modules = ["new"]  # none yet',
    'modules = ["a", ]': 'modules = ["a", "new", ]',
    'modules = [\n  "a",  # one\n  "b",\n]': 'modules = [\n  "a",  # one\n  "b",\n  "new",\n]',
    'modules = [\n  "a", "b"\n]': 'modules = [\n  "a", "b", "new"\n]',
    "x = ''']'''\nmodules = ['a']\n[x]\ny = 1": (
        "x = ''']'''\nmodules = ['a', \"new\"]\n[x]\ny = 1"
    ),
}


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_gets_one_more_entry_and_nothing_else_changes(text: str, end: str) -> None:
    after = with_entry(text.replace("\n", end).encode(), "modules", "new")
    assert after == LISTS[text].replace("\n", end).encode()


@pytest.mark.parametrize(
    "text", ["", "modules = 1", "[x]\nmodules = [1]", "modules = [", "modules = [\r\n'a',\n'b']"]
)
def test_a_list_that_cannot_be_touched_safely_is_left_to_the_author(
    text: str, tmp_path: Path
) -> None:
    assert with_entry(text.encode(), "modules", "new") is None


def test_what_is_left_to_the_author_is_said(course: Path) -> None:
    manifest = course / "the-ferry" / "module.toml"
    text = re.sub(r"^scenarios .*\n", "", manifest.read_text("utf-8"), flags=re.M)
    manifest.write_text(text, "utf-8")
    made = making.part("scenario", "High water", course / "the-ferry")
    assert 'Add "high-water" to scenarios in' in made.said
    assert [one.before for one in made.writings] == [None]


@given(st.text(max_size=230))
def test_an_id_is_made_of_any_name_or_it_is_refused(name: str) -> None:
    try:
        made = id_of(name)
    except UsageError:
        assert len(name) > 200 or not re.search("[a-z0-9]", name, re.I | re.A)
        return
    assert re.fullmatch(ID_PATTERN, made)
    assert len(made) <= 48
    assert id_of(made) == made
    text = f"title = '''{title_of(name, 'x')}'''\n"
    found = parse_bytes(text.encode("utf-8", "replace"), "x")
    assert found.diagnostics == ()
    assert found.blocks[0].data.keys() == {"title"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Who decides?", "who-decides"),
        ("The council's \u201cno\u201d", "the-councils-no"),
        ("Straße über Ærø", "strasse-uber-aero"),
        ("a " * 40, "-".join("a" * 24)),
    ],
)
def test_ids(name: str, made: str) -> None:
    assert id_of(name) == made


@pytest.mark.parametrize("name", ["con", "com1", "lpt9"])
def test_a_file_never_has_the_name_of_a_device(name: str) -> None:
    with pytest.raises(UsageError, match="device"):
        file_id_of(name.upper())
