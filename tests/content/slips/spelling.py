"""Slips of the hand in the spelling of a file: most of them keep TOML from being read."""

from tests.content.slips.slip import HEADER, KEY, LIST, LONG, ONE_LINE, OPENING, SHORT, slip

TRUTH = rf"{KEY}(?P<word>true|false)$"
ANY_VALUE = rf"{KEY}(?=\S)"
FIRST_PART = r"^(?P<key>[a-z]+)(?=[. ])(?=[^=\n]*=)"

SPELLING = (
    slip("quotes in quotes", "T001", ONE_LINE, lambda m: f'{m["key"]} = "So "{m["text"]}" it is"'),
    slip("no closing quote", "T002", SHORT, lambda m: f'{m["key"]} = "{m["text"]}'),
    slip("no closing triple", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}"),
    slip("closing with two", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}''"),
    slip("closing with others", "T003", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}\"\"\""),
    slip("long text not closed", "T003", LONG, lambda m: f"{m['key']} = '''\n{m['text']}"),
    slip("double triple not closed", "T003", ONE_LINE, lambda m: f'{m["key"]} = """{m["text"]}'),
    slip("curly", "T004", ONE_LINE, lambda m: f"{m['key']} = “{m['text']}”"),
    slip("curly short", "T004", SHORT, lambda m: f"{m['key']} = “{m['text']}”"),
    slip("curly triple", "T004", ONE_LINE, lambda m: f"{m['key']} = ‘’’{m['text']}’’’"),
    slip("curly end", "T004", ONE_LINE, lambda m: f"{m['key']} = '''{m['text']}’’’"),
    slip("curly opening of a long text", "T004", OPENING, lambda m: f"{m['key']} = ‘’’"),
    slip("special blank", "T005", ANY_VALUE, lambda m: f"{m['key']}\u00a0= "),
    slip("special blank behind", "T005", KEY, lambda m: f"{m['key']} =\u00a0"),
    slip("special indent", "T005", rf"(?={KEY})", lambda m: "\u00a0"),
    slip("capital truth", "T007", TRUTH, lambda m: f"{m['key']} = {m['word'].capitalize()}"),
    slip("no value", "T008", rf"{KEY}[^'\n\[]+$", lambda m: f"{m['key']} ="),
    slip("value below", "T008", ONE_LINE, lambda m: f"{m['key']} =\n'''{m['text']}'''"),
    slip("list open", "T009", LIST, lambda m: f'{m["key"]} = ["{m["first"]}", "{m["second"]}"'),
    slip("no list", "T009", LIST, lambda m: f'{m["key"]} = "{m["first"]}", "{m["second"]}"'),
    slip("bracket of id", "T009", HEADER, lambda m: f"[{m['id']}"),
    slip("no comma", "T010", LIST, lambda m: f'{m["key"]} = ["{m["first"]}" "{m["second"]}"]'),
    slip("colon", "T011", ANY_VALUE, lambda m: f"{m['key']}: "),
    slip("no sign", "T011", rf"{KEY}(?='''[^\s'])", lambda m: f"{m['key']} "),
    slip("id used twice", "T012", rf"{HEADER}(?=[\s\S]*?(?:\n\n|\Z))", lambda m: f"{m[0]}\n{m[0]}"),
    slip("blank in key", "T013", FIRST_PART, lambda m: f"my {m['key']}"),
    slip("accent", "T013", FIRST_PART, lambda m: f"é{m['key']}"),
    slip("capital key", "T013", FIRST_PART, lambda m: m["key"].capitalize()),
    slip(
        "capital id",
        "T013",
        HEADER.replace("[a-z0-9-]+", "[a-z][a-z0-9-]*"),
        lambda m: f"[{m['id'].title()}]",
    ),
    slip(
        "blank in id",
        "T013",
        r"^\[(?P<id>[a-z0-9]+-[a-z0-9-]+)\]$",
        lambda m: f"[{m['id'].replace('-', ' ')}]",
    ),
    slip("markdown list", "T014", ONE_LINE, lambda m: f"{m[0]}\n- one\n- two"),
    slip("list in place of text", "T008 T014", ONE_LINE, lambda m: f"{m['key']} =\n- one\n- two"),
    slip("path", "T017", SHORT, lambda m: f'{m["key"]} = "C:\\plans\\{m["text"]}"'),
    slip(
        "zero-width space",
        "T018",
        ONE_LINE,
        lambda m: f"{m['key']} = '''{m['text'][:1]}\u200b{m['text'][1:]}'''",
    ),
    slip("array of tables", "T022", HEADER, lambda m: f"[[{m['id']}]]"),
    slip("table in braces", "T022", ONE_LINE, lambda m: f"{m['key']} = {{ text = '''x''' }}"),
    slip("same key", "T023", ONE_LINE, lambda m: f"{m[0]}\n{m[0]}"),
    slip("behind text", "T024", ONE_LINE, lambda m: f"{m[0]} and more"),
    slip(
        "no quotes",  # a date is another slip: TOML knows dates, so only its meaning is wrong
        "T025 T026 S103 S105",
        SHORT.replace("(?P<text>", r"(?P<text>(?!\d{4}-\d\d-\d\d)"),
        lambda m: f"{m['key']} = {m['text']}",
    ),
    slip("no opening", "T025", ONE_LINE, lambda m: f"{m['key']} = {m['text']}'''"),
    slip("decimal comma", "T026", rf"{KEY}\d+(?:\.\d)?$", lambda m: f"{m['key']} = 0,5"),
)
"""The kinds that concern one line or text."""
