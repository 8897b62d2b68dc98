"""Choices, ticks, statements and the like: from a question as Moodle holds it to our keys."""

from tutor.content.interop.keys import lettered, put
from tutor.content.interop.lms import LmsQuestion, Type, fraction
from tutor.content.interop.lms_out import ticks
from tutor.content.interop.made import FULL, Made, answers, explained, whys
from tutor.model.base import LETTERS
from tutor.model.items.statements import STATEMENTS


def single(made: Made) -> None:
    """The answer that earns most is right; others may earn a part."""
    question = made.question
    shares = [one.fraction for one in question.answers]
    best = shares.index(max(shares))
    answers(made, best)
    made.keys["correct"] = LETTERS[best]
    if shares[best] < FULL:
        made.tell("correct", f"The best answer earned {shares[best]:g} per cent there; here all.")
    for place, share in enumerate(shares):
        if place == best or share == 0:
            continue
        credit = round(share / 100, 4)
        if 0.25 <= credit <= 0.75:
            put(made.keys, f"{LETTERS[place]}.credit", credit)
            continue
        kept = 0.75 if credit > 0.75 else 0.25 if credit > 0 else 0
        made.tell(f"{LETTERS[place]}.credit", f"It earned {share:g} per cent there; here {kept:g}.")
        if kept:
            put(made.keys, f"{LETTERS[place]}.credit", kept)


def _right(question: LmsQuestion) -> list[bool]:
    right = [one.fraction > 0 for one in question.answers]
    if not any(right):
        raise ValueError("No answer earns anything.")
    return right


def multiple(made: Made) -> None:
    """Right is what earns anything."""
    question = made.question
    right = _right(question)
    answers(made, right.index(True))
    made.keys["correct"] = [LETTERS[place] for place, one in enumerate(right) if one]
    _weighed(made, right)


def spot(made: Made) -> None:
    """Lines to tick are the wrong ones."""
    question = made.question
    right = _right(question)
    answers(made, right.index(True))
    for place, flaw in enumerate(right):
        if flaw:
            put(made.keys, f"{LETTERS[place]}.flaw", True)
    _weighed(made, right)


def _weighed(made: Made, right: list[bool]) -> None:
    """Tell where ticks were worth something else than here."""
    shares = [fraction(one.fraction) for one in made.question.answers]
    usual = [one.fraction for one in ticks(("", "", one) for one in right)]
    if shares != usual and made.question.type is Type.MULTICHOICE and "scoring" not in made.known:
        said = ", ".join(f"{share:g}" for share in shares)
        made.tell("scoring", f"The ticks earned {said} per cent there; here the right ones share "
                  "the points and the wrong ones take as much away.")  # fmt: skip


def true_false(made: Made) -> None:
    """The explanations hang on true and false there, on right and wrong here."""
    question = made.question
    by_text = {one.text.strip().lower(): one for one in question.answers}
    true, false = by_text["true"], by_text["false"]
    answer = true.fraction > false.fraction
    made.keys["answer"] = answer
    right, wrong = (true, false) if answer else (false, true)
    for key, one in (("right", right), ("wrong", wrong)):
        both = "\n\n".join(filter(None, (one.feedback, question.feedback)))
        made.text(key, both, f"what a learner reads after answering {key}ly.")


def statements(made: Made) -> None:
    """From kprime, or from pairs whose right sides are `True` and `False`."""
    question = made.question
    if question.type is Type.KPRIME and len(question.answers) != STATEMENTS:
        made.keys["kind"] = "multiple"
        made.tell("kind", "Four statements are what it takes here; these are ticked if true.")
        multiple(made)
        return
    if question.type is Type.KPRIME:
        found = [(one.text, one.fraction >= FULL) for one in question.answers]
    else:
        found = [(one.left, {"True": True, "False": False}[one.right]) for one in question.pairs]
    made.keys.update(lettered([{"text": text, "answer": answer} for text, answer in found]))
    if question.type is Type.KPRIME:
        whys(made, question.feedback, [one.feedback for one in question.answers])
    else:
        explained(made, [text for text, _ in found])


def inject(made: Made) -> None:
    """The panel stands in a tag; the fractions in the file are rounded."""
    texts, key = {"plan", "inject"}, {"panel", "panel_best"}
    if not texts <= made.keys.keys() or not key & made.known.keys():
        raise ValueError("The plan, the news or the answer of the author is missing.")
    made.text("why", made.question.feedback, "why the plan fits or does not.")
