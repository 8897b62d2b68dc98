"""A course as one file to hand on: what goes in, how it is written, how it is read with care."""
