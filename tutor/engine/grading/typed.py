"""A typed word against the accepted ones: the rules that `short` and the gaps of `cloze` share."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.engine.grading.base import Aliases
from tutor.engine.grading.spelling import compact, is_slip, spellings

CLOSE = "Your answer is close, but it is not what the question asks for."


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether the word is accepted, and a remark on how it is written."""

    right: bool
    note: str = ""


def judge(typed: str, accept: Sequence[str], near: Sequence[str] = (), fuzzy: int = 1) -> Judged:
    """Exact before near before slips, so that an author can bar a look-alike as near."""
    plain = compact(typed)
    accepted = [form for text in accept for form in spellings(text)]
    if any(plain == compact(text) for text in accepted):
        return Judged(True)
    if any(plain == compact(text) for text in near):
        return Judged(False, CLOSE)
    if fuzzy:
        meant = next((text for text in accepted if is_slip(typed, text)), None)
        if meant is not None:
            return Judged(True, f"Check your spelling: {meant}")
        if any(is_slip(typed, text) for text in near):
            return Judged(False, CLOSE)
    return Judged(False)


def with_aliases(
    accept: Sequence[str], aliases: Aliases, near: Sequence[str] = ()
) -> tuple[str, ...]:
    """The accepted texts and every form of a term of which one form is accepted.

    A form that the author lists as near is not added.
    """
    accepted = {compact(form) for text in accept for form in spellings(text)}
    barred = {compact(text) for text in near}
    groups = [(term, *others) for term, others in aliases.items()]
    more = [
        form
        for group in groups
        if any(compact(form) in accepted for form in group)
        for form in group
        if compact(form) not in barred
    ]
    return (*accept, *more)
