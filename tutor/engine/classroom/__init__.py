"""The rules of a class session: pure, with the clock as an argument.

A session is the fold of its events. What means nothing now is refused with a sentence.
"""

from tutor.engine.classroom.machine import START, apply, fold, refusal, standing, undoable

__all__ = ["START", "apply", "fold", "refusal", "standing", "undoable"]
