"""What was done under a former id counts for the thing as it is called now."""

import json
from collections.abc import Mapping
from typing import get_args

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from tests.engine.examples import single
from tests.engine.scenarios import choice, node, scenario
from tests.store.samples import MODULE, answer, events, histories, noted, page, quiz, run_started
from tutor.engine.progress import fold
from tutor.engine.renames import (
    _RULES,
    NOTHING_RENAMED,
    Renames,
    former_modules,
    renames_of,
    respelt,
)
from tutor.model.course import CourseHead, Lesson, LessonHead, ModuleHead, Page
from tutor.model.library import Module
from tutor.model.marks import About
from tutor.model.progress import Progress
from tutor.model.record import ALL_MODULES, Happening
from tutor.model.scenario import ScenarioHead

HAPPENING: TypeAdapter[Happening] = TypeAdapter(Happening)
NOW = {"q1": "first", "roots/first": "roots/one", "ford": "river", "start": "bank", "calm": "end"}
OLD, OTHER = "wps/old", "hs/poc"


def renames(now: str, former: str) -> Renames:
    return Renames(
        modules={former: now} if now != former else {},
        items={f"{now}/q1": f"{now}/first"},
        pages={f"{now}/roots/first": f"{now}/roots/one"},
        scenarios={f"{now}/ford": f"{now}/river"},
        nodes={f"{now}/river/start": f"{now}/river/bank", f"{now}/river/calm": f"{now}/river/end"},
    )


def spelt(happening: Happening, names: Mapping[str, str], module: str) -> Happening:
    """The happening in another spelling, questions as `course/module/question`."""
    dump = happening.model_dump(mode="json")
    here = dump["module"] = module if dump["module"] == MODULE else dump["module"]
    names = names if here == module else {}

    def walk(value: object) -> object:
        if isinstance(value, dict):
            return {walk(key): walk(part) for key, part in value.items()}
        if isinstance(value, list):
            return [walk(part) for part in value]
        if isinstance(value, str):
            if value.startswith(f"{MODULE}/"):
                inner = str(walk(value.removeprefix(f"{MODULE}/")))
                return inner if inner.startswith(f"{here}/") else f"{here}/{inner}"
            name = names.get(value, value)
            return f"{here}/{name}" if value in ("q1", "q2", "q3") else name
        return value

    return HAPPENING.validate_json(json.dumps(walk(dump)))


def folded(
    happenings: list[Happening], names: Mapping[str, str], module: str, said: Renames
) -> Progress:
    written = events(spelt(one, names, module) for one in happenings)
    return fold(Progress(), (respelt(event, said) for event in written))


def test_every_kind_of_happening_has_a_rule() -> None:
    assert set(_RULES) == set(get_args(get_args(Happening)[0]))


@given(histories)
def test_a_history_under_former_ids_is_the_history_under_those_of_now(
    happenings: list[Happening],
) -> None:
    now = folded(happenings, NOW, MODULE, NOTHING_RENAMED)
    assert folded(happenings, {}, MODULE, renames(MODULE, MODULE)) == now
    assert folded(happenings, {}, OLD, renames(MODULE, OLD)) == now
    assert folded(happenings, NOW, MODULE, renames(MODULE, OLD)) == now


@given(histories, histories)
def test_a_record_goes_on_after_the_rename(before: list[Happening], after: list[Happening]) -> None:
    said = renames(MODULE, OLD)
    written = [spelt(one, {}, OLD) for one in before] + [spelt(one, NOW, MODULE) for one in after]
    mixed = fold(Progress(), (respelt(event, said) for event in events(written)))
    assert mixed == folded([*before, *after], NOW, MODULE, NOTHING_RENAMED)


@given(histories)
def test_what_was_not_renamed_stays(happenings: list[Happening]) -> None:
    plain = folded(happenings, {}, MODULE, NOTHING_RENAMED)
    assert folded(happenings, {}, MODULE, renames("wps/none", "wps/nobody")) == plain


def test_a_quiz_over_all_modules_names_questions_by_their_own() -> None:
    (event,) = events([quiz(module=ALL_MODULES, items=(f"{OLD}/q1", f"{OTHER}/q1", "q9"))])
    what = respelt(event, renames(MODULE, OLD)).what
    assert (what.module, what.items) == (  # type: ignore[union-attr]
        ALL_MODULES,
        (f"{MODULE}/first", f"{OTHER}/q1", "q9"),
    )


