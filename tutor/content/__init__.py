"""The door for courses: TOML in, checked content and diagnostics out."""
