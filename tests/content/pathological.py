"""Files that a careless reader would spend hours on, by how they are built."""

from collections.abc import Callable

Shape = Callable[[int], str]
"""A file of about that many characters."""

SHAPES: dict[str, Shape] = {
    "blanks": lambda size: " " * size + "x",
    "comment": lambda size: "#" * size,
    "brackets": lambda size: "[" * size,
    "texts opened": lambda size: "x = '''a\n" * (size // 9),
    "escaped quotes": lambda size: 'x = """a\\"""\n' * (size // 13),
    "list of Markdown": lambda size: "- a\n" * (size // 4),
    "arrays opened": lambda size: "x = [\n" * (size // 6),
    "curly quotes": lambda size: "x = “a\n" * (size // 7),
    "three curly quotes": lambda size: "x = ‘‘‘a\n" * (size // 9),
    "bare words": lambda size: "a b c d e f" * (size // 11),
    "comments in a text": lambda size: "x = '''" + "\n# a" * (size // 4) + "\n'''\nfoo",
    "double quotes": lambda size: '"' * size,
    "single quotes": lambda size: "'" * size,
    "backslashes": lambda size: "x = \\" * (size // 5),
}
