"""XML from somebody else as a tree: no document type, so no entities, and no depth without end.

Entities are what XML bombs (`billion laughs`) and reaches into other files are made of; Moodle
writes none, so a file that declares any is refused as a whole.
"""

from xml.etree import ElementTree as ET
from xml.parsers import expat

from tutor.content.interop.loss import NotRead

DEEPEST = 60
"""Levels of elements; a question of Moodle has six."""


class _Refused(Exception):
    """What XML may hold and a file of questions never does."""


def tree(text: str) -> ET.Element:
    """The root element. Raises NotRead."""
    parser = expat.ParserCreate()
    builder = ET.TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _Refused(f"Its elements are nested more than {DEEPEST} deep.")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def refuse(*_: object) -> int:
        raise _Refused("It declares a document type or entities, which can be used to attack.")

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = parser.UnparsedEntityDeclHandler = refuse
    try:
        parser.Parse(text, True)
        return builder.close()
    except _Refused as refused:
        raise NotRead(f"This XML is not read. {refused}") from refused
    except (expat.ExpatError, UnicodeEncodeError, AssertionError) as error:
        raise NotRead(f"This is no XML that can be read: {error}.") from error
