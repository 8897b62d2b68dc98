"""K701: pages that name a resolution, a policy or an official year without a citation."""

import re
from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.prose import Part, parts
from tutor.content.rules.sources import CITATION
from tutor.content.rules.texts import MOST_IN_A_TEXT
from tutor.content.view import CourseView, Sited
from tutor.model.course import Page
from tutor.model.source import Source

RULE = Rule(
    "K701",
    Severity.WARNING,
    "A document or an official year without a citation",
    "A resolution, a policy of a year, or a year in which NATO or the United Nations did "
    "something: readers will repeat it, so they have to be able to look it up. A citation counts "
    "in the same paragraph or table and in the ones right before and after it, and so does one "
    "of that very document anywhere on the page. Dates and times of the exercise are left alone.",
)
RULES = (RULE,)

_YEAR = r"(?:19(?:4[5-9]|[5-9]\d)|20(?:[0-2]\d|3[0-5]))"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_PAPER = (
    r"(?:[Dd]irective|[Pp]rotocol|[Cc]onvention|[Pp]olicy|[Tt]reaty|[Ss]tatute|[Cc]harter"
    r"|[Gg]uidelines?|[Ss]trategic [Cc]oncept|[Aa]ction [Pp]lan)"
)
_RESOLUTION = re.compile(
    r"\b(?:UNSCRs?|S/RES/|A/RES/|[Rr]esolutions?(?:\s+no\.?)?)\s*(?P<number>\d{2,4}(?:/\d{1,3})?)\b"
)
_NAMED = re.compile(
    rf"\b{_PAPER}\s+(?:(?:of|from|dated)\s+)?(?:{_MONTH}\s+)?(?P<year>{_YEAR})\b"
    rf"|\b(?P<before>{_YEAR})\s+{_PAPER}\b"
    r"|\b(?:Directive|Additional Protocol|Protocol|Convention)\s+(?:No\.?\s*)?"
    r"(?P<number>[IVX]{1,4}\b|\d[\d./-]*\d|\d)"
    r"|\b(?:AJP-\d[\d.]*|STANAG\s?\d{3,4}|MC\s?\d{3,4})"
)
_ACTED = re.compile(
    rf"(?<![\d:./-])(?<!\bat )(?<!\bby )(?<!\buntil )(?<!\btill )(?P<year>{_YEAR})"
    r"(?![\d:./-]|\s*(?:hours|hrs|h\b|Z\b|local)|\s+(?:to|until|and)\s+\d{4}\b)"
)
_INSTITUTION = re.compile(
    r"\b(?:NATO|UN|United Nations|Security Council|General Assembly|Secretary-General|Allies|"
    r"the Alliance|European Union|EU|OSCE|African Union|ICRC|Red Cross|International Criminal "
    r"Court|ICC|Geneva Convention|UNHCR|UNICEF|OCHA|World Bank|Council of Europe)\b"
)
_SENTENCE = re.compile(r"[^.!?]+")
_NUMBERS = re.compile(r"\d{2,}")

Claim = tuple[int, int, frozenset[str]]
"""Where in the part it stands, and the numbers by which its own source can be known."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every page, part by part; one finding for each part."""
    if not view.sources.known:
        return
    for _, _, page in view.pages():
        found = parts(page.value.text)
        cited = [CITATION.findall(part.text) for part in found]
        numbers = _numbers(view, {name for names in cited for name in names})
        told = 0
        for place, part in enumerate(found):
            claim = next((one for one in _claims(part) if not one[2] & numbers), None)
            if claim is not None and not _near(found, cited, place) and told < MOST_IN_A_TEXT:
                told += 1
                yield _at(page, part, claim)


def _near(found: list[Part], cited: list[list[str]], place: int) -> bool:
    """Whether the part, the one before or the one after cites; a heading parts them."""
    if cited[place]:
        return True
    for step in (-1, 1):
        beside = place + step
        if 0 <= beside < len(found) and found[beside].kind != "heading" and cited[beside]:
            return True
    return False


def _numbers(view: CourseView, names: set[str]) -> frozenset[str]:
    """Numbers and years in the ids, titles and dates of the sources that the page cites."""
    sources = (sited.value for name, sited in view.sources.entries.items() if name in names)
    return frozenset(number for source in sources for number in _NUMBERS.findall(_known(source)))


def _known(source: Source) -> str:
    return f"{source.id} {source.title} {source.date}"


def _claims(part: Part) -> Iterator[Claim]:
    if part.kind == "heading":
        return
    for pattern in (_RESOLUTION, _NAMED):
        for match in pattern.finditer(part.text):
            yield match.start(), match.end(), frozenset(_NUMBERS.findall(match[0]))
    for sentence in _SENTENCE.finditer(part.text):
        if _INSTITUTION.search(sentence[0]):
            for match in _ACTED.finditer(part.text, sentence.start(), sentence.end()):
                yield match.start(), match.end(), frozenset({match["year"]})


def _at(page: Sited[Page], part: Part, claim: Claim) -> Diagnostic:
    start, end, _ = claim
    message = f"{quoted(part.text[start:end])} stands here without a citation."
    hint = "Add the source, for example [@unscr-1325], in this paragraph or beside it."
    span = (part.start + start, part.start + end)
    return page.origin.at_offset(RULE, ("text",), page.value.text, span, message, hint)
