"""New information: the scale with the votes of the panel, or with the author's answer."""

from tutor.engine.grading import Shown
from tutor.model.items import PlanChange
from tutor.model.items.inject import STEPS
from tutor.model.record import Verdict
from tutor.model.responses import Choice, Response
from tutor.study.frames import AnswerNote, Body, Option, Passage, ScaleBody
from tutor.study.kinds.base import Presenter

WORDS = dict(
    zip(
        STEPS,
        (
            "much less appropriate",
            "less appropriate",
            "neither less nor more appropriate",
            "more appropriate",
            "much more appropriate",
        ),
        strict=True,
    )
)
"""What each step says of the plan."""


class InjectPresenter(Presenter[PlanChange]):
    """See `Presenter`."""

    def body(self, item: PlanChange, shown: Shown) -> Body:
        return ScaleBody(tuple(Option(step, words) for step, words in WORDS.items()))

    def passages(self, item: PlanChange) -> tuple[Passage, ...]:
        return (Passage("The plan", item.plan), Passage("New information", item.inject))

    def notes(
        self, item: PlanChange, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        chosen = response.chosen if isinstance(response, Choice) else ()
        return tuple(self._note(item, place, STEPS[place] in chosen) for place in range(len(STEPS)))

    def why(self, item: PlanChange, verdict: Verdict) -> str:
        return item.why

    @staticmethod
    def _note(item: PlanChange, place: int, chosen: bool) -> AnswerNote:
        step = STEPS[place]
        if item.panel is None:
            away = abs(place - STEPS.index("0") - (item.panel_best or 0))
            mark = ("the author's answer", "near", "far")[min(away, 2)]
        else:
            most = item.panel[place] == max(item.panel)
            votes = f"{item.panel[place]} of {sum(item.panel)} on the panel"
            mark = f"{votes}, the most" if most else votes
        return AnswerNote(
            key=step,
            text=WORDS[step],
            chosen="your answer" if chosen else "",
            mark=mark,
            why="",
            label=str(place + 1),
        )
