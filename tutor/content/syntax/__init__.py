"""Why a course file is not valid TOML, said in the author's language."""
