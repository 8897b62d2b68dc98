"""The texts behind `?`, and source and term cards, as Markdown."""

from tutor.study.frames import SourceCard, TermCard

PAGE = """\
A page of a lesson. **Space** and the arrow keys scroll; **Enter** goes on.

A number like [1] is a source, an underlined word is explained in the glossary: **Tab** goes to
the next one, **Enter** opens it."""

QUESTION = """\
The arrow keys move between the answers. Long texts scroll with **Page up** and **Page down**."""

SURE = """\
Where it asks how sure you are, **1**, **2** or **3** says so and answers. **Enter** leads there
first where digits belong to the answer. It counts in no mark and can be switched off."""

CHOICE = """\
A decision in a scenario. Choose, then **Enter** decides. A decision cannot be taken back: what
follows from it is shown, and the bars above say what it changed.

Whether it was the best choice is said in the after-action review, with the reason and the source.
You may leave at any time and go on at this place."""

DEBRIEF = """\
The after-action review. *Best, defensible, weak, wrong* is the quality of a decision.

*Cost* is what could no longer be gained after it: the best total that was still possible before
the decision, less the best total possible after it. So a bad choice with an early, easy ending
shows too. The bars are consequences; they are never added up into a grade.

**g** goes back to a decision: you take it once more in a run of its own, and both runs stay in the
review. **v** shows the review of another run. The first complete run counts, always."""

INTRO = "What begins now, and its rules. **Enter** begins."
FEEDBACK = "The explanation of each answer and where it stands. **Enter** goes on."
OVERVIEW = "All questions. **Enter** opens one; hand in when you are content."
RESULT = "The result by objective. **Enter** on a question shows its explanation."
END = "The end of a lesson. **Enter** opens the next part of the module."
BRIEFING = "The briefing. Read it as you would before a task; **Enter** begins."


def for_source(card: SourceCard) -> str:
    """A source with its weight and when it was last checked."""
    parts = [f"{card.issuer}, {card.date}", card.title, card.authority]
    if card.as_of:
        parts.append(f"Checked as of {card.as_of}")
    if card.url:
        parts.append(card.url)
    if card.note:
        parts.append(card.note)
    return "\n\n".join(parts)


def for_term(card: TermCard) -> str:
    """A glossary entry with its other names and its sources."""
    parts = [card.text]
    if card.aliases:
        parts.append(f"Also: {', '.join(card.aliases)}")
    parts += [f"{s.issuer}: {s.title}, {s.date}. {s.authority}." for s in card.sources]
    return "\n\n".join(parts)
