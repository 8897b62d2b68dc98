"""The same records as JSON, for other programs."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from tutor.study.frames.class_review import ClassReview
from tutor.study.frames.paper import Certificate, ReviewSheet, Transcript

SCREEN_ONLY = frozenset({"heading", "actions", "following", "run", "terms"})
"""Fields of a frame that mean something on a screen only."""


def write(record: ReviewSheet | Transcript | Certificate | ClassReview) -> bytes:
    """Names and values of the record; days and times in ISO form. UTF-8."""
    said = _plain(asdict(record))
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items() if name not in SCREEN_ONLY}
        case list() | tuple():
            return [_plain(one) for one in value]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value
