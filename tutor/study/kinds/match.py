"""Matching: each stem with what was put beside it and what belongs there."""

from tutor.engine.grading import Shown, partners
from tutor.model.items import Match
from tutor.model.record import Verdict
from tutor.model.responses import Pairs, Response
from tutor.study.frames import AnswerNote, Body, Option, PairBody
from tutor.study.kinds.base import Presenter


class MatchPresenter(Presenter[Match]):
    """See `Presenter`."""

    def body(self, item: Match, shown: Shown) -> Body:
        return PairBody(
            stems=tuple(Option(key, item.answers[key].left) for key in shown.order),
            partners=tuple(Option(key, partners(item)[key]) for key in shown.partners),
            once=len({partners(item)[key] for key in shown.partners}) == len(shown.partners),
        )

    def notes(
        self, item: Match, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        pairs = response.pairs if isinstance(response, Pairs) else {}
        return tuple(
            self._note(item, key, pairs.get(key, ""), key in verdict.right_parts)
            for key in shown.order
        )

    def why(self, item: Match, verdict: Verdict) -> str:
        return item.why

    @staticmethod
    def _note(item: Match, key: str, put: str, right: bool) -> AnswerNote:
        pair = item.answers[key]
        return AnswerNote(
            key=key,
            text=pair.left,
            chosen=partners(item)[put] if put else "nothing chosen",
            mark="right" if right else "wrong",
            why=pair.why or "",
            right=pair.right,
        )
