"""Examples of family G: scenarios."""

from tutor.content.examples.example import SCENARIO, Example

_MARKET = """\
[market]
text = '''The market is full.'''
a.text = '''Ask the traders for their hours'''
a.to = "open"
a.quality = 2
a.why = '''They know best when they need the bridge.'''
b.text = '''Send them home for today'''
b.to = "{to}"
b.quality = 1
b.why = '''They lose a day, and nobody learns anything.'''"""

EXAMPLES = {
    "G301": Example(
        SCENARIO,
        '[arrive]\na.to = "gaet"',
        '[arrive]\na.to = "gate"',
    ),
    "G302": Example(
        SCENARIO,
        "[closed]\nend = \"poor\"\na.text = '''Try again'''\na.to = \"gate\"\na.quality = 1\n"
        "a.why = '''The gate is shut by then, and stays shut.'''",
        "[closed]\nend = \"poor\"\ndebrief = '''What went wrong?'''",
    ),
    "G303": Example(
        SCENARIO,
        _MARKET.format(to="closed"),
        '[arrive]\nb.to = "market"\n\n' + _MARKET.format(to="closed"),
    ),
    "G304": Example(
        SCENARIO,
        '[gate]\na.to = "gate"\nb.to = "gate"',
        '[gate]\na.to = "open"\nb.to = "gate"',
    ),
    "G305": Example(
        SCENARIO,
        "[arrive]\nb.to = \"market\"\n\n[market]\ntext = '''The market is full.'''\n"
        "a.text = '''Go on'''\na.to = \"closed\"\na.quality = 1\n"
        "a.why = '''Nothing was decided here, so nothing was learnt.'''",
        '[arrive]\nb.to = "market"\n\n' + _MARKET.format(to="closed"),
    ),
    "G306": Example(
        SCENARIO,
        "[gate]\nb.quality = 3   # and it leads to the poor ending",
        "[gate]\nb.quality = 1",
    ),
    "G307": Example(
        SCENARIO,
        "[arrive]\nc.text = '''Ask the council only'''\nc.to = \"gate\"\nc.quality = 1\n"
        "c.why = '''The council owns the bridge, and does not cross it.'''\n"
        'c.effects = ["trust +2", "knows-hours"]   # the same as those of the better choice',
        "[arrive]\nc.text = '''Ask the council only'''\nc.to = \"gate\"\nc.quality = 1\n"
        "c.why = '''The council owns the bridge, and does not cross it.'''\n"
        'c.effects = ["trust -1"]',
    ),
    "G308": Example(
        SCENARIO,
        "[arrive]\nb.to = \"ferry\"\n\n[ferry]\ntext = '''They row across.'''\nend = \"mixed\"",
        "[arrive]\nb.to = \"ferry\"\n\n[ferry]\ntext = '''They row across.'''\nend = \"mixed\"\n"
        "debrief = '''What would have kept them on the bridge?'''",
    ),
    "G309": Example(
        SCENARIO,
        'a.needs = "trust >= 10"   # the only way to [agreement], and hardly any play gets there',
        'a.needs = "trust >= 7"',
        runs=False,
    ),
    "G310": Example(
        SCENARIO,
        "[gate]\nc.text = '''Ask once more'''\nc.to = \"open\"\nc.quality = 2\n"
        "c.why = '''They have said it, and they trust you.'''\n"
        'c.needs = "trust >= 9"   # 5 at the start, and +2 is the most',
        "[gate]\nc.text = '''Ask once more'''\nc.to = \"open\"\nc.quality = 2\n"
        "c.why = '''They have said it, and they trust you.'''\n"
        'c.needs = "trust >= 6"',
    ),
    "G311": Example(
        SCENARIO,
        "[indicators]\nnoise.label = '''Noise'''",
        "[indicators]\nnoise.label = '''Noise'''\n\n[gate]\nb.needs = \"noise <= 5\"",
    ),
    "G312": Example(
        SCENARIO,
        "the best choice is a. in five situations of five",
        "the best choice is a. in one of them, b. in two, c. in two",
        runs=False,
    ),
    "G313": Example(
        SCENARIO,
        "twelve indicators from 0 to 100, all of them in conditions",
        "three indicators from 0 to 10 in conditions; the others are only shown",
        runs=False,
    ),
    "G314": Example(
        SCENARIO,
        '[open]\nend = "mixed"',
        '[open]\nend = "good"',
    ),
    "G315": Example(
        SCENARIO,
        '[gate]\na.needs = "trust >= 9"\nb.needs = "trust >= 9"',
        '[gate]\na.needs = "trust >= 3"',
    ),
}
"""Code -> example."""
