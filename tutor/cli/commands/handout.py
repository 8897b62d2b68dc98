"""`tutor print`: a module on paper, for learners or with the key for its instructor."""

import argparse
from typing import Any

FORMATS = ("html", "pdf", "md")

EXAMPLE = """\
examples:
  tutor print wps/participation
  tutor print wps/participation --key --out instructor.html

Without --key no key, explanation, quality or instructor's note is in the file. Questions and
choices have the same letters in both."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    from tutor.cli.files import add_options

    parser = commands.add_parser(
        "print",
        help="a module on paper, with or without the key",
        description="Write a module as a file to print: lessons, questions with boxes for the "
        "answers, scenarios as exercises with numbered situations.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("module", metavar="COURSE/MODULE", help="the module to print")
    parser.add_argument("--key", action="store_true", help="with the answer key and all notes for "
                        "the instructor")  # fmt: skip
    add_options(parser, FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the module; needs no learner."""
    from random import Random

    from tutor.cli.desks import open_library
    from tutor.cli.files import deliver, format_of
    from tutor.paper.handout import handout
    from tutor.paper.writers import written
    from tutor.study.handout import handout as module_on_paper
    from tutor.study.material import Material

    library, ref = open_library(args), args.module.strip("/")
    module = library.module(ref)
    material = Material(library.course(ref.partition("/")[0]), module)
    form = format_of(args, FORMATS)
    content = written(handout(module_on_paper(material, Random, with_key=args.key)), form)
    deliver(content, f"{ref.replace('/', '-')}{'-key' if args.key else ''}.{form}", args)
    return 0
