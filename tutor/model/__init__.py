"""The frozen vocabulary: what things are. No rule, no file, no clock."""
