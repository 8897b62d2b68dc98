"""What an instructor types: lines, names of tables, counts of people."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from tutor.model.responses import storable

MOST_PEOPLE = 500
"""More than any room; a typing mistake above it is refused."""

Said = Annotated[str, BeforeValidator(storable), Field(min_length=1, max_length=2000)]
"""A line that the instructor types."""

Table = Annotated[str, BeforeValidator(storable), Field(min_length=1, max_length=40)]
"""The name or number of a syndicate."""

People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
Counts = dict[str, People]
"""Option -> votes; options nobody chose may be missing."""
