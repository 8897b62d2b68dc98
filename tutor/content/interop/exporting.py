"""Questions out, and what the file cannot hold: it is read back before it is given away.

So a loss is measured, never believed. A question that would come back with another key is left out
of the file: better none than one that marks the right answer wrong.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tutor.content.interop import (
    csv_reader,
    csv_writer,
    gift_reader,
    gift_writer,
    moodle_reader,
    moodle_writer,
)
from tutor.content.interop.keys import Keys, flat, keys_of, parts
from tutor.content.interop.lms import LmsQuestion, Type
from tutor.content.interop.lms_in import incoming
from tutor.content.interop.lms_out import outgoing
from tutor.content.interop.loss import WHOLE, Loss, NotCarried
from tutor.model.items import Item
from tutor.model.items.cloze import MARKER

_KEY = frozenset({"kind", "correct", "answer", "accept", "bin", "flaw", "quality", "choices"})
"""Keys without which a question asks something else or takes another answer."""

_LONG = "It is too long for a tag of Moodle."
_WHY = {
    "notes": "The format has no place for notes of the instructor.",
    "hints": "The format has no place for hints here.",
    "vignette": "It cannot be told from the prompt.",
    "credit": "Moodle takes only certain fractions.",
    "bins": "Their order on the screen is another one.",
    "misconception": _LONG,
    "source": _LONG,
    "was": _LONG,
}


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, what it does not hold, and how many questions it has."""

    text: str
    losses: tuple[Loss, ...]
    count: int


class Write(Protocol):
    """`category`: where Moodle puts the questions. `about`: a text beside them, or nothing."""

    def __call__(self, items: Iterable[Item], category: str, about: str = "", /) -> Exported:
        """The file."""


def as_gift(items: Iterable[Item], category: str, about: str = "", /) -> Exported:
    """Moodle's GIFT."""
    form = _Form(gift_writer.TYPES, gift_writer.written, gift_reader.read)
    return _through_lms(items, form, category, about)


def as_moodle(items: Iterable[Item], category: str, about: str = "", /) -> Exported:
    """Moodle XML."""
    form = _Form(moodle_writer.TYPES, moodle_writer.written, moodle_reader.read)
    return _through_lms(items, form, category, about)


def as_csv(items: Iterable[Item], _category: str, _about: str = "", /) -> Exported:
    """A table; category and text beside it have no place in one."""
    before = {item.id: keys_of(item) for item in items}
    text = csv_writer.written(before)
    after = {own: keys for own, _, keys, _ in csv_reader.read(text)[0]}
    losses = [loss for name, keys in before.items() for loss in _lost(name, keys, after.get(name))]
    wrong = {loss.item for loss in losses if loss.what == WHOLE}
    kept = {name: keys for name, keys in before.items() if name not in wrong}
    return Exported(csv_writer.written(kept) if wrong else text, tuple(losses), len(kept))


@dataclass(frozen=True, slots=True)
class _Form:
    """A spelling of questions as Moodle holds them."""

    types: frozenset[Type]
    write: Callable[[Iterable[LmsQuestion], str, str], str]
    read: Callable[[str], tuple[list[LmsQuestion], list[Loss]]]


def _through_lms(items: Iterable[Item], form: _Form, category: str, about: str) -> Exported:
    losses: list[Loss] = []
    kept: dict[str, LmsQuestion] = {}
    for item in items:
        try:
            made = outgoing(item, form.types)
        except NotCarried as reason:
            losses.append(Loss(item.id, WHOLE, str(reason)))
            continue
        lost = _lost(item.id, keys_of(item), _back(form, made))
        losses += lost
        losses += [Loss(item.id, what, why) for what, why in _differs(item)]
        if not any(one.what == WHOLE for one in lost):
            kept[item.id] = made
    return Exported(form.write(kept.values(), category, about), tuple(losses), len(kept))


def _back(form: _Form, made: LmsQuestion) -> Keys | None:
    """The keys as they come back; None where nothing does."""
    found, _ = form.read(form.write([made], "", ""))
    try:
        return incoming(found[0]).keys if len(found) == 1 else None
    except NotCarried:
        return None


