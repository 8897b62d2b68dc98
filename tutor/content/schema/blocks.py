"""From a model to the JSON Schema of the block as an author writes it.

pydantic gives the schema of the model; this turns it the way that `lift` turns a block: answers and
gaps are keys of the block, `text_if` is `text-if`, one text may stand where a list does, conditions
and effects are texts, the id is the name in brackets. TOML has no null, so that goes too.
"""

from collections.abc import Collection
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from tutor.content.conditions import LONGEST
from tutor.content.lift import TIME, VARIANTS, inner_model, plan_of
from tutor.content.schema.words import LETTERED, describe
from tutor.model.base import ID_PATTERN

Schema = dict[str, Any]

_ID = ID_PATTERN.strip("^$")
_SPELT = {name: key for key, name in VARIANTS.items()}
_GRAMMAR: dict[str, Schema] = {
    "at": {"type": "string", "pattern": TIME.pattern},
    "needs": {
        "type": "string",
        "maxLength": LONGEST,
        "pattern": r"^(?:[a-z0-9-]|\s|[<>]=?|[=!]=|[()])+$",
    },
    "effects": {
        "type": "array",
        "items": {
            "type": "string",
            "pattern": rf"^\s*(?:not\s+{_ID}|{_ID}\s*[+-]\s*[0-9]{{1,6}}|{_ID})\s*$",
        },
    },
}
"""Keys whose value is a text of the mini-grammar or a time and a value of its own in the model."""


class Definitions:
    """The blocks that the schema of one file refers to, by the name of the model."""

    def __init__(self) -> None:
        self.schemas: dict[str, Schema] = {}

    def refer(self, model: type[BaseModel], given: Collection[str] = ()) -> Schema:
        """A reference to the block of a model; `given`: keys that may come from elsewhere."""
        name = model.__name__
        if name not in self.schemas:
            self.schemas[name] = {}
            self.schemas[name] = self.block(model, ("id", *given), hidden=("id",))
        return {"$ref": f"#/$defs/{name}"}

    def block(
        self, model: type[BaseModel], given: Collection[str] = (), hidden: Collection[str] = ()
    ) -> Schema:
        """The block itself; `hidden`: fields that are no keys."""
        raw = model.model_json_schema(by_alias=True)
        plan = plan_of(model)
        enums = {key: one for key, one in raw.get("$defs", {}).items() if "enum" in one}
        out: Schema = {"type": "object", "properties": {}, "additionalProperties": False}
        for field, (key, one) in zip(model.model_fields, raw["properties"].items(), strict=True):
            if field in hidden:
                continue
            self._know(model, field)
            schema = _tidy(_GRAMMAR.get(key, one), enums)
            if key == "answers":
                pattern, answer = _only(schema["patternProperties"])
                out["patternProperties"] = {pattern: answer | {"description": LETTERED}}
            elif key == "gaps":
                _, out["additionalProperties"] = _only(schema["patternProperties"])
            else:
                schema = _or_one(schema) if field in plan.lists else schema
                key = _SPELT.get(key, key)
                out["properties"][key] = schema | {"description": describe(model, key)}
        needed = [key for key in raw.get("required", ()) if key in out["properties"]]
        out["required"] = [key for key in needed if key not in given]
        return out

    def _know(self, model: type[BaseModel], field: str) -> None:
        inner = inner_model(model.model_fields[field].annotation)
        if inner is not None and field not in _GRAMMAR:
            self.refer(inner)


def _tidy(schema: Schema, enums: dict[str, Schema]) -> Schema:
    """Without what pydantic adds for itself, without null, and with word lists in place."""
    if "$ref" in schema and (enum := enums.get(schema["$ref"].rsplit("/", 1)[1])):
        return {"type": "string", "enum": list(enum["enum"])}
    parts = [_tidy(one, enums) for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if len(parts) == 1:
        return parts[0]
    out = {key: deepcopy(one) for key, one in schema.items() if key not in ("title", "description")}
    if out.get("default") in (None, []):
        out.pop("default", None)
    if parts:
        out["anyOf"] = parts
    if "items" in out:
        out["items"] = _tidy(out["items"], enums)
    for key in ("properties", "patternProperties"):
        if key in out:
            out[key] = {name: _tidy(one, enums) for name, one in out[key].items()}
    return out


def _only(parts: dict[str, Schema]) -> tuple[str, Schema]:
    ((pattern, schema),) = parts.items()
    return pattern, schema


def _or_one(schema: Schema) -> Schema:
    """A list of texts, or one text without the brackets."""
    arrays = [one for one in schema.get("anyOf", [schema]) if one.get("type") == "array"]
    (array,) = arrays
    if array["items"].get("type") != "string":
        return schema
    default = {"default": array.pop("default")} if "default" in array else {}
    return {"anyOf": [array["items"], array], **default}
