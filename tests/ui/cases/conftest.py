"""A cases station in a sample hall."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.services.at_work import CLERK, HallAtWork
from tests.ui.cases.office import Office, office_in
from tests.ui.worklist_hall import hall, hall_template

__all__ = ["hall", "hall_template", "office"]


@pytest.fixture
async def office(hall: HallAtWork, tmp_path: Path) -> AsyncIterator[Office]:
    """The presenter, with a clerk signed in."""
    async with office_in(hall, tmp_path, CLERK) as opened:
        yield opened
