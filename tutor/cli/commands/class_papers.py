"""`tutor class aar`: what of a class goes on paper after it."""

import argparse
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.study.classroom.desk import ClassDesk

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
