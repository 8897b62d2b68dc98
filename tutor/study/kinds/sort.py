"""Sorting: each thing with the bin that it was put in and the one it belongs in."""

from tutor.engine.grading import Shown
from tutor.model.items import Sort
from tutor.model.record import Verdict
from tutor.model.responses import Pairs, Response
from tutor.study.frames import AnswerNote, Body, Option, SortBody
from tutor.study.kinds.base import Presenter, label_of


class SortPresenter(Presenter[Sort]):
    """See `Presenter`."""

    def body(self, item: Sort, shown: Shown) -> Body:
        return SortBody(
            lines=tuple(Option(key, item.answers[key].text) for key in shown.order),
            bins=tuple(Option(key, item.bins[key]) for key in shown.partners),
        )

    def notes(
        self, item: Sort, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        put = response.pairs if isinstance(response, Pairs) else {}
        return tuple(
            self._note(item, key, put.get(key, ""), key in verdict.right_parts, shown)
            for key in shown.order
        )

    @staticmethod
    def _note(item: Sort, key: str, put: str, right: bool, shown: Shown) -> AnswerNote:
        one = item.answers[key]
        return AnswerNote(
            key=key,
            text=one.text,
            chosen=f"you chose: {item.bins[put]}" if put else "",
            mark="right" if right else "wrong" if put else "not sorted",
            why=one.why,
            label=label_of(key, shown),
            right=item.bins[one.bin],
        )
