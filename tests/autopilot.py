"""A learner who knows the key: answers as well or as badly as asked, through any front end."""

from typing import Literal, TextIO

from tutor.cli.plain.bodies import PLACES
from tutor.engine import grading
from tutor.model.library import Module
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    BriefingFrame,
    ChoiceFrame,
    FeedbackFrame,
    Frame,
    Option,
    OrderBody,
    OverviewFrame,
    PairBody,
    PickBody,
    QuestionFrame,
    TruthBody,
)
from tutor.study.moves import Action
from tutor.study.session import Session

Skill = Literal["best", "worst"]


def response(module: Module, frame: QuestionFrame, skill: Skill) -> Response:
    """The key, or an answer that earns as little as possible."""
    item = module.items[frame.ref.rsplit("/", 1)[-1]]
    key = grading.key(item)
    if skill == "best":
        return key
    match key:
        case Choice():
            wrong = [c for c in item.answers if c not in key.chosen]  # type: ignore[attr-defined]
            return Choice(chosen=tuple(wrong[:1]))
        case Truth():
            return Truth(value=not key.value)
        case Pairs():
            stems = list(key.pairs)
            return Pairs(pairs=dict(zip(stems, stems[1:] + stems[:1], strict=True)))
        case Ordering():
            return Ordering(order=tuple(reversed(key.order)))
        case _:
            return Written(text="no idea")


def choice(module: Module, frame: ChoiceFrame, skill: Skill) -> str:
    """The letter of the best or the worst choice that is offered; the first of several."""
    _, _, scenario, node = frame.ref.split("/")
    answers = module.scenarios[scenario].nodes[node].answers
    letters = sorted(option.key for option in frame.options)
    pick = max if skill == "best" else min
    return pick(letters, key=lambda letter: answers[letter].quality)


def typed(frame: QuestionFrame, given: Response) -> str:
    """The same answer as a person types it into the plain player."""
    body = frame.body
    match given:
        case Choice() if isinstance(body, PickBody):
            return " ".join(_place(body.options, key) for key in given.chosen)
        case Truth() if isinstance(body, TruthBody):
            return "t" if given.value else "f"
        case Pairs() if isinstance(body, PairBody):
            stems = [option.key for option in body.stems]
            return " ".join(
                f"{stems.index(stem) + 1}{_place(body.partners, partner)}"
                for stem, partner in given.pairs.items()
            )
        case Ordering() if isinstance(body, OrderBody):
            return " ".join(_place(body.lines, key) for key in given.order)
        case Written():
            return given.text
    raise AssertionError(f"no answer of this shape to {body}")


def _place(options: tuple[Option, ...], key: str) -> str:
    return PLACES[[option.key for option in options].index(key)]


class WatchedDesk(Desk):
    """A desk that remembers the session that it opened last."""

    session: Session | None = None

    def open(self, what: Part) -> Session:
        self.session = super().open(what)
        return self.session


class Autopilot:
    """A text stream that types what the learner would; echoes it into the transcript."""

    def __init__(self, desk: WatchedDesk, module: Module, sink: TextIO, skill: Skill) -> None:
        self._desk = desk
        self._module = module
        self._sink = sink
        self._skill: Skill = skill
        self._limit = 500

    def readline(self) -> str:
        """What to type for the frame that is shown now."""
        assert self._desk.session is not None
        self._limit -= 1
        assert self._limit, "the module does not come to an end"
        line = self._answer(self._desk.session.frame)
        self._sink.write(f"{line}\n")
        return f"{line}\n"

    def _answer(self, frame: Frame) -> str:
        match frame:
            case QuestionFrame():
                return typed(frame, response(self._module, frame, self._skill))
            case ChoiceFrame() if frame.options:
                return _place(frame.options, choice(self._module, frame, self._skill))
            case FeedbackFrame() if Action.RETRY in frame.actions:
                return "explain"
            case OverviewFrame():
                return "finish"
            case BriefingFrame():
                return ""
            case _:
                return ""
