"""`tutor preview`: a module as learners see it, while it is written."""

import argparse
from typing import TYPE_CHECKING, Any

from tutor.errors import UsageError

if TYPE_CHECKING:
    from tutor.study.preview.place import Place

EXAMPLE = """\
examples:
  tutor preview my-course/my-module
  tutor preview my-course/my-module/questions.toml:q-first
  tutor preview wps/participation
  tutor preview my-course/my-module:gate --fact knows-hours --set trust=3

Save in your editor, and it is read again. A block with errors keeps its last good version. Nothing
that is done here is recorded."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "preview",
        help="a module live on the screen while it is written",
        description="Show a module as learners see it beside what the checker finds, read again "
        "after each save. Play any question or situation.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument(
        "path",
        metavar="PATH[:BLOCK]",
        help="a module or a file of it, or COURSE/MODULE, and a block to begin with",
    )
    parser.add_argument(
        "--fact",
        metavar="NAME",
        action="append",
        default=[],
        help="play a scenario with this fact known, and no other; may be given more than once",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        dest="settings",
        help="play a scenario with this value of an indicator; may be given more than once",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the preview. Raises UsageError for a path, block, fact or indicator that is not there,
    and without a terminal."""
    from tutor.cli.commands.home import need_terminal
    from tutor.cli.desks import settings_of
    from tutor.study.preview.desk import Preview
    from tutor.study.world import real_world
    from tutor.tui.start import start_preview

    preview = Preview(_place(args), real_world())
    preview.choose_by(args.fact, args.settings)
    _ = preview.first
    need_terminal()
    return start_preview(preview, settings_of(args))


def _place(args: argparse.Namespace) -> "Place":
    """The module by its path, or by its id in a course that is known."""
    from tutor.cli.desks import open_library
    from tutor.study.preview.place import place_of

    try:
        return place_of(args.path)
    except UsageError:
        ref, colon, block = args.path.partition(":")
        course, _, module = ref.strip("/").partition("/")
        for one in open_library(args).standing:
            known = one.in_use and one.head.id == course and module in one.head.modules
            if known and (one.folder / module).is_dir():
                return place_of(f"{one.folder / module}{colon}{block}")
        raise
