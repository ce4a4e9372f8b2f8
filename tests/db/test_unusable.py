"""Databases that are there but not fit, and files that must not be used."""

import os
from pathlib import Path, PurePosixPath

import pytest

from app.ports.errors import DatabaseUnusable
from db import network_share, open_database
from db.migrations import upgrade
from db.schema import check
from tests.postgres import PostgresServer
from tests.refusals import refused

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/export /mnt/hall nfs4 rw,vers=4.2 0 0
//server/share /mnt/two\\040words cifs rw 0 0
tmpfs /mnt/hall/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/hall", "ext4"),
        ("/mnt/hall", "nfs4"),
        ("/mnt/hall/data/deep", "nfs4"),
        ("/mnt/hallway", "ext4"),
        ("/mnt/hall/local", "tmpfs"),
        ("/mnt/two words/data", "cifs"),
    ],
)
def test_the_file_system_of_a_folder(folder: str, kind: str) -> None:
    assert network_share.file_system_of(PurePosixPath(folder), MOUNTS) == kind


async def test_a_file_on_a_network_share_is_refused(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_share, "file_system_of", lambda folder, mounts: "cifs")
    for use in (upgrade, check, lambda url: open_database(url, "station")):
        with refused("database.rule.network_share", DatabaseUnusable):
            await use(sqlite_url)


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, this is no database, however long it may be." * 50)
    with refused("database.rule.not_a_database", DatabaseUnusable):
        await open_database(f"sqlite:///{path}", "station")


async def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert (await upgrade(f"sqlite:///{tmp_path / 'a' / 'b' / 'hall.db'}")).ok


async def test_no_such_database(postgres: PostgresServer) -> None:
    with refused("database.rule.no_database", DatabaseUnusable):
        await open_database(postgres.url("nowhere"), "station")


async def test_a_user_who_may_not(postgres: PostgresServer, postgres_url: str) -> None:
    name = f"guest_{os.getpid()}"
    postgres.execute(f"CREATE ROLE {name} LOGIN")
    try:
        with refused("database.rule.refused", DatabaseUnusable):
            await open_database(postgres_url.replace("yici@", f"{name}@"), "station")
        with refused("database.rule.refused", DatabaseUnusable):
            await open_database(postgres_url.replace("yici@", "nobody_known@"), "station")
    finally:
        postgres.execute(f"DROP ROLE {name}")
