"""Q407: over a whole course, right answers can be told by their form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.rules.chance import at_least, per_cent
from tutor.content.rules.keyed import Keyed, keyed
from tutor.content.view import CourseView
from tutor.model.base import LETTERS

RULE = Rule(
    "Q407",
    Severity.WARNING,
    "Right answers of the course have a habit",
    "Over all questions with one right answer, the longest, the shortest or always the same "
    "letter is right more often than chance allows. A learner who knows nothing but the habit "
    "gains by it. The finding needs at least twelve questions, five points above chance, and less "
    "than one chance in a hundred that it came by accident.",
)
RULES = (RULE,)

FEWEST = 12
"""Questions below which nothing can be said."""

GAIN = 0.05
ACCIDENT = 0.01


@dataclass(frozen=True, slots=True)
class Habit:
    """How often a habit finds the right answer, and the chance of it for each question."""

    hits: int
    chances: tuple[float, ...]

    @property
    def share(self) -> float:
        """Of the questions, 0..1."""
        return self.hits / len(self.chances)

    @property
    def chance(self) -> float:
        """The share that guessing would have."""
        return sum(self.chances) / len(self.chances)

    def clear(self, tested: int = 1) -> bool:
        """True beyond chance; `tested` habits were looked at to find this one."""
        return (
            len(self.chances) >= FEWEST
            and self.share - self.chance > GAIN
            and at_least(self.hits, self.chances) < ACCIDENT / tested
        )


def check(view: CourseView) -> Iterator[Diagnostic]:
    """One finding for each habit, at the list of modules."""
    questions = [one for one in keyed(view) if not one.several and one.wrong]
    if view.head is None or len(questions) < FEWEST:
        return
    for told, habit, hint in _habits(questions):
        message = (
            f"The right answer {told} in {habit.hits} of {len(habit.chances)} questions "
            f"({per_cent(habit.share)}), by chance it would be {per_cent(habit.chance)}."
        )
        yield view.head.origin.at_value(RULE, ("modules",), message, hint)


def _habits(questions: list[Keyed]) -> Iterator[tuple[str, Habit, str]]:
    longest, shortest = habit_of(questions, max), habit_of(questions, min)
    if longest.clear():
        yield "is the longest", longest, "Shorten right answers; reasons belong into the `why`."
    if shortest.clear():
        yield "is the shortest", shortest, "Shorten some of the wrong answers."
    letter, often = max(letters_of(questions).items(), key=lambda one: one[1].hits)
    if often.clear(len(LETTERS)):
        yield f"is {quoted(letter)}", often, "Give some of the right answers another letter."


def habit_of(questions: list[Keyed], end: Callable[[list[int]], int]) -> Habit:
    """How often the right answer is the longest (`max`) or the shortest (`min`).

    Where two share that length the guess counts as missed; where all do, there is none.
    """
    hits = 0
    chances = []
    for one in questions:
        outer = end([len(text) for text in one.texts.values()])
        guesses = [letter for letter, text in one.texts.items() if len(text) == outer]
        if len(guesses) < len(one.texts):
            chances.append(1 / len(one.texts))
            hits += len(guesses) == 1 and guesses[0] in one.right
    return Habit(hits, tuple(chances) or (1.0,))


def letters_of(questions: list[Keyed]) -> dict[str, Habit]:
    """By letter: how often it is right, among the questions that have it."""
    found = {}
    for letter in LETTERS:
        having = [one for one in questions if letter in one.texts]
        if having:
            hits = sum(letter in one.right for one in having)
            found[letter] = Habit(hits, tuple(1 / len(one.texts) for one in having))
    return found
