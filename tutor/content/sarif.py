"""Findings as SARIF 2.1.0, the exchange format of static analysis (OASIS standard).

Lines and columns count from 1, columns in Unicode characters, and the end is the place behind the
last character: exactly what a `Span` is. Files are given relative to the folder of the check.
"""

import json
import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tutor import __version__
from tutor.content.catalogue import CATALOGUE
from tutor.content.diagnostics import Diagnostic, Rule
from tutor.content.harmless import harmless

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""The usual name of the folder that relative files are found in."""


def sarif(found: Iterable[Diagnostic]) -> str:
    """One run with the rules that spoke, in ASCII."""
    results = list(found)
    codes = sorted({one.code for one in results})
    driver = {
        "name": "tutor check",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(CATALOGUE[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"Run: tutor explain {rule.code}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    hint = f" {found.hint}" if found.hint else ""
    place: dict[str, Any] = {"artifactLocation": _file(found.file)}
    if found.span is not None:
        start, end = found.span.start, found.span.end
        place["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
        if found.line_text and start.line == end.line:
            place["contextRegion"] = {
                "startLine": start.line,
                "snippet": {"text": harmless(found.line_text)},
            }
    return {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.severity.value,
        "message": {"text": harmless(f"{found.message}{hint}")},
        "locations": [{"physicalLocation": place}],
    }


def _file(name: str) -> dict[str, str]:
    path = PurePath(name)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(name)), "uriBaseId": ROOT}
