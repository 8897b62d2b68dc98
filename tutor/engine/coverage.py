"""What of a module serves which objective: pages, questions by kind and use, scenario decisions."""

from collections import Counter
from dataclasses import dataclass

from tutor.model.items import Use
from tutor.model.library import Module

LEAST_QUESTIONS = 3
"""Sibling questions per objective, so that a question asked again is another one (LEARNING.md)."""
APPLICATION = 3
"""The difficulty from which on a question asks to apply, analyse or judge."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One objective. `pages` are `lesson/page` refs of lessons that name it; counts are questions.

    `decisions`: by scenario, the situations with choices that carry the objective.
    """

    objective: str
    text: str
    pages: tuple[str, ...]
    kinds: dict[str, int]
    uses: dict[str, int]
    difficulty: dict[int, int]
    decisions: dict[str, int]

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(self.kinds.values())

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, a sentence each."""
        exam = self.uses.get(Use.EXAM.value, 0)
        applied = sum(n for level, n in self.difficulty.items() if level >= APPLICATION)
        checks = (
            (not self.pages, "No lesson names it."),
            (
                self.questions < LEAST_QUESTIONS,
                f"Only {self.questions} of at least {LEAST_QUESTIONS} questions.",
            ),
            (
                exam < LEAST_QUESTIONS,
                f"Only {exam} of at least {LEAST_QUESTIONS} questions for the quiz.",
            ),
            (not self.uses.get(Use.PRETEST.value), "No question for the pre-test."),
            (not applied, "Every question asks for recall or understanding only."),
            (not sum(self.decisions.values()), "No decision of a scenario carries it."),
        )
        return tuple(sentence for missing, sentence in checks if missing)


def coverage(module: Module) -> tuple[Coverage, ...]:
    """One row for each objective, in the order of the module."""
    return tuple(_row(module, one.id, one.text) for one in module.head.objectives)


def _row(module: Module, objective: str, text: str) -> Coverage:
    items = [item for item in module.items.values() if item.objective == objective]
    return Coverage(
        objective=objective,
        text=text,
        pages=tuple(
            f"{lesson.id}/{page.id}"
            for lesson in module.lessons
            if objective in lesson.head.objectives
            for page in lesson.pages
        ),
        kinds=dict(Counter(item.kind for item in items)),
        uses=dict(Counter(use.value for item in items for use in item.use)),
        difficulty=dict(sorted(Counter(item.difficulty for item in items).items())),
        decisions={
            name: sum(
                bool(node.answers) and node.objective == objective
                for node in scenario.nodes.values()
            )
            for name, scenario in module.scenarios.items()
        },
    )
