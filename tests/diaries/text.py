"""Texts that people and files may put into a diary."""

from hypothesis import strategies as st

HOSTILE = [
    "=1+2",
    "+1",
    "-1",
    "@x",
    "=cmd|' /C calc'!A0",
    "\tx",
    "\rx",
    "a\r\nb",
    "[/x][bold]",
    "[red]x[/]",
    "\x1b[31mred\x1b[0m",
    "\x9b2J",
    "\x07",
    "\u202eabc\u202c",
    "\u200b",
    '"quoted", and comma',
    "'; DROP TABLE run; --",
    "<script>alert(1)</script>",
    "&amp;",
    "痛み",
    "🦵🏽",
    "e\u0301",
    "\ufeff",
    " leading and trailing ",
    "\\N",
    "NULL",
    "x" * 500,
]


def plain_text() -> st.SearchStrategy[str]:
    """Short ordinary text without spaces at its ends, often empty."""
    letters = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])
    return st.one_of(st.just(""), st.text(letters, max_size=20).map(str.strip))


def hostile_text(nul: bool = False) -> st.SearchStrategy[str]:
    """Any text that UTF-8 carries: formulas, markup, escape codes, bidi marks; NUL when asked for."""
    anything = st.text(st.characters(codec="utf-8", exclude_characters="" if nul else "\0"), max_size=30)
    return st.one_of(st.sampled_from([*HOSTILE, "\0", "a\0b"] if nul else HOSTILE), anything, plain_text())