def _lost(name: str, before: Keys, after: Keys | None) -> list[Loss]:
    """What does not come back, or comes back as something else."""
    if after is None:
        return [Loss(name, WHOLE, "The format cannot hold it so that it can be read again.")]
    old, new = flat(before), flat(_same_gaps(before, after))
    changed = [path for path in old if old[path] != new.get(path)]
    changed += [path for path in new if path not in old]
    wrong = [path for path in changed if path.rpartition(".")[2] in _KEY]
    wrong += [path for path in changed if _of_another(path, old, new)]
    if wrong:
        why = f"{', '.join(wrong)} would come back changed."
        return [Loss(name, WHOLE, why)]
    if [*parts(before, "bins")] != [*parts(after, "bins")] and "bins" not in changed:
        changed.append("bins")
    named = zip(_gaps(before), _gaps(after), strict=False)
    renamed = [Loss(name, one, f"The gap comes back as {now}.") for one, now in named if one != now]
    return renamed + [Loss(name, path, _why(path, path in new)) for path in changed]


def _of_another(path: str, old: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """True for the text of an answer that comes back as that of another answer."""
    last = path.rpartition(".")[2]
    return last in ("text", "left", "right") and new.get(path) in (
        text for other, text in old.items() if other != path and other.endswith(f".{last}")
    )


def _same_gaps(before: Keys, after: Keys) -> Keys:
    """The keys that come back, under the old names of gaps where only these were lost."""
    old, new = _gaps(before), _gaps(after)
    if len(old) != len(new):
        return after
    names = dict(zip(new, old, strict=True))
    prompt = MARKER.sub(lambda m: f"{{{{{names.get(m[1], m[1])}}}}}", str(after["prompt"]))
    return {names.get(name, name): value for name, value in after.items()} | {"prompt": prompt}


def _gaps(keys: Keys) -> list[str]:
    """The names of its gaps, as they come in the prompt."""
    named = dict.fromkeys(MARKER.findall(str(keys["prompt"])))
    return [name for name in named if keys["kind"] == "cloze" and isinstance(keys.get(name), dict)]


def _why(path: str, is_back: bool) -> str:
    first, _, last = path.partition(".")
    usual = "It comes back with other words or signs." if is_back else "It has no place there."
    return _WHY.get(last) or _WHY.get(first) or usual


def _differs(item: Item) -> Iterable[tuple[str, str]]:
    """What is kept in a tag and means nothing to Moodle."""
    if item.sensitivity:
        yield "sensitivity", "Moodle shows answers to teachers; ask such a question without a name."
    keys = flat(keys_of(item))
    for path, value in keys.items():
        if "](term:" in str(value):
            yield path, "A link into the glossary leads nowhere there."
        last = path.rpartition(".")[2]
        if last == "harm":
            yield path, "Moodle knows no answer that must never be given; it earns nothing there."
        elif last == "scoring" and item.kind == "multiple":
            yield path, "Moodle gives points for each tick."
    if item.kind == "draft":
        yield "rubric", "Moodle waits for a teacher to mark it; here nobody does."
    if item.kind in ("short", "cloze") and _slips(item):
        yield "fuzzy", "Moodle wants the exact spelling."
    qualities = sorted(value for path, value in _qualities(keys))
    if qualities and (qualities[:2] == qualities[:1] * 2 or qualities[-2:] == qualities[-1:] * 2):
        yield "quality", "Several share the best or the worst; Moodle takes one of them."


def _qualities(keys: Mapping[str, object]) -> list[tuple[str, int]]:
    return [(path, value) for path, value in keys.items()
            if path.endswith(".quality") and isinstance(value, int)]  # fmt: skip


def _slips(item: Item) -> bool:
    if item.kind == "short":
        return bool(getattr(item, "fuzzy", 0))
    return any(gap.fuzzy and gap.accept for gap in getattr(item, "gaps", {}).values())
