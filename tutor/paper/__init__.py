"""What leaves the program on paper: documents made from frames, and a writer for each format."""
