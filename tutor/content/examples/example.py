"""What an example is; it knows no rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """What triggers a rule, and what does not, as an author would write it.

    `file`: where in a course it stands. A test writes both into a small sound course, where their
    keys and blocks take the place of those that are there: the rule finds `wrong` and is silent
    about `right`. `runs` is False where that takes more than a few lines (a whole bank of
    questions, a file that the system refuses); the rule's own tests show it then.
    """

    file: str
    wrong: str
    right: str
    runs: bool = True


COURSE, SOURCES, GLOSSARY, WORDS = "course.toml", "sources.toml", "glossary.toml", "words.toml"
MODULE, LESSON, QUESTIONS = "module.toml", "lessons/approach.toml", "questions.toml"
SCENARIO, EXERCISE, LOCK = "scenarios/toll.toml", "exercises/flood.toml", "ids.lock"
"""The files of the small course."""
