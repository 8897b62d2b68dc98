"""What a class is shown: the wall as lines, in pages, on a canvas."""
