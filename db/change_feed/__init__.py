"""What changed elsewhere: LISTEN on PostgreSQL, the growing audit trail on SQLite."""

from sqlalchemy import URL

from app.ports.change_feed import ChangeFeed
from db.change_feed.postgresql import PostgresqlFeed
from db.change_feed.sqlite import SqliteFeed
from db.dialect import SQLITE
from db.engine import Liveness, dialect_of
from db.postgresql import Server
from db.url import sqlite_path


def make_feed(url: URL, origin: str, liveness: Liveness) -> ChangeFeed:
    """The feed of the database at the URL; it tells the engine of outages."""
    if dialect_of(url) is SQLITE:
        return SqliteFeed(sqlite_path(url))
    return PostgresqlFeed(Server(url, f"yici {origin} feed"), liveness)
