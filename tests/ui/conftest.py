"""What tests of screens stand on: the product's look and words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.texts import Texts
from ui.garbage import GuiThreadCollector
from ui.theme import LIGHT, Look, active, load_fonts
from ui.words import Words


@pytest.fixture(scope="session")
def collector(qapp: QApplication) -> Iterator[None]:
    """As in the program, no other thread destroys widgets: not in later tests either, which set up halls in threads."""
    made = GuiThreadCollector()
    yield
    made.close()


@pytest.fixture
def dressed(qapp: QApplication, collector: None) -> Iterator[QApplication]:
    """The application in the product's fonts and light look."""
    load_fonts()
    active.apply(Look(LIGHT))
    yield qapp
    active.apply(Look(LIGHT))


@pytest.fixture
def words() -> Words:
    """The Chinese catalogue."""
    return Texts("zh")
