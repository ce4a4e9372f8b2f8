"""The ground itself: what the other tests stand on fails when it should."""

import asyncio
import logging
import socket
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest
import structlog
from pytestqt.qtbot import QtBot

from tests.cable import cable_to
from tests.noise import ErrorLog
from tests.postgres import PostgresServer
from tests.print_server import print_server
from tests.qt_loop import PatientQtLoop


async def _answer(server: PostgresServer, database: str) -> int:
    connection = await asyncpg.connect(server.url(database).replace("+asyncpg", ""))
    try:
        answer: int = await connection.fetchval("SELECT count(*) FROM pg_class WHERE relname = 'brought'")
        return answer
    finally:
        await connection.close()


async def test_a_template_is_prepared_once_and_its_copies_are_apart(postgres: PostgresServer) -> None:
    prepared = []

    async def prepare(url: str) -> None:
        prepared.append(url)
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("CREATE TABLE brought ()")
        await connection.close()

    first, second = (postgres.create_from("ground", prepare) for _ in range(2))
    assert len(prepared) == 1
    assert [await _answer(postgres, name) for name in (first, second)] == [1, 1]
    assert await _answer(postgres, postgres.create()) == 0


async def test_an_outage_keeps_port_and_data(outage_postgres: PostgresServer) -> None:
    name = outage_postgres.create()
    outage_postgres.stop("immediate")
    with pytest.raises(ConnectionRefusedError):
        await _answer(outage_postgres, name)
    outage_postgres.start()
    assert await _answer(outage_postgres, name) == 0


async def test_tests_with_windows_run_in_qts_loop(qtbot: QtBot) -> None:
    assert isinstance(asyncio.get_running_loop(), PatientQtLoop)
    assert await asyncio.wait_for(asyncio.sleep(0, "ran"), 1) == "ran"


async def test_other_tests_run_in_asyncios_loop() -> None:
    assert type(asyncio.get_running_loop()).__module__.startswith("asyncio")


def test_errors_are_collected_from_both_kinds_of_log(error_log: ErrorLog) -> None:
    logging.getLogger("yici.one").error("first")
    structlog.get_logger("yici.two").error("second", counter=3)
    logging.getLogger("yici.one").warning("not an error")
    taken = error_log.take()
    assert len(taken) == 2
    assert "first" in taken[0]
    assert "second" in taken[1]
    assert error_log.take() == []


NOISY = """
import asyncio, gc, logging, warnings

def test_logged_error():
    logging.getLogger("yici").error("stray")

def test_warning():
    warnings.warn("noise")

def test_qt_message(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("noise")

async def test_task_that_fails_unseen():
    async def fails():
        raise ValueError("lost")
    task = asyncio.ensure_future(fails())
    await asyncio.wait([task])
    del task
    gc.collect()
"""


def test_noise_fails_a_test(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    noisy = tmp_path / "test_noisy.py"
    noisy.write_text(NOISY)
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider",
            "-c", pytestconfig.rootpath / "pyproject.toml", noisy,
        ],
        capture_output=True, text=True, cwd=pytestconfig.rootpath, check=False,
    )  # fmt: skip
    summary = done.stdout[done.stdout.index("short test summary") :]
    for name in ("logged_error", "warning", "qt_message", "task_that_fails_unseen"):
        assert f"::test_{name}" in summary, done.stdout


def test_the_virtual_screen_takes_connections(display: str) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        assert client.getpeername()


async def test_a_pulled_cable_is_silent_and_a_plugged_one_delivers(postgres: PostgresServer) -> None:
    with cable_to(postgres.port) as cable:
        connection = await asyncpg.connect(
            host="127.0.0.1", port=cable.port, user="yici", database="postgres"
        )
        assert await connection.fetchval("SELECT 1") == 1
        cable.pull()
        async with asyncio.TaskGroup() as group:
            answer = group.create_task(connection.fetchval("SELECT 2"))
            done, _ = await asyncio.wait([answer], timeout=0.3)
            assert not done
            assert not connection.is_closed()
            cable.plug()
        assert answer.result() == 2
        await connection.close()


def test_without_cups_the_tests_of_printing_fail_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.print_server.shutil.which", lambda *_, **__: None)
    with print_server() as server, pytest.raises(RuntimeError, match=r"\.ci/system-libraries test"):
        server.start()


def test_a_print_server_leaves_nothing_behind() -> None:
    with print_server() as server:
        server.add_printer("ready")
        server.start()
        folder = Path(server.address).parent
        assert folder.exists()
    assert not folder.exists()
    assert str(folder) not in subprocess.run(["ps", "-ef"], capture_output=True, text=True, check=True).stdout
