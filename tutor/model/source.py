"""A document that a claim leans on, and how much weight it carries."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from tutor.model.base import Frozen, Id, Line, Text


class Authority(StrEnum):
    """From binding to personal; officers confuse these, so every claim shows its own."""

    LAW = "law"
    UNSC = "unsc"
    NATO_POLICY = "nato-policy"
    NATO_DIRECTIVE = "nato-directive"
    GUIDANCE = "guidance"
    OPINION = "opinion"


AUTHORITY_LABEL = {
    Authority.LAW: "Law: treaty or custom",
    Authority.UNSC: "United Nations resolution",
    Authority.NATO_POLICY: "NATO policy, agreed by Allies",
    Authority.NATO_DIRECTIVE: "NATO directive or doctrine",
    Authority.GUIDANCE: "Guidance: handbook, guide, national policy",
    Authority.OPINION: "Opinion: one author's view, not doctrine",
}
"""The words shown to a learner beside a source."""

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""ISO 8601, cut after the year or the month where no more is known."""


WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=500)]


class Source(Frozen):
    """One block of `sources.toml`. `as_of`: when the claim was last checked against it."""

    id: Id
    title: Line
    issuer: Line
    date: PartialDate
    url: WebAddress | None = None
    authority: Annotated[Authority, Field(strict=False)]
    as_of: PartialDate | None = None
    review_by: PartialDate | None = None
    note: Text | None = None
    was: tuple[Id, ...] = ()
