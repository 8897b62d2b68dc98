"""Slips in files that TOML reads well: keys, values, letters, references, scenarios."""

from collections.abc import Callable

from tests.content.slips.slip import KEY, ONE_LINE, Line, slip

QUESTIONS, LESSONS, SCENARIOS, MODULE = "questions.toml", "lessons/", "scenarios/", "module.toml"
TEXT = r"'''(?:(?!''')[\s\S])*'''"
REQUIRED = r"(?P<key>prompt|title|role|briefing|start|minutes|topic|text)"


def swapped(word: str) -> str:
    """Two letters in the middle the wrong way round; another word in any case."""
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1]:
            return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
    return f"{word}x"


def with_swapped(group: str = "text") -> Callable[[Line], str]:
    """The match with a slip in one of its groups."""

    def change(match: Line) -> str:
        start, end = (place - match.start() for place in match.span(group))
        return match[0][:start] + swapped(match[group]) + match[0][end:]

    return change


def gone(match: Line) -> str:
    """A line or text that somebody deleted."""
    return "# left out"


MEANING = (
    slip(
        "key misspelt",
        "S101 S107 S102 G302",
        r"^(?:[a-h]\.)?(?P<part>[a-z]{4,})(?= *= )",
        with_swapped("part"),
    ),
    slip(
        "key of another kind",
        "S101",
        r"^prompt +=",
        lambda m: f"panel_best = 1\n{m[0]}",
        files=QUESTIONS,
    ),
    slip("why left out", "S102 S107", rf"^[a-h]\.why *= {TEXT}$", gone, near=False),
    slip(
        "number in quotes",
        "S103",
        rf"{KEY}(?P<number>\d+)$",
        lambda m: f'{m["key"]} = "{m["number"]}"',
    ),
    slip("text without its quotes is a number", "S103", ONE_LINE, lambda m: f"{m['key']} = 1325"),
    slip(
        "kind misspelt",
        "S104",
        r'^(?P<key>kind)(?P<pad> *) = "(?P<text>[^"\n]+)"$',
        with_swapped(),
        files=QUESTIONS,
    ),
    slip("topic misspelt", "S104", r'^topic *= "(?P<text>[^"\n]+)"$', with_swapped(), files=MODULE),
    slip(
        "use misspelt", "S104", r'^use *= .*?"(?P<text>[a-z]+)".*$', with_swapped(), files=QUESTIONS
    ),
    slip("end misspelt", "S104", r'^end *= "(?P<text>[a-z]+)"$', with_swapped(), files=SCENARIOS),
    slip(
        "date without quotes",
        "S105",
        rf'{KEY}"(?P<date>\d{{4}}-\d\d-\d\d)"$',
        lambda m: f"{m['key']} = {m['date']}",
    ),
    slip(
        "required key left out",
        "S107 S101 S102 S104 G302 G303",
        rf"^{REQUIRED} *= {TEXT}$",
        gone,
        near=False,
    ),
    slip(
        "number out of range",
        "S108",
        r"^(?P<key>difficulty|[a-h]\.quality|minutes)(?P<pad> *) = \d+$",
        lambda m: f"{m['key']} = 9999",
    ),
    slip(
        "letter beyond h",
        "S109 S101 R203 R204",
        r"^(?P<letter>[a-h])(?=\.(?:text|left) *=)",
        lambda m: "k",
        near=False,
    ),
    slip(
        "address that is no link",
        "S110",
        r"\[@[a-z0-9-]+\]",
        lambda m: "[the plan](file:///plan.doc)",
    ),
    slip("escape that turns the writing", "S114", ONE_LINE, lambda m: f'{m["key"]} = "\\u202e"'),
    slip(
        "objective that is not declared",
        "R201",
        r'^objective *= "(?P<text>[a-z0-9-]+)"$',
        lambda m: 'objective = "o99"',
    ),
    slip(
        "source misspelt",
        "R202",
        r'^(?:[a-h]\.)?source *= "(?P<text>[a-z0-9-]{5,})"$',
        with_swapped(),
    ),
    slip(
        "correct names no answer",
        "R203",
        r'^correct *= "[a-h]"$',
        lambda m: 'correct = "h"',
        files=QUESTIONS,
    ),
    slip(
        "two right answers in a single",
        "R204",
        r'^correct *= "(?P<text>[a-h])"$',
        lambda m: 'correct = ["a", "b"]',
        files=QUESTIONS,
    ),
    slip(
        "lesson misspelt in the list",
        "R205",
        r'^lessons *= \["(?P<text>[a-z0-9-]{3,})"',
        with_swapped(),
        files=MODULE,
    ),
    slip(
        "same answer twice",
        "R206",
        r"^(?P<l>[a-g])\.(?P<what>text|right)(?P<p> *) = '''(?P<t>[^'\n]+)'''\n(?P<why>[^\n]*\n)"
        r"(?P<m>[b-h])\.(?P=what) *= '''[^'\n]+'''$",
        lambda m: (
            f"{m['l']}.{m['what']} = '''{m['t']}'''\n{m['why']}{m['m']}.{m['what']} = "
            f"'''{m['t']}'''"
        ),
        files=QUESTIONS,
        near=False,
    ),
    slip(
        "question copied",
        "R207",
        r"^\[(?P<id>q-[a-z0-9-]+)\]\n(?P<rest>(?:.+\n)+)",
        lambda m: f"{m[0]}\n[{m['id']}-2]\n{m['rest']}",
        files=QUESTIONS,
        near=False,
    ),
    slip("term misspelt", "R208", r"\(term:(?P<text>[a-z0-9-]{4,})\)", with_swapped()),
    slip(
        "question misspelt in ask",
        "R209",
        r'^ask *= \["(?P<text>[a-z0-9-]{4,})"',
        with_swapped(),
        files=LESSONS,
    ),
    slip(
        "indicator misspelt",
        "R210",
        r'"(?P<text>[a-z]{4,}) [+-]\d"',
        with_swapped(),
        files=SCENARIOS,
    ),
    slip(
        "comparison the wrong way",
        "S113",
        r'^(?P<a>[a-h]\.needs *= ".*?)>=',
        lambda m: f"{m['a']}=>",
        files=SCENARIOS,
    ),
    slip("citation misspelt", "K702", r"\[@(?P<text>[a-z0-9-]{5,})\]", with_swapped()),
    slip(
        "choice leads nowhere",
        "G301",
        r'^[a-h]\.to *= "(?P<text>[a-z0-9-]{4,})"$',
        with_swapped(),
        files=SCENARIOS,
    ),
    slip(
        "ending without its end",
        "G302 G306 G304",
        r'^end *= "[a-z]+"$',
        gone,
        files=SCENARIOS,
        near=False,
    ),
    slip(
        "ending without debrief", "G308", rf"^debrief *= {TEXT}$", gone, files=SCENARIOS, near=False
    ),
)
"""The kinds that are found by the shape of a block or by the course around it."""
