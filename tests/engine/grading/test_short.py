import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.examples import short, visible
from tutor.engine import grading
from tutor.engine.grading.spelling import compact, is_slip
from tutor.model.items import Short
from tutor.model.record import Outcome, Verdict
from tutor.model.responses import Written


def said(item: Short, text: str, **aliases: tuple[str, ...]) -> Verdict:
    return grading.grade(item, Written(text=text), aliases=aliases)


@pytest.mark.parametrize(
    "typed",
    [
        "UNSCR 1325", "unscr1325", "UNSCR-1325", "SCR 1325", "resolution 1325", "S/RES/1325",
        "the resolution 1325", "UN Security Council Resolution 1325", "Res. 1325",
        "UNSC resolution 1325", "Resolution No. 1325", " 1325. ", "１３２５",
        "UNSCR\N{NO-BREAK SPACE}1325", "UNSCR\N{NON-BREAKING HYPHEN}1325",
        "UNSCR \N{EN DASH} 1325",
    ],
)  # fmt: skip
@pytest.mark.parametrize("accept", ["1325", "UNSCR 1325"])
def test_a_resolution_by_any_name(accept: str, typed: str) -> None:
    assert said(short(accept), typed).fraction == 1


@pytest.mark.parametrize(
    ("accept", "typed"),
    [
        ("1325", "1326"), ("UNSCR 1325", "UNSCR 1326"), ("1325", "13 25"), ("1325", "132"),
        ("UN Security Council resolution 1325", "UN Security Council resolution 1326"),
        ("Additional Protocol I", "Additional Protocol II"), ("1.5 hours", "15 hours"),
        ("poc", "pos"), ("GENAD", "GENADE"), ("10-15 days", "1015 days"),
        ("gender adviser", "gender"), ("1325", "UNGA 1325"),
    ],
)  # fmt: skip
def test_what_is_not_the_same(accept: str, typed: str) -> None:
    assert said(short(accept), typed).fraction == 0


@pytest.mark.parametrize(
    "typed",
    ["Gender-Adviser", "gender\N{EN DASH}adviser", "  GENDER   adviser.", "the gender adviser",
     "genderadviser", "gen\N{SOFT HYPHEN}der adviser", "\"gender adviser\""],
)  # fmt: skip
def test_writing_does_not_matter(typed: str) -> None:
    verdict = said(short("gender adviser"), typed)
    assert (verdict.fraction, verdict.note) == (1, "")


@pytest.mark.parametrize("typed", ["gender advisor", "gneder adviser", "gendr adviser"])
def test_a_slip_costs_nothing_and_is_named(typed: str) -> None:
    verdict = said(short("gender adviser"), typed)
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.note == "Check your spelling: gender adviser"
    assert grading.sentence(short(), Written(text=typed), verdict).endswith(verdict.note)
    assert said(short("gender adviser", fuzzy=0), typed).fraction == 0


def test_a_near_answer_gets_a_word_and_no_credit() -> None:
    item = short("gender adviser", near=("gender focal point",))
    for typed in ("gender focal point", "gender focal pont"):
        verdict = said(item, typed)
        assert (verdict.fraction, "close" in verdict.note) == (0, True)
        assert grading.sentence(item, Written(text=typed), verdict) == verdict.note


def test_an_author_can_bar_a_look_alike() -> None:
    assert said(short("martial law", near=("marital law",)), "marital law").fraction == 0


def test_a_year_in_brackets_may_be_left_out_but_not_be_wrong() -> None:
    item = short("UNSCR 1325 (2000)")
    earned = {text: said(item, text).fraction for text in ("1325", "1325 (2000)", "1325 (2001)")}
    assert earned == {"1325": 1, "1325 (2000)": 1, "1325 (2001)": 0}
    assert said(short("Geneva Conventions (1949)"), "Genva Conventions").fraction == 1


def test_glossary_aliases_count_both_ways() -> None:
    item = short("gender adviser")
    assert said(item, "GENAD").fraction == 0
    assert (
        grading.grade(item, Written(text="genad"), aliases={"GENAD": ("gender adviser",)}).fraction
        == 1
    )
    assert said(short("GENAD"), "gender adviser", GENAD=("gender adviser",)).fraction == 1
    assert said(short("GENAD"), "human terrain", hts=("human terrain",)).fraction == 0
    barred = short("gender adviser", near=("GENAD",))
    assert said(barred, "GENAD", GENAD=("gender adviser",)).fraction == 0


def test_the_rule_speaks_of_slips_only_where_they_are_forgiven() -> None:
    assert "6 letters" in grading.rule(short())
    assert "slip" not in grading.rule(short(fuzzy=0))


@given(visible)
def test_case_and_blanks_never_matter(text: str) -> None:
    assert compact(f"  {text.casefold()}\t") == compact(text)


@given(st.text())
def test_the_compact_form_is_stable_and_never_raises(text: str) -> None:
    assert isinstance(is_slip(text, "gender adviser"), bool)
    assert compact(text) == compact(f" {text} ")


@given(
    st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["", "UNSCR ", "resolution no. "])
)
def test_no_number_passes_for_another(asked: int, typed: int, prefix: str) -> None:
    assert (said(short(f"UNSCR {asked}"), f"{prefix}{typed}").fraction == 1) == (asked == typed)


@pytest.mark.parametrize("word", ["unscr", "un", "s res", "resolution ", "a ", "vi", "'"])
def test_hostile_lengths_are_read_in_no_time(word: str) -> None:
    assert said(short("gender adviser"), (word * 20_000)[:20_000]).fraction == 0
