"""A file opened as a double click would, where the system has a way to do so."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

PATIENCE = 5
"""Seconds in which the system says that it can't; a program that runs longer has opened it."""


def opener() -> str | None:
    """The program that opens files; None without one, or without a desktop to show them on, as over ssh."""
    if sys.platform == "win32":
        return "explorer"
    if sys.platform == "darwin":
        return shutil.which("open")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return shutil.which("wslview")


async def opened(path: Path) -> bool:
    """Opens the file; False when the system could not."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return True
        program = opener()
        return program is not None and await _run(program, str(path))
    except OSError:
        return False


async def _run(program: str, path: str) -> bool:
    """Without a shell, and with its words kept from the screen."""
    nowhere = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        program, path, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        return await asyncio.wait_for(process.wait(), PATIENCE) == 0
    except TimeoutError:
        return True
