"""A module with its course, as content: what every frame over it needs to look up."""

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.errors import ContentError
from tutor.model.items import Item, Use
from tutor.model.library import Course, Fingerprint, Module
from tutor.model.source import AUTHORITY_LABEL
from tutor.study.frames import Heading, SourceCard, TermCard
from tutor.study.texts import cited, linked_terms


@dataclass(frozen=True, slots=True)
class Material:
    """The course and one module of it; knows nobody who studies it."""

    course: Course
    module: Module

    def heading(
        self, part: str, number: int = 0, total: int = 0, notices: tuple[str, ...] = ()
    ) -> Heading:
        """The crumbs for a frame of this module."""
        return Heading(
            course=self.course.head.title,
            module=self.module.head.title,
            part=part,
            number=number,
            total=total,
            banner=self.course.head.banner or "",
            notices=notices,
        )

    def item(self, item_id: str) -> Item:
        """The question with this id; ContentError if it was removed or could not be read."""
        item = self.module.items.get(item_id)
        if item is None:
            raise ContentError(
                f"The question {item_id} is not in {self.module.ref} any more.",
                "The course was changed or the question has an error; `tutor check` tells.",
            )
        return item

    def item_ref(self, item_id: str) -> str:
        """`course/module/item`, as the journal names it."""
        return f"{self.module.ref}/{item_id}"

    def items_for(self, use: Use) -> tuple[Item, ...]:
        """The questions that may be used so, in the order of the file."""
        return tuple(item for item in self.module.items.values() if use in item.use)

    def fingerprint(self, key: str) -> Fingerprint:
        """Of a question by id; of the rest by the keys that `Module.fingerprints` lists."""
        return self.module.fingerprints[key]

    def objective_text(self, objective_id: str) -> str:
        """The objective in words, or its id where the module does not declare it."""
        objective = self.module.head.objective(objective_id)
        return objective.text if objective else objective_id

    def card(self, source_id: str) -> SourceCard | None:
        """A source for display, None if the course does not have it."""
        source = self.course.sources.get(source_id)
        if source is None:
            return None
        return SourceCard(
            id=source.id,
            title=source.title,
            issuer=source.issuer,
            date=source.date,
            url=source.url or "",
            authority=AUTHORITY_LABEL[source.authority],
            as_of=source.as_of or "",
            note=source.note or "",
        )

    def cards(self, source_ids: Iterable[str]) -> tuple[SourceCard, ...]:
        """The sources that exist, each once, in order."""
        found = (self.card(source_id) for source_id in dict.fromkeys(source_ids))
        return tuple(card for card in found if card is not None)

    def sources_in(self, *texts: str) -> dict[str, SourceCard]:
        """The sources that these texts cite, by id."""
        return {card.id: card for card in self.cards(cited(*texts))}

    def terms_in(self, *texts: str) -> dict[str, TermCard]:
        """The glossary entries that these texts link to, by id."""
        cards = (self.term(term_id) for term_id in linked_terms(*texts))
        return {card.id: card for card in cards if card is not None}

    def term(self, term_id: str) -> TermCard | None:
        """A glossary entry for display."""
        term = self.course.glossary.get(term_id)
        if term is None:
            return None
        named = (term.source,) if isinstance(term.source, str) else term.source or ()
        return TermCard(
            id=term.id,
            term=term.term,
            text=term.text,
            aliases=term.aliases,
            sources=self.cards((*named, *cited(term.text))),
        )

    @property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """Glossary spellings that a typed answer may use: term -> other names."""
        return {term.term: term.aliases for term in self.course.glossary.values() if term.aliases}
