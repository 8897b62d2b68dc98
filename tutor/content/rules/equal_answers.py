"""R206: two answers of one question with the same text."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.view import CourseView
from tutor.model.items import Item

RULE = Rule(
    "R206",
    Severity.ERROR,
    "Two equal answers",
    "Two answers with the same text cannot both be judged: the learner has no way to tell them "
    "apart. Letter case and blanks do not count as a difference.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Lettered answers, both sides of pairs, and extra partners."""
    for _, item in view.questions():
        for side in _sides(item.value):
            seen: dict[str, str] = {}
            for name, text in side:
                first = seen.setdefault(" ".join(text.lower().split()), name)
                if first != name:
                    message = f"{name} says the same as {first}."
                    hint = "Change one of them, or take it out."
                    path = tuple(int(part) if part.isdigit() else part for part in name.split("."))
                    yield item.origin.at_value(RULE, path, message, hint)


def _sides(item: Item) -> list[list[tuple[str, str]]]:
    answers: dict[str, object] = getattr(item, "answers", {})
    sides: dict[str, list[tuple[str, str]]] = {}
    for letter, answer in answers.items():
        if isinstance(answer, str):
            sides.setdefault("", []).append((letter, answer))
        for part in ("text", "left", "right"):
            if isinstance(text := getattr(answer, part, None), str):
                sides.setdefault(part, []).append((f"{letter}.{part}", text))
    extra = getattr(item, "extra", ())
    sides.setdefault("right", []).extend((f"extra.{n}", text) for n, text in enumerate(extra))
    return list(sides.values())
