"""Help and wrong usage, in the language asked for."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import version

import pytest
import typer.main

from app.cli.help import Group
from app.cli.main import run
from app.cli.root import make_app
from tests.cli.running import Yici

IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def _command_lines(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, Group):
        for name in command.list_commands(None):
            yield from _command_lines(command.get_command(None, name), (*path, name))


EVERYTHING = list(_command_lines(typer.main.get_command(make_app())))


@pytest.mark.parametrize("path", EVERYTHING, ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_explains_itself(
    path: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str], station_home: object
) -> None:
    assert run(["--lang", language, *path, "--help"]) == 0
    page = capsys.readouterr().out
    assert " ".join(["yici", *path]) in page
    assert "cli." not in page
    assert bool(IDEOGRAPH.search(page)) == (language == "zh")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ticket"], "cli.usage.no_command"),
        (["tickets"], "cli.usage.no_such_command"),
        (["ticket", "sell"], "cli.usage.no_such_command"),
        (["ticket", "issue"], "cli.usage.missing"),
        (["ticket", "show"], "cli.usage.missing_words"),
        (["ticket", "show", " "], "cli.usage.missing_words"),
        (["exception", "similar", ""], "cli.usage.missing_words"),
        (["call", "ticket", "A001", "--counter", "1"], "cli.usage.missing_words"),
        (["exception", "answer", "1"], "cli.usage.missing_words"),
        (["call", "next"], "cli.usage.missing"),
        (["ticket", "issue", "--item"], "cli.usage.no_value"),
        (["ticket", "list", "--colour", "red"], "cli.usage.no_such_option"),
        (["ticket", "list", "--state", "lost"], "cli.usage.bad_value"),
        (["ticket", "list", "--day", "tomorrow"], "cli.usage.bad_value"),
        (["call", "next", "--counter", "zero"], "cli.usage.bad_value"),
        (["call", "next", "--counter", "0"], "cli.usage.bad_value"),
        (["ticket", "show", "A001", "B001"], "cli.usage.other"),
        (["--lang", "fr", "ticket", "list"], "cli.usage.bad_value"),
    ],
)
def test_wrong_usage_is_told_in_json(yici_on_file: Yici, arguments: list[str], code: str) -> None:
    refused = yici_on_file(*arguments)
    assert (refused.status, refused.error["code"]) == (2, code)
    assert refused.err == ""


def test_the_program_tells_its_version(capsys: pytest.CaptureFixture[str], station_home: object) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"yici {version('yici')}\n"
    assert run(["--version", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"name": "yici", "version": version("yici")}


def test_wrong_usage_is_told_in_words_on_stderr(yici_on_file: Yici) -> None:
    refused = yici_on_file.plain("--lang", "en", "ticket", "list", "--state", "lost")
    assert (refused.status, refused.out) == (2, "")
    assert "--state" in refused.err
    assert "waiting, called, serving" in refused.err


def test_json_may_stand_after_the_command(yici_on_file: Yici) -> None:
    asked = yici_on_file.plain("--database", yici_on_file.url, "ticket", "list", "--json")
    assert asked.document == {"tickets": []}


def test_the_language_is_the_stations_unless_said(
    yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YICI_LANGUAGE", "en")
    assert "Usage" in yici_on_file.plain("--help").out
    assert "用法" in yici_on_file.plain("--lang", "zh", "--help").out
    assert "用法" in yici_on_file.plain("--lang=zh", "--help").out


def test_the_database_comes_from_the_environment_or_the_settings(
    yici_on_file: Yici, monkeypatch: pytest.MonkeyPatch
) -> None:
    (yici_on_file.home / "station.toml").write_text(f'database = "{yici_on_file.url}"\n', encoding="utf-8")
    assert yici_on_file.plain("--json", "ticket", "list").status == 0
    monkeypatch.setenv("YICI_DATABASE", "postgresql://yici@127.0.0.1:1/hall")
    assert yici_on_file.plain("--json", "ticket", "list").status == 4


def test_a_page_of_help_speaks_one_language(capsys: pytest.CaptureFixture[str], station_home: object) -> None:
    assert run(["--lang", "zh", "exception", "stats", "--help"]) == 0
    assert run(["--lang", "zh", "exception", "open", "--help"]) == 0
    page = capsys.readouterr().out
    assert not [english for english in ("OPTIONS", "ARGS", "LIST_", "。。", "。 （") if english in page]
    assert "必填。" in page
