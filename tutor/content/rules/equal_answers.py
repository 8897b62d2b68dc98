"""R206: two answers of one question with the same text."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.view import CourseView
from tutor.model.items import Cloze, Item, Sort

RULE = Rule(
    "R206",
    Severity.ERROR,
    "Two equal answers",
    "Two answers with the same text cannot both be judged: the learner has no way to tell them "
    "apart. Letter case and blanks do not count as a difference.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Lettered answers, both sides of pairs, extra partners, bins, the choices of a gap."""
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


def _texts_in(name: str, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{name}.{number}", text) for number, text in enumerate(texts)]


def _sides(item: Item) -> list[list[tuple[str, str]]]:
    answers: dict[str, object] = getattr(item, "answers", {})
    sides: dict[str, list[tuple[str, str]]] = {}
    for letter, answer in answers.items():
        if isinstance(answer, str):
            sides.setdefault("", []).append((letter, answer))
        for part in ("text", "left", "right"):
            if isinstance(text := getattr(answer, part, None), str):
                sides.setdefault(part, []).append((f"{letter}.{part}", text))
    sides.setdefault("right", []).extend(_texts_in("extra", getattr(item, "extra", ())))
    if isinstance(item, Sort):
        sides["bins"] = [(f"bins.{name}", label) for name, label in item.bins.items()]
    if isinstance(item, Cloze):
        for name, gap in item.gaps.items():
            sides[f"gap {name}"] = _texts_in(f"{name}.choices", gap.choices)
    return list(sides.values())
