"""The schemas take what the reader takes, and refuse what a slip makes of it."""

import random
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
import tomli
from jsonschema import Draft202012Validator

from tests.content.courses import BRIDGE
from tests.content.slips.meaning import MEANING
from tests.content.slips.planting import Bench, sites
from tests.content.slips.slip import Slip
from tests.kinds import KINDS_COURSE
from tutor.content.files import Folder
from tutor.content.library import bundled_courses
from tutor.content.scaffold import making
from tutor.content.scaffold.making import Made
from tutor.content.schema.blocks import Schema
from tutor.content.schema.editor import directive, editor_files, schema_text
from tutor.content.schema.files import FILES
from tutor.model.items import KINDS


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(FILES[kind].schema)


def kind_of(path: PurePosixPath) -> str:
    """The sort of a file by its place."""
    (found,) = [kind for kind, file in FILES.items() if path.match(file.pattern)]
    return found


def faults(kind: str, text: str) -> list[str]:
    """What the schema says of a file."""
    return [error.message for error in validator(kind).iter_errors(tomli.loads(text))]


COURSES = [*sorted(path.parent for path in bundled_courses().glob("*/course.toml")), BRIDGE]


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(FILES[kind].schema)
    assert FILES[kind].schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema_text(kind) == schema_text(kind)


@pytest.mark.parametrize("course", [*COURSES, KINDS_COURSE], ids=lambda path: path.name)
def test_every_sound_file_is_taken(course: Path) -> None:
    files = sorted(course.rglob("*.toml"))
    assert files
    for path in files:
        assert faults(kind_of(path), path.read_text("utf-8")) == [], path


def test_a_new_course_is_taken(tmp_path: Path) -> None:
    """What `tutor new` writes, with a part of each sort and a question of each kind."""
    folder = tmp_path / "ferry"

    def write(made: Made) -> None:
        for one in made.writings:
            one.path.parent.mkdir(parents=True, exist_ok=True)
            one.path.write_bytes(one.after)

    write(making.course("Ferry", "Crossing", tmp_path))
    write(making.part("lesson", "Landing", folder))
    write(making.part("scenario", "High water", folder))
    for kind in KINDS:
        write(making.question(kind, f"About {kind}", folder))
    files = sorted(folder.rglob("*.toml"))
    assert len(files) == 8
    for path in files:
        assert faults(kind_of(path), path.read_text("utf-8")) == [], path


BEYOND = {"address that is no link", "escape that turns the writing"}
"""Slips inside of texts: JSON Schema does not look there."""
SHAPE = [slip for slip in MEANING if any(code[0] == "S" for code in slip.codes)]


@cache
def bench() -> Bench:
    """The texts of one bundled course."""
    folder = bundled_courses() / "ccts"
    found = sorted(folder.rglob("*.toml"))
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}
    return Bench(Folder.at(folder), {}, texts)


@pytest.mark.parametrize(
    "slip", [slip for slip in SHAPE if slip.name not in BEYOND], ids=lambda slip: slip.name
)
def test_a_slip_is_refused(slip: Slip) -> None:
    places = list(sites(bench(), slip, bench().texts))
    for file, site in random.Random(1325).sample(places, 3):
        text = slip.plant(bench().texts[file], site)
        assert faults(kind_of(PurePosixPath(file)), text), (file, site[0])


SINGLE = """
prompt = '''Which?'''
objective = "o1"
a.text = '''This'''
a.why = '''Because'''
b.text = '''That'''
b.why = '''Therefore'''
correct = "a"
"""
NO_OBJECTIVE = SINGLE.replace('objective = "o1"', "")
LESSON = """
title = '''t'''
objectives = ["o1"]
"""
PAGE = """
title = '''t'''
text = '''t'''
"""
CLOZE = """
objective = "o1"
prompt = '''{{who}} goes'''
why = '''So it is'''
who.accept = '''Anna'''
"""
NODE = """
title = '''t'''
role = '''r'''
briefing = '''b'''
objectives = "o1"
start = "a"
[a]
text = '''t'''
"""


