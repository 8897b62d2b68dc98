"""Q406: explanations that explain nothing."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.positions import KeyPath
from tutor.content.rules.texts import leaves
from tutor.content.view import CourseView, Sited

RULE = Rule(
    "Q406",
    Severity.WARNING,
    "An explanation that only says right or wrong",
    "The explanation is where a learner learns: right or wrong alone has next to no effect, a "
    "reason has. Say what makes the answer right, or what a person who chose it has overlooked. "
    "Below six words there is hardly room for a reason.",
)
RULES = (RULE,)

FEWEST = 6
"""Words of an explanation."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VERDICT = re.compile(
    r"a|absolutely|again|an|and|answer|be|because|but|by|can|cannot|choice|correct|course|"
    r"do|does|exactly|false|good|here|how|incorrect|indeed|is|isn't|it|it's|just|no|not|of|"
    r"option|please|point|right|simply|so|sorry|statement|that|that's|the|therefore|this|"
    r"true|try|unfortunately|very|was|well|why|wrong|yes|you|your"
)
"""Words that say no more than right or wrong."""
_ALONE = frozenset({"right", "wrong"})
"""Keys of a question that are explanations too."""


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every `why` of questions and scenarios, and `right` and `wrong` of a statement."""
    for block in _blocks(view):
        for path, text in leaves(block.value):
            if path[-1] == "why" or (len(path) == 1 and path[0] in _ALONE):
                message = _said(text)
                if message is not None:
                    yield _at(block, path, message)


def _blocks(view: CourseView) -> Iterator[Sited[BaseModel]]:
    for _, item in view.questions():
        yield Sited(item.value, item.origin)
    for _, scenario in view.scenarios():
        for node in scenario.nodes.entries.values():
            yield Sited(node.value, node.origin)


def _said(text: str) -> str | None:
    found = [word.lower() for word in _WORD.findall(text)]
    if all(map(_VERDICT.fullmatch, found)):
        return f"The explanation gives a verdict and no reason: {quoted(text)}."
    if len(found) < FEWEST:
        return f"The explanation has only {len(found)} words: {quoted(text)}."
    return None


def _at(block: Sited[BaseModel], path: KeyPath, message: str) -> Diagnostic:
    hint = "Say why it is right, or what somebody who chose it has overlooked."
    return block.origin.at_value(RULE, path, message, hint)
