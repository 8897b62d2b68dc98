"""A scenario drawn: as a text tree, for Mermaid, for Graphviz, and what its analysis says."""
