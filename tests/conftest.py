"""What every test stands on: a home and a database of its own, no noise, Qt's loop for windows."""

import asyncio
import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pydantic.fields  # noqa: F401 - whole before Qt's import hook, which trips over one half imported
import pytest
import structlog

from app.texts.compile import compile_catalogues
from tests.noise import ErrorLog
from tests.postgres import PostgresServer, in_own_loop, postgres_server
from tests.virtual_screen import virtual_screen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure() -> None:
    """Read the words as their authors left them, not as the last set-up did."""
    compile_catalogues()


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Tests with windows run in Qt's event loop, as the program does; all others in asyncio's own."""
    with_windows = {"qapp", "qtbot"}.intersection(getattr(item, "fixturenames", ()))
    return {"qt": _qt_loop} if with_windows else {"asyncio": asyncio.new_event_loop}


def _qt_loop() -> asyncio.AbstractEventLoop:
    from tests.qt_loop import qt_loop  # late: most tests need no Qt

    return qt_loop()


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder for the session: no test reads or leaves settings of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("YICI_", "XDG_"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(folder))
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        yield folder


@pytest.fixture(autouse=True)
def error_log() -> Iterator[ErrorLog]:
    """Fails a test that logs an error which the test does not ``take()``."""
    structlog.configure(
        processors=[structlog.stdlib.render_to_log_kwargs], logger_factory=structlog.stdlib.LoggerFactory()
    )
    log = ErrorLog()
    logging.getLogger().addHandler(log)
    yield log
    logging.getLogger().removeHandler(log)
    stray = log.take()
    if stray:
        pytest.fail("errors were logged:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The session's PostgreSQL. A test that stops it takes ``outage_postgres`` instead."""
    with postgres_server() as server:
        yield server


@pytest.fixture
def outage_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of this test's own, to be stopped, started and restarted at will."""
    with postgres_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """A migrated, empty hall on PostgreSQL."""
    from db.migrations import upgrade

    name = postgres.create_from("migrated", upgrade)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    from db.migrations import upgrade

    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    in_own_loop(lambda: upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated, empty hall in an SQLite file."""
    return f"sqlite+aiosqlite:///{shutil.copy(sqlite_template, tmp_path / 'hall.db')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """A migrated, empty hall on each of the two databases in turn; its SQLAlchemy URL."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with nothing in it, on each of the two in turn: for what sets one up."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A virtual X screen of 1920×1080 for programs that open real windows; what to set DISPLAY to."""
    with virtual_screen() as number:
        yield number
