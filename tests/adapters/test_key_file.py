"""The key file: made once, for its owner's eyes only."""

import json
import threading
from pathlib import Path

import pytest

from app.adapters.key_file import Keys, create_keys, read_keys
from app.ports.errors import KeyUnusable
from tests.refusals import refused


def test_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "hall.key"
    made = create_keys(path)
    assert read_keys(path) == made
    assert (made.newest, made.oldest, len(made.secrets[1])) == (1, 1, 32)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["hall.key"]


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "hall.key"
    made = create_keys(path)
    with refused("protection.rule.key_exists", KeyUnusable, file=str(path)):
        create_keys(path)
    assert read_keys(path) == made
    assert [p.name for p in tmp_path.iterdir()] == ["hall.key"]


def test_of_many_at_once_one_makes_the_key(tmp_path: Path) -> None:
    path, start, made, refusals = tmp_path / "hall.key", threading.Barrier(8), [], []

    def make() -> None:
        start.wait()
        try:
            made.append(create_keys(path))
        except KeyUnusable as error:
            refusals.append(error.message.code)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [read_keys(path)]
    assert refusals == ["protection.rule.key_exists"] * 7


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "hall.key"
    create_keys(path)
    path.chmod(mode)
    with refused("protection.rule.key_open_to_others", KeyUnusable, file=str(path)):
        read_keys(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with refused("protection.rule.key_missing", KeyUnusable):
        read_keys(tmp_path / "hall.key")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"yici_keys": {}}',
        '{"yici_keys": {"one": ""}}',
        '{"yici_keys": {"1": "c2hvcnQ="}}',
        '{"yici_keys": {"1": "not base64!"}}',
        '{"yici_keys": {"1": 7}}',
    ],
)
def test_what_is_no_key_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hall.key"
    path.touch(0o600)
    path.write_text(text)
    with refused("protection.rule.key_malformed", KeyUnusable):
        read_keys(path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("protection.rule.key_unwritable", KeyUnusable):
        create_keys(tmp_path / "file" / "hall.key")


def test_several_keys_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "hall.key"
    texts = dict.fromkeys(("1", "3", "12"), "A" * 43 + "=")
    path.touch(0o600)
    path.write_text(json.dumps({"yici_keys": texts}))
    keys = read_keys(path)
    assert (keys.oldest, keys.newest) == (1, 12)


def test_secrets_are_nowhere_shown() -> None:
    assert "secret" not in repr(Keys({1: b"secret" * 5 + b"!!"}))
