"""`tutor explain`: what a finding means, why, and what right looks like."""

import argparse
from typing import Any

EXAMPLE = """\
examples:
  tutor explain Q401
  tutor explain          every code with its title

exit status: 0 explained, 2 no such code"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "explain",
        help="what a finding of `check` means, and why",
        description="Explain a code of `tutor check`: what, why, wrong and right, how to silence.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("code", metavar="CODE", nargs="?", help="for example Q401")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanation. Raises UsageError for a code that no rule has."""
    from tutor.content.catalogue import CATALOGUE
    from tutor.content.explain import explain, overview
    from tutor.content.suggest import did_you_mean
    from tutor.errors import UsageError

    if args.code is None:
        print(overview())
        return 0
    code = args.code.strip().upper()
    if code not in CATALOGUE:
        hint = did_you_mean(code, CATALOGUE) or "`tutor explain` alone lists every code."
        raise UsageError(f"{args.code}: no rule has this code.", hint)
    print(explain(code))
    return 0
