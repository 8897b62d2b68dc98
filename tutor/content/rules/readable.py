"""L801: long sentences, and pages that are hard to read."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.rules.prose import parts, plain, sentences, words
from tutor.content.view import CourseView, Sited
from tutor.model.course import Page

RULE = Rule(
    "L801",
    Severity.NOTE,
    "A long sentence, or a page that is hard to read",
    "Most officers read the course in a second language. From forty words on, a sentence has to "
    "be read twice. LIX is the words of a sentence plus the share of words with more than six "
    "letters: below 40 is easy, 50 is an official text, above 55 is hard even for specialists. A "
    "note only: a quoted sentence may be as long as it is.",
)
RULES = (RULE,)

LONGEST = 40
"""Words of a sentence."""

HARDEST = 55
"""LIX of a page."""

_LONG_WORD = 6
_ENOUGH = 60
"""Words of a page below which LIX says nothing."""

_SHOWN = 6
_MOST = 5


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every page; tables and code are not read in sentences."""
    for _, _, page in view.pages():
        yield from _page(page)


def _page(page: Sited[Page]) -> Iterator[Diagnostic]:
    text = page.value.text
    count = told = total = long = 0
    for part in parts(text):
        if part.kind in ("table", "heading"):
            continue
        for sentence in sentences(part):
            read = words(sentence)
            count += bool(read)
            total += len(read)
            long += sum(len(word) > _LONG_WORD for word in read)
            if len(read) > LONGEST and told < _MOST:
                told += 1
                yield _long(page, sentence, len(read))
    if total >= _ENOUGH and (lix := total / count + 100 * long / total) > HARDEST:
        message = f"The page is hard to read: LIX {lix:.0f}, {total // count} words a sentence."
        hint = "Shorter sentences, and shorter words where they say the same."
        yield page.origin.at_key(RULE, ("text",), message, hint)


def _long(page: Sited[Page], sentence: str, count: int) -> Diagnostic:
    begin = " ".join(plain(sentence).split()[:_SHOWN])
    first = sentence.strip().partition("\n")[0]
    message = f"A sentence of {count} words begins with: {begin} ..."
    return page.origin.at_words(RULE, ("text",), first, message, "Make two of it.")
