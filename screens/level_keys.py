"""What a digit key gives on a scale from 0 to 10: `1` then `0` is 10, `0` again is 0."""

from __future__ import annotations


class LevelKeys:
    """Remembers whether the last key was a 1."""

    def __init__(self) -> None:
        self.awaits_zero = False

    def level(self, digit: int) -> int:
        level = 10 if self.awaits_zero and digit == 0 else digit
        self.awaits_zero = level == 1
        return level

    def other_key(self) -> None:
        self.awaits_zero = False
