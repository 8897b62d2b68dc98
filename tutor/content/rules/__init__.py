"""The rules over a whole course: one small module each, one line in `table`."""
