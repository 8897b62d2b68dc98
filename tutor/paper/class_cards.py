"""What the room holds in its hands: cards to vote with, messages, and sheets to count on."""

from collections.abc import Iterator

from tutor.paper.document import (
    Block,
    CutOut,
    CutSheet,
    Document,
    PageBreak,
    Paragraph,
    Together,
    heading,
    line,
    plain_table,
    words,
)
from tutor.paper.markdown import Citations, blocks
from tutor.study.frames.class_papers import (
    LetterCards,
    MessageCards,
    PaperMessage,
    TallyRow,
    TallySheets,
    Titled,
)

PATTERNS = ("● ● ●", "■ ■", "▲ ▲ ▲ ▲", "◆", "○ ○ ○ ○ ○", "□ □ □", "△ △", "◇ ◇ ◇ ◇")
"""A pattern beside each letter: other shapes and another number, for whoever sees the card from
far or does not see colours."""

DECISIONS = 12
TO_A_PAGE = 4
ROUNDS = ("Round 1: hands, cards", "Tables", "All", "Round 2: hands, cards", "Tables", "All")


def letter_cards(cards: LetterCards) -> Document:
    """A sheet for each person; four cards to a page."""
    pieces = tuple(
        CutOut(letter, PATTERNS[place % len(PATTERNS)])
        for place, letter in enumerate(cards.letters)
    )
    parts: list[Block] = [line("One set for each person. Cut along the broken lines.", quiet=True)]
    for first in range(0, len(pieces), TO_A_PAGE):
        if first:
            parts.append(PageBreak())
        parts.append(CutSheet(pieces[first : first + TO_A_PAGE], columns=2))
    return _document(cards.about, "Cards to vote with", parts)


def tally_sheets(sheets: TallySheets) -> Document:
    """A table for each question; whoever counts writes figures, no names."""
    parts: list[Block] = [line("Present: ........    Write figures only, no names.")]
    parts += [Together(tuple(_tally(row))) for row in sheets.rows]
    parts += [Together(tuple(_decisions(*one))) for one in sheets.scenarios]
    if not sheets.rows and not sheets.scenarios:
        parts.append(line("This class has no question that is voted on."))
    return _document(sheets.about, "Tally sheets", parts)


def _tally(row: TallyRow) -> Iterator[Block]:
    yield heading(2, f"{row.number}. {row.title}")
    if row.private:
        yield Paragraph(
            words("Private: folded slips only, counted once, after voting.", strong=True)
        )
    if row.many:
        yield line("Each person may name several. People who answered: ........")
    rows = [(option, *("" for _ in ROUNDS)) for option in row.options]
    yield plain_table(("", *ROUNDS), rows, (2, *(3 for _ in ROUNDS)))


def _decisions(title: str, letters: tuple[str, ...]) -> Iterator[Block]:
    """A line for each decision of a scenario, as many as a class gets through."""
    yield heading(2, f"Scenario: {title}")
    rows = [(f"{number}.", *("" for _ in letters), "") for number in range(1, DECISIONS + 1)]
    yield plain_table(("", *letters, "Decided"), rows, (2, *(3 for _ in letters), 4))


def message_cards(cards: MessageCards) -> Document:
    """The messages, a page for each role, to hand out at their time."""
    parts: list[Block] = [
        line("For the facilitator to cut and to hand out, each at its time.", quiet=True)
    ]
    for place, (role, messages) in enumerate(cards.roles):
        if place:
            parts.append(PageBreak())
        parts.append(heading(1, role or "Everybody"))
        parts.append(CutSheet(tuple(_message(one) for one in messages)))
    return _document(cards.about, "Messages", parts)


def _message(one: PaperMessage) -> CutOut:
    about = (f"from {one.sender}" if one.sender else "", one.channel)
    said = ", ".join(part for part in about if part)
    return CutOut(
        blocks=(
            Paragraph(words(f"Message {one.number} {said}".strip(), strong=True)),
            line(f"To: {one.to or 'everybody'}", quiet=True),
            *blocks(one.text, Citations()),
        )
    )


def _document(about: Titled, what: str, parts: list[Block]) -> Document:
    return Document(
        title=f"{what}: {about.title}",
        lead=(about.banner,) if about.banner else (),
        blocks=tuple(parts),
        foot=f"{about.ref}, version {about.version} - Staff tutor {about.program}",
    )
