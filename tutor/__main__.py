"""`python -m tutor` and the `tutor` command."""

import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    from tutor.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
