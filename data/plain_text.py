"""Text of a note, a name or a file as a terminal may show it: literal, nothing in it is carried out."""

from __future__ import annotations

import unicodedata

# Joiners hold letters and emoji together and can do no harm.
JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def literal(text: str) -> str:
    """The text with its line breaks; control, escape and direction characters are written out, such as `\\x1b`.

    A soft hyphen, which only says where a word may be broken, is dropped.
    """
    return "\n".join(_line(line) for line in text.replace("\r\n", "\n").split("\n"))


def one_line(text: str) -> str:
    """The text on one line, each run of blanks and line breaks a single blank."""
    return " ".join((text if text.isprintable() else literal(text)).split())


def unbroken(text: str) -> str:
    """With a blank before each percent sign at which no line is broken."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")


def lines_apart(text: str) -> str:
    """The text on one line, with ` / ` where another line began."""
    return " / ".join(filter(None, map(one_line, literal(text).split("\n"))))


def steers(character: str) -> bool:
    """Whether it is a control, escape or direction character, or half of one, and not to be seen itself."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in JOINERS


def _line(line: str) -> str:
    return line if line.isprintable() else "".join(_shown(character) for character in line)


def _shown(character: str) -> str:
    if character == SOFT_HYPHEN:
        return ""
    if character == "\t":
        return "    "
    return character.encode("unicode_escape").decode("ascii") if steers(character) else character