@pytest.mark.parametrize(
    ("kind", "text", "taken"),
    [
        ("questions", f'[q]\nkind = "single"{SINGLE}', True),
        ("questions", f'kind = "single"\n[q]{SINGLE}', True),
        ("questions", f"[q]{SINGLE}", False),
        ("questions", f'kind = "number"\n[q]{SINGLE}', False),
        ("questions", f'kind = "number"\n[q]\nkind = "single"{SINGLE}', True),
        ("questions", f'kind = "sngle"\n[q]{SINGLE}', False),
        ("questions", f'[q]\nkind = "single"{NO_OBJECTIVE}', False),
        ("questions", f'objective = "o2"\n[q]\nkind = "single"{NO_OBJECTIVE}', True),
        ("questions", f'[q]\nkind = "single"{SINGLE}source = ["x", "y"]\nuse = "exam"', True),
        ("questions", f'[q]\nkind = "single"{SINGLE}use = ["exams"]', False),
        ("questions", f'[Q_1]\nkind = "single"{SINGLE}', False),
        ("questions", f'[q]\nid = "q"\nkind = "single"{SINGLE}', False),
        ("questions", f"[q]\nkind = \"single\"{SINGLE}i.text = '''x'''", False),
        ("questions", f'[q]\nkind = "single"{SINGLE}b.credit = 0.5\nb.harm = true', True),
        ("questions", f'[q]\nkind = "single"{SINGLE}b.credit = 0.9', False),
        ("questions", f'[q]\nkind = "cloze"{CLOZE}', True),
        ("questions", f"[q]\nkind = \"cloze\"{CLOZE}who.acept = '''x'''", False),
        ("questions", f"[q]\nkind = \"cloze\"{CLOZE}wy = '''x'''", False),
        ("scenario", f"{NODE}text-if.knows = '''x'''\ncue-if.knows = '''x'''", True),
        ("scenario", f"{NODE}text_if.knows = '''x'''", False),
        ("scenario", f'{NODE}end = "fine"', False),
        ("scenario", f"{NODE}inject.from = '''x'''", True),
        ("scenario", f"{NODE}inject.form = '''x'''", False),
        ("scenario", f"{NODE}[facts]\nknows = '''x'''\n[indicators]\ntrust.label = '''x'''", True),
        ("scenario", f"{NODE}[indicators]\ntrust.lable = '''x'''", False),
        ("lesson", f"{LESSON}[summary]{PAGE}", True),
        ("lesson", f"summary = '''s'''{LESSON}[a]{PAGE}", True),
        ("lesson", f"{LESSON}[summary]\ntitle = '''t'''", False),
        ("lesson", f"summary = 3{LESSON}", False),
        ("questions", f'[use]\nkind = "single"{SINGLE}', True),
        ("sources", "[x]\ntitle = '''t'''\nissuer = '''i'''\ndate = 2000-10-31", False),
        ("module", "objectives = '''o'''", False),
    ],
)
def test_the_form_that_authors_write(kind: str, text: str, taken: bool) -> None:
    assert (not faults(kind, text)) == taken, faults(kind, text)


@pytest.mark.parametrize(
    ("effects", "needs", "taken"),
    [
        ('["trust +2", "not knows-hours"]', "trust >= 3 and not (knows or b < 2)", True),
        ('"knows-hours"', "knows", True),
        ('["trust + x"]', "knows", False),
        ("[2]", "knows", False),
        ('["x"]', "trust => 3", False),
        ('["x"]', "trust = 3", False),
        ('["x"]', "trust && knows", False),
    ],
)
def test_effects_and_conditions(effects: str, needs: str, taken: bool) -> None:
    choice = "a.text = '''t'''\na.to = \"b\"\na.quality = 3\na.why = '''w'''\n"
    text = f'{NODE}{choice}a.effects = {effects}\na.needs = "{needs}"\n'
    assert (not faults("scenario", text)) == taken, faults("scenario", text)


def declared(schema: Schema) -> list[tuple[str, Schema]]:
    """Every key that a file or one of its blocks has."""
    blocks = [schema, *(one for one in schema.get("$defs", {}).values())]
    return [pair for block in blocks for pair in block.get("properties", {}).items()]


@pytest.mark.parametrize("kind", FILES)
def test_every_key_is_explained(kind: str) -> None:
    found = declared(FILES[kind].schema)
    assert [key for key, schema in found if not schema.get("description")] == []


def test_every_kind_of_question_has_a_schema() -> None:
    defined = FILES["questions"].schema["$defs"]
    assert {kind.__name__ for kind in KINDS.values()} <= defined.keys()
    for name, kind in KINDS.items():
        assert defined[kind.__name__]["properties"]["kind"]["const"] == name


def test_the_file_for_the_editor_names_every_schema() -> None:
    files = editor_files()
    config = tomli.loads(files.pop("tombi.toml"))
    assert [one["path"] for one in config["schemas"]] == [*files]
    assert config["toml-version"] == "v1.0.0"
    assert [one["include"] for one in config["schemas"]] == [
        [f"**/{file.pattern}"] for file in FILES.values()
    ]


@pytest.mark.parametrize("course", COURSES[:1], ids=lambda path: path.name)
def test_the_line_for_other_editors_leads_to_the_schema(course: Path) -> None:
    """Seen from the place of each file, with the schemas in the folder of the courses."""
    for path in course.rglob("*.toml"):
        line = directive(kind_of(path), 1)
        way = (path.parent / line.removeprefix("#:schema ")).resolve()
        assert way == (course.parent / "schemas" / f"{kind_of(path)}.schema.json").resolve()
    assert directive("course", 0) == "#:schema ./schemas/course.schema.json"
