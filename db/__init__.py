"""The database: tables, repositories, reads, unit of work, change feed, migrations. ``open_database`` is the way in."""

from db.database import Database, open_database
from db.transaction import ClockOffset

__all__ = ["ClockOffset", "Database", "open_database"]
