"""What the diary says when it can't do what was asked."""


class Refused(Exception):
    """A request that was refused; the message is one sentence for the user, and nothing was changed."""
