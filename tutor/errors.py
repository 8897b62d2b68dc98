"""What can go wrong, as one small tree.

    TutorError              a sentence for a person: what, why, what to do
    +-- ContentError        a course, module or block cannot be used
    +-- StoreError          progress cannot be read or written
    |   +-- NewerFormat     a newer program wrote it: it is opened read-only
    |   +-- ProfileBusy     another window holds the profile
    +-- UsageError          a command was called with something it cannot use

Findings about a course are not errors: the reader collects them as diagnostics.
"""


class TutorError(Exception):
    """Root of everything this program raises on purpose.

    `str(error)` is the sentence to show. `hint` says what to do about it and may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ContentError(TutorError):
    """A course, module or block that was asked for is missing or cannot be used."""


class StoreError(TutorError):
    """Progress could not be read or written; the work in memory is still there."""


class NewerFormat(StoreError):
    """The file was written by a newer program; it is never overwritten."""


class ProfileBusy(StoreError):
    """Another window has this profile open for writing."""


class UsageError(TutorError):
    """A command got an argument that it cannot use."""
