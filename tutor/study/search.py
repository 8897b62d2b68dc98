"""Search over what this learner may read: pages, questions that were explained, terms, sources."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from tutor.content.library import Library
from tutor.engine.search import Entry, Index, folded, words_of
from tutor.errors import ContentError
from tutor.model.library import Course, Module
from tutor.model.progress import Progress
from tutor.model.source import AUTHORITY_LABEL
from tutor.study import lookup, questions
from tutor.study.frames import HitRow, ReferenceRow, Where
from tutor.study.kinds import PRESENTERS
from tutor.study.lesson import page_ref
from tutor.study.seen import explained

TERM, SOURCE = "term", "source"
"""Parts that are no session: the front end asks the desk for the card."""

KINDS = {lookup.PAGE: "page", lookup.QUESTION: "question", TERM: "term", SOURCE: "source"}


def matching(words: str, *texts: str) -> bool:
    """Whether the texts together hold every word, as search compares them; true for no words."""
    held = folded(" ".join(texts))
    return all(word in held for word in words_of(words))


@dataclass(frozen=True, slots=True)
class _What:
    where: Where
    place: str


class Search:
    """The index is built once, when it is first needed; that reads every module."""

    def __init__(self, library: Library, progress: Callable[[], Progress]) -> None:
        self._library = library
        self._progress = progress
        self._index: Index[_What] | None = None
        self._lock = Lock()

    def prepare(self) -> None:
        """Build the index if it is not there: a second or so for fifty modules."""
        with self._lock:
            if self._index is None:
                self._index = Index(self._entries())

    def find(self, words: str, limit: int = 50) -> tuple[HitRow, ...]:
        """What holds every word, titles first. Questions still to be answered are not found."""
        self.prepare()
        assert self._index is not None, "prepare builds it"
        found = self._index.find(words, limit=limit, may=self._may)
        return tuple(
            HitRow(
                kind=KINDS[hit.what.where.part],
                title=hit.title,
                place=hit.what.place,
                excerpt=hit.excerpt,
                where=hit.what.where,
            )
            for hit in found
        )

    def terms(self) -> tuple[ReferenceRow, ...]:
        """The glossary of every course, by the alphabet."""
        return tuple(
            ReferenceRow(
                course.head.title, term.term, ", ".join(term.aliases), Where(ref, TERM, term.id)
            )
            for course, ref in self._courses()
            for term in sorted(course.glossary.values(), key=lambda one: one.term.casefold())
        )

    def sources(self) -> tuple[ReferenceRow, ...]:
        """The sources of every course, by who issued them."""
        rows = [
            ReferenceRow(
                course=course.head.title,
                title=f"{source.issuer}: {source.title}",
                note=f"{source.date} - {AUTHORITY_LABEL[source.authority]}",
                where=Where(ref, SOURCE, source.id),
            )
            for course, ref in self._courses()
            for source in course.sources.values()
        ]
        places = {course.head.title: place for place, (course, _) in enumerate(self._courses())}
        return tuple(sorted(rows, key=lambda row: (places[row.course], row.title.casefold())))

    def _may(self, what: _What) -> bool:
        where = what.where
        if where.part != lookup.QUESTION:
            return True
        return explained(self._progress(), f"{where.module}/{where.ref}")

    # The entries

    def _courses(self) -> Iterator[tuple[Course, str]]:
        """Each course with one of its modules, through which its cards are asked for."""
        for course in self._library.courses:
            first = next(iter(course.modules), None)
            if first is not None:
                yield course, f"{course.head.id}/{first}"

    def _entries(self) -> Iterator[Entry[_What]]:
        for course, ref in self._courses():
            for module_id in course.head.modules:
                with suppress(ContentError):
                    yield from _of_module(self._library.module(f"{course.head.id}/{module_id}"))
            yield from _of_course(course, ref)


def _of_module(module: Module) -> Iterator[Entry[_What]]:
    place = module.head.title
    for lesson in module.lessons:
        for page in lesson.pages:
            where = Where(module.ref, lookup.PAGE, page_ref(lesson, page))
            yield Entry(_What(where, f"{place} - {lesson.head.title}"), page.title, page.text)
    for item in module.items.values():
        # The prompt and what leads to it: answers and explanations would tell the key.
        text = f"{item.vignette or ''} {PRESENTERS[item.kind].prompt(item)}"
        where = Where(module.ref, lookup.QUESTION, item.id)
        yield Entry(_What(where, place), questions.label(item), text)


def _of_course(course: Course, ref: str) -> Iterator[Entry[_What]]:
    place = course.head.title
    for term in course.glossary.values():
        title = " / ".join((term.term, *term.aliases))
        yield Entry(_What(Where(ref, TERM, term.id), place), title, term.text)
    for source in course.sources.values():
        title = f"{source.issuer}: {source.title}"
        text = f"{source.date} {AUTHORITY_LABEL[source.authority]} {source.note or ''}"
        yield Entry(_What(Where(ref, SOURCE, source.id), place), title, text)
