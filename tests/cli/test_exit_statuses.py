"""What fails says so by its exit status, and with ``--json`` by one document."""

import os
import socket
import subprocess
import sys

import pytest

from app.cli import root
from app.domain.staff import Actor
from app.services.sign_in import sign_in
from app.services.use_case import Ports
from tests.cli.running import Yici
from tests.noise import ErrorLog
from tests.postgres import PostgresServer


def test_done_is_0(yici_on_file: Yici) -> None:
    assert yici_on_file("ticket", "list").status == 0


def test_wrong_usage_is_2(yici_on_file: Yici) -> None:
    assert yici_on_file("ticket", "sell").status == 2


def test_no_database_named_is_2(station_home: object, capsys: pytest.CaptureFixture[str]) -> None:
    asked = Yici(capsys, station_home, "")  # type: ignore[arg-type]
    assert asked.plain("--json", "ticket", "list").error["code"] == "cli.usage.no_database"
    assert asked.plain("--json", "--database", "mysql://hall", "ticket", "list").status == 2


def test_a_rule_of_the_hall_is_3(yici: Yici) -> None:
    forbidden = yici("call", "next", "--counter", "5", staff="0105")
    assert (forbidden.status, forbidden.error["code"]) == (3, "counter.rule.other_clerk")
    assert yici("ticket", "show", "Z999").status == 3


def test_a_database_out_of_reach_is_4(yici_on_file: Yici) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        yici_on_file.url = f"postgresql://yici@127.0.0.1:{port}/hall"
        away = yici_on_file("ticket", "list")
    assert (away.status, away.error["code"]) == (4, "database.rule.away")


def test_a_database_without_a_schema_is_4_and_check_says_what_it_is(fresh: Yici, key_file: object) -> None:
    checked = fresh("db", "check")
    assert checked.status == 4
    assert (checked.document["ok"], checked.document["revision"]) == (False, None)
    assert checked.error["code"] == "database.rule.no_schema"


def test_a_command_cut_off_tells_the_id_to_repeat_it_with(
    yici_on_file: Yici, outage_postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    yici_on_file.url = outage_postgres.url(outage_postgres.create())
    yici_on_file.done("db", "init")
    yici_on_file.done("hall", "sample")

    async def sign_in_and_lose_the_server(ports: Ports, number: str, password: str) -> Actor:
        actor = await sign_in(ports, number, password)
        outage_postgres.stop()
        return actor

    with monkeypatch.context() as patch:
        patch.setattr("app.cli.acting.sign_in", sign_in_and_lose_the_server)
        lost = yici_on_file("ticket", "issue", "--item", "IT001", staff="0003")
    assert (lost.status, lost.error["code"]) == (4, "database.rule.away")

    outage_postgres.start()
    again = ("--command-id", lost.document["command_id"])
    assert yici_on_file("ticket", "issue", "--item", "IT001", staff="0003", options=again).status == 0
    assert len(yici_on_file.done("ticket", "list")["tickets"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe there is another error")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("ticket", "list"), 141),
        (("--json", "ticket", "list"), 141),
        (("--help",), 141),
        (("--json", "ticket", "show", "Z9"), 3),
        (("ticket", "show", "Z9"), 3),
    ],
)
@pytest.mark.parametrize("both", [False, True])
def test_what_nobody_reads_is_141_and_what_failed_keeps_its_status(
    yici_on_file: Yici, arguments: tuple[str, ...], status: int, both: bool
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--database", yici_on_file.url, *arguments],
        env=buffered,
        stdout=writer,
        stderr=writer if both else subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert done.returncode == status
    assert "Traceback" not in (done.stderr or "")
    assert bool(done.stderr) == (arguments[0] == "ticket" and status == 3 and not both)


def test_an_unusable_file_is_5(yici_on_file: Yici) -> None:
    missing = yici_on_file("catalogue", "import", "nowhere.json", staff="0001")
    assert (missing.status, missing.error["code"]) == (5, "import.problems")


@pytest.mark.parametrize(
    ("staff", "password", "code"),
    [
        (None, "sample", "cli.sign_in.who"),
        ("0003", "simple", "staff.rule.wrong_password"),
        ("9999", "sample", "staff.rule.wrong_password"),
        ("0105", "sample", "staff.rule.not_permitted"),
    ],
)
def test_not_signed_in_or_not_permitted_is_6(
    yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch, staff: str | None, password: str, code: str
) -> None:
    monkeypatch.setenv("YICI_PASSWORD", password)
    refused = yici_on_file("ticket", "issue", "--item", "IT001", staff=staff)
    assert (refused.status, refused.error["code"]) == (6, code)


def test_nobody_to_ask_for_the_password_is_6(yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YICI_PASSWORD")
    refused = yici_on_file("ticket", "issue", "--item", "IT001", staff="0003")
    assert (refused.status, refused.error["code"]) == (6, "cli.sign_in.nobody_to_ask")


def test_a_password_is_typed_without_echo(yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YICI_PASSWORD")
    monkeypatch.setenv("YICI_STAFF", "0003")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("app.cli.acting.getpass", lambda prompt, stream: "sample")
    assert yici_on_file("ticket", "issue", "--item", "IT001").status == 0


def test_a_bug_is_1_and_logged_under_the_id_that_is_told(
    yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch, error_log: ErrorLog
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the inside of the bug")

    monkeypatch.setattr(root.stations, "open_station", broken)
    told = yici_on_file()
    assert told.status == 1
    assert told.error["code"] == "cli.unexpected"
    assert "the inside" not in told.out + told.err
    (logged,) = error_log.take()
    report = next(word for word in told.error["message"].replace("。", " ").split() if word in logged)
    assert report
    assert "RuntimeError" in logged
    assert "test_exit_statuses.py" in logged, "it says where"
    assert "the inside of the bug" not in logged, "the words of an error may hold personal data"
