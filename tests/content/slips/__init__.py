"""Slips that authors make, to be planted in sound files: what has to be found, and where."""
