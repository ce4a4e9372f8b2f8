"""The morning played by itself, without a display: pictures, papers and a summary are what is left of it."""

import json
import logging
import tempfile
from datetime import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.texts import Language
from ui.demo.album import Album
from ui.demo.folder import SUMMARY, OutFolder
from ui.demo.hall import demo_hall
from ui.demo.ledger import Ledger
from ui.demo.morning import morning_of
from ui.demo.scenes import Photographer
from ui.demo.script import read_script
from ui.demo.station import own_home
from ui.demo.summary import summary_of
from ui.loop import run
from ui.theme import Look, active, load_fonts
from ui.widgets.keyboard import keyboard_led

_log = logging.getLogger(__name__)

PICTURES = (
    "guide-desk.png", "counter-serving.png", "counter-waiting-dark.png", "compact-bar.png", "board.png",
    "board-compact.png", "exceptions.png", "ticket.png", "slip.png",
)  # fmt: skip
PAPERS = ("ticket.pdf", "slip.pdf")

_OPENS, _LAST_CALL, _ENDS = time(8, 30), time(11, 10), time(11, 30)
_BOARD_AT, _OFFICE_AT, _HANDLER = time(10, 6, 30), time(10, 21), "0108"


def play(out: Path, language: Language) -> dict[str, Any]:
    """Play the morning without a display and leave pictures, papers and ``summary.json`` in ``out``; the summary.

    Raises:
        DeviceFailed: the folder cannot be written, or holds files of these names that are not the demo's.
    """
    folder, album = OutFolder(out), Album()
    folder.take((*PICTURES, *PAPERS))
    summary: dict[str, Any] = {}

    async def main(app: QApplication) -> int:
        load_fonts()
        active.apply(Look())
        app.setCursorFlashTime(0)
        with keyboard_led(app):
            summary.update(await _play(album, language))
        return 0

    qInstallMessageHandler(_log_qt)
    run(main)
    for name, content in album.files.items():
        folder.write(name, content)
    summary["files"] = sorted([*album.files, SUMMARY])
    folder.write(SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2).encode() + b"\n")
    return summary


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """A screen that is none remarks on all that it cannot do; nobody needs to read it on a terminal."""
    _log.debug("%s: %s", kind.name, message)


async def _play(album: Album, language: Language) -> dict[str, Any]:
    script, ledger = read_script(), Ledger()
    with tempfile.TemporaryDirectory(prefix="yici-") as folder, own_home(Path(folder)):
        async with demo_hall(Path(folder), script.day) as hall:
            photographer = Photographer(hall, ledger, album, language)
            last = hall.at(_LAST_CALL)
            async with morning_of(hall, script, photographer, ledger, counters_end=last) as morning:
                morning.agenda.begin(hall.at(_BOARD_AT), photographer.board())
                morning.agenda.begin(hall.at(_OFFICE_AT), photographer.exceptions(morning.office, _HANDLER))
                await morning.agenda.run(hall.at(_ENDS))
            await hall.leap(hall.at(_ENDS))
            return await summary_of(hall, ledger, hall.at(_OPENS))
