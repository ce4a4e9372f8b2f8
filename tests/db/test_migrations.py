"""The schema that the migrations make is the one that the tables say."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from app.ports.errors import ConcurrentChange, DatabaseUnusable
from db import migrations, open_database
from db.engine import make_engine
from db.migrations import FOLDER, upgrade
from db.schema import REVISIONS, State, check
from db.tables import metadata
from db.url import parse_url
from tests.refusals import refused

LONGER_THAN_LOCKS = 3.0
"""Seconds; ``lock_timeout`` is two."""


async def _execute(url: str, statement: str) -> None:
    engine = make_engine(parse_url(url))
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
    return list(compare_metadata(context, metadata))


async def test_migrations_and_tables_agree(database: str) -> None:
    engine = make_engine(parse_url(database))
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


async def test_checks_of_migrations_and_tables_agree(postgres_url: str, empty_postgres_url: str) -> None:
    """Alembic compares no CHECK constraints."""
    statement = """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE contype = 'c' ORDER BY 1, 2
    """
    found = []
    for url in (postgres_url, empty_postgres_url):
        engine = make_engine(parse_url(url))
        async with engine.begin() as connection:
            if url is empty_postgres_url:
                await connection.run_sync(metadata.create_all)
            found.append((await connection.execute(text(statement))).all())
        await engine.dispose()
    assert found[0] == found[1]


def _checks(connection: Connection) -> list[tuple[str, str | None, str]]:
    seen = inspect(connection)
    return sorted(
        (table, check["name"], check["sqltext"])
        for table in metadata.tables
        for check in seen.get_check_constraints(table)
    )


async def test_checks_agree_in_a_file_too(sqlite_url: str, tmp_path: Path) -> None:
    """Where a check was rewritten in place."""
    found = []
    for url in (sqlite_url, f"sqlite:///{tmp_path / 'fresh.db'}"):
        engine = make_engine(parse_url(url))
        async with engine.begin() as connection:
            if url is not sqlite_url:
                await connection.run_sync(metadata.create_all)
            found.append(await connection.run_sync(_checks))
            assert (await connection.execute(text("PRAGMA integrity_check"))).scalar_one() == "ok"
        await engine.dispose()
    assert found[0] == found[1]


def test_every_revision_is_known_by_number() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    script = ScriptDirectory.from_config(config)
    assert [step.revision for step in reversed(list(script.walk_revisions()))] == list(REVISIONS)


async def test_an_empty_database_is_said_to_be(empty_database: str) -> None:
    assert await check(empty_database) == State(None, empty_database.partition("+")[0])
    with refused("database.rule.no_schema", DatabaseUnusable):
        await open_database(empty_database, "station")


async def test_checking_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert (await check(f"sqlite:///{path}")).ok is False
    with refused("database.rule.no_schema", DatabaseUnusable):
        await open_database(f"sqlite:///{path}", "station")
    assert not path.exists()


async def test_upgrading_twice_changes_nothing(empty_database: str) -> None:
    assert (await upgrade(empty_database)).ok
    assert (await upgrade(empty_database)).ok
    assert (await check(empty_database)).revision == REVISIONS[-1]


async def test_two_stations_may_upgrade_at_once(empty_database: str) -> None:
    states = await asyncio.gather(*(upgrade(empty_database) for _ in range(8)))
    assert [state.ok for state in states] == [True] * 8


async def test_a_long_upgrade_elsewhere_is_waited_for(empty_postgres_url: str) -> None:
    """Longer than any other lock is: the first station's transaction holds the one of upgrades all the while."""
    engine = make_engine(parse_url(empty_postgres_url))
    async with engine.connect() as elsewhere:
        await elsewhere.execute(text("SELECT pg_advisory_lock(914117)"))
        await elsewhere.commit()
        upgrading = asyncio.get_running_loop().create_task(upgrade(empty_postgres_url))
        done, _ = await asyncio.wait({upgrading}, timeout=LONGER_THAN_LOCKS)
        await elsewhere.execute(text("SELECT pg_advisory_unlock(914117)"))
        await elsewhere.commit()
        assert not done
        assert (await upgrading).ok
    await engine.dispose()


async def test_an_upgrade_elsewhere_is_not_waited_for_without_end(
    empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "LONGEST_SECONDS", 0.0)
    engine = make_engine(parse_url(empty_postgres_url))
    async with engine.connect() as elsewhere:
        await elsewhere.execute(text("SELECT pg_advisory_lock(914117)"))
        with refused("database.rule.busy", ConcurrentChange):
            await upgrade(empty_postgres_url)
    await engine.dispose()


@pytest.mark.parametrize(("revision", "code"), [(REVISIONS[0], "older"), ("9999", "newer")])
async def test_another_version_is_refused(database: str, revision: str, code: str) -> None:
    await _execute(database, f"UPDATE alembic_version SET version_num = '{revision}'")
    with refused(f"database.rule.{code}", DatabaseUnusable, found=revision, expected=REVISIONS[-1]):
        await open_database(database, "station")
    assert not (await check(database)).ok


async def test_a_newer_database_is_not_upgraded(database: str) -> None:
    await _execute(database, "UPDATE alembic_version SET version_num = '9999'")
    with refused("database.rule.newer", DatabaseUnusable):
        await upgrade(database)


async def test_opening_loads_no_migration_machinery(sqlite_url: str) -> None:
    """A station starts quickly: alembic is for ``db init`` and ``db upgrade``."""
    import subprocess
    import sys

    program = f"""
import asyncio, sys
from db import open_database
async def main():
    await (await open_database({sqlite_url!r}, "x")).close()
asyncio.run(main())
sys.exit("alembic" in sys.modules)
"""
    done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", program], check=False)
    assert done.returncode == 0
