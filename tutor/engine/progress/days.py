"""What a day of study was, while events are folded."""

from dataclasses import asdict, dataclass

from tutor.model.review import Day


@dataclass(slots=True)
class DayDraft:
    """A `Day` that can still change; the fields are the same."""

    seconds: float = 0.0
    pages: int = 0
    answers: int = 0
    earned: float = 0.0
    reviews: int = 0
    review_seconds: float = 0.0
    decisions: int = 0

    @classmethod
    def of(cls, day: Day) -> "DayDraft":
        """Begin with what is recorded."""
        return cls(**day.model_dump())

    def freeze(self) -> Day:
        """The day as it stands now."""
        return Day(**asdict(self))
