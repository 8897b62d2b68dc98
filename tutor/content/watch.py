"""Noticing that an author has saved: sizes and times of the files of a module, looked at again.

It asks no system for events, so it works on a network drive and a stick, and with editors that
save by renaming a new file over the old one.
"""

from tutor.content.files import Folder

Stamps = dict[str, tuple[int, int, int]]
"""Path in the course -> time of the last change in nanoseconds, size, number of the file."""


def stamps(folder: Folder, module_id: str) -> Stamps:
    """The files of the course that a module can lean on, and its own."""
    places = ("", module_id, f"{module_id}/lessons", f"{module_id}/scenarios")
    names = [f"{place}/{name}".lstrip("/") for place in places for name in folder.toml_files(place)]
    found = ((name, folder.stamp(name)) for name in names)
    return {name: stamp for name, stamp in found if stamp is not None}


class Watch:
    """Says once that something was saved, as soon as two looks in a row saw the same.

    An editor writes a file in steps: emptied, half, whole; or away and back under its name. What
    is between two of them is over by the next look, a fraction of a second later.
    """

    def __init__(self, folder: Folder, module_id: str) -> None:
        self._folder = folder
        self._module = module_id
        self._known = self._last = stamps(folder, module_id)

    def saved(self) -> bool:
        """Whether there is something to read again. To be asked a few times in a second."""
        now = stamps(self._folder, self._module)
        settled, self._last = now == self._last, now
        if not settled or now == self._known:
            return False
        self._known = now
        return True
