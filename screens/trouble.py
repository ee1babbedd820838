"""What is told when a diary can't be read or written: one sentence, and what to do."""

import errno
import sqlite3

from peewee import PeeweeException

from data.errors import Refused

TROUBLES = (Refused, OSError, sqlite3.Error, PeeweeException)
"""What reading or writing a diary may raise without being a mistake of the program."""

_BY_WORDS = (
    ("full", "The disk is full: nothing was saved. Make room and try again."),
    ("locked", "Another program is writing to the diary: nothing was saved. Try again in a moment."),
    ("readonly", "The diary can't be written here: nothing was saved. Look at the folder's permissions."),
    ("unable to open", "The diary's folder can't be reached: nothing was saved. Is the disk still there?"),
    ("disk i/o", "The disk doesn't answer: nothing was saved. Is it still there?"),
    ("malformed", "The diary is damaged. Quit, and run `itband check`."),
    ("not a database", "The diary is damaged. Quit, and run `itband check`."),
)
_BY_ERRNO = {
    errno.ENOSPC: _BY_WORDS[0][1],
    errno.EDQUOT: _BY_WORDS[0][1],
    errno.EROFS: _BY_WORDS[2][1],
    errno.EACCES: _BY_WORDS[2][1],
    errno.EPERM: _BY_WORDS[2][1],
    errno.ENOENT: _BY_WORDS[3][1],
    errno.EIO: _BY_WORDS[4][1],
}


def sentence_for(trouble: BaseException) -> str:
    """The trouble in one sentence for the user."""
    if isinstance(trouble, Refused):
        return str(trouble)
    if isinstance(trouble, OSError) and trouble.errno in _BY_ERRNO:
        return _BY_ERRNO[trouble.errno]
    words = str(trouble)
    for sign, sentence in _BY_WORDS:
        if sign in words.lower():
            return sentence
    return f"The diary can't be used just now: {words}. Nothing was saved; try again."
