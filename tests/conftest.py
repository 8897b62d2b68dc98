"""What holds for all tests."""

from hypothesis import HealthCheck, settings

settings.register_profile("tutor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No test looks at the clock: a busy machine is no failure."""
settings.load_profile("tutor")
