"""Where keys and values stand in the valid files of toml-test, with tomli as the oracle.

    pip download --no-deps --no-binary :all: tomlkit
    python -m bench.positions tomlkit-*.tar.gz

The source distribution of tomlkit carries the files of toml-test (MIT). For each file that tomli
accepts: the file is cut at its headers, the parts put together say what tomli reads, and the place
of every key and value holds exactly what it stands for.
"""

import argparse
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli

from tests.content.test_positions import leaves, same
from tutor.content.decode import decode
from tutor.content.positions import KeyPath, scan
from tutor.content.syntax.statements import Header, split

FOLDER = "/toml-test/tests/valid/"


def files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each valid file."""
    with tarfile.open(archive) as opened:
        for member in opened:
            if FOLDER in member.name and member.name.endswith(".toml"):
                taken = opened.extractfile(member)
                assert taken is not None
                yield member.name.partition(FOLDER)[2], taken.read()


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Each header line ("" for the head) and the body below it."""
    headers = [item for item in split(text) if isinstance(item, Header)]
    starts = [0, *(item.start for item in headers)]
    for item, start, end in zip((None, *headers), starts, [*starts[1:], len(text)], strict=True):
        if item is None:
            yield "", text[start:end]
        else:
            yield text[item.start : item.end], text[item.end + 1 : end]


def put(root: dict[str, Any], header: str, data: dict[str, Any]) -> None:
    """Add a part where its header says, as TOML defines it."""
    here: Any = root
    inner: Any = tomli.loads(header)
    while isinstance(inner, dict) and inner:
        ((name, inner),) = inner.items()
        if isinstance(inner, list):
            inner = inner[0]
            if not inner:
                here.setdefault(name, []).append({})
        here = here.setdefault(name, {})
        here = here[-1] if isinstance(here, list) else here
    merge(here, data)


def merge(here: dict[str, Any], data: dict[str, Any]) -> None:
    """Dotted keys may go on with a table that is there."""
    for name, value in data.items():
        if isinstance(value, dict) and isinstance(here.get(name), dict):
            merge(here[name], value)
        else:
            here[name] = value


def faults(text: str) -> Iterator[str]:
    """What is wrong with the cut or with a place."""
    root: dict[str, Any] = {}
    for header, body in pieces(text):
        data = tomli.loads(body)
        put(root, header, data)
        yield from _places(body, data)
    if repr(_sorted(root)) != repr(_sorted(tomli.loads(text))):
        yield "the parts do not say what the file says"


def _places(body: str, data: dict[str, Any]) -> Iterator[str]:
    spans = scan(body).spans
    parents: set[KeyPath] = set()
    for path, value in leaves(data):
        parents.update(path[:length] for length in range(1, len(path) + 1))
        if path not in spans:
            yield f"{path} has no place"
            continue
        place = spans[path]
        written = body[place.value_start : place.value_end]
        if not same(tomli.loads(f"x = {written}")["x"], value):
            yield f"{path} is not {written!r}"
        if isinstance(path[-1], str):
            key = body[place.key_start : place.key_end]
            if next(leaves(tomli.loads(f"{key} = 1")))[0][-1] != path[-1]:
                yield f"{path} is not the key {key!r}"
    for path in set(spans) ^ parents:
        yield f"{path} is a place of nothing" if path in spans else f"{path} has no place"


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(part) for part in value] if isinstance(value, list) else value


def main() -> None:
    """Look at every file and print what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.positions", description=__doc__)
    parser.add_argument("archive", type=Path, help="the source distribution of tomlkit")
    archive = parser.parse_args().archive
    looked = refused = places = wrong = 0
    for name, data in files(archive):
        text = decode(data, name).text
        try:
            accepted = tomli.loads(text) if text is not None else None
        except tomli.TOMLDecodeError:
            accepted = None
        if text is None or accepted is None:
            refused += 1
            continue
        looked += 1
        places += sum(len(scan(body).spans) for _, body in pieces(text))
        found = list(faults(text))
        wrong += bool(found)
        for fault in found:
            print(f"{name}: {fault}")
    print(f"{looked} files, {places} places, {wrong} files with a fault; tomli refuses {refused}")


if __name__ == "__main__":
    main()
