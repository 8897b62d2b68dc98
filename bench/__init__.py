"""How fast the program is, against an empty Textual app in the same run; see README.md."""
