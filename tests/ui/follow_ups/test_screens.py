"""The page of bad ratings fits the smallest screen in every print and language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Language
from tests.services.at_work import HallAtWork
from tests.ui.follow_ups import pictures
from tests.ui.follow_ups.station import station_in
from tests.ui.sight import cut_off, laid_out
from ui.theme import LIGHT, Look, active

SMALL = (1366, 768)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
async def test_it_fits_in_every_print(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, language: Language, scale: float
) -> None:
    await pictures.SCENES["normal"](hall)
    active.apply(Look(LIGHT, scale))
    async with station_in(hall, tmp_path, pictures.SUPERVISOR, language=language, size=SMALL) as station:
        for bring_to in (pictures.warned, pictures.calling, pictures.assigning, pictures.reviewing):
            await bring_to(station)
            await laid_out()
            assert station.room.widget.size() == QSize(*SMALL), bring_to.__name__
            assert cut_off(station.room.widget) == [], bring_to.__name__
