"""Files that leave the diary and files that come in, each trouble with them one sentence."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from data.errors import Refused
from data.exchange.recording import plain


def write(path: Path, content: bytes, *, force: bool = False) -> None:
    """Writes a file that only its owner can read; it appears under its name once it is complete.

    Refused: a file of that name without `force`, a missing folder, no permission, a full disk.
    """
    try:
        target = Path(os.path.realpath(path))  # a link stays a link: what it points to is written
        if target.is_dir():
            raise Refused(f"{_shown(path)} is a folder: give the name of a file in it.")
        if target.exists() and not force:
            raise Refused(
                f"{_shown(path)} is already there: choose another name, or overwrite it with --force."
            )
        _write_beside(target, content)
    except OSError as error:
        raise Refused(f"{_shown(path)} was not written: {_trouble(error, path)}.") from None
    except ValueError:
        raise Refused(f"{_shown(path)} was not written: no file can have that name.") from None


def _write_beside(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(
        dir=path.parent, prefix=".itband-", suffix=".tmp"
    )  # mkstemp makes it 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _trouble(error: OSError, path: Path) -> str:
    folder = _shown(path.parent)
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return f"there is no folder {folder}"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"you may not write in the folder {folder}"
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "the disk is full; free some space and try again"
        case _:
            return str(error.strerror or error)


def read_text(path: Path, largest: int) -> str:
    """The text of a UTF-8 file of at most `largest` bytes, without its byte order mark.

    Refused, with the file's name: not there, no file, no permission, too large, empty, not UTF-8.
    """
    shown = _shown(path)
    try:
        if not path.is_file():  # reading from a pipe or a device could last for ever
            raise Refused(f"There is no file {shown}; look at its name.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise Refused(f"{shown} can't be read ({error.strerror}); check that you may open it.") from None
    if len(data) > largest:
        raise Refused(f"{shown} is larger than {largest // 1_000_000} MB, too large for a diary.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise Refused(f"{shown} is cut off in the middle; copy or export it again.") from None
        raise Refused(
            f"{shown} is no text, or not saved as UTF-8; look whether it is the right file, or export it again."
        ) from None
    if not text.strip():
        raise Refused(f"{shown} is empty; copy or export it again.")
    return text


def _shown(path: Path) -> str:
    return plain(str(path))
