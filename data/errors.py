"""What the diary says when it can't do what was asked."""

DELETED = "That entry was deleted meanwhile, so nothing was changed."


class Refused(Exception):
    """A request that was refused; the message is one sentence for the user, and nothing was changed but
    what it says."""


class Unreadable(Refused):
    """A text that is none of what was asked for, such as a day that is no day: wrong usage, in a command."""
