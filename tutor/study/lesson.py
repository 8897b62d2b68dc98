"""A lesson: page after page, each followed by its checkpoint questions, then the end."""

from tutor.model.course import Lesson, Page
from tutor.model.record import Behaviour, PageRead
from tutor.study import questions
from tutor.study.frames import EndFrame, Heading, PageFrame, PartRow
from tutor.study.moves import Action, Answer, Hint, Move
from tutor.study.questions import Asking
from tutor.study.seat import Seat
from tutor.study.session import Turns

PAGE = frozenset({Action.NEXT, Action.BACK})
QUESTION = frozenset({Action.ANSWER, Action.BACK})
FEEDBACK = frozenset({Action.NEXT, Action.BACK})
END = frozenset({Action.BACK})


def page_ref(lesson: Lesson, page: Page) -> str:
    """`lesson/page`, as the journal names it."""
    return f"{lesson.id}/{page.id}"


class LessonSession(Turns):
    """Starts at `at_page` (a page id), else at the first page that was not read yet."""

    def __init__(
        self, seat: Seat, lesson: Lesson, following: PartRow | None, at_page: str = ""
    ) -> None:
        super().__init__()
        self._seat = seat
        self._lesson = lesson
        self._following = following
        self._index = self._first_page(at_page)
        self._checks: list[str] = []
        self._asking: Asking | None = None
        self._show_page()

    def _take(self, move: Move) -> None:
        match move:
            case Answer():
                self._answer(move)
            case Hint():
                self._hint()
            case _ if move.action is Action.BACK:
                self._back()
            case _:
                self._next()

    # The pages

    def _first_page(self, at_page: str) -> int:
        pages, read = self._lesson.pages, self._seat.record.pages
        ids = [page.id for page in pages]
        if at_page in ids:
            return ids.index(at_page)
        unread = (i for i, page in enumerate(pages) if page_ref(self._lesson, page) not in read)
        return next(unread, 0)

    @property
    def _page(self) -> Page:
        return self._lesson.pages[self._index]

    def _heading(self) -> Heading:
        return self._seat.heading(self._lesson.head.title, self._index + 1, len(self._lesson.pages))

    def _show_page(self) -> None:
        page, self._asking = self._page, None
        ref = page_ref(self._lesson, page)
        self._seat.write(PageRead(module=self._seat.module.ref, page=ref))
        done = [q for q in self._questions() if self._was_asked(q)]
        self._checks = [q for q in self._questions() if q not in done]
        self._show(
            PageFrame(
                heading=self._heading(),
                ref=ref,
                title=page.title,
                text=page.text,
                sources=self._seat.sources_in(page.text),
                terms=self._seat.terms_in(page.text),
                checks=len(self._questions()),
                checks_done=len(done),
                actions=PAGE if self._index else PAGE - {Action.BACK},
            )
        )

    def _questions(self) -> list[str]:
        return [q for q in self._page.ask if q in self._seat.module.items]

    def _was_asked(self, item_id: str) -> bool:
        return self._seat.record.answered(self._seat.item_ref(item_id))

    def _next(self) -> None:
        if self._checks:
            self._ask(self._checks.pop(0))
        elif self._index + 1 < len(self._lesson.pages):
            self._index += 1
            self._show_page()
        else:
            self._show_end()

    def _back(self) -> None:
        if isinstance(self.frame, PageFrame):
            self._index -= 1
        self._show_page()

    # The checkpoints

    def _ask(self, item_id: str) -> None:
        seed = len(self._seat.record.items)
        self._asking = Asking(self._seat.item(item_id), Behaviour.CHECKPOINT, seed)
        self._show_question()

    def _show_question(self) -> None:
        assert self._asking is not None
        hint = {Action.HINT} if self._asking.hints < len(self._asking.item.hints) else set()
        self._show(questions.question(self._seat, self._asking, self._heading(), QUESTION | hint))

    def _hint(self) -> None:
        assert self._asking is not None
        self._asking = questions.with_hint(self._asking)
        self._show_question()

    def _answer(self, move: Answer) -> None:
        assert self._asking is not None
        given = questions.answered(self._seat, self._asking, move)
        self._seat.write(given)
        self._show(questions.feedback(self._seat, self._asking, given, self._heading(), FEEDBACK))

    # The end

    def _show_end(self) -> None:
        self._asking = None
        record = self._seat.record
        refs = [self._seat.item_ref(q) for page in self._lesson.pages for q in page.ask]
        asked = [record.items[ref] for ref in refs if ref in record.items]
        right = [one for one in asked if one.last >= 1]
        written = [ref for ref in refs if ref in record.completed]
        lines = [f"{len(self._lesson.pages)} pages read."]
        if asked:
            lines.append(f"Checkpoint questions: {len(right)} of {len(asked)} fully right.")
        if written:
            lines.append(f"Written without a score: {len(written)}.")
        self._show(
            EndFrame(
                heading=self._heading(),
                title=self._lesson.head.title,
                lines=tuple(lines),
                following=self._following,
                actions=END,
            )
        )
