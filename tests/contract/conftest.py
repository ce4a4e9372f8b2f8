from collections.abc import AsyncIterator

import pytest

from db import Database, open_database
from tests.contract import small_hall


@pytest.fixture
async def hall(database: str) -> AsyncIterator[Database]:
    """An open database with the small hall in it."""
    opened = await open_database(database, "here")
    try:
        await small_hall.set_up(opened)
        yield opened
    finally:
        await opened.close()
