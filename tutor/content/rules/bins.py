"""R212: a thing to sort whose bin the question does not have."""

from collections.abc import Iterator

from tutor.content.diagnostics import Diagnostic, Rule, Severity
from tutor.content.harmless import listed, quoted
from tutor.content.suggest import did_you_mean
from tutor.content.view import CourseView
from tutor.model.items import Sort

RULE = Rule(
    "R212",
    Severity.ERROR,
    "`bin` names no bin",
    "The bins of a question are declared by `bins.NAME = '''label'''`; each thing to sort names "
    'one of them: a.bin = "NAME".',
)
RULES = (RULE,)


def check(view: CourseView) -> Iterator[Diagnostic]:
    """Every thing of every sort question."""
    for _, item in view.questions():
        if isinstance(item.value, Sort):
            for letter, one in item.value.answers.items():
                if one.bin not in item.value.bins:
                    names = list(item.value.bins)
                    message = f"The question has no bin {quoted(one.bin)}."
                    hint = did_you_mean(one.bin, names) or f"Its bins are {listed(names, 'and')}."
                    yield item.origin.at_value(RULE, (letter, "bin"), message, hint)
