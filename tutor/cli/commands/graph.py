"""`tutor graph`: a scenario drawn and measured, for its author."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.model.scenario import Scenario

EXAMPLE = """\
examples:
  tutor graph wps/participation
  tutor graph my-course/my-module/scenarios/the-bridge.toml
  tutor graph wps/participation --format mermaid > council.mmd

The tree marks each choice with its quality, 3 best to 0 wrong. The figures below it are exact
unless they say otherwise."""
FORMATS = ("tree", "mermaid", "dot", "json")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "graph",
        help="draw and measure a scenario",
        description="Draw a scenario and say what its exact analysis found: best and worst way, "
        "share of endings, choices never worth taking, where the best choice is first or longest.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument(
        "scenario",
        metavar="SCENARIO",
        help="a scenario file, COURSE/MODULE, or COURSE/MODULE/SCENARIO",
    )
    parser.add_argument("--format", choices=FORMATS, default="tree", help="tree (default), "
                        "mermaid, dot for Graphviz, or json")  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the drawing. Raises UsageError where there is no such scenario."""
    for name, scenario in _scenarios(args):
        print(_drawn(name, scenario, args.format))
    return 0


def _drawn(name: str, scenario: "Scenario", form: str) -> str:
    from tutor.cli.graphs.dot import dot
    from tutor.cli.graphs.mermaid import mermaid
    from tutor.cli.graphs.tree import tree

    if form == "mermaid":
        return mermaid(scenario)
    if form == "dot":
        return dot(scenario)
    from random import Random

    from tutor.cli.graphs.figures import as_data, figures
    from tutor.content.harmless import harmless
    from tutor.content.rules.studied import CAP, SEED
    from tutor.engine.analysis import analyse

    found = analyse(scenario, Random(SEED), cap=CAP)
    if form == "json":
        return json.dumps(as_data(scenario, found), ensure_ascii=False, indent=2)
    title = harmless(f"{scenario.head.title} ({name})")
    return "\n".join([title, tree(scenario), "", "-" * 79, figures(scenario, found), ""])


def _scenarios(args: argparse.Namespace) -> list[tuple[str, "Scenario"]]:
    """The scenarios that the argument names, each with a name to show."""
    from tutor.cli.desks import open_library
    from tutor.content.library import Library
    from tutor.errors import UsageError

    path = Path(args.scenario)
    if path.suffix == ".toml":
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file.")
        module_folder = path.resolve().parent.parent
        library = Library.open([module_folder.parent])
        course = next(iter(library.courses), None)
        if course is None or module_folder.name not in course.modules:
            raise UsageError(
                f"{path} is not in a course.",
                "A scenario stands in COURSE/MODULE/scenarios/, and course.toml names the module.",
            )
        ref, wanted = f"{course.head.id}/{module_folder.name}", path.stem
    else:
        library = open_library(args)
        parts = args.scenario.strip("/").split("/")
        ref, wanted = "/".join(parts[:2]), "/".join(parts[2:])
    module = library.module(ref)
    found = [(f"{ref}/{name}", one) for name, one in module.scenarios.items()]
    chosen = [pair for pair in found if not wanted or pair[0] == f"{ref}/{wanted}"]
    if not chosen:
        names = ", ".join(module.scenarios) or "none that can be read; tutor check says why"
        raise UsageError(f"{ref} has no scenario {wanted!r}.", f"It has: {names}.")
    return chosen
