"""Examples of family E: exercises."""

from tutor.content.examples.example import EXERCISE, Example

EXAMPLES = {
    "E001": Example(EXERCISE, '[gauge]\nto = "gaurd"', '[gauge]\nto = "guard"'),
    "E002": Example(EXERCISE, '[crowd]\nafter = "guage"', '[crowd]\nafter = "gauge"'),
    "E003": Example(
        EXERCISE,
        '[gauge]\nafter = "crowd"   # and [crowd] comes after this one',
        '[gauge]\nat = "T+00:00"',
    ),
    "E004": Example(
        EXERCISE,
        '[gauge]\nat = "T+00:40"   # the class has 30 minutes',
        '[gauge]\nat = "T+00:05"',
    ),
    "E005": Example(
        EXERCISE,
        "[gauge]\nb.text = '''The guard writes it down.'''",
        "[gauge]\nb.text = '''The guard writes it down.'''\nb.objective = \"share\"",
    ),
    "E006": Example(
        EXERCISE,
        "[child]\nhint_after = 4",
        "[child]\nhint_after = 4\nhint = '''Who is with her now?'''",
    ),
    "E007": Example(
        EXERCISE,
        "title = '''High water'''   # and no block [hot-wash]",
        "[hot-wash]\nminutes = 6\nsustain = '''What should stay as it is?'''",
        runs=False,
    ),
    "E008": Example(
        EXERCISE,
        "[roles]\nferry = '''Ferry crew'''",
        "[roles]\nferry = '''Ferry crew'''\n\n[child]\nto = \"ferry\"",
    ),
    "E009": Example(
        EXERCISE,
        "[rain]\ntext = '''It rains again.'''\nstoryline = \"water\"\nto = \"guard\"",
        "[rain]\ntext = '''It rains again.'''\nstoryline = \"water\"\nto = \"guard\"\n"
        "a.text = '''The guard looks at the gauge.'''\na.objective = \"share\"",
    ),
}
"""Code -> example."""
