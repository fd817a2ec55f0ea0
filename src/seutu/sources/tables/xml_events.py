"""Reading XML of unknown origin as a stream of events, in bounded memory.

Refuses document types and entities (the rule of defusedxml), tokens that do not end, and too many elements. Names come
without their prefix. Not for building trees.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import Final
from xml.parsers import expat

from seutu.core.text import Text
from seutu.sources.tables.archive import damaged, unsafe

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]

_LONGEST_TOKEN: Final = 2_000_000
_TAGS: Final = 32_000_000
_DEPTH: Final = 10_000
_ENTITIES = Text(
    fi="sen XML määrittelee omia merkintöjään", sv="dess XML definierar egna entiteter", en="its XML defines entities"
)
_ENDLESS = Text(fi="sen XML on kohtuuttoman suuri", sv="dess XML är orimligt stor", en="its XML is absurdly large")


def _opened(piece: bytes) -> int:
    """How many more elements the piece opens than closes, give or take a token cut at its ends."""
    closed = 2 * piece.count(b"</") + piece.count(b"/>") + piece.count(b"<!") + piece.count(b"<?")
    return piece.count(b"<") - closed


def _refuse_entities(*_: object) -> None:
    raise unsafe(_ENTITIES)


def local_name(name: str) -> str:
    """Return an element or attribute name without its prefix."""
    return name[name.find(":") + 1 :]


def read_events(
    pieces: Generator[bytes, None, None], start: Start, end: End, characters: Characters | None = None
) -> None:
    """Call ``start``, ``end`` and ``characters`` for the XML in ``pieces``; element names are without prefix.

    Raises ``InputProblem`` for XML that is broken, defines a document type or entities, or is absurdly large.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 15
    for handler in ("StartDoctypeDeclHandler", "EntityDeclHandler", "ExternalEntityRefHandler"):
        setattr(parser, handler, _refuse_entities)

    def choose(name: str, attributes: dict[str, str]) -> None:
        """At the root: strip prefixes only in a file that uses them; doing so takes a fifth of the time."""
        prefixed = ":" in name
        parser.StartElementHandler = (lambda name, found: start(local_name(name), found)) if prefixed else start
        parser.EndElementHandler = (lambda name: end(local_name(name))) if prefixed else end
        start(local_name(name), attributes)

    parser.StartElementHandler = choose
    if characters is not None:
        parser.CharacterDataHandler = characters
    fed = tags = depth = 0
    try:
        with closing(pieces):
            for piece in pieces:
                fed += len(piece)
                tags += piece.count(b"<")
                depth += _opened(piece)
                if tags > _TAGS or depth > _DEPTH:
                    raise unsafe(_ENDLESS)
                parser.Parse(piece, False)
                if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                    raise unsafe(_ENDLESS)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged() from error
