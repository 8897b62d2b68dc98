"""Staff training in the terminal: lessons, quizzes and scenarios from courses in TOML."""

__version__ = "0.1.0"
