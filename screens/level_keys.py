"""What a digit key gives on a scale from 0 to 10: `1` and soon after it `0` is 10, `0` again is 0."""

from __future__ import annotations

from time import monotonic

JOINED_WITHIN = 3
"""Seconds in which a 0 after a 1 makes a 10; later it is a 0, such as of who puts the 1 right."""


class LevelKeys:
    """Remembers whether the last key was a 1, and since when."""

    def __init__(self) -> None:
        self.awaits_zero = False
        self._since = 0.0

    def level(self, digit: int) -> int:
        now = monotonic()
        joined = self.awaits_zero and digit == 0 and now - self._since <= JOINED_WITHIN
        level = 10 if joined else digit
        self.awaits_zero, self._since = level == 1, now
        return level

    def other_key(self) -> None:
        self.awaits_zero = False
