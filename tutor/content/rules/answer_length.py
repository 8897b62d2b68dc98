"""Q401 and Q405: right answers that stand out by their length, and too few or too many answers."""

from collections.abc import Iterable, Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed
from tutor.content.rules.keyed import Keyed, keyed
from tutor.content.view import CourseView

LONG = Rule(
    "Q401",
    Severity.WARNING,
    "The right answer stands out by its length",
    "A right answer is easily written with more care than the others, and test-wise learners know "
    "it. It may be a quarter longer than the longest wrong one; of several right ones the mean "
    "may be a quarter above the mean of the wrong ones. Move what is too much into the `why`.",
)
COUNT = Rule(
    "Q405",
    Severity.WARNING,
    "Too few or too many answers",
    "With two answers half of the guesses are right: a true-false question says so openly. From "
    "six on hardly any wrong answer is ever chosen, and reading them takes the time of another "
    "question. Three to five answers, each of which somebody would believe, measure best.",
)
RULES = (LONG, COUNT)

RATIO = 1.25

SLACK = 6
"""Characters of difference that nobody sees: "Yes" against "No" is no cue."""

FEWEST, MOST = 3, 5


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Questions with one right answer and with several."""
    for question in keyed(view):
        yield from _long(question)
        count = len(question.texts)
        if not FEWEST <= count <= MOST:
            message = f"The question has {count} answers; {FEWEST} to {MOST} measure best."
            hint = (
                "Add an answer that somebody would believe, or make it a true-false question."
                if count < FEWEST
                else "Take out those that nobody would choose."
            )
            yield question.item.origin.at_block(COUNT, message, hint)


def _long(question: Keyed) -> Iterator[Diagnostic]:
    if not question.wrong:
        return
    right, wrong = question.right, question.wrong
    measure = _mean if question.several else _most
    long, limit = measure(right.values()), measure(wrong.values())
    if long <= RATIO * limit or long - limit < SLACK:
        return
    if question.several:
        message = (
            f"The right answers have {long:.0f} characters on average, the wrong ones {limit:.0f}."
        )
        hint = f"Shorten {listed(list(right), 'and')}, or write out the wrong ones."
    else:
        message = f"The right answer has {long:.0f} characters, the longest wrong one {limit:.0f}."
        hint = "Shorten it, or write out a wrong one; reasons belong into the `why`."
    longest = max(right, key=lambda letter: len(right[letter]))
    yield question.item.origin.at_value(LONG, (longest, "text"), message, hint)


def _most(texts: Iterable[str]) -> float:
    return max(map(len, texts))


def _mean(texts: Iterable[str]) -> float:
    lengths = [len(text) for text in texts]
    return sum(lengths) / len(lengths)
