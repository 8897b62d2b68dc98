"""Best and worst: the two that were named first, then the others."""

from tutor.engine.grading import Shown
from tutor.engine.grading.best_worst import BEST, WORST, extremes
from tutor.model.items import BestWorst
from tutor.model.record import Verdict
from tutor.model.responses import Pairs, Response
from tutor.study.frames import AnswerNote, Body, ExtremesBody, Option
from tutor.study.kinds.base import Presenter, label_of


class BestWorstPresenter(Presenter[BestWorst]):
    """See `Presenter`."""

    def body(self, item: BestWorst, shown: Shown) -> Body:
        return ExtremesBody(tuple(Option(key, item.answers[key].text) for key in shown.order))

    def notes(
        self, item: BestWorst, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        pairs = response.pairs if isinstance(response, Pairs) else {}
        named = {letter: part for part, letter in pairs.items()}
        notes = [self._note(item, key, named.get(key, ""), shown) for key in shown.order]
        return tuple(sorted(notes, key=lambda note: not note.chosen))

    def _note(self, item: BestWorst, key: str, part: str, shown: Shown) -> AnswerNote:
        answer, place = item.answers[key], self._place(item, key)
        if part:
            mark = "right" if place == part else "wrong" if place else "in between"
        else:
            mark = f"the {place}" if place else "in between"
        return AnswerNote(
            key=key,
            text=answer.text,
            chosen=f"your {part}" if part else "",
            mark=mark,
            why=answer.why,
            label=label_of(key, shown),
            right=f"the {place}" if part and place and place != part else "",
        )

    @staticmethod
    def _place(item: BestWorst, key: str) -> str:
        return next((part for part in (BEST, WORST) if key in extremes(item, part)), "")
