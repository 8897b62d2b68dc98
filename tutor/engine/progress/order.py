"""Events of several devices in one order that does not depend on the order given."""

from collections.abc import Iterable
from datetime import datetime

from tutor.model.record import Event


def ordered(events: Iterable[Event]) -> list[Event]:
    """Sorted by time, then device, then sequence, with one exception: clocks get set back, so an
    event never sorts before an earlier one of its own device. It is taken to have happened no
    earlier than that one.
    """
    latest: dict[str, datetime] = {}
    keyed: list[tuple[datetime, str, int, str, Event]] = []
    for event in sorted(events, key=lambda event: (event.sequence, event.at, event.id)):
        moment = max(event.at, latest.get(event.device, event.at))
        latest[event.device] = moment
        keyed.append((moment, event.device, event.sequence, event.id, event))
    keyed.sort(key=lambda entry: entry[:4])
    return [entry[4] for entry in keyed]
