"""What shows each frame: one view per frame, and one table (`table`)."""
