"""Questions whose answers are right or wrong as a whole, split by the key. Shared by the Q rules.

Looks for fields, not for classes, so that a new kind of question joins by having them: `answers`
with a `text` each, and `correct` with one letter or several.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.content.view import CourseView, ModuleView, Sited
from tutor.model.items import Item


@dataclass(frozen=True, slots=True)
class Keyed:
    """Letter -> text of the right and of the other answers, both in the order of the file."""

    module: ModuleView
    item: Sited[Item]
    right: dict[str, str]
    wrong: dict[str, str]
    several: bool
    """Whether the key is a list, even a list of one."""

    @property
    def texts(self) -> dict[str, str]:
        """Every answer in the order of the file."""
        return {**self.right, **self.wrong}


def keyed(view: CourseView) -> Iterator[Keyed]:
    """Every such question whose key names answers that are there."""
    for module, item in view.questions():
        correct = getattr(item.value, "correct", None)
        key = (correct,) if isinstance(correct, str) else correct
        texts = _texts(item.value)
        if isinstance(key, tuple) and key and texts and set(key) <= texts.keys():
            yield Keyed(
                module,
                item,
                {letter: text for letter, text in texts.items() if letter in key},
                {letter: text for letter, text in texts.items() if letter not in key},
                not isinstance(correct, str),
            )


def _texts(item: Item) -> dict[str, str]:
    answers = getattr(item, "answers", {})
    texts = {letter: getattr(answer, "text", None) for letter, answer in answers.items()}
    return {letter: text for letter, text in texts.items() if isinstance(text, str)}
