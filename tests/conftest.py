"""What holds for all tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("tutor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No test looks at the clock: a busy machine is no failure."""
settings.load_profile("tutor")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each processor: tests of screens wait about half their time, for the screen."""
    return 2 * (os.cpu_count() or 1)
