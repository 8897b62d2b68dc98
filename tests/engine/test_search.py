"""Search: all words, accents and case folded, titles first."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.engine.search import EXCERPT, Entry, Index, bare, excerpt_of, folded, words_of

INDEX = Index(
    [
        Entry("text", "Protection", "The **gender advisor** supports the commander [@x]."),
        Entry("some", "The commander decides", "A gender perspective."),
        Entry("inner", "Superadvisor and gender", "Nothing."),
        Entry("title", "Gender advisor", "Short GENAD."),
        Entry("accent", "Señor Müller", "Straße, Œuvre, ﬁnal."),
    ]
)


def found(wanted: str) -> list[str]:
    return [hit.what for hit in INDEX.find(wanted)]


def test_all_words_are_there_and_titles_come_first() -> None:
    assert found("gender advisor") == ["title", "inner", "text"]
    assert found("gender commander") == ["some", "text"]
    assert found("gender elephant") == []


def test_the_order_of_equal_ranks_is_that_of_the_index() -> None:
    assert [(hit.what, hit.rank) for hit in INDEX.find("gender")] == [
        ("inner", 0),
        ("title", 0),
        ("text", 3),
        ("some", 3),
    ]


def test_accents_and_case_do_not_count() -> None:
    assert found("senor muller") == ["accent"]
    assert found("MÜLLER strasse") == ["accent"]
    assert found("final") == ["accent"]


def test_no_words_find_nothing() -> None:
    assert found("") == found("  \t ") == []


def test_what_does_not_exist_for_a_learner_is_not_found() -> None:
    hits = INDEX.find("gender", may=lambda what: what != "title", limit=2)
    assert [hit.what for hit in hits] == ["inner", "text"]


def test_the_excerpt_is_around_the_word_and_without_marks() -> None:
    (hit,) = [hit for hit in INDEX.find("supports") if hit.what == "text"]
    assert found("x") == []
    assert hit.excerpt == "The gender advisor supports the commander ."
    long = "word " * 60 + "needle " + "more " * 60
    cut = excerpt_of(long, ("needle",))
    assert "needle" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")


TEXTS = st.text(max_size=300)


@given(TEXTS, TEXTS)
def test_every_word_of_a_text_finds_it(title: str, text: str) -> None:
    index = Index([Entry(1, title, text)])
    for word in words_of(f"{title} {bare(text)}"):
        assert len(index.find(word)) == 1


@given(TEXTS, st.text(min_size=1, max_size=5))
def test_an_excerpt_is_short(text: str, word: str) -> None:
    assert len(excerpt_of(text, words_of(word))) <= EXCERPT + 4


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)
    assert folded(text).casefold() == folded(text)
