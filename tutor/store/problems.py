"""What the operating system says when a file cannot be read or written, as sentences."""

import errno
from pathlib import Path

from tutor.errors import StoreError

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {
    errno.ENOENT,
    errno.ENODEV,
    errno.ENXIO,
    errno.EIO,
    getattr(errno, "ESTALE", errno.ENOENT),
}
_BLOCKED = {errno.EEXIST, errno.ENOTDIR}
_GONE_ON_WINDOWS = {3, 15, 21, 55, 433, 1167}
"""Path not found, invalid drive, not ready, network gone, no such device, device removed."""


def _kind(error: OSError) -> str:
    """`full`, `gone`, `forbidden`, `blocked` or `other`."""
    if getattr(error, "winerror", None) in _GONE_ON_WINDOWS:
        return "gone"
    kinds = {"full": _FULL, "forbidden": _FORBIDDEN, "gone": _GONE, "blocked": _BLOCKED}
    return next((name for name, numbers in kinds.items() if error.errno in numbers), "other")


def because(error: OSError) -> str:
    """Why it failed, as a clause without a full stop: "the disk is full"."""
    reasons = {
        "full": "the disk is full",
        "forbidden": "the folder or the file may not be changed",
        "gone": "the folder is gone or does not answer",
        "blocked": "a file is where a folder should be",
        "other": (error.strerror or str(error) or "the reason is unknown").rstrip("."),
    }
    return reasons[_kind(error)]


def remedy(error: OSError) -> str:
    """What to do about it, as one sentence."""
    remedies = {
        "full": "Free some space on the disk.",
        "forbidden": "Check that the disk is not write-protected and that the folder is yours.",
        "gone": "Plug the USB stick or network drive in again, at the same place.",
        "blocked": "Move that file away, or choose another folder with TUTOR_HOME.",
        "other": "Keep this window open and try again.",
    }
    return remedies[_kind(error)]


def not_written(path: Path, error: OSError) -> StoreError:
    """The error to raise when `path` could not be written."""
    return StoreError(f"{path} could not be written: {because(error)}.", remedy(error))


def not_read(path: Path, error: OSError) -> StoreError:
    """The error to raise when `path` is there and could not be read."""
    reason = because(error)
    if error.errno == errno.EISDIR:
        reason = "it is a folder, not a file"
    elif _kind(error) == "forbidden":
        reason = "you may not read it"
    hint = "Check the file and its permissions; nothing in it was changed."
    return StoreError(f"{path} could not be read: {reason}.", hint)
