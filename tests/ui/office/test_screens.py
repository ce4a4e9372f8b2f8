"""The office fits the smallest screen in every print and language, on all its pages."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports.change_feed import Touch
from app.texts import LANGUAGES, Language
from tests.ui.office.dressed import dressed_office
from tests.ui.office.ledger_scenes import LEDGER_SCENES
from tests.ui.office.ratings_scenes import RATINGS_SCENES
from tests.ui.office.scenes import HALL, SCENES
from ui.office.window import Page
from ui.theme import LIGHT, Look, active

SMALL = QSize(1366, 768)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_fits_in_every_print(
    qtbot: QtBot, dressed: QApplication, language: Language, scale: float
) -> None:
    active.apply(Look(LIGHT, scale))
    figures, ledger, _texts, ratings, _reminders = dressed_office(language)
    window = figures.window
    qtbot.addWidget(window)
    figures.render(SCENES["normal"])
    window.show_hall(HALL, Touch.CONNECTED, published=True)
    window.resize(SMALL)
    window.show()
    for page, view, scenes in (
        (Page.EXCEPTIONS, ledger, LEDGER_SCENES),
        (Page.RATINGS, ratings, RATINGS_SCENES),
    ):
        window.show_page(page)
        for name, scene in scenes.items():
            view.render(scene)
            dressed.processEvents()
            assert window.size() == SMALL, name
