"""A station's database: what the program opens once and closes at its end."""

from app.ports.change_feed import ChangeFeed
from app.ports.readers import Readers
from db.change_feed import make_feed
from db.connections import Connections
from db.dialect import SQLITE
from db.engine import Liveness, dialect_of, make_engine
from db.hall_key import HallKey
from db.reads import SqlReaders
from db.schema import State, is_missing_file, state_of
from db.transaction import ClockOffset
from db.unit_of_work import SqlUnitOfWork
from db.url import parse_url


class Database:
    """The hall's database as this station uses it."""

    readers: Readers
    """What screens read, each call in a transaction of its own."""

    feed: ChangeFeed
    """What changes, here and elsewhere."""

    hall_key: HallKey
    """Which key to personal data this database belongs to."""

    def __init__(self, connections: Connections, feed: ChangeFeed, origin: str) -> None:
        self._connections = connections
        self._origin = origin
        self.readers = SqlReaders.outside(connections)
        self.feed = feed
        self.hall_key = HallKey(connections)

    def uow(self) -> SqlUnitOfWork:
        """A fresh unit of work."""
        return SqlUnitOfWork(self._connections, self._origin)

    async def close(self) -> None:
        """Close all connections; the feed's are closed by whoever listens."""
        await self._connections.close()


async def open_database(url: str, origin: str, *, offset: ClockOffset | None = None) -> Database:
    """Open the hall's database for the station named ``origin``.

    Args:
        url: ``postgresql://…`` (several hosts: ``?host=h1:5432&host=h2:5432``) or ``sqlite:///file``.
        origin: what changes made here carry, so that the station does not refresh twice.
        offset: shifts the database's clock; for a demo only.

    Raises:
        DatabaseAway: it cannot be reached.
        DatabaseUnusable: no schema, another version's schema, a network share, or it refuses us.
    """
    parsed = parse_url(url)
    if is_missing_file(parsed):
        State(None, SQLITE.name).must_be_current()
    liveness = Liveness()
    engine = make_engine(parsed, f"yici {origin}", liveness)
    try:
        (await state_of(engine)).must_be_current()
    except BaseException:
        await engine.dispose()
        raise
    connections = Connections(engine, dialect_of(parsed), offset or ClockOffset())
    return Database(connections, make_feed(parsed, origin, liveness), origin)
