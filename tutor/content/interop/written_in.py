"""What is typed or written: from a question as Moodle holds it to our keys."""

from tutor.content.interop.keys import Keys, lettered, parts, put
from tutor.content.interop.lms import GAP, LmsAnswer, LmsGap, Type, gap
from tutor.content.interop.lms_out import CLOSE
from tutor.content.interop.made import FULL, Made
from tutor.content.interop.sections import parted
from tutor.content.interop.signs import escaped


def cloze(made: Made) -> None:
    """A single gap may come as a choice or a short answer in the middle of a text."""
    question = made.question
    names = parts(made.own, "gap")
    exact = made.own.get("exact", [])
    gaps = question.gaps
    if question.type is not Type.CLOZE:
        gaps = (LmsGap(question.type is Type.SHORTANSWER, question.answers),)
        made.keys["prompt"] = f"{made.keys['prompt']} {gap(1)}"
    named = {str(n): str(names.get(str(n), f"gap-{n}")) for n in range(1, len(gaps) + 1)}
    prompt = str(made.keys["prompt"])
    made.keys["prompt"] = GAP.sub(lambda m: f"{{{{{named.get(m[1], m[1])}}}}}", prompt)
    why = [question.feedback]
    for number, one in enumerate(gaps, 1):
        name = named[str(number)]
        why += _others(one)
        made.keys[name] = _gap(made, one, name)
        if isinstance(exact, list) and number in exact:
            put(made.keys, f"{name}.fuzzy", 0)
    made.text("why", "\n\n".join(filter(None, why)), "why these words stand there.")


def _others(filled: LmsGap) -> list[str]:
    """What is said of answers that are not the best: a gap has one explanation here."""
    best = max(filled.answers, key=lambda one: one.fraction)
    return [
        f"{escaped(one.text)}: {one.feedback}"
        for one in filled.answers
        if one.feedback and one.feedback != best.feedback
    ]


def _gap(made: Made, filled: LmsGap, name: str) -> Keys:
    best = max(filled.answers, key=lambda one: one.fraction)
    keys: Keys = {}
    if filled.typed:
        accepted = [one for one in filled.answers if one.fraction >= FULL]
        keys["accept"] = [_typed(made, one, f"{name}.accept") for one in accepted]
    else:
        keys["choices"], keys["correct"] = [one.text for one in filled.answers], best.text
    if best.feedback:
        keys["why"] = best.feedback
    for one in filled.answers:
        if one.tolerance:
            made.tell(name, f"{one.text} counted within {one.tolerance:g} there; here exactly.")
        if 0 < one.fraction < FULL:
            made.tell(name, f"{one.text!r} earned {one.fraction:g} per cent there; here nothing.")
    return keys


def _typed(made: Made, answer: LmsAnswer, what: str) -> str:
    """A typed answer without the wildcards of Moodle."""
    text = answer.text.replace("\\*", "\0")
    if "*" in text:
        made.tell(what, f"The star in {answer.text!r} stood for any text; here it is a star.")
    return text.replace("\0", "*")


def short(made: Made) -> None:
    """What earns less than all is near."""
    question = made.question
    why = [question.feedback]
    accept: list[str] = []
    near: list[str] = []
    for one in question.answers:
        if one.text.strip() == "*" and one.fraction <= 0:
            why.append(one.feedback)
            continue
        (accept if one.fraction >= FULL else near).append(_typed(made, one, "accept"))
        if 0 < one.fraction < FULL:
            made.tell("near", f"{one.text!r} earned {one.fraction:g} per cent there; here it is "
                      "told to be close.")  # fmt: skip
        if one.feedback and one.feedback != CLOSE:
            why.append(one.feedback)
    if not accept:
        raise ValueError("No answer earns full marks.")
    made.keys["accept"] = accept
    if near:
        made.keys["near"] = near
    made.text("why", "\n\n".join(dict.fromkeys(filter(None, why))), "why this is the answer.")


def number(made: Made) -> None:
    """The first number that earns all."""
    question = made.question
    right = [one for one in question.answers if one.fraction >= FULL and one.text.strip() != "*"]
    if not right:
        raise ValueError("No number earns full marks.")
    first = right[0]
    made.keys["answer"] = float(first.text.replace(",", "."))
    if first.tolerance:
        made.keys["tolerance"] = first.tolerance
    if question.unit:
        made.keys["unit"] = question.unit
    why = [question.feedback, *(one.feedback for one in question.answers)]
    for one in question.answers:
        if one is not first and one.text.strip() != "*":
            made.tell("answer", f"A second answer has no place here: {one.text} "
                      f"({one.fraction:g} per cent).")  # fmt: skip
    made.text("why", "\n\n".join(dict.fromkeys(filter(None, why))), "how to work it out.")


def draft(made: Made) -> None:
    """The explanation is the model answer and, below it, the points to hold a text against."""
    question = made.question
    model, *rubric = parted(question.feedback) or [""]
    if not rubric and question.grader_info:
        rubric = [question.grader_info]
    if "task" not in made.keys:
        made.keys["task"] = made.keys["prompt"]
        made.keys["prompt"] = "Write the text that the task asks for."
        made.tell("prompt", f"It has none beside the task; here it says: {made.keys['prompt']}")
    made.text("model", model, "a model answer.")
    made.keys["rubric"] = lettered([*rubric])
    if question.grader_info not in ("", "\n\n".join(rubric)):
        made.keys["notes"] = question.grader_info
    if not rubric:
        made.text("rubric.a", "", "a point to hold the text against.")


def reflect(made: Made) -> None:
    """Nothing but a prompt."""
    question = made.question
    if "kind" not in made.own:
        made.tell("kind", "A teacher marks it there; here it is to reflect on, without a mark.")
    notes = "\n\n".join(filter(None, (question.feedback, question.grader_info)))
    if notes:
        made.keys["notes"] = notes
