"""The cases station fits the smallest screen in every print and language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Language
from tests.services.at_work import CLERK, HallAtWork
from tests.ui.cases import pictures
from tests.ui.cases.scenes import a_day
from tests.ui.cases.station import station_in
from tests.ui.sight import cut_off, laid_out
from ui.theme import LIGHT, Look, active

SMALL = (1366, 768)
MOMENTS = (pictures.to_tell, pictures.judging, pictures.taking, pictures.refusing, pictures.deciding)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
async def test_it_fits_in_every_print(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, language: Language, scale: float
) -> None:
    await a_day(hall)
    active.apply(Look(LIGHT, scale))
    async with station_in(hall, tmp_path, CLERK, language=language, size=SMALL) as station:
        for bring_to in MOMENTS:
            await bring_to(station)
            await laid_out()
            assert station.room.widget.size() == QSize(*SMALL), bring_to.__name__
            assert cut_off(station.room.widget) == [], bring_to.__name__
