"""The fonts of the PDF. What the first one lacks is taken from a font of this computer that has it, else named.

reportlab embeds TrueType outlines only, and says nothing when a font lacks a character: so each one is looked up.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from unicodedata import normalize
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from data.plain_text import unbroken

REGULAR, BOLD = "Vera", "VeraBd"
MOST_OPENED = 60
SKIN_TONES = "".join(map(chr, range(0x1F3FB, 0x1F400)))

# Fonts of wide coverage, as they are called on Linux, macOS and Windows.
PREFERRED = (
    "dejavusans.ttf",
    "notosans-regular.ttf",
    "arial unicode.ttf",
    "arialuni.ttf",
    "segoeui.ttf",
    "arial.ttf",
    "wqy-microhei.ttc",
    "droidsansfallbackfull.ttf",
    "stheiti light.ttc",
    "msgothic.ttc",
    "msyh.ttc",
    "malgun.ttf",
    "freesans.ttf",
    "seguisym.ttf",
)
STYLED = ("bold", "italic", "oblique", "mono", "condensed", "light", "black", "thin", "emoji")

for _face in (REGULAR, BOLD):
    pdfmetrics.registerFont(TTFont(_face, f"{_face}.ttf"))


def folders() -> list[Path]:
    """Where the fonts of this computer usually are."""
    home = Path.home()
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return [windows / "Fonts", home / r"AppData\Local\Microsoft\Windows\Fonts"]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    return [*shared, home / ".local/share/fonts", home / ".fonts"]


def has(font: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


class Typesetter:
    """Text as markup of a reportlab paragraph: literal, each character in a font that has it.

    missing: the characters that no font had, which stand there by their name or number. unjoined: whether any are of
    a script that joins its letters in ways that reportlab can't draw.
    """

    def __init__(self, searched: list[Path] | None = None) -> None:
        self.missing: set[str] = set()
        self.unjoined = False
        self._found: dict[str, str] = {}
        self._opened: list[str] = []
        self._unopened = _candidates(folders() if searched is None else searched)

    def markup(self, text: str, *, bold: bool = False) -> str:
        """Line breaks stay; a character that no font here has becomes `[1 character, GREEK]`."""
        own = BOLD if bold else REGULAR
        return "".join(self._marked(font, words, own) for font, words in self._runs(text, own))

    def width(self, text: str, size: float) -> float:
        """Of one line in the regular font, in points."""
        runs = self._runs(text, REGULAR)
        return sum(float(stringWidth(words, font or REGULAR, size)) for font, words in runs)

    def _runs(self, text: str, own: str) -> Iterator[tuple[str, str]]:
        """(font, words) of each stretch in one font; where there is none, "" and the names of the characters."""
        for font, characters in groupby(_seen(text), key=lambda character: self._font(character, own)):
            words = "".join(characters)
            self.unjoined = self.unjoined or any(_needs_joining(character) for character in words)
            if not font:
                self.missing.update(words)
            yield font, words if font else _named(words)

    def is_plain(self, text: str) -> bool:
        """Whether the text needs no other font and no line break."""
        return all(has(REGULAR, character) for character in text)

    @staticmethod
    def _marked(font: str, words: str, own: str) -> str:
        marked = escape(words).replace("\n", "<br/>")
        return f'<font name="{font}">{marked}</font>' if font not in ("", own) else marked

    def _font(self, character: str, own: str) -> str:
        """The font to draw it in; "" where there is none."""
        if character == "\n" or has(own, character):
            return own
        if character not in self._found:
            self._found[character] = next((font for font in self._fonts() if has(font, character)), "")
        return self._found[character]

    def _fonts(self) -> Iterator[str]:
        """Those opened already, then one more after the other."""
        yield from self._opened
        for path in self._unopened:
            if (font := _open(path)) is not None:
                self._opened.append(font)
                yield font


def _candidates(searched: list[Path]) -> Iterator[Path]:
    """The most promising first; no more than can be opened in a moment."""
    found = (
        Path(folder, name)
        for top in searched
        for folder, _, names in os.walk(top)
        for name in names
        if name.lower().endswith((".ttf", ".ttc"))
    )
    yield from sorted(found, key=_promise)[:MOST_OPENED]


def _promise(path: Path) -> tuple[int, bool, str]:
    name = path.name.lower()
    rank = PREFERRED.index(name) if name in PREFERRED else len(PREFERRED)
    return rank, any(style in name for style in STYLED), str(path)


def _open(path: Path) -> str | None:
    """The name under which reportlab knows the font; None for one that it can't embed."""
    name = f"{path.parent.name}-{path.stem}"
    if name in pdfmetrics.getRegisteredFontNames():
        return name
    try:
        pdfmetrics.registerFont(TTFont(name, str(path)))
    except (TTFError, OSError, ValueError, KeyError, IndexError):
        return None
    return name


def _named(text: str) -> str:
    """Letters by their number and script: `[2 characters, CJK]`; a single symbol by its name: `[LEG]`."""
    name = unicodedata.name(text[0], f"U+{ord(text[0]):04X}")
    is_letter = unicodedata.category(text[0])[0] in "LM"
    if len(text) == 1 and not is_letter:
        return f"[{name}]"
    script = name.split(" ")[0].split("-")[0] if is_letter else "symbols"
    return f"[{len(text)} character{'s' * (len(text) > 1)}, {script}]"


def _seen(text: str) -> str:
    """Without joiners and variation selectors, and without the skin tone of a symbol."""
    seen = ""
    for character in normalize("NFC", unbroken(text)):
        is_tone = character in SKIN_TONES and seen and unicodedata.category(seen[-1]) == "So"
        if not is_tone and not _is_invisible(character):
            seen += character
    return seen


def _is_invisible(character: str) -> bool:
    """Joiners and variation selectors: no font shows them as a sign of their own."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _needs_joining(character: str) -> bool:
    """Of the scripts of India and its neighbours."""
    code = ord(character)
    return 0x0900 <= code < 0x0E00 or 0x0F00 <= code < 0x10A0 or 0x1780 <= code < 0x1800
