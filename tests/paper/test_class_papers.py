"""What a class has on paper: nothing of the facilitator's in what participants hold."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.content.courses import flooded
from tests.paper.html_reader import Page
from tests.study.classroom.rooms import SECRET, explanations, judgements, notes, unkeyed
from tests.worlds import make_world
from tutor.cli.main import run
from tutor.content.library import Library, bundled_courses
from tutor.model.classroom.exercise import Exercise, Expectation
from tutor.model.library import Module
from tutor.paper import class_cards
from tutor.paper.class_guide import class_guide
from tutor.paper.document import Document
from tutor.paper.writers import written
from tutor.study.classroom import papers
from tutor.study.classroom.agenda import Selection, agenda, exercise_agenda, plan
from tutor.study.classroom.guide import guide
from tutor.study.classroom.pins import pinned
from tutor.study.material import Material


@cache
def library() -> Library:
    return Library.open([bundled_courses()])


def bundled() -> list[str]:
    found = [f"{one.head.id}/{name}" for one in library().courses for name in one.modules]
    assert len(found) >= 10
    return found


def material(ref: str, module: Module | None = None) -> Material:
    return Material(library().course(ref.split("/")[0]), module or library().module(ref))


def hand_outs(one: Material) -> Iterator[Document]:
    """Everything that participants hold, for the module and for each of its exercises."""
    classes = [(agenda(one, Selection(test=6)), None)]
    classes += [(exercise_agenda(e), e) for e in one.module.exercises.values()]
    for steps, exercise in classes:
        yield class_cards.letter_cards(papers.letter_cards(one, steps, exercise, make_world()))
        yield class_cards.tally_sheets(papers.tally_sheets(one, steps, exercise, make_world()))
        if exercise is not None:
            yield class_cards.message_cards(papers.message_cards(one, exercise))


def blanked(exercise: Exercise) -> Exercise:
    """The exercise with everything changed that only its facilitator may know."""
    secret = {"hint": SECRET, "if_missed": SECRET, "notes": SECRET, "harm": SECRET}
    injects = {
        name: one.model_copy(update={**secret, "answers": {"a": Expectation(text=SECRET)}})
        for name, one in exercise.injects.items()
    }
    return exercise.model_copy(update={"injects": injects, "notes": SECRET, "hot_wash": None})


@pytest.mark.parametrize("ref", bundled())
def test_participants_hold_nothing_of_the_facilitators(ref: str) -> None:
    module = library().module(ref)
    exercises = {name: blanked(one) for name, one in module.exercises.items()}
    other = unkeyed(module).model_copy(update={"exercises": exercises})
    made = [written(one, "html") for one in hand_outs(material(ref))]
    assert made == [written(one, "html") for one in hand_outs(material(ref, other))]
    secrets = notes(module)
    for item in module.items.values():
        secrets |= explanations(item)
    for scenario in module.scenarios.values():
        secrets |= judgements(scenario)
    text = " ".join(Page(one).text for one in made)
    assert not [one for one in secrets if len(one) > 40 and " ".join(one.split()) in text]


def test_the_guide_has_what_the_facilitator_needs() -> None:
    one = material("exercise/meridian")
    exercise = one.module.exercises["elding"]
    made = guide(one, plan(exercise_agenda(exercise), one), exercise, make_world())
    page = Page(written(class_guide(made), "html"))
    assert page.faults == []
    for said in ("Main events list", "If missed", "Stop at once", "Hot wash", "national caveats"):
        assert said in page.text
    for inject in exercise.injects.values():
        assert all(" ".join(action.text.split()) in page.text for action in inject.expected)
    voted = one.module.items["q-elding-boy"]
    order = pinned(one, voted, make_world()).options
    (key,) = (key for step in made.steps for _, key in step.questions if key.id == voted.id)
    assert tuple(option.key for option in key.options) == order


def test_cards_have_a_letter_a_pattern_and_lines_to_cut() -> None:
    cards = papers.letter_cards(material("wps/participation"), (), None, make_world())
    assert cards.letters == ("A", "B", "C", "D")
    page = written(class_cards.letter_cards(cards), "html").decode()
    assert page.count('class="piece"') == 4
    assert page.count("dashed") == 1
    assert len(set(class_cards.PATTERNS)) == len(class_cards.PATTERNS)
    pytest.importorskip("reportlab")
    from pypdf import PdfReader

    pdf = PdfReader(_stream(written(class_cards.letter_cards(cards), "pdf")))
    assert len(pdf.pages) == 1
    assert {"A", "B", "C", "D", "▲"} <= set(pdf.pages[0].extract_text())


def _stream(content: bytes):  # type: ignore[no-untyped-def]
    from io import BytesIO

    return BytesIO(content)


def test_the_command_writes_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["class", "print", "bridge/crossing/flood", "--out", str(tmp_path / "paper")]
    words += ["--courses", str(flooded(tmp_path))]
    assert run(words) == 0
    made = sorted(one.name for one in (tmp_path / "paper").iterdir())
    assert made == [
        "bridge-crossing-flood-cards.html",
        "bridge-crossing-flood-guide.html",
        "bridge-crossing-flood-messages.html",
        "bridge-crossing-flood-tally.html",
    ]
    assert capsys.readouterr().out.count("Written:") == 4
    assert run([*words, "--cards"]) == 2
    assert run([*words, "--tally", "--format", "md", "--force"]) == 0
