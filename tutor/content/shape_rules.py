"""Family S: the shape of a block, and R204, which shows while a block is read. No logic."""

from tutor.content.diagnostics import Rule, Severity

UNKNOWN_KEY = Rule(
    "S101",
    Severity.ERROR,
    "Unknown key",
    "A key that the format does not know would have no effect, and nobody would notice. Most "
    "often it is a typing slip: the hint names the key that comes nearest. `tutor new WHAT NAME "
    "--stdout` names the keys of each file and kind of question.",
)
NO_WHY = Rule(
    "S102",
    Severity.ERROR,
    "An answer without `why`",
    "Every answer explains itself, the wrong ones too: the learner reads why it is right or "
    "wrong, and that is where most of the learning happens. Write `b.why = '''...'''`.",
)
WRONG_TYPE = Rule(
    "S103",
    Severity.ERROR,
    "A value of the wrong type",
    "Texts stand between quotes, numbers and true or false do not, lists stand in brackets. "
    "The hint shows the line as it should be.",
)
UNKNOWN_KIND = Rule(
    "S104",
    Severity.ERROR,
    "Unknown kind, or a word outside a closed list",
    "Some keys take one word of a fixed list: `kind`, `topic`, `authority`, `use`, `end`, "
    "`scoring`. The hint names the nearest or all of them.",
)
DATE = Rule(
    "S105",
    Severity.ERROR,
    "A date that is not written as the format wants it",
    'A date stands between quotes, as year, year-month or year-month-day: date = "2000-10-31". '
    "Without quotes TOML reads it as a date of its own kind, with a time zone and no way to "
    "leave out the day.",
)
NEWER = Rule(
    "S106",
    Severity.ERROR,
    "A newer course format",
    "The course was written for a newer version of the tutor. Update the tutor; do not lower "
    "the number, because keys may have changed their meaning.",
)
MISSING = Rule(
    "S107",
    Severity.ERROR,
    "A required key is missing",
    "The block cannot be used without this key. The hint shows the line to add.",
)
OUT_OF_RANGE = Rule(
    "S108",
    Severity.ERROR,
    "Too much, too little, or out of range",
    "Numbers have a range, texts and lists a length. The message names both limits that matter.",
)
BAD_ID = Rule(
    "S109",
    Severity.ERROR,
    "An id or a letter that the format does not allow",
    "Ids are small letters a to z, digits and single hyphens: `q-res-2`. Answers have the letters "
    "a to h. Ids are stored with the learners' progress and in exports, so they stay this simple.",
)
LINK = Rule(
    "S110",
    Severity.ERROR,
    "A link that is neither https:// nor term:",
    "Links in a text lead to the web (https://) or to the glossary (term:id). Other addresses "
    "could open programs or files on the learner's computer.",
)
GRAMMAR = Rule(
    "S113",
    Severity.ERROR,
    "A condition or an effect that cannot be read",
    "Conditions: `trust >= 3 and not knows-hours`, with and, or, not, brackets and the "
    "comparisons >= <= > < == !=. Effects, one in each pair of quotes: `trust +2`, `trust -1`, "
    "`knows-hours`, `not knows-hours`.",
)
CONTROL = Rule(
    "S114",
    Severity.ERROR,
    "An invisible control or direction character in a text",
    "Such characters can steer a terminal or turn the direction of writing, so that the screen "
    "shows something else than the file. They mostly arrive by copying from web pages or PDF.",
)
NOT_ONE = Rule(
    "R204",
    Severity.ERROR,
    "A question of kind single needs exactly one right answer",
    'Where several answers are right, write kind = "multiple" and correct = ["a", "c"]. Where one '
    "is best and another defensible, keep single and give the other one `b.credit = 0.5`.",
)
RULES = (
    UNKNOWN_KEY,
    NO_WHY,
    WRONG_TYPE,
    UNKNOWN_KIND,
    DATE,
    NEWER,
    MISSING,
    OUT_OF_RANGE,
    BAD_ID,
    LINK,
    GRAMMAR,
    CONTROL,
    NOT_ONE,
)
