"""`tutor class print` and `tutor class aar`: what of a class goes on paper before and after it."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.paper.document import Document
    from tutor.study.classroom.agenda import Selection
    from tutor.study.classroom.desk import ClassDesk

PRINT_FORMATS = ("html", "pdf", "md")
REVIEW_FORMATS = ("md", "html", "json", "pdf")


def add(verbs: Any, shared: Any) -> None:
    """Describe the verbs."""
    from tutor.cli.files import add_options

    aar = verbs.add_parser(
        "aar",
        help="the after-action review of an exercise or a scenario",
        description="Objective by objective: planned, happened, why, next; for a scenario played "
        "by vote the decisions, the votes, what it cost and the cues that were missed.",
        parents=[shared],
    )
    aar.add_argument("session", metavar="SESSION")
    add_options(aar, REVIEW_FORMATS)
    aar.set_defaults(run=_aar)


def add_print(verbs: Any, shared: Any, options: Any) -> Any:
    """Describe `print`; `options` adds those that make an agenda."""
    paper = options(verbs, shared, "print", "guide, cards and tally sheets on paper")
    paper.add_argument("--guide", action="store_true", help="the facilitator's guide, with key")
    paper.add_argument("--cards", action="store_true", help="cards A to D; messages of an exercise")
    paper.add_argument("--tally", action="store_true", help="sheets to count votes on")
    paper.add_argument("--format", choices=PRINT_FORMATS, default="html")
    paper.add_argument("--out", metavar="DIR", help="the folder to write to; else the current one")
    paper.add_argument("--force", action="store_true", help="replace files that are there")
    return paper


def print_papers(args: argparse.Namespace, wanted: "Selection") -> int:
    """Write what was asked for, all of it where nothing was."""
    from tutor.cli.files import deliver
    from tutor.paper.writers import written
    from tutor.store.places import make_folder

    made = _papers(args, wanted)
    if args.out is not None and not Path(args.out).exists():
        make_folder(Path(args.out))
    name = args.module.strip("/").replace("/", "-")
    for what, document in made.items():
        deliver(written(document, args.format), f"{name}-{what}.{args.format}", args)
    return 0


def _papers(args: argparse.Namespace, wanted: "Selection") -> "dict[str, Document]":
    """Name -> document. Only the guide has keys and notes."""
    from tutor.paper import class_cards
    from tutor.paper.class_guide import class_guide

    everything = not (args.guide or args.cards or args.tally)
    over = desk(args)
    cards, tally, messages = over.hand_outs(args.module, wanted)
    made: dict[str, Document] = {}
    if args.guide or everything:
        made["guide"] = class_guide(over.guide(args.module, wanted))
    if args.cards or everything:
        made["cards"] = class_cards.letter_cards(cards)
        if messages is not None:
            made["messages"] = class_cards.message_cards(messages)
    if args.tally or everything:
        made["tally"] = class_cards.tally_sheets(tally)
    return made


def desk(args: argparse.Namespace) -> "ClassDesk":
    """The desk that the arguments describe."""
    from tutor.cli.desks import course_roots
    from tutor.store.places import home
    from tutor.study.classroom.desk import open_class_desk

    return open_class_desk(home(os.environ), course_roots(args))


def _aar(args: argparse.Namespace) -> int:
    from tutor.cli.files import deliver, format_of
    from tutor.paper import data
    from tutor.paper.class_review import class_review
    from tutor.paper.writers import written

    form = format_of(args, REVIEW_FORMATS)
    review = desk(args).review(args.session)
    content = data.write(review) if form == "json" else written(class_review(review), form)
    deliver(content, f"aar-{review.session}.{form}", args)
    return 0
