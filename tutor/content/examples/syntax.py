"""Examples of family T: the spelling of a file. Blanks that cannot be seen are written as such."""

from tutor.content.examples.example import COURSE, LESSON, MODULE, QUESTIONS, Example

EXAMPLES = {
    "T000": Example(
        QUESTIONS,
        "[q-true]\n?? the toll is high",
        "[q-true]\n# the toll is high",
    ),
    "T001": Example(
        COURSE,
        'title = "The "old" bridge"',
        "title = '''The \"old\" bridge'''",
    ),
    "T002": Example(COURSE, 'title = "The bridge', "title = '''The bridge'''"),
    "T003": Example(
        COURSE,
        "title = '''The bridge\nsummary = '''Who crosses it.'''",
        "title = '''The bridge'''\nsummary = '''Who crosses it.'''",
    ),
    "T004": Example(COURSE, "title = “The bridge”", "title = '''The “old” bridge'''"),
    "T005": Example(
        COURSE,
        "title\u00a0= '''The bridge'''",
        "title = '''The bridge'''",
    ),
    "T006": Example(
        COURSE,
        "a file that Notepad saved as ANSI or UTF-16, or as UTF-8 with BOM",
        "the same file saved as UTF-8 (without BOM)",
        runs=False,
    ),
    "T007": Example(
        QUESTIONS,
        "[q-true]\nanswer = False",
        "[q-true]\nanswer = false",
    ),
    "T008": Example(MODULE, "minutes =", "minutes = 10"),
    "T009": Example(MODULE, 'lessons = ["approach"', 'lessons = ["approach"]'),
    "T010": Example(
        QUESTIONS,
        '[q-multiple]\ncorrect = ["a" "b"]',
        '[q-multiple]\ncorrect = ["a", "b"]',
    ),
    "T011": Example(COURSE, "title: '''The bridge'''", "title = '''The bridge'''"),
    "T012": Example(
        LESSON,
        "[gate]\ntitle = '''The gate'''\ntext = '''It is open.'''\n\n"
        "[gate]\ntitle = '''The toll'''\ntext = '''It is high.'''",
        "[gate]\ntitle = '''The gate'''\ntext = '''It is open.'''\n\n"
        "[toll]\ntitle = '''The toll'''\ntext = '''It is high.'''",
    ),
    "T013": Example(
        QUESTIONS,
        "[q-true]\nRight = '''It closes at dusk, says the sign.'''",
        "[q-true]\nright = '''It closes at dusk, says the sign.'''",
    ),
    "T014": Example(
        LESSON,
        "[gate]\ntitle = '''The gate'''\ntext = '''Who crosses:'''\n- traders\n- herders",
        "[gate]\ntitle = '''The gate'''\ntext = '''Who crosses:\n\n- traders\n- herders\n'''",
    ),
    "T015": Example(
        COURSE,
        'title = "The \\x62ridge"',
        "title = '''The bridge'''",
    ),
    "T016": Example(
        LESSON,
        "[gate]\ntitle = '''The gate'''\ntext = '''\nThe sign says:\n[closed]\n'''",
        "[gate]\ntitle = '''The gate'''\ntext = '''\nThe sign says: [closed]\n'''",
    ),
    "T017": Example(
        COURSE,
        'title = "C:\\plans\\bridge"',
        "title = '''C:\\plans\\bridge'''",
    ),
    "T018": Example(
        COURSE,
        "title = '''The bri\u200bdge'''",
        "title = '''The bridge'''",
    ),
    "T019": Example(
        MODULE,
        f"lessons = {'[' * 33}{']' * 33}",
        'lessons = ["approach"]',
    ),
    "T020": Example(
        QUESTIONS,
        "a file of more than 1,048,576 bytes",
        "two modules of half the size",
        runs=False,
    ),
    "T021": Example(
        QUESTIONS,
        "a file of more than 2,000 blocks",
        "several modules of a few dozen questions each",
        runs=False,
    ),
    "T022": Example(
        QUESTIONS,
        "[q-single]\na = { text = '''UNSCR 1325 (2000)''', why = '''The first of ten.''' }",
        "[q-single]\na.text = '''UNSCR 1325 (2000)'''\na.why = '''The first of ten, in 2000.'''",
    ),
    "T023": Example(
        COURSE,
        "title = '''The bridge'''\ntitle = '''The old bridge'''",
        "title = '''The old bridge'''",
    ),
    "T024": Example(
        COURSE,
        "title = '''The bridge''' and the ferry",
        "title = '''The bridge and the ferry'''",
    ),
    "T025": Example(COURSE, "title = The bridge", "title = '''The bridge'''"),
    "T026": Example(
        QUESTIONS,
        "[q-single]\nb.credit = 0,5",
        "[q-single]\nb.credit = 0.5",
    ),
}
"""Code -> example."""
