"""Every rule of every family by its code; a new family is one more import and argument."""

from tutor.content import files, library, lock, shape_rules, silence
from tutor.content.diagnostics import Rule, table
from tutor.content.rules import table as rules
from tutor.content.syntax import rules as syntax

CATALOGUE: dict[str, Rule] = table(
    syntax.RULES,
    files.RULES,
    library.RULES,
    shape_rules.RULES,
    silence.RULES,
    lock.RULES,
    rules.RULES,
)
