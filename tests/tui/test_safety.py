"""No text that somebody else wrote is handed to a widget as markup.

Textual parses every `str` that a widget gets. This test reads the source of the user interface
and accepts only what is plainly safe: a literal, `safe(...)`, `Content(...)` and the like, a call
of a function of the same module that is annotated to return one of those, or `markup=False`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "tutor" / "tui"

TEXT_OF = {
    "Static": ("content",),
    "Label": ("content",),
    "Button": ("label",),
    "Option": ("prompt",),
    "Checkbox": ("label",),
    "RadioButton": ("label",),
    "ToggleButton": ("label",),
    "Link": ("text",),
    "Tab": ("label",),
    "TabPane": ("title",),
    "Collapsible": ("title",),
    "notify": ("message", "title"),
    "add_option": ("option",),
    "replace_option_prompt": ("option_id", "prompt"),
    "Hit": ("score", "match_display", "command", "text", "help"),
    "DiscoveryHit": ("display", "command", "text", "help"),
}
"""What is parsed, and the names of its parameters from the first on."""
NOT_TEXT = {"option_id", "score", "command"}
MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "label"}
SAFE_CALLS = {"safe", "Content", "Text", "Hanging", "Option"}
SAFE_TYPES = {"Content", "Hanging", "Text", "Visual"}
CONTENT_METHODS = {"stylize", "append", "join", "assemble", "styled", "truncate", "pad_left"}


def name_of(node: ast.expr) -> str:
    """Return the last part of a dotted name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


class Reader:
    """Reads one module."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)
        self.makers = {
            node.name
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and node.returns is not None
            and name_of(node.returns) in SAFE_TYPES
        }

    def faults(self) -> Iterator[int]:
        """Yield the lines where a text may be parsed."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield from (node.lineno for text in self.texts(node) if not self.is_safe(text))
            elif isinstance(node, ast.Assign):
                names = {name_of(target) for target in node.targets}
                if (
                    names & MARKUP_ATTRIBUTES
                    and is_attribute(node)
                    and not self.is_safe(node.value)
                ):
                    yield node.lineno

    def texts(self, call: ast.Call) -> Iterator[ast.expr]:
        """Yield the arguments of a call that a widget would parse."""
        if any(each.arg == "markup" and is_false(each.value) for each in call.keywords):
            return
        name = name_of(call.func)
        if name == "update" and is_query(call.func):
            yield from call.args[:1]
        names = TEXT_OF.get(name, ())
        for parameter, argument in zip(names, call.args, strict=False):
            if parameter not in NOT_TEXT:
                yield argument
        yield from (each.value for each in call.keywords if each.arg in set(names) - NOT_TEXT)

    def is_safe(self, node: ast.expr) -> bool:
        """Tell whether an expression is plainly no text of others."""
        match node:
            case ast.Constant():
                return True
            case ast.Call(func=ast.Attribute(attr="from_markup"), args=[ast.Constant(), *_]):
                return True
            case ast.Call(func=ast.Attribute(attr=attr, value=value)) if attr in CONTENT_METHODS:
                return name_of(value) in SAFE_CALLS or self.is_safe(value)
            case ast.Call(func=function):
                return name_of(function) in SAFE_CALLS | self.makers
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_safe(body) and self.is_safe(orelse)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.is_safe(left) and self.is_safe(right)
            case _:
                return False


def is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def is_attribute(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Attribute) for target in node.targets)


def is_query(function: ast.expr) -> bool:
    """Tell whether a method is called on what `query_one` found."""
    match function:
        case ast.Attribute(value=ast.Call(func=inner)):
            return name_of(inner) == "query_one"
        case _:
            return False


def faults_of(source: str) -> list[int]:
    return sorted(set(Reader(source).faults()))


@pytest.mark.parametrize(
    "path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI))
)
def test_no_widget_parses_a_text_of_others(path: Path) -> None:
    faults = faults_of(path.read_text(encoding="utf-8"))
    assert not faults, f"{path.name}: wrap the text in safe(...) on lines {faults}"


@pytest.mark.parametrize(
    "planted",
    [
        "Static(title)",
        "Static(course.title)",
        "Label(content=title)",
        'Static(f"Course {title}")',
        'Static("Course " + title)',
        "Static(str(error))",
        "Button(label)",
        "Option(texts[0], id='a')",
        "self.notify(str(error))",
        "app.notify('Failed', title=name)",
        "self.query_one('#a', Static).update(title)",
        "self.border_title = course.title",
        "Static(title if title else 'none')",
        "Static(Content.from_markup(title))",
        "DiscoveryHit(course.title, command)",
        "Static(title.join(parts))",
        "def shown(x) -> str: ...\nStatic(shown(1))",
        "Static(title, markup=True)",
    ],
)
def test_a_planted_slip_is_found(planted: str) -> None:
    assert faults_of(planted)


@pytest.mark.parametrize(
    "sound",
    [
        "Static('Welcome')",
        "Static(safe(title))",
        "Static(Content(title))",
        "Static(title, markup=False)",
        "Static(safe(title).stylize('bold'))",
        "Static(Content.assemble(('a', 'bold'), title))",
        "Static(Content.from_markup('[b]$title[/b]', title=title))",
        "Option(Hanging(head, parts), id=key)",
        "self.notify(safe(title).plain, markup=False)",
        "settings.update(values)",
        "label = course.title",
        "def line(x) -> Content: ...\nStatic(line(1))",
        "Static()",
    ],
)
def test_what_is_sound_is_accepted(sound: str) -> None:
    assert not faults_of(sound)
