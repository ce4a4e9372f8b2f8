"""Migrations, run by the program itself: also by a frozen one, which has neither alembic.ini nor its command."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.ports.errors import ConcurrentChange
from db.dialect import POSTGRESQL
from db.engine import dialect_of, make_engine
from db.errors import known_errors
from db.schema import State, read_state
from db.sqlite import log_ahead, usable
from db.url import parse_url, sqlite_path

FOLDER = Path(__file__).parent

# Any number that nothing else uses: two stations that upgrade at once do so one after the other.
_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(914117)")
_ASK_AGAIN_SECONDS = 0.2
LONGEST_SECONDS = 300.0
"""For which a station waits until another one has upgraded."""


async def upgrade(url: str) -> State:
    """Bring the database to this program's schema; does nothing when it is there already.

    All or nothing: both databases take back a half-done step. An SQLite file is made when there is none.
    Where another station upgrades, this one waits for it.

    Raises:
        DatabaseAway: it cannot be reached.
        DatabaseUnusable: a newer program's schema, a network share, or it refuses us.
        ConcurrentChange: another station does not come to an end.
    """
    parsed = parse_url(url)
    engine = make_engine(parsed, "yici upgrade")
    try:
        with known_errors():
            if dialect_of(parsed) is not POSTGRESQL:
                await asyncio.to_thread(_make_file, sqlite_path(parsed))
            async with engine.connect() as connection:
                await connection.execution_options(**dialect_of(parsed).use_case_options)
                async with connection.begin():
                    if dialect_of(parsed) is POSTGRESQL:
                        await _wait_for_turn(connection)
                    await connection.run_sync(_upgrade)
                    return await connection.run_sync(read_state)
    finally:
        await engine.dispose()


async def _wait_for_turn(connection: AsyncConnection) -> None:
    """Ask again and again: a statement that waited by itself would end with ``lock_timeout``, before an upgrade does.

    Raises:
        ConcurrentChange: the other station does not come to an end.
    """
    clock = asyncio.get_running_loop().time
    until = clock() + LONGEST_SECONDS
    while not (await connection.execute(_TRY_LOCK)).scalar_one():
        if clock() > until:
            raise ConcurrentChange("database.rule.busy")
        await asyncio.sleep(_ASK_AGAIN_SECONDS)


def _make_file(file: Path) -> None:
    with usable(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch()  # SQLite itself would not say why it cannot
    log_ahead(file)


def _upgrade(connection: Connection) -> None:
    read_state(connection).must_not_be_newer()
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
