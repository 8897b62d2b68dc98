"""R211: markers in the prompt of a cloze question and its gaps, held against each other."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import quoted
from tutor.content.suggest import did_you_mean, nearest
from tutor.content.view import CourseView, Sited
from tutor.model.items import Cloze
from tutor.model.items.cloze import MARKER

RULE = Rule(
    "R211",
    Severity.ERROR,
    "A gap without a marker, or a marker without a gap",
    "The prompt of a cloze question holds a marker such as {{who}} for each gap, and each gap has "
    "lines of its own: who.accept = [...], or who.choices = [...] and who.correct = '''...'''. "
    "The name of a gap is free, but it cannot be a key of the format such as `source`.",
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every cloze question; a slip on one side is told once, where the marker stands."""
    for _, item in view.questions():
        if isinstance(item.value, Cloze):
            yield from _of(Sited(item.value, item.origin))


def _of(item: Sited[Cloze]) -> Iterator[Diagnostic]:
    prompt, gaps = item.value.prompt, item.value.gaps
    marked = dict.fromkeys(MARKER.findall(prompt))
    spare = [name for name in gaps if name not in marked]
    for name in marked:
        if name in gaps:
            continue
        meant = nearest(name, spare)
        if meant:
            spare.remove(meant)
        words = next(found[0] for found in MARKER.finditer(prompt) if found[1] == name)
        message = f"The question has no gap {quoted(name)}."
        hint = did_you_mean(meant, [meant]) or _missing(name)
        yield item.origin.at_words(RULE, ("prompt",), words, message, hint)
    for name in spare:
        message = f"The prompt has no marker for the gap {quoted(name)}."
        hint = f"Write {{{{{name}}}}} where the gap is, or take the gap out."
        yield item.origin.at_key(RULE, (name,), message, hint)
    start = MARKER.sub(lambda found: " " * len(found[0]), prompt).find("{{")
    if start >= 0:
        message = "The prompt has a marker that is not closed, or that is no name."
        hint = "A marker is a name between two pairs of braces: {{who}}"
        part = (start, start + 2)
        yield item.origin.at_offset(RULE, ("prompt",), prompt, part, message, hint)


def _missing(name: str) -> str:
    if name in Cloze.model_fields:
        return f"{quoted(name)} is a key of the format: choose another name for the gap."
    return f"Add {name}.accept = ['''...''']"
