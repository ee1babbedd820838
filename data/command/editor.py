"""A text in the user's editor, kept in a private folder until it is no longer needed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from data.errors import Refused

USUAL = ("sensible-editor", "nano", "vi", "notepad")


class Draft:
    """A text in a folder that only its owner can enter; what an editor leaves beside it goes with it."""

    def __init__(self, name: str, text: str) -> None:
        """Refused where no private file can be made."""
        self._at_first = text
        try:
            self.path = Path(tempfile.mkdtemp(prefix="itband-")) / name
            self.path.write_text(text, encoding="utf-8", newline="\n")
            self.path.chmod(0o600)
        except OSError as error:
            raise Refused(f"No temporary file could be made for the editor ({error.strerror}).") from None

    def edit(self) -> str:
        """Opens it in $VISUAL or $EDITOR and gives the text afterwards; Refused when the editor fails."""
        command = _editor()
        try:
            code = subprocess.run([*command, str(self.path)], check=False).returncode
        except OSError as error:
            raise Refused(
                f"The editor {command[0]} can't be started ({error.strerror}): set $EDITOR to another one."
            ) from None
        if code:
            raise Refused(f"The editor {command[0]} ended with the error {code}, so nothing was changed.")
        return self.text

    @property
    def text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise Refused(f"{self.path} can't be read as UTF-8 text, so nothing was changed.") from None

    @property
    def is_touched(self) -> bool:
        """Whether something in it would be lost."""
        try:
            return self.text != self._at_first
        except Refused:
            return self.path.exists()

    def discard(self) -> None:
        shutil.rmtree(self.path.parent, ignore_errors=True)


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        raise Refused(f"$EDITOR is {named!r}, which is no command: look at its quotes.") from None
    found = command or [name for name in USUAL if shutil.which(name)][:1]
    if not found:
        raise Refused("There is no editor: set $EDITOR, or use `itband plan export` and `plan import`.")
    return found
