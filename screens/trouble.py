"""What is told when a diary can't be read or written: one sentence, and what to do."""

import errno
import sqlite3

from peewee import PeeweeException

from data.errors import Refused

TROUBLES = (Refused, OSError, sqlite3.Error, PeeweeException)
"""What reading or writing a diary may raise without being a mistake of the program."""

_FULL = "The disk is full, so this was not saved. Make room and try again."
_LOCKED = "Another program is writing to the diary, so this was not saved. Try again in a moment."
_READ_ONLY = "The diary can't be written, so this was not saved. Look at the permissions of its folder."
_GONE = "The diary's folder can't be reached. Nothing is saved until it is back."
_SILENT = "The disk doesn't answer. Nothing is saved until it does."
_DAMAGED = "The diary is damaged. Quit, and run `itband check`."

_BY_WORDS = {
    "full": _FULL,
    "locked": _LOCKED,
    "readonly": _READ_ONLY,
    "unable to open": _GONE,
    "disk i/o": _SILENT,
    "malformed": _DAMAGED,
    "not a database": _DAMAGED,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.EIO: _SILENT,
}


def sentence_for(trouble: BaseException) -> str:
    """The trouble in one sentence for the user."""
    if isinstance(trouble, Refused):
        return str(trouble)
    if isinstance(trouble, OSError) and trouble.errno in _BY_ERRNO:
        return _BY_ERRNO[trouble.errno]
    words = str(trouble)
    for sign, sentence in _BY_WORDS.items():
        if sign in words.lower():
            return sentence
    return f"The diary can't be used just now ({words}). Try again."
