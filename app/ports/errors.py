"""Known errors of the world outside the rules: databases and stations. Driver errors never leave ``db``."""

from app.domain.errors import YiciError


class DatabaseAway(YiciError):
    """The database cannot be reached; nothing was written, or it is not known whether it was: repeat the command."""


class DatabaseUnusable(YiciError):
    """The database is there, but not fit: no schema, another version, a network share, another hall's key."""


class KeyOfAnotherHall(DatabaseUnusable):
    """The database is in order, but this station's key belongs to another hall."""


class ConcurrentChange(YiciError):
    """Somebody else changed the same thing first; load again and decide anew."""


class DeviceFailed(YiciError):
    """A printer, speaker or file did not take what was sent; the record itself is safe and can be printed again."""


class KeyUnusable(YiciError):
    """The hall's key file is missing, open to others or damaged, or the data were protected with another key."""
