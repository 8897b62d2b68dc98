"""A learner who knows the key: answers as well or as badly as asked, through any front end."""

from typing import Literal, TextIO

from tutor.cli.plain.bodies import END_OF_TEXT, PLACES
from tutor.engine import grading
from tutor.model.library import Module
from tutor.model.responses import Choice, Ordering, Pairs, Response, Truth, Written
from tutor.study.desk import Desk, Part
from tutor.study.frames import (
    Blank,
    Body,
    BriefingFrame,
    ChoiceFrame,
    ExtremesBody,
    FeedbackFrame,
    Frame,
    GapBody,
    IntroFrame,
    Option,
    OrderBody,
    OverviewFrame,
    PairBody,
    PickBody,
    QuestionFrame,
    ScaleBody,
    SortBody,
    StatementsBody,
    TruthBody,
    WriteBody,
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
        case Choice() if isinstance(frame.body, ScaleBody):
            steps = [Choice(chosen=(step.key,)) for step in frame.body.steps]
            return min(steps, key=lambda step: grading.grade(item, step).fraction)
        case Choice():
            wrong = [c for c in item.answers if c not in key.chosen]  # type: ignore[attr-defined]
            return Choice(chosen=tuple(wrong[:1]))
        case Truth():
            return Truth(value=not key.value)
        case Pairs() if not isinstance(frame.body, PairBody):
            return Pairs(pairs=wrong_pairs(frame.body, key.pairs))
        case Pairs():
            stems = list(key.pairs)
            return Pairs(pairs=dict(zip(stems, stems[1:] + stems[:1], strict=True)))
        case Ordering():
            return Ordering(order=tuple(reversed(key.order)))
        case _:
            return Written(text="987654" if item.kind == "number" else "no idea")


def wrong_pairs(body: Body, key: dict[str, str]) -> dict[str, str]:
    """The opposite of the key, part by part."""
    match body:
        case StatementsBody():
            return {x: "false" if said == "true" else "true" for x, said in key.items()}
        case SortBody():
            bins = [one.key for one in body.bins]
            return {x: bins[bins.index(put) - 1] for x, put in key.items()}
        case GapBody():
            others = {g.key: [c for c in g.choices if c != key[g.key]] for g in body.gaps}
            return {name: (wrong or ["no idea"])[0] for name, wrong in others.items()}
        case _:
            return {"best": key["worst"], "worst": key["best"]}


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
        case Choice() if isinstance(body, ScaleBody):
            return str([step.key for step in body.steps].index(given.chosen[0]) + 1)
        case Pairs() if isinstance(body, StatementsBody):
            return " ".join(given.pairs[line.key][0] for line in body.lines)
        case Pairs() if isinstance(body, SortBody):
            bins = [one.key for one in body.bins]
            return " ".join(
                f"{_place(body.lines, x)}{bins.index(put) + 1}" for x, put in given.pairs.items()
            )
        case Pairs() if isinstance(body, GapBody):
            return "; ".join(_in_gap(gap, given.pairs[gap.key]) for gap in body.gaps)
        case Pairs() if isinstance(body, ExtremesBody):
            best, worst = (_place(body.options, given.pairs[part]) for part in ("best", "worst"))
            return f"+{best} -{worst}"
        case Pairs() if isinstance(body, PairBody):
            stems = [option.key for option in body.stems]
            return " ".join(
                f"{stems.index(stem) + 1}{_place(body.partners, partner)}"
                for stem, partner in given.pairs.items()
            )
        case Ordering() if isinstance(body, OrderBody):
            return " ".join(_place(body.lines, key) for key in given.order)
        case Written() if isinstance(body, WriteBody) and body.lines > 1:
            return f"{given.text}\n{END_OF_TEXT}"
        case Written():
            return given.text
    raise AssertionError(f"no answer of this shape to {body}")


def _in_gap(gap: Blank, text: str) -> str:
    return PLACES[gap.choices.index(text)] if gap.choices else text


def _place(options: tuple[Option, ...], key: str) -> str:
    return PLACES[[option.key for option in options].index(key)]


class WatchedDesk(Desk):
    """A desk that remembers the session that it opened last."""

    session: Session | None = None

    def open(self, what: Part) -> Session:
        self.session = super().open(what)
        return self.session


class Autopilot:
    """A text stream that types what the learner would; echoes it into the transcript.

    `first`: the letter of the first decision of a scenario, whatever the skill.
    """

    def __init__(
        self, desk: WatchedDesk, module: Module, sink: TextIO, skill: Skill, first: str = ""
    ) -> None:
        self._desk = desk
        self._module = module
        self._sink = sink
        self._skill: Skill = skill
        self._first = first
        self._limit = 500
        self._lines: list[str] = []

    def readline(self) -> str:
        """What to type for the frame that is shown now."""
        assert self._desk.session is not None
        self._limit -= 1
        assert self._limit, "the module does not come to an end"
        if not self._lines:
            frame = self._desk.session.frame
            self._lines = self._answer(frame).split("\n")
            if isinstance(frame, QuestionFrame | ChoiceFrame) and frame.sure:
                self._lines.append("3")
        line = self._lines.pop(0)
        self._sink.write(f"{line}\n")
        return f"{line}\n"

    def _answer(self, frame: Frame) -> str:
        match frame:
            case QuestionFrame() if self._skill == "worst" and Action.DONT_KNOW in frame.actions:
                return "/dk"
            case IntroFrame() if self._skill == "best" and Action.SKIP in frame.actions:
                return "skip"
            case QuestionFrame():
                return typed(frame, response(self._module, frame, self._skill))
            case ChoiceFrame() if frame.options and frame.decision == 1 and self._first:
                return _place(frame.options, self._first)
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
