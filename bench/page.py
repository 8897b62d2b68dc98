"""A lesson page of 700 words: parsed and set in lines, against markdown-it alone.

python -m bench.page [--rounds N]
"""

import argparse
from time import process_time

from markdown_it import MarkdownIt

from bench.figures import Row, table
from tutor.tui.widgets.reader.layout import set_lines
from tutor.tui.widgets.reader.parse import parse

WIDTH = 84
"""Cells: the measure of a text."""
PAGE = "# A page\n\n" + "\n\n".join(
    f"Paragraph {n} says **something** about [the matter](term:matter) [@s-{n}], "
    + "and goes on in plain words of the usual length, " * 7
    for n in range(10)
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.page", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="pages set (20)")
    library = MarkdownIt("commonmark").enable("table")
    alone, whole = [], []
    for turn in range(parser.parse_args().rounds):
        text = f"{PAGE} {turn}"
        started = process_time()
        library.parse(text)
        parsed = process_time()
        set_lines(parse(text), WIDTH)
        alone.append(parsed - started)
        whole.append(process_time() - parsed)
    rows = [Row("markdown-it alone", alone), Row("tutor: parsed and set in lines", whole, alone)]
    print(table(f"A page of {len(PAGE.split())} words", rows))


if __name__ == "__main__":
    main()
