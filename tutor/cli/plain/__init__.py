"""The plain player: the same frames as text, for screen readers, pipes and golden transcripts."""
