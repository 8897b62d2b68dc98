"""What a learner is told about the record of their work, as sentences."""

ONLY_READING = "This window only reads the profile: what is done in it is not saved."
NEWER_LINES = (
    "A newer version of this program wrote parts of this profile. It is opened for reading only, "
    "so that nothing is damaged. Use the newer version to go on."
)
CHANGED_ELSEWHERE = (
    "Another program changed the record of your work while this window was open. Nothing that was "
    "found there was overwritten; it is counted at the next start."
)


def broken_chain(breaks: list[int]) -> str:
    """Lines whose entry does not follow the one before it; the first five numbers are named."""
    lines = ", ".join(str(number) for number in breaks[:5]) + (", ..." if breaks[5:] else "")
    return (
        f"In the record of your work the link between entries is broken before line {lines}: an "
        "entry is missing or was changed there. All entries that are there were read. If you have "
        "a backup of the folder, compare it."
    )


def damage(count: int, problem: str) -> str:
    """Damaged lines stayed in the file. `problem`: why, as a clause without a full stop."""
    return (
        f"The record of your work holds damaged lines ({count}). All whole entries were read; the "
        f"damaged ones were left where they are, because {problem}. They are set aside as soon as "
        "the profile can be written."
    )


def only_in_memory(problem: str) -> str:
    """The profile could be opened and not be written."""
    return f"{problem} Your work is kept in memory and saved as soon as that is possible."


def shorter(known: int, found: int, copy: str) -> str:
    """The journal holds fewer events than the summary of it said."""
    return (
        f"The record of your work is shorter than it was: {known} entries were known, {found} are "
        "there. It was deleted, or an older copy was put in its place. What was known is kept in "
        f"{copy}. If you have a backup of the folder, put its journal back."
    )
