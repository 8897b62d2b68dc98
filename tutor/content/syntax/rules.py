"""The T rules: what each one is called and what `tutor explain` says about it. No logic."""

from tutor.content.diagnostics import Rule, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_TRIPLE = "Between ''' and ''' quotation marks, backslashes and new lines are ordinary characters."

RULES: tuple[Rule, ...] = (
    Rule(
        "T000",
        _ERROR,
        "A line is not understood",
        "A line is neither `key = value`, nor `[id]`, nor a comment that starts with #, and no "
        "closer reason was found. Often a text was closed too early, or it has no quotes. "
        + _TRIPLE,
    ),
    Rule(
        "T001",
        _ERROR,
        "Quotes inside quotes",
        'A text in quotes ends at the next quote of the same kind. In "He said "no"" it ends '
        "after `He said `, and the rest has no meaning. " + _TRIPLE,
    ),
    Rule(
        "T002",
        _ERROR,
        "A closing quote is missing",
        "A text that starts with \" or ' has to end with the same sign on the same line. For a "
        "text of several lines use '''. " + _TRIPLE,
    ),
    Rule(
        "T003",
        _ERROR,
        "A text between ''' is never closed",
        "A text that starts with ''' ends at the next '''. Without it the text would swallow all "
        "that follows. Reading was taken up again at the next line that is a key with a value, or "
        "only an id in square brackets.",
    ),
    Rule(
        "T004",
        _ERROR,
        "Curly quotes around a text",
        "Word processors turn straight quotes into curly ones. Inside a text they are welcome; "
        "as the signs that open and close it only straight ones are known. This can be mended "
        "without a question.",
    ),
    Rule(
        "T005",
        _ERROR,
        "A special blank outside a text",
        "Text copied from a web page or a word processor often carries blanks that look like a "
        "blank and are another character, for example the non-breaking space. Inside a text they "
        "do no harm; around keys and values they do. This can be mended without a question.",
    ),
    Rule(
        "T006",
        _ERROR,
        "The file is not plain UTF-8",
        "Course files are stored as UTF-8 without a byte order mark. A mark at the start is only "
        "a warning and can be removed without a question. Any other encoding cannot be read for "
        "certain: save the file again. Notepad: File, Save as, Encoding: UTF-8. VS Code: click "
        "the encoding in the status bar, Save with Encoding, UTF-8.",
    ),
    Rule(
        "T007",
        _ERROR,
        "True or False in capitals",
        "The two truth values are written `true` and `false`, in small letters and without "
        "quotes. True, FALSE and their like can be mended without a question.",
    ),
    Rule(
        "T008",
        _ERROR,
        "A key without a value",
        "Behind the equals sign a value has to follow on the same line. Leave the whole line out "
        "when there is nothing to say.",
    ),
    Rule(
        "T009",
        _ERROR,
        "A square bracket is missing",
        "A list starts with [ and ends with ]; the name of a block stands between [ and ]. "
        'A list of one entry needs them too: correct = ["a"] where several answers are right.',
    ),
    Rule(
        "T010",
        _ERROR,
        "A comma is missing",
        'The entries of a list are separated by commas: ["a", "c"]. A semicolon is not one.',
    ),
    Rule(
        "T011",
        _ERROR,
        "No equals sign between key and value",
        "Key and value are joined by one equals sign: title = '''...'''. A colon in its place "
        "can be mended without a question.",
    ),
    Rule(
        "T012",
        _ERROR,
        "Two blocks have the same name",
        "The name of a block is its id, and the learner's record hangs on it. The first block is "
        "kept, the second is left out until it has a name of its own.",
    ),
    Rule(
        "T013",
        _ERROR,
        "A name with a character that is not allowed",
        "Ids of blocks use small letters a-z, digits and hyphens. Keys may use the underscore as "
        "well, and a full stop joins the parts of a key: a.why. Blanks, capitals, accents and "
        "quotes are left out, because ids become file names, links and records.",
    ),
    Rule(
        "T014",
        _ERROR,
        "Markdown outside a text",
        "A list, a quotation or a table stands outside a text. Markdown is understood only between "
        "the quotes of a text; perhaps the text was closed too early, or its ''' is missing.",
    ),
    Rule(
        "T015",
        _WARNING,
        "Only newer TOML understands this",
        "This spelling came with TOML 1.1. This program reads it; many editors and Python's own "
        "reader refuse it. Spell it the older way, so that every tool can read the course.",
    ),
    Rule(
        "T016",
        _WARNING,
        "A line of a text looks like the start of a block",
        "Inside a text stands a line that is only a word in square brackets. It is read as text. "
        "When a closing ''' is missing further up, it would be taken as a block, and a reader "
        "of the file cannot tell either. Put a word or a backslash before the bracket.",
    ),
    Rule(
        "T017",
        _ERROR,
        "A backslash between double quotes",
        "Between double quotes a backslash gives the next character a special meaning, and only a "
        "few are known. " + _TRIPLE,
    ),
    Rule(
        "T018",
        _ERROR,
        "A control character or an invisible character",
        "Some characters cannot be seen and still change what a terminal or an editor shows: "
        "they can hide text, turn its direction, or give orders to the terminal. They usually come "
        "with copied text. Delete the character; retyping the word is the safest way. Soft "
        "hyphens and the joiners that some scripts need are allowed.",
    ),
    Rule(
        "T019",
        _ERROR,
        "Nested too deeply",
        "Lists inside lists or the parts of a dotted key go deeper than any course needs. The "
        "limit is 32 levels; the deepest key of the format has three.",
    ),
    Rule(
        "T020",
        _ERROR,
        "The file is too large",
        "A course file may have up to 1 MiB (1,048,576 bytes); a module of a hundred questions has "
        "about a tenth of that. Split the content into several modules.",
    ),
    Rule(
        "T021",
        _ERROR,
        "Too many blocks in one file",
        "A file may have up to 2,000 blocks. The blocks beyond are left out. Split the content "
        "into several modules.",
    ),
    Rule(
        "T022",
        _ERROR,
        "A form of TOML that courses do not use",
        "Courses know one form: [id], key = value, and dotted keys such as a.text. Lists of blocks "
        "[[...]], block names with a full stop [a.b] and tables in braces { } are not used, so "
        "that each thing keeps one name and one place.",
    ),
    Rule(
        "T023",
        _ERROR,
        "A key is used twice in one block",
        "Each key may stand once in its block. A key that holds a text cannot have parts as well: "
        "`a` and `a.why` do not go together.",
    ),
    Rule(
        "T024",
        _ERROR,
        "Something stands behind the value",
        "After the value the line has to end; only a comment that starts with # may follow. Often "
        "a text was closed too early, or two lines were joined.",
    ),
    Rule(
        "T025",
        _ERROR,
        "A text without quotes",
        "Only numbers, true and false stand without quotes. " + _TRIPLE,
    ),
    Rule(
        "T026",
        _ERROR,
        "A number is not spelled as expected",
        "Numbers are written with digits and a point: 80, 0.5, -3. There is no decimal comma, no "
        "blank or comma between thousands, no unit and no per cent sign, and no zero in front.",
    ),
)
