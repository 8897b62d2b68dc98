"""Wrong and right beside each other, for every rule: what `tutor explain` shows."""
