"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

    ::error file=a.toml,line=3,col=5,endColumn=9,title=S101::message

The runner reads a line as a command, so what would end a line or a property is escaped
(github.com/actions/toolkit, core/src/command.ts).
"""

from tutor.content.diagnostics import Diagnostic, Severity
from tutor.content.harmless import harmless

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(found: Diagnostic) -> str:
    """One command. Columns are given on one line only; the runner counts the last one in."""
    properties = {"file": harmless(found.file)}
    if found.span is not None:
        start, end = found.span.start, found.span.end
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:
            properties |= {
                "col": str(start.column),
                "endColumn": str(max(start.column, end.column - 1)),
            }
    properties["title"] = found.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f" {found.hint}" if found.hint else ""
    message = _data(harmless(f"{found.message}{hint}"))
    return f"::{_COMMANDS[found.severity]} {listed}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
