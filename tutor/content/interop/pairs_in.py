"""Pairs of all kinds and lines in order: from a question as Moodle holds it to our keys."""

from tutor.content.interop.keys import Keys, lettered, parts, put
from tutor.content.interop.lms import Type
from tutor.content.interop.lms_out import BEST, GRADING, WORST
from tutor.content.interop.made import Made, explained
from tutor.content.interop.sections import explanations
from tutor.content.interop.signs import escaped
from tutor.model.base import LETTERS


def match(made: Made) -> None:
    """A partner without a stem is a distractor; partners that stems share are bins."""
    question = made.question
    shared = [one.right for one in question.pairs if one.left]
    if len(set(shared)) < len(shared):
        made.keys["kind"] = "sort"
        made.tell("kind", "Several stems share a partner, so it is a question of kind sort here.")
        sort(made)
        return
    pairs = [one for one in question.pairs if one.left]
    answers: list[Keys] = [{"left": one.left, "right": escaped(one.right)} for one in pairs]
    made.keys.update(lettered([*answers]))
    why, each = explanations(question.feedback, [one.left for one in pairs])
    for place, text in each.items():
        put(made.keys, f"{LETTERS[place]}.why", text)
    extra = [escaped(one.right) for one in question.pairs if not one.left]
    if extra:
        made.keys["extra"] = extra
    made.text("why", why, "what ties the pairs.")


def order(made: Made) -> None:
    """From an ordering, or from pairs whose left sides are places."""
    question = made.question
    if question.type is Type.ORDERING:
        texts = [one.text for one in question.answers]
        rules = {grading: rule for rule, grading in GRADING.items()}
        if rules.get(question.grading) in ("pairs", "absolute"):
            made.keys["scoring"] = rules[question.grading]
        elif question.grading and question.grading not in rules:
            made.tell("scoring", f"{question.grading} is not known here; pairs in order count.")
    else:
        pairs = sorted(question.pairs, key=lambda one: int(one.left))
        texts = [escaped(one.right) for one in pairs]
    made.keys.update(lettered([*texts]))
    why = [
        question.feedback,
        *(f"{one.text}: {one.feedback}" for one in question.answers if one.feedback),
    ]
    made.text("why", "\n\n".join(filter(None, why)), "why this is the order.")


def sort(made: Made) -> None:
    """The right sides are the bins; tags say their ids and their order."""
    question = made.question
    put_in = [one for one in question.pairs if one.left]
    labels = {LETTERS[place]: one.right for place, one in enumerate(put_in)}
    empty = [one.right for one in question.pairs if not one.left]
    labels |= {f"+{place}": label for place, label in enumerate(empty, 1)}
    told = {
        name: labels[str(at)] for name, at in parts(made.own, "in").items() if str(at) in labels
    }
    names = {label: name for name, label in told.items()}
    for label in dict.fromkeys(labels.values()):
        if label not in names:
            free = (f"bin-{number}" for number in range(1, len(labels) + 2))
            names[label] = next(name for name in free if name not in names.values())
    made.keys["bins"] = {name: escaped(label) for label, name in names.items()}
    answers: list[Keys] = [{"text": one.left, "bin": names[one.right]} for one in put_in]
    made.keys.update(lettered([*answers]))
    explained(made, [one.left for one in put_in])


def best_worst(made: Made) -> None:
    """The answers come in the order of their explanations, as the pairs have another one."""
    question = made.question
    by_left = {one.left: one.right for one in question.pairs if one.left}
    best, worst = by_left[BEST], by_left[WORST]
    texts = [best, worst, *(one.right for one in question.pairs if not one.left)]
    in_order = sorted(texts, key=lambda text: _place(question.feedback, text))
    made.keys.update(lettered([{"text": escaped(text)} for text in in_order]))
    explained(made, in_order)
    for place, text in enumerate(in_order):
        usual = 3 if text == best else 0 if text == worst else 1
        letter = str(made.own.get("letters", LETTERS))[place]
        put(made.keys, f"{LETTERS[place]}.quality", parts(made.known, letter).get("quality", usual))


def _place(feedback: str, text: str) -> int:
    """Where the explanation of this answer stands; behind all others where there is none."""
    at = feedback.find(f"**{text}**\n\n")
    return at if at >= 0 else len(feedback)
