"""The formats by name: what a command can write and read."""

from collections.abc import Callable
from dataclasses import dataclass

from tutor.content.interop import csv_reader, exporting, gift_reader, moodle_reader
from tutor.content.interop.exporting import Write
from tutor.content.interop.keys import Keys
from tutor.content.interop.lms import LmsQuestion
from tutor.content.interop.lms_in import incoming
from tutor.content.interop.loss import WHOLE, Loss, NotCarried


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question from another program. `own`: its id there; `place`: how a person finds it in the
    file; `told`: what to know of it, as pairs of key and sentence."""

    own: str
    place: str
    keys: Keys
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Format:
    """`ending`: that of its files. `read` raises NotRead for a file that is none of the format."""

    ending: str
    write: Write
    read: Callable[[str], tuple[list[Candidate], list[Loss]]]


def _from_lms(
    read: Callable[[str], tuple[list[LmsQuestion], list[Loss]]],
) -> Callable[[str], tuple[list[Candidate], list[Loss]]]:
    def candidates(text: str) -> tuple[list[Candidate], list[Loss]]:
        questions, losses = read(text)
        found = []
        for one in questions:
            try:
                made = incoming(one)
            except NotCarried as reason:
                losses.append(Loss(one.id or one.name, WHOLE, str(reason)))
            else:
                found.append(Candidate(one.id, one.name, made.keys, tuple(made.told)))
        return found, losses

    return candidates


def _from_csv(text: str) -> tuple[list[Candidate], list[Loss]]:
    rows, losses = csv_reader.read(text)
    found = []
    for own, place, keys, lost in rows:
        told = tuple((loss.what, loss.why) for loss in lost)
        found.append(Candidate(own, own or place, keys, told))
    return found, losses


FORMATS = {
    "gift": Format("gift", exporting.as_gift, _from_lms(gift_reader.read)),
    "moodle": Format("xml", exporting.as_moodle, _from_lms(moodle_reader.read)),
    "csv": Format("csv", exporting.as_csv, _from_csv),
}
"""By the name that a command takes."""

ENDINGS = {"gift": "gift", "txt": "gift", "xml": "moodle", "csv": "csv", "tsv": "csv"}
"""The format that the ending of a file stands for."""
