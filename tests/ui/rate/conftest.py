"""A sample hall for each test of the tablet."""

from pathlib import Path

import pytest

from tests.ui.stations import SampleHall, copy_of, make_template


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> SampleHall:
    """A sample hall, to be copied."""
    return make_template(tmp_path_factory.mktemp("rate-hall"))


@pytest.fixture
def hall(hall_template: SampleHall, tmp_path: Path) -> SampleHall:
    """A hall of this test's own."""
    return copy_of(hall_template, tmp_path / "hall")
