"""What the measures stand on: a PostgreSQL as a hall runs it, and a morning that each measure gets a copy of."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from tests.bench.hall import connected, make_hall
from tests.bench.morning import make_morning
from tests.bench.sample import make_sample
from tests.postgres import PostgresServer, in_own_loop, postgres_server

_AS_IT_COMES = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""The server of the tests forgoes these: its commits need not last."""


class Ground:
    """The server, the hall's key, and halls to be copied. What is not asked for is not made."""

    def __init__(self, server: PostgresServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.key_file = folder / "hall.key"

    @cached_property
    def morning(self) -> str:
        """The name of the morning's database on PostgreSQL."""
        name = self.server.create()
        in_own_loop(lambda: self._make_morning(self.server.url(name)))
        return name

    @cached_property
    def morning_file(self) -> Path:
        """The morning in an SQLite file."""
        file = self.folder / "morning.db"
        in_own_loop(lambda: self._make_morning(f"sqlite:///{file}"))
        return file

    @cached_property
    def sample(self) -> str:
        """The URL of the sample hall on PostgreSQL, with one counter at work."""
        url = self.server.url(self.server.create())
        in_own_loop(lambda: make_sample(url, self.key_file))
        return url

    def server_version(self) -> str:
        """What the server calls itself."""
        versions: list[str] = []

        async def ask() -> None:
            async with connected(self.server.url("postgres")) as connection:
                versions.append((await connection.execute(text("SHOW server_version"))).scalar_one())

        in_own_loop(ask)
        return f"PostgreSQL {versions[0]}"

    def postgresql(self) -> str:
        """The URL of a fresh copy of the morning."""
        return self.server.url(self.server.create(self.morning))

    def sqlite(self) -> str:
        """The URL of a fresh copy of the morning."""
        return f"sqlite:///{shutil.copy(self.morning_file, self.folder / f'{uuid4().hex}.db')}"

    async def _make_morning(self, url: str) -> None:
        await make_hall(url, self.key_file)
        await make_morning(url, self.key_file)


@contextmanager
def ground() -> Iterator[Ground]:
    """A started server and an empty folder, both gone at the end."""
    with postgres_server() as server, tempfile.TemporaryDirectory(prefix="yici-bench-") as folder:
        for name in _AS_IT_COMES:
            server.execute(f"ALTER SYSTEM SET {name} = on")
        server.execute("ALTER SYSTEM SET shared_buffers = '128MB'")
        server.restart()
        yield Ground(server, Path(folder))
