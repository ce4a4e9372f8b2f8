"""Whether a database has the schema that this program works with. Loads no migration machinery."""

from dataclasses import dataclass

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.ports.errors import DatabaseUnusable
from db.dialect import SQLITE
from db.engine import dialect_of, make_engine
from db.errors import known_errors
from db.sqlite import usable
from db.url import parse_url, sqlite_path

REVISIONS = (
    "0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013", "0014",
    "0015", "0016", "0017", "0018", "0019", "0020", "0021", "0022", "0023",
)  # fmt: skip
"""Every step of ``db/migrations/versions``, oldest first."""

_VERSION_TABLE = "alembic_version"
_READ_REVISION = text(f"SELECT version_num FROM {_VERSION_TABLE}")  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class State:
    """What ``check`` found: the schema's revision (None: no schema), the database's kind, and whether they fit."""

    revision: str | None
    dialect: str

    @property
    def ok(self) -> bool:
        """Whether this program works with it."""
        return self.revision == REVISIONS[-1]

    def must_not_be_newer(self) -> None:
        """Refuse what a newer program left.

        Raises:
            DatabaseUnusable: the revision is not one of ours.
        """
        if self.revision is not None and self.revision not in REVISIONS:
            raise DatabaseUnusable("database.rule.newer", found=self.revision, expected=REVISIONS[-1])

    def must_be_current(self) -> None:
        """Refuse all but the schema of this program.

        Raises:
            DatabaseUnusable: no schema, an older or a newer one.
        """
        if self.revision is None:
            raise DatabaseUnusable("database.rule.no_schema")
        self.must_not_be_newer()
        if not self.ok:
            raise DatabaseUnusable("database.rule.older", found=self.revision, expected=REVISIONS[-1])


def read_state(connection: Connection) -> State:
    """The state of a connected database."""
    dialect = connection.dialect.name
    if not inspect(connection).has_table(_VERSION_TABLE):
        return State(None, dialect)
    return State(connection.execute(_READ_REVISION).scalar_one_or_none(), dialect)


def is_missing_file(url: URL) -> bool:
    """Whether the URL names an SQLite file that is not there; connecting would make an empty one."""
    if dialect_of(url) is not SQLITE:
        return False
    with usable(sqlite_path(url)):
        return not sqlite_path(url).exists()


async def state_of(engine: AsyncEngine) -> State:
    """The state of an engine's database. Raises ``DatabaseAway`` or ``DatabaseUnusable``."""
    with known_errors():
        async with engine.connect() as connection:
            return await connection.run_sync(read_state)


async def check(url: str) -> State:
    """The state of a database, without changing it.

    Raises:
        DatabaseAway: it cannot be reached.
        DatabaseUnusable: it refuses us, is no database, or lies on a network share.
    """
    parsed = parse_url(url)
    if is_missing_file(parsed):
        return State(None, SQLITE.name)
    engine = make_engine(parsed, "yici check")
    try:
        return await state_of(engine)
    finally:
        await engine.dispose()
