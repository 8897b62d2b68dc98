"""`tutor explain CODE`: what a rule is, why, wrong and right side by side, how to silence it."""

from textwrap import wrap

from tutor.content.catalogue import CATALOGUE
from tutor.content.diagnostics import Rule, Severity
from tutor.content.examples.table import EXAMPLES, Example
from tutor.content.fixing import FIXED

WIDTH = 80

FAMILIES = {
    "T": "the spelling of the file",
    "S": "the shape of a block",
    "F": "files and folders",
    "R": "references",
    "G": "scenarios",
    "E": "exercises",
    "Q": "the craft of questions",
    "C": "coverage",
    "K": "sources",
    "L": "language",
    "V": "versions",
}
"""First letter of a code -> what the family is about, in the order of the list."""

NO_LINE = frozenset({"F905", "F906", "S111", "S112", "T006"})
"""Warnings and notes about a whole file or folder, or about the comments themselves."""

_MENDED = "`tutor check --fix` mends it where nobody could have meant anything else."

_BLOCKS = {
    Severity.ERROR: "An error: what it stands in is left out until it is mended.",
    Severity.WARNING: "A warning: the course runs, and this should be mended.",
    Severity.NOTE: "A note: it is shown and may stay.",
}


def explain(code: str) -> str:
    """Everything about one code. Raises KeyError for a code that no rule has."""
    rule = CATALOGUE[code]
    parts = [
        f"{rule.code}  {rule.title}",
        _wrapped(_BLOCKS[rule.severity]),
        _wrapped(rule.explanation),
        *_example(EXAMPLES[code]),
        *((_wrapped(_MENDED),) if code in FIXED else ()),
        _silence(rule),
    ]
    return "\n\n".join(parts)


def overview() -> str:
    """Every code with its title, by family."""
    parts = []
    for letter, about in FAMILIES.items():
        rules = [rule for code, rule in sorted(CATALOGUE.items()) if code.startswith(letter)]
        lines = [f"  {rule.code}  {rule.severity.value:<7}  {rule.title}" for rule in rules]
        parts.append("\n".join((f"{letter}: {about}", *lines)))
    return "\n\n".join(parts)


def _example(example: Example) -> list[str]:
    where = f" ({example.file})" if example.file else ""
    return [
        f"Wrong{where}:\n\n{_indented(example.wrong)}",
        f"Right:\n\n{_indented(example.right)}",
    ]


def _silence(rule: Rule) -> str:
    if rule.severity is Severity.ERROR:
        return _wrapped(
            "An error cannot be silenced, because the program cannot use what it is in."
        )
    if rule.code in NO_LINE:
        return _wrapped("It cannot be silenced, because it stands on no line of its own.")
    line = f"# tutor: ok {rule.code} the reason, for whoever reads this next year"
    return "\n\n".join(
        (
            _wrapped(
                "Where it should stay, say so on the line above the key, or above [id] for the "
                "whole block:"
            ),
            _indented(line),
        )
    )


def _wrapped(words: str) -> str:
    return "\n".join(wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))
