"""One module per subcommand: `add` describes it, `run` does it. Heavy imports stay in `run`."""
