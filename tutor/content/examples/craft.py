"""Examples of families Q, C and V: the craft of questions, coverage, versions."""

from tutor.content.examples.example import COURSE, LOCK, MODULE, QUESTIONS, Example

_HOURS = """\
[q-hours]
kind = "single"
prompt = '''{prompt}'''
{vignette}a.text = '''{a}'''
a.why = '''Those who cross every day know when they need it.'''
b.text = '''{b}'''
b.why = '''The council owns the bridge, and does not cross it.'''
c.text = '''{c}'''
c.why = '''The guard knows who came, not who stayed away.'''
correct = "a\""""


def _hours(
    a: str = "Those who cross it",
    b: str = "The town council",
    c: str = "The bridge guard",
    prompt: str = "Who knows best at which hours the bridge is needed?",
    vignette: str = "",
) -> str:
    situation = f"vignette = '''{vignette}'''\n" if vignette else ""
    return _HOURS.format(a=a, b=b, c=c, prompt=prompt, vignette=situation)


QUESTION_CRAFT = {
    "Q401": Example(
        QUESTIONS,
        _hours(a="Those who cross it every day with goods that spoil in the heat"),
        _hours(),
    ),
    "Q402": Example(QUESTIONS, _hours(c="None of the above"), _hours()),
    "Q403": Example(
        QUESTIONS,
        _hours(prompt="Who does NOT know at which hours the bridge is needed?"),
        _hours(),
    ),
    "Q404": Example(
        QUESTIONS,
        _hours(b="Always the council", c="Nobody in the town"),
        _hours(),
    ),
    "Q405": Example(
        QUESTIONS,
        "[q-night]\nkind = \"single\"\nprompt = '''Is the bridge open at night?'''\n"
        "a.text = '''Yes'''\na.why = '''The sign says that it closes at dusk.'''\n"
        "b.text = '''No'''\nb.why = '''It closes at dusk, as the sign says.'''\ncorrect = \"b\"",
        "[q-night]\nkind = \"true-false\"\nprompt = '''The bridge stays open after dusk.'''\n"
        "answer = false\nright = '''It closes at dusk, as the sign says.'''\n"
        "wrong = '''The sign says that it closes at dusk.'''",
    ),
    "Q406": Example(
        QUESTIONS,
        "[q-single]\nb.why = '''Wrong.'''",
        "[q-single]\nb.why = '''It came later and deals with sexual violence.'''",
    ),
    "Q407": Example(
        QUESTIONS,
        "the right answer is the longest one in 24 of 40 questions",
        "the right answer is the longest one in 10 of 40 questions",
        runs=False,
    ),
    "Q408": Example(
        QUESTIONS,
        _hours(vignette="The toll has doubled."),
        _hours(
            vignette="The toll has doubled since Monday. Forty people stand at the gate with "
            "their\ncarts, and half of them turn back. The council says that everybody was asked."
        ),
    ),
    "Q409": Example(
        QUESTIONS,
        "difficulty = 1   # at the head of the file, and at no question",
        "difficulty = 2",
        runs=False,
    ),
    "Q410": Example(
        QUESTIONS,
        "a.text = '''Those who cross it: traders, herders (and their children)'''\n"
        "b.text = '''The council of the town, which owns it'''\n"
        "# and so in half of the questions of the module",
        "a.text = '''The traders and herders who cross it'''\n"
        "b.text = '''The council of the town that owns it'''",
        runs=False,
    ),
}

COVERAGE = {
    "C501": Example(
        MODULE,
        "[objectives]\no3 = '''Name the ferry.'''   # and no question has objective = \"o3\"",
        "[objectives]\no2 = '''Apply the toll fairly.'''",
    ),
    "C502": Example(
        QUESTIONS,
        'objective = "o3"   # in one question of the module',
        'objective = "o3"   # in three questions with three situations',
        runs=False,
    ),
    "C503": Example(MODULE, "minutes = 90", "minutes = 10"),
    "C504": Example(
        QUESTIONS,
        "difficulty = 2   # at every question for the objective",
        "difficulty = 3   # at one of them: apply it in a situation",
        runs=False,
    ),
    "C505": Example(MODULE, "quiz_items = 20", "quiz_items = 6"),
}

VERSIONS = {
    "V601": Example(
        QUESTIONS,
        "[q-resolution]   # it was [q-res] when ids.lock was written",
        '[q-resolution]\nwas = ["q-res"]',
        runs=False,
    ),
    "V602": Example(
        COURSE,
        'version = "1.0.0"   # as in ids.lock, and three answer keys are different',
        'version = "2.0.0"',
        runs=False,
    ),
    "V603": Example(
        QUESTIONS,
        '[q-true]\nwas = ["q-single"]   # which is still there',
        '[q-true]\nwas = ["q-open-at-night"]',
    ),
    "V604": Example(
        LOCK,
        "<<<<<<< HEAD",
        "# The lines of both sides, without the signs of the conflict.",
    ),
    "V605": Example(
        "",
        "tutor check --release my-course   (my-course/ids.lock is not there)",
        "tutor lock my-course",
        runs=False,
    ),
}

EXAMPLES = QUESTION_CRAFT | COVERAGE | VERSIONS
"""Code -> example."""
