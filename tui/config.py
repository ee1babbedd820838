"""config.toml in the data folder: what belongs to the terminal and not to the diary.

```toml
theme = "light"

[keys]
"today.next-set" = "space,full_stop"
```
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from data.errors import Refused

FILE_NAME = "config.toml"

Value = TypeVar("Value", str, int, float, bool)


@dataclass
class Config:
    """What the file says; it is made only when there is something to remember."""

    path: Path
    complaints: list[str] = field(default_factory=list)
    """What could not be understood, one sentence each, to be told at start."""
    keys: dict[str, str] = field(default_factory=dict)
    """The user's keys by command id, "key,key" each; `today.next-set` may stand unquoted too."""
    _values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Config:
        """Read the folder's config.toml; a missing one is empty, a bad one a complaint."""
        config = cls(folder / FILE_NAME)
        try:
            config._values = _parsed(_text_of(config.path))
        except Refused as refusal:
            config.complaints.append(str(refusal))
        for name, value in _flat(config._values.get("keys", {}), ""):
            if isinstance(value, str) and value.strip():
                config.keys[name] = value
            else:
                config.complaints.append(
                    f'config.toml: the keys of "{name}" must be a text such as "space,x".'
                )
        return config

    def preference(self, name: str, default: Value) -> Value:
        """The value of `key` or `table.key`; the default where there is none or one of another type."""
        table, _, key = name.rpartition(".")
        place = self._values.get(table, {}) if table else self._values
        value = place.get(key, default) if isinstance(place, dict) else default
        return value if type(value) is type(default) else default

    def remember(self, name: str, value: str | int | float | bool) -> None:
        """Write one value, leaving every other line of the file as it is.

        Raises Refused when the file can't be read, has a form that can't be kept, or can't be written.
        """
        table, _, key = name.rpartition(".")
        before = _text_of(self.path)
        wanted = _parsed(before)
        place = wanted.setdefault(table, {}) if table else wanted
        if isinstance(place, dict):
            place[key] = value
            after = _with_line(before, table, key, f"{key} = {json.dumps(value, ensure_ascii=False)}")
            if _says(after, wanted):
                _replace(self.path.resolve(), after)
                self._values = wanted
                return
        raise Refused(f"config.toml has a form that can't be kept: set {name} there by hand.")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as trouble:
        raise Refused(f"config.toml can't be read ({trouble}): the defaults are used.") from trouble


def _parsed(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    import tomllib  # after the first paint, and only where there is a file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        raise Refused(f"config.toml is not valid TOML ({mistake}): the defaults are used.") from mistake


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return _parsed(text) == wanted
    except Refused:
        return False


def _flat(table: Any, prefix: str) -> list[tuple[str, Any]]:
    if not isinstance(table, dict):
        return [(prefix.rstrip(".") or "keys", table)]
    return [pair for key, value in table.items() for pair in _flat(value, f"{prefix}{key}.")]


def _with_line(text: str, table: str, key: str, line: str) -> str:
    """The text with the key's line put in the place of the old one, else at the end of its table."""
    lines = text.splitlines()
    headings = [at for at, old in enumerate(lines) if old.lstrip().startswith("[")]
    if table:
        start = next((at + 1 for at in headings if lines[at].strip() == f"[{table}]"), None)
        if start is None:
            return "\n".join([*lines, *([""] if lines else []), f"[{table}]", line, ""])
    else:
        start = 0
    end = next((at for at in headings if at >= start), len(lines))
    for at in range(start, end):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[at]):
            lines[at] = line
            return "\n".join([*lines, ""])
    while end > start and not lines[end - 1].strip():
        end -= 1
    lines[end:end] = [line, ""] if end == 0 and lines else [line]
    return "\n".join([*lines, ""])


def _replace(path: Path, text: str) -> None:
    """Write under a temporary name beside it, 0600, then move it into place."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".config-")
    except OSError as trouble:
        raise Refused(f"config.toml can't be written ({trouble.strerror}).") from trouble
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as trouble:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise Refused(f"config.toml can't be written ({trouble.strerror}).") from trouble
