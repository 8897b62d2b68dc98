"""Which rule speaks about a refused statement: the first of the table that recognises it."""

from collections.abc import Callable

from tutor.content.diagnostics import Diagnostic
from tutor.content.syntax import brackets, curly, keys, loose, quotes, spaces, words
from tutor.content.syntax.block_text import BlockText

Explain = Callable[[BlockText, int], Diagnostic | None]
Mend = Callable[[BlockText], str]

# The order is that of certainty: what can be seen without a doubt comes first, so that a wrong
# guess further down never hides it. Curly quotes precede blanks because a text in curly quotes is
# not recognised as a text, and its blanks are none of ours.
ORDER: tuple[Explain, ...] = (
    brackets.too_deep,
    loose.markdown,
    keys.wrong_sign,
    curly.curly_quotes,
    spaces.odd_blank,
    keys.bad_key,
    words.no_value,
    quotes.never_closed,
    quotes.backslash,
    quotes.not_closed_on_line,
    quotes.quotes_inside,
    words.truth_value,
    brackets.comma_missing,
    brackets.bracket_missing,
    words.number,
    words.unquoted,
    words.behind_value,
)

# Faults that can be put right in place, with the length kept: a second fault of the same statement
# then comes to light in the next round.
MENDS: dict[str, Mend] = {
    "T005": spaces.mend,
    "T007": words.mend_truth,
    "T011": keys.mend_sign,
    "T013": keys.mend_key,
}


def explain(block: BlockText, at: int) -> Diagnostic:
    """Why tomli refused the statement at offset `at`; one rule always answers."""
    for rule in ORDER:
        if found := rule(block, at):
            return found
    return loose.not_understood(block, at)


def mended(block: BlockText, code: str) -> str:
    """The statement without that fault, as long as before; empty when it cannot be put right."""
    mend = MENDS.get(code)
    return mend(block) if mend else ""
