"""Questions for paper: what is asked, and apart from it the key."""

from tutor.engine import grading
from tutor.model.items import Cloze, Item, Short
from tutor.ports import Dice
from tutor.study.frames import (
    Body,
    ExtremesBody,
    Option,
    OrderBody,
    PairBody,
    PickBody,
    SortBody,
    StatementsBody,
)
from tutor.study.frames.handout import PaperQuestion, QuestionKey
from tutor.study.kinds import PRESENTERS
from tutor.study.material import Material
from tutor.study.texts import cited


def asked(item: Item, dice: Dice) -> PaperQuestion:
    """The question as it stands on the paper."""
    presenter = PRESENTERS[item.kind]
    return PaperQuestion(
        kind=item.kind,
        rule=grading.rule(item),
        vignette=item.vignette or "",
        passages=presenter.passages(item),
        prompt=presenter.prompt(item),
        body=presenter.body(item, grading.shown(item, dice)),
        private=item.sensitivity == "private",
    )


def keyed(material: Material, item: Item, dice: Dice) -> QuestionKey:
    """The key, each answer with its explanation, and what the author tells the instructor."""
    presenter, order = PRESENTERS[item.kind], grading.shown(item, dice)
    key, blank = grading.key(item), grading.blank(item)
    right = grading.grade(item, key, aliases=material.aliases)
    wrong = grading.grade(item, blank, aliases=material.aliases)
    notes = presenter.notes(item, key, right, order)
    whys = (presenter.why(item, right), presenter.why(item, wrong))
    return QuestionKey(
        id=item.id,
        objective=material.objective_text(item.objective),
        difficulty=item.difficulty,
        use=tuple(use.value for use in item.use),
        notes=notes,
        options=_options(presenter.body(item, order)),
        why=tuple(dict.fromkeys(why for why in whys if why)),
        accepted=_accepted(item),
        model=presenter.compared(item, key)[1:],
        hints=item.hints,
        sources=material.cards((*item.source, *cited(*whys, *(note.why for note in notes)))),
        remarks=item.notes or "",
    )


def _options(body: Body) -> tuple[Option, ...]:
    """What has letters on the paper. The partner of a stem has its key, so its letter is right."""
    match body:
        case PickBody() | ExtremesBody():
            return body.options
        case OrderBody() | StatementsBody() | SortBody():
            return body.lines
        case PairBody():
            return body.partners
        case _:
            return ()


def _accepted(item: Item) -> str:
    """Further spellings that count as right."""
    match item:
        case Short():
            return "; ".join(item.accept[1:])
        case Cloze():
            gaps = enumerate(item.in_order, start=1)
            more = ((number, item.gaps[name].accept[1:]) for number, name in gaps)
            return "; ".join(f"({number}) {', '.join(also)}" for number, also in more if also)
        case _:
            return ""
