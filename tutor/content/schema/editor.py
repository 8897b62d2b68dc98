"""The files that make an editor complete and underline: schemas, and `tombi.toml` that names them.

tombi (a language server for TOML, for VS Code, Zed, Neovim and others) reads `tombi.toml`; other
editors take the line `#:schema` at the top of a file.
"""

import json

from tutor.content.gather import EDITOR
from tutor.content.schema.files import FILES

FOLDER = "schemas"
_TRANSLATED = "**/*.[a-z][a-z].toml"
_HEAD = """\
# Completion and hints for course files, in editors with tombi (https://tombi-toml.github.io).
# Written by `tutor schema --write`. `tutor check` finds more, and has the last word.
toml-version = "v1.0.0"

[format.rules]
key-value-equals-sign-alignment = true

[lint.rules]
dotted-keys-out-of-order = "off"

# An editor that saves does not lay the file out anew; `tombi format` does, when asked.
[lsp]
formatting.enabled = false

[schema]
catalog.paths = []
"""


def file_name(kind: str) -> str:
    """The file of a schema, in `FOLDER`."""
    return f"{kind}.schema.json"


def schema_text(kind: str) -> str:
    """The schema as JSON, the same bytes each time."""
    return json.dumps(FILES[kind].schema, ensure_ascii=False, indent=2) + "\n"


def editor_files() -> dict[str, str]:
    """Every file by its name below the folder that an author opens."""
    found = {f"{FOLDER}/{file_name(kind)}": schema_text(kind) for kind in FILES}
    return {EDITOR: _config(), **found}


def directive(kind: str, above: int) -> str:
    """The first line of a file; `above`: how many folders course.toml lies below the schemas.

    A blank line has to follow.
    """
    way = "../" * (FILES[kind].depth + above) or "./"
    return f"#:schema {way}{FOLDER}/{file_name(kind)}"


def _config() -> str:
    blocks = (
        f'\n[[schemas]]\npath = "{FOLDER}/{file_name(kind)}"\n'
        f'include = ["**/{file.pattern}"]\nexclude = ["{_TRANSLATED}"]\n'
        for kind, file in FILES.items()
    )
    return _HEAD + "".join(blocks)
