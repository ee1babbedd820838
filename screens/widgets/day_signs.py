"""What is said of a day's exercises by a sign: the same one on Today, in the journal and in the calendar of Trends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from data.work import Sign


class DaySign(NamedTuple):
    """A sign, the one without UTF-8 (of the same look as what `tui.filters` makes of it), its word, and its style."""

    sign: str
    ascii: str
    word: str
    part: str


DAY_SIGNS: Mapping[Sign, DaySign] = {
    "all": DaySign("●", "*", "all", "done"),
    "some": DaySign("◐", "+", "some", "partial"),
    "none": DaySign("○", "o", "none", "muted"),
    "unrecorded": DaySign("·", ".", "no entry", "muted"),
    "idle": DaySign("–", "-", "not due", "muted"),
    "open": DaySign("□", "_", "open", "faint"),
}
"""The calendar has three signs in the place of `some`."""