def test_an_event_keeps_all_but_its_names() -> None:
    for event in events([answer(), page(), run_started()]):
        now = respelt(event, renames(MODULE, MODULE))
        assert now.model_copy(update={"what": event.what}) == event
        assert (now.what == event.what) == (event.what.kind == "answer")


@pytest.mark.parametrize(
    ("about", "ref", "now"),
    [
        (About.PAGE, "roots/first", "roots/one"),
        (About.QUESTION, f"{OLD}/q1", f"{MODULE}/first"),
        (About.SCENARIO, f"{OLD}/ford", f"{MODULE}/river"),
        (About.NODE, f"{OLD}/ford/start", f"{MODULE}/river/bank"),
        (About.NODE, f"{OLD}/ford/other", f"{MODULE}/river/other"),
        (About.RUN, "start", "start"),
        (About.OBJECTIVE, "q1", "q1"),
    ],
)
def test_a_mark_stays_with_what_it_is_about(about: About, ref: str, now: str) -> None:
    (event,) = events([noted(module=OLD, about=about, ref=ref)])
    what = respelt(event, renames(MODULE, OLD)).what
    assert (what.module, what.ref) == (MODULE, now)  # type: ignore[union-attr]


def test_equal_renames_have_one_key() -> None:
    assert NOTHING_RENAMED.key == Renames().key == ""
    assert not NOTHING_RENAMED
    said = renames(MODULE, OLD)
    assert said.key == renames(MODULE, OLD).key != renames(MODULE, MODULE).key
    assert len(said.key) == 16


# What a course says


def head(*was: str) -> ModuleHead:
    return ModuleHead.model_validate(
        {"title": "t", "topic": "poc", "summary": "s", "minutes": 9, "lessons": ("l",)}
        | {"objectives": (), "was": was}
    )


def course(*was: str) -> CourseHead:
    return CourseHead.model_validate(
        {"format": 1, "id": "wps", "title": "t", "summary": "s", "version": "1.0.0", "was": was}
        | {"modules": ("basics", "other")}
    )


def test_a_module_may_have_had_another_name_in_another_course() -> None:
    modules = {"basics": head("old", "other"), "other": head()}
    assert former_modules([(course(), modules)]) == {"wps/old": "wps/basics"}
    assert former_modules([(course("gender"), modules)]) == {
        "wps/old": "wps/basics",
        "gender/basics": "wps/basics",
        "gender/old": "wps/basics",
        "gender/other": "wps/other",
    }


def module(**change: object) -> Module:
    whole: dict[str, object] = {"ref": MODULE, "id": "basics", "head": head(), "lessons": ()}
    empty: dict[str, object] = {"items": {}, "scenarios": {}, "fingerprints": {}}
    return Module.model_construct(**whole | empty | change)


def was(value: ScenarioHead, *names: str) -> ScenarioHead:
    return value.model_copy(update={"was": names})


def test_everything_that_says_was() -> None:
    pages = (
        Page(id="one", title="t", text="t", was=("first",)),
        Page(id="two", title="t", text="t"),
    )
    stems = LessonHead(title="t", objectives=("o",), was=("stems",))
    play = scenario(node("bank", {"a": choice("end", 3)}, was=("start",)), node("end", end="good"))
    read = module(
        lessons=(Lesson(id="roots", head=stems, pages=pages),),
        items={"a": single().model_copy(update={"was": ("b", "c")})},
        scenarios={"s": play.model_copy(update={"head": was(play.head, "ford")})},
    )
    assert renames_of({}, [read]) == Renames(
        items={f"{MODULE}/b": f"{MODULE}/a", f"{MODULE}/c": f"{MODULE}/a"},
        pages={
            f"{MODULE}/{old}": f"{MODULE}/{now}"
            for old, now in (
                ("roots/first", "roots/one"),
                ("stems/one", "roots/one"),
                ("stems/first", "roots/one"),
                ("stems/two", "roots/two"),
            )
        },
        scenarios={f"{MODULE}/ford": f"{MODULE}/s"},
        nodes={f"{MODULE}/s/start": f"{MODULE}/s/bank"},
    )


def test_an_id_in_use_is_nobodys_former_id_and_the_first_claim_holds() -> None:
    claims = {"a": ("b", "x"), "b": (), "c": ("x",)}
    items = {name: single().model_copy(update={"was": formers}) for name, formers in claims.items()}
    assert renames_of({}, [module(items=items)]).items == {f"{MODULE}/x": f"{MODULE}/a"}
