"""The skeletons, TOML files with comments in `content/skeletons`, and what is filled into them."""

from collections.abc import Sequence
from pathlib import Path

from tutor.model.items import KINDS

_FOLDER = Path(__file__).resolve().parent.parent / "skeletons"

NO_OBJECTIVE = "o1"
"""What a block says where nobody can tell which objectives there are."""


def file(name: str, filling: dict[str, str], objectives: Sequence[str] = ()) -> str:
    """The text of a whole new file; `name` is that of the skeleton."""
    return _filled(f"{name}.toml", filling, objectives)


def question(kind: str, block: str, objectives: Sequence[str] = ()) -> str:
    """A question of a kind under that id. Raises KeyError for a kind that there is not."""
    use = ", ".join(f'"{one}"' for one in KINDS[kind].model_fields["use"].default)
    own = _filled(f"kinds/{kind}.toml", {"id": block}, objectives)
    return own + _filled("kinds/optional.toml", {"use": use})


def _filled(path: str, filling: dict[str, str], objectives: Sequence[str] = ()) -> str:
    text = (_FOLDER / path).read_text("utf-8")
    declared = objectives or (NO_OBJECTIVE,)
    whole = {"objective": declared[0], "objectives": ", ".join(declared), **filling}
    for name, value in whole.items():
        text = text.replace(f"<{name}>", value)
    return text
