"""The PDF writer, read back by a library that did not write it."""

import sys
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from tests.paper.runs import REF, bridge_desk, play, take_quiz
from tests.paper.test_handout import material
from tests.paper.test_writers import HOSTILE, document, texts
from tests.worlds import BRIDGE
from tutor.cli.main import run
from tutor.content.library import bundled_courses
from tutor.errors import UsageError
from tutor.paper import writers
from tutor.paper.document import Document, Listing, Marked, Quote, Ruled, Table, line, words
from tutor.paper.handout import handout
from tutor.paper.pdf import write
from tutor.paper.review import review
from tutor.paper.transcript import certificate
from tutor.study.handout import handout as on_paper

NAMES = (
    "Jürgen Groß", "Łukasz Żółć", "Ağaoğlu Şükrü", "Ðorđe Čavić", "Σωκράτης", "Олександр Їжак",
    "გიორგი", "Nguyễn Thị Hợp", "Þórður Æ. Œuvre", "Müller–Höß → J9 › “G5”",
)  # fmt: skip


def text(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_names_umlauts_arrows_and_quotes_come_out() -> None:
    found = text(write(Document("Names → “all”", tuple(line(name) for name in NAMES), foot="J›9")))
    for said in (*NAMES, "Names → “all”", "J›9", "Page 1"):
        assert said in found
    assert "cannot be printed" not in found


def test_what_the_font_lacks_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    found = text(write(Document("李", (line("שלום"),))))
    assert "Some letters of this document cannot be printed rightly here" in found
    assert "U+05DD" in found
    assert "U+674E" in found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_are_texts(hostile: str) -> None:
    content = write(document(hostile))
    shown = "".join(text(content).split())
    assert "".join(words(hostile)[0].text.split())[:40] in shown
    pages = PdfReader(BytesIO(content)).pages
    assert not [page for page in pages if "/Annots" in page]
    for word in (b"/JavaScript", b"/URI", b"/Launch", b"/EmbeddedFile"):
        assert word not in content


@given(texts)
@settings(max_examples=40)
def test_any_text_makes_a_file(any_text: str) -> None:
    assert write(document(any_text)).startswith(b"%PDF-")


def test_what_is_longer_than_a_page_goes_on() -> None:
    many = "word " * 6000
    cell = words(many)
    blocks = (
        Table((cell, words("b")), ((cell, words("c")),), (3, 1)),
        Quote((Listing(((line(many), Ruled(60)),)),)),
        Marked(((many[:400], (line("x" * 3000),)),)),
    )
    assert len(PdfReader(BytesIO(write(Document("Long", blocks)))).pages) > 5


def test_the_same_document_is_the_same_file() -> None:
    one = document("Grüße")
    assert write(one) == write(one)


@pytest.mark.parametrize("with_key", [False, True])
def test_a_module_is_a_file_with_everything(with_key: bool) -> None:
    folder = bundled_courses()
    assert folder is not None
    one = material("wps/participation", folder)
    content = write(handout(on_paper(one, Random, with_key=with_key)))
    found = text(content)
    assert one.module.lessons[0].pages[0].title in found
    assert ("FOR THE INSTRUCTOR" in found) is with_key
    assert "cannot be printed rightly" not in found
    titles = [entry.title for entry in PdfReader(BytesIO(content)).outline]  # type: ignore[union-attr]
    assert "Questions" in titles


def test_the_review_and_the_certificate(tmp_path: Path) -> None:
    desk = bridge_desk(tmp_path)
    play(desk, "worst")
    take_quiz(desk, "best")
    found = text(write(review(desk.records.review(REF))))
    assert "After-action review: The toll" in found
    assert "Close the bridge" in found
    found = text(write(certificate(desk.records.certificate(REF))))
    assert "Maj Lind" in found
    assert "It is not a qualification." in found


def test_without_the_library_it_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "reportlab", None)
    monkeypatch.delitem(sys.modules, "tutor.paper.pdf", raising=False)
    monkeypatch.setattr("tutor.paper.pdf", None, raising=False)
    for name in [name for name in sys.modules if name.startswith("reportlab.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(UsageError, match="not installed"):
        writers.written(Document("T", ()), "pdf")
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert run(["--courses", str(BRIDGE), "print", REF, "--format", "pdf"]) == 2
    assert 'pip install "staff-tutor[pdf]"' in capsys.readouterr().err
    assert not list(tmp_path.glob("*.pdf"))
