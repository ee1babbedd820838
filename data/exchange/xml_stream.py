"""XML of unknown origin, read element by element without ever holding its tree."""

from typing import Protocol

from data.exchange.recording import Unreadable

# A track of 24 hours in steps of one second has under a million elements, never nested deeper than ten.
DEEPEST = 64
MOST_ELEMENTS = 1_200_000
# The parser remembers each name, so that a file of nothing but new names would fill the memory.
MOST_NAMES = 1_000

# expat's codes for a document that ends too early: no element found, unclosed token, partial character.
CUT_OFF = {3, 5, 6}


class Document(Protocol):
    """Takes the elements of one document in order; names come without their namespace."""

    def opened(self, name: str, attributes: dict[str, str]) -> None: ...

    def closed(self, name: str, parent: str, text: str) -> None:
        """`text` is what stands between the last tag and this one, so all of it for an element without
        children; `parent` is "" for the root."""


class _Elements:
    """The parser's target; keeps only the names that are open and the text since the last tag."""

    def __init__(self, root: str, kind: str, document: Document) -> None:
        self._root = root
        self._kind = kind
        self._document = document
        self._count = 0
        self._names: set[str] = set()
        self._open: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if not self._open and name != self._root:
            raise Unreadable(f"is not a {self._kind} file; export the run again as {self._kind}")
        self._count += 1
        self._names.add(name)
        if self._count > MOST_ELEMENTS or len(self._names) > MOST_NAMES or len(self._open) >= DEEPEST:
            raise Unreadable(f"holds far more than any {self._kind} file of a run; export the run again")
        self._open.append(name)
        self._text.clear()
        self._document.opened(name, attributes)

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        name = self._open.pop()
        text = "".join(self._text).strip()
        self._text.clear()
        self._document.closed(name, self._open[-1] if self._open else "", text)

    def close(self) -> None:
        pass


def read_elements(data: bytes, root: str, kind: str, document: Document) -> None:
    """Give every element of the XML `data` to `document`.

    Raises `Unreadable` when it isn't XML, its root isn't `root`, it declares a document type (and with it
    entities, which neither GPX nor TCX has), or it is cut off, or is larger or deeper than any file of a run.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Elements(root, kind, document), forbid_dtd=True)
    try:
        # Some exporters put blanks before the XML declaration, which no parser takes.
        parser.feed(data.lstrip())
        parser.close()
    except DefusedXmlException:
        raise Unreadable(
            f"declares XML entities or a document type, which no {kind} file needs; export the run again"
        ) from None
    except ParseError as error:
        if error.code in CUT_OFF:
            raise Unreadable("is cut off before its end; copy or export it again") from None
        raise Unreadable(
            f"is damaged or not a {kind} file (line {error.position[0]}); copy or export it again"
        ) from None
    except (ValueError, LookupError):
        # An unknown or unsupported encoding.
        raise Unreadable(f"is damaged or not a {kind} file; copy or export it again") from None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
