"""Into a questions.toml: what is there stays, what comes is text, what cannot be read stays out."""

import shutil
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.interop.banks import of_kinds
from tests.worlds import BRIDGE
from tutor.content.check import check
from tutor.content.decode import MAX_BYTES
from tutor.content.diagnostics import Severity
from tutor.content.interop.formats import FORMATS, Candidate
from tutor.content.interop.importing import Imported, home_at, imported
from tutor.content.interop.keys import Keys
from tutor.content.interop.loss import WHOLE, NotRead
from tutor.content.interop.naming import id_for
from tutor.errors import ContentError

MODULE = "crossing"


@pytest.fixture
def module(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BRIDGE, tmp_path / "bridge")) / MODULE


def question(title: str = "Which way?", **more: object) -> Candidate:
    keys: Keys = {
        "kind": "single",
        "prompt": title,
        "a": {"text": "left", "why": "It is dry."},
        "b": {"text": "right", "why": "It is wet."},
        "correct": "a",
    }
    return Candidate("", title, keys | more, ())


def into(module: Path, *questions: Candidate) -> Imported:
    made = imported(questions, home_at(module), "bank.xml")
    (module / "questions.toml").write_bytes(made.after)
    return made


def errors(module: Path) -> list[str]:
    found = check([module.parent]).diagnostics
    return [one.message for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "end"])
def test_what_was_there_stays_byte_for_byte(module: Path, end: str, last: str) -> None:
    path = module / "questions.toml"
    before = path.read_text("utf-8").rstrip("\n").replace("\n", end) + (end if last else "")
    path.write_bytes(before.encode())
    made = into(module, question(), question())
    assert made.after.startswith(before.encode())
    assert made.ids == ("q-which-way", "q-which-way-2")
    added = made.after.decode()[len(before) :]
    assert added.count(end) == added.count("\n")
    assert errors(module) == []


def test_a_file_that_is_not_there_is_made(module: Path) -> None:
    (module / "questions.toml").unlink()
    made = into(module, question())
    assert tomli.loads(made.after.decode())["q-which-way"]["objective"] == "o1"
    assert [loss.what for loss in made.losses] == ["objective"]


EVIL = [
    "x'''\n[q-evil]\nkind = 'single'\n'''",
    "\n[q-evil]\nkind = \"single\"",
    "a\n[q-two]\nb",
    "''' = 1",
    "it ends with '",
    "ends with ''",
    "a \\ b \\u0041 \"c\"",
    "# tutor: ok Q401 no",
    "{{gap}} %(x)s ${HOME} $(id)",
    "\x1b[31mred\x00 \u202egnirts\u200b",
]  # fmt: skip


@pytest.mark.parametrize("text", EVIL)
def test_a_text_is_never_a_key_or_a_block(module: Path, text: str) -> None:
    before = set(tomli.loads((module / "questions.toml").read_text("utf-8")))
    made = into(module, question("Which way?", prompt=text, notes=text))
    after = tomli.loads(made.after.decode())
    assert after.keys() == before | set(made.ids)
    said = after[made.ids[0]]["prompt"]
    kept = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    assert said.strip("\n") == kept.strip("\n")
    assert errors(module) == []


def test_what_has_an_error_is_left_out_and_told(module: Path) -> None:
    broken = question("Broken?", correct="z")
    made = into(module, question(), broken, question("More?", hints=["x"] * 9))
    assert made.ids == ("q-which-way",)
    whole = [loss for loss in made.losses if loss.what == WHOLE]
    assert [loss.item for loss in whole] == ["q-broken", "q-more"]
    assert errors(module) == []


def test_unknown_sources_objectives_and_links_become_words(module: Path) -> None:
    text = "See [@nobody-1999], [a word](term:nobody) and [here](http://example.org/x)."
    made = into(module, question(prompt=text, objective="o77", source=["nobody-1999"]))
    read = tomli.loads(made.after.decode())[made.ids[0]]
    assert read["prompt"] == "See (nobody-1999), a word and here (http://example.org/x)."
    assert read["objective"] == "o1"
    assert "source" not in read
    assert len(made.losses) == 5
    assert errors(module) == []


def test_a_file_that_has_no_room_is_refused(module: Path) -> None:
    path = module / "questions.toml"
    path.write_bytes(path.read_bytes() + b"# " + b"x" * (MAX_BYTES - path.stat().st_size - 20))
    before = path.read_bytes()
    with pytest.raises(ContentError, match="cannot take"):
        into(module, question())
    assert path.read_bytes() == before


def test_a_block_that_is_broken_does_not_hinder_others(module: Path) -> None:
    path = module / "questions.toml"
    path.write_text(path.read_text("utf-8") + "\n[q-open]\nprompt = '''never", "utf-8")
    before = check([module]).blocks
    made = into(module, question())
    assert made.ids == ("q-which-way",)
    assert check([module]).blocks == before + 1


def test_ids_are_made_from_titles_and_each_is_new() -> None:
    assert id_for("q-own", "", ()) == "q-own"
    assert id_for("q-own", "", ("q-own",)) == "q-own-2"
    assert id_for("", "Où est l’Été {{gap-1}}? 100 %", ()) == "q-ou-est-lete-100"
    assert id_for("Not an id", "", ()) == "q-not-an-id"
    assert id_for("", "漢字", ("q",)) == "q-2"
    assert len(id_for("", "long " * 90, ())) <= 64


def test_what_is_no_module_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no module"):
        home_at(tmp_path)


def test_a_bank_without_explanations_is_ready_to_be_finished(module: Path) -> None:
    found, _ = FORMATS["gift"].read("::Way::Which way?{=left ~right}")
    made = into(module, *found)
    read = tomli.loads(made.after.decode())["q-way"]
    assert read["a"]["why"].startswith("TODO: ")
    assert [loss.what for loss in made.losses] == ["a.why", "b.why", "objective"]
    assert errors(module) == []


DAMAGE = [
    "",
    "",
    "~",
    "=",
    "{",
    "}",
    "->",
    "\n\n",
    "'''",
    "</text>",
    "&lt;",
    "\x00",
    "1e400",
    "nan",
    "{1:NM:=x:y}",
    "kind:sort",
    "kind:inject",
    "letters:hg",
    "a.quality:9",
    "fuzzy:7",
]


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=15)
@given(data=st.data())
def test_damaged_files_are_read_or_refused_and_never_crash(form: str, data: st.DataObject) -> None:
    text = FORMATS[form].write(of_kinds(), "a").text
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 40))
        text = text[:start] + data.draw(st.sampled_from(DAMAGE)) + text[end:]
    try:
        candidates, _ = FORMATS[form].read(text)
    except NotRead:
        return
    made = imported(candidates, None, "file")
    assert tomli.loads(made.after.decode()).keys() == set(made.ids)
