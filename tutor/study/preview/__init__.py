"""A module while it is written, played by its author; nothing is recorded on the disk."""
