"""A question as the keys of its block, spelt as an author writes them, and back by their paths.

`{"kind": "single", "a": {"text": ...}, ...}`: what tomli would read. A path is `a.text`.
"""

from collections.abc import Callable, Iterator, Sequence

from tutor.model.base import LETTERS
from tutor.model.items import Item

Keys = dict[str, object]

ALWAYS = ("kind", "objective", "difficulty", "use")
"""Keys that are written even where they have their usual value: the head of a file may say other
than usual."""


def keys_of(item: Item) -> Keys:
    """The keys of a question without its id; what has its usual value is left out."""
    data = item.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude={"id"})
    whole = item.model_dump(mode="json", include=set(ALWAYS))
    answers: Keys = data.pop("answers", {})
    gaps: Keys = data.pop("gaps", {})
    keys: Keys = {name: whole[name] for name in ALWAYS}
    return keys | data | answers | gaps


def flat(keys: Keys) -> dict[str, object]:
    """Path -> value; a part of a key (`a.text`) has a path of its own, an entry of a list none."""
    return dict(_flat("", keys))


def _flat(above: str, keys: Keys) -> Iterator[tuple[str, object]]:
    for key, value in keys.items():
        if isinstance(value, dict):
            yield from _flat(f"{above}{key}.", value)
        else:
            yield f"{above}{key}", value


def put(keys: Keys, path: str, value: object) -> None:
    """Set the key at a path; its parts come last."""
    first, _, rest = path.partition(".")
    if not rest:
        keys[first] = value
        return
    inner = keys.setdefault(first, {})
    if isinstance(inner, dict):
        put(inner, rest, value)


def mapped(keys: Keys, change: Callable[[str, str], str]) -> Keys:
    """The keys with every text as `change` makes it of its path and itself."""
    return {key: _mapped(key, value, change) for key, value in keys.items()}


def _mapped(path: str, value: object, change: Callable[[str, str], str]) -> object:
    if isinstance(value, dict):
        return {key: _mapped(f"{path}.{key}", one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_mapped(path, one, change) for one in value]
    return change(path, value) if isinstance(value, str) else value


def parts(keys: Keys, key: str) -> dict[str, object]:
    """The parts of a key; empty where it has none."""
    value = keys.get(key)
    return value if isinstance(value, dict) else {}


def lettered(texts: Sequence[object]) -> Keys:
    """Answers in their order by letter. Raises ValueError for more than there are letters."""
    if len(texts) > len(LETTERS):
        raise ValueError(f"It has {len(texts)} answers; {len(LETTERS)} are the most here.")
    return dict(zip(LETTERS, texts, strict=False))
