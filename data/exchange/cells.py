"""Values as cells of a table that a spreadsheet opens: nothing in them can act (clinical.md, 9.3)."""

from __future__ import annotations

import unicodedata
from typing import Any

FORMULA_SIGNS = "=+-@"
BLANK = ("Zs", "Zl", "Zp", "Cf")  # categories of spaces and of what isn't seen
# Marks that turn the reading direction of what follows, and so can show one text as another.
DIRECTION_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def cell(value: Any) -> Any:
    """Numbers stay numbers, null is empty, true and false are yes and no, text is literal."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return literal(value) if isinstance(value, str) else value


def literal(text: str) -> str:
    """Text without control characters (line breaks stay), and after a `'` where it could be taken for a formula.

    That is where its first character that isn't blank is one of `= + - @`, a wide, small or raised form of one,
    or a control character such as a tab. After a semicolon the same: there some spreadsheets begin a new cell.
    """
    return ";".join(_literal(part) for part in text.split(";"))


def _literal(text: str) -> str:
    start = next((sign for sign in text if unicodedata.category(sign) not in BLANK), None)
    if start is None:
        return _shown(text)
    return f"'{_shown(text)}" if _acts(start) else _shown(text)


def _acts(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" or unicodedata.normalize("NFKC", sign)[0] in FORMULA_SIGNS


def _shown(text: str) -> str:
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(sign for sign in lines if sign == "\n" or not _unseen(sign))


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" or sign in DIRECTION_MARKS
