"""Gaps: the text with numbered gaps, then each gap with what was put into it."""

from tutor.engine.grading import Shown
from tutor.engine.grading.cloze import judged
from tutor.model.items import Cloze
from tutor.model.items.cloze import MARKER
from tutor.model.record import Verdict
from tutor.model.responses import Pairs, Response
from tutor.study.frames import AnswerNote, Blank, Body, GapBody
from tutor.study.kinds.base import Presenter

GAP = "({}:......)"
"""A gap in the text: one word for whoever wraps lines, and nothing to Markdown."""


class ClozePresenter(Presenter[Cloze]):
    """See `Presenter`."""

    def body(self, item: Cloze, shown: Shown) -> Body:
        offered: dict[str, list[str]] = {name: [] for name in shown.order}
        for place in shown.partners:
            name, _, number = place.rpartition(":")
            offered[name].append(item.gaps[name].choices[int(number)])
        return GapBody(
            tuple(
                Blank(name, number, tuple(offered[name]))
                for number, name in enumerate(shown.order, start=1)
            )
        )

    def prompt(self, item: Cloze) -> str:
        numbers = {name: number for number, name in enumerate(item.in_order, start=1)}
        return MARKER.sub(lambda found: GAP.format(numbers.get(found[1], "?")), item.prompt)

    def notes(
        self, item: Cloze, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        given = response.pairs if isinstance(response, Pairs) else {}
        return tuple(
            self._note(item, name, number, given.get(name, ""), name in verdict.right_parts)
            for number, name in enumerate(shown.order, start=1)
        )

    def why(self, item: Cloze, verdict: Verdict) -> str:
        return item.why

    @staticmethod
    def _note(item: Cloze, name: str, number: int, text: str, right: bool) -> AnswerNote:
        gap = item.gaps[name]
        parts = (judged(gap, text).note, gap.why or "")
        return AnswerNote(
            key=name,
            text=text or "left open",
            chosen="your answer" if text else "",
            mark="right" if right else "wrong" if text else "not filled",
            why=" ".join(part if part.endswith(".") else f"{part}." for part in parts if part),
            label=f"({number})",
            right=gap.right,
        )
