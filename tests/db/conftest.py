from collections.abc import Iterator

import pytest

from tests.postgres import PostgresServer


@pytest.fixture
def empty_postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """A PostgreSQL database with nothing in it."""
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)
