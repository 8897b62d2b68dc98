"""A learner who leaves nothing on the disk: for an author who plays his own module."""

from pathlib import Path

from tutor.ports import Clock
from tutor.store.learner import Learner
from tutor.store.lock import ProfileLock
from tutor.store.profiles import LoadedProfile, new_profile

NOBODY = "Author"
NOWHERE = Path(__file__).with_name("nowhere")
"""A folder that is not there, and that nobody makes: the learner only reads."""


def learner_in_memory(clock: Clock) -> Learner:
    """A new learner with an empty journal; what is recorded counts until this object is gone."""
    loaded = LoadedProfile(new_profile(NOBODY, clock), on_disk=False)
    return Learner(NOWHERE, loaded, ProfileLock(NOWHERE), clock, read_only=True, problem="")
