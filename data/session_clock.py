"""Time within a session: seconds of a clock that is never set and does not stand still while the computer sleeps."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

ASLEEP = 5.0
"""A session looks at the clock every second: when it did not for so many, it was asleep."""


def now() -> float:
    """Seconds of that clock; only differences mean anything."""
    # time.monotonic() stands still during suspend on Linux and macOS, and a hold that slept would look like one held
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if hasattr(time, "clock_gettime"):
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Timer:
    """A stretch of time. length: seconds, None where a key ends it. since: None while it is paused."""

    length: float | None
    since: float | None
    spent: float = 0.0
    """Seconds that ran before `since`."""

    def elapsed(self, now: float) -> float:
        return self.spent + (0.0 if self.since is None else max(now - self.since, 0.0))

    def left(self, now: float) -> float | None:
        """Seconds to go, never below 0; None where a key ends it."""
        return None if self.length is None else max(self.length - self.elapsed(now), 0.0)

    def is_over(self, now: float) -> bool:
        return self.length is not None and self.elapsed(now) >= self.length

    @property
    def is_paused(self) -> bool:
        return self.since is None

    def paused(self, now: float) -> Timer:
        return replace(self, spent=self.elapsed(now), since=None)

    def resumed(self, now: float) -> Timer:
        return replace(self, since=now) if self.since is None else self
