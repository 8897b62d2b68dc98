"""The walls of the house: how large a room may be, and what may stand in it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tutor"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FILE_LINES, FUNCTION_LINES, HANDLER_LINES, SCREEN_LINES = 400, 50, 15, 250

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[FunctionNode]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: FunctionNode) -> int:
    """Lines of a function without its docstring."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def is_handler(node: FunctionNode) -> bool:
    decorated = any(
        isinstance(d, ast.Call) and getattr(d.func, "id", "") == "on" for d in node.decorator_list
    )
    return decorated or node.name.startswith(("on_", "action_"))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_is_one_idea(path: Path) -> None:
    limit = SCREEN_LINES if "screens" in path.parts else FILE_LINES
    assert len(path.read_text("utf-8").splitlines()) <= limit


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_fits_in_the_eye(path: Path) -> None:
    long = [f"{f.name} {body_lines(f)}" for f in functions(path) if body_lines(f) > FUNCTION_LINES]
    assert long == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "tui").rglob("*.py")), ids=name_of)
def test_a_handler_only_routes(path: Path) -> None:
    long = [
        f"{f.name} {body_lines(f)}"
        for f in functions(path)
        if is_handler(f) and body_lines(f) > HANDLER_LINES
    ]
    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_public_function_and_class_says_what_its_name_does_not(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert bare == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_from_a_course_is_ever_run(path: Path) -> None:
    """No eval, no exec, no shell: courses are data."""
    refused = {"eval", "exec", "compile", "system", "popen", "__import__"}
    calls = [
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    ]
    allowed = {"compile"} if "re.compile(" in path.read_text("utf-8") else set()
    assert sorted((set(calls) & refused) - allowed) == []


def test_the_walls_can_fail(tmp_path: Path) -> None:
    long = tmp_path / "long.py"
    long.write_text("def f():\n" + "    x = 1\n" * (FUNCTION_LINES + 1), "utf-8")
    assert [body_lines(f) for f in functions(long)] == [FUNCTION_LINES + 1]
