"""The program on the whole screen, in Textual. It asks `study` and speaks `model`, nothing else."""
