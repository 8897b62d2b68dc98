"""What every screen is built from; no widget here knows a course, a profile or a rule."""
