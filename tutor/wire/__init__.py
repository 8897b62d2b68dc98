"""What leaves the program over loopback: whole wall frames for a second terminal, nothing else."""
