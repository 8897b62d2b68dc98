"""Kprim: each statement with what was said of it."""

from tutor.engine.grading import Shown
from tutor.model.items import Statements
from tutor.model.record import Verdict
from tutor.model.responses import Pairs, Response
from tutor.study.frames import AnswerNote, Body, Option, StatementsBody
from tutor.study.kinds.base import Presenter, label_of


class StatementsPresenter(Presenter[Statements]):
    """See `Presenter`."""

    def body(self, item: Statements, shown: Shown) -> Body:
        return StatementsBody(tuple(Option(key, item.answers[key].text) for key in shown.order))

    def notes(
        self, item: Statements, response: Response, verdict: Verdict, shown: Shown
    ) -> tuple[AnswerNote, ...]:
        said = response.pairs if isinstance(response, Pairs) else {}
        return tuple(
            self._note(item, key, said.get(key, ""), key in verdict.right_parts, shown)
            for key in shown.order
        )

    @staticmethod
    def _note(item: Statements, key: str, said: str, right: bool, shown: Shown) -> AnswerNote:
        statement = item.answers[key]
        return AnswerNote(
            key=key,
            text=statement.text,
            chosen=f"you said {said}" if said else "",
            mark="right" if right else "wrong" if said else "not answered",
            why=statement.why,
            label=label_of(key, shown),
            right="true" if statement.answer else "false",
        )
