"""Scenarios: the run, and the after-action review of it."""
