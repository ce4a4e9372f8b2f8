"""Every way of writing where the database is."""

import pytest

from app.ports.errors import DatabaseUnusable
from db.postgresql import Server
from db.url import parse_url
from tests.refusals import refused


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_postgresql_is_understood_however_it_is_written(scheme: str) -> None:
    url = parse_url(f"{scheme}://u:p@h:5433/hall?sslmode=require")
    assert url.drivername == "postgresql+asyncpg"
    assert url.query == {"ssl": "require"}
    server = Server(url, "test")
    assert server._hosts == [("h", 5433)]
    assert server._options == {"user": "u", "password": "p", "database": "hall", "ssl": "require"}


def test_several_hosts() -> None:
    url = "postgresql://u@/hall?host=h1:5432&host=h2:5433&target_session_attrs=read-write"
    server = Server(parse_url(url), "test")
    assert server._hosts == [("h1", 5432), ("h2", 5433)]
    assert server._options["target_session_attrs"] == "read-write"


@pytest.mark.parametrize(
    "url", ["", "hall", "mysql://u@h/db", "sqlite://", "sqlite:///:memory:", "postgresql://u@h:port/db"]
)
def test_anything_else_is_refused(url: str) -> None:
    with refused("database.rule.url", DatabaseUnusable):
        parse_url(url)
