"""The office's real room in its window: an administrator signs in, tries an office's words, and saves them."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import figures_files, item_search, open_hall
from app.domain.office_text import PaperKind, TextPart
from app.settings import StationKind, StationSettings
from app.texts import Texts
from tests.ui.stations import PASSWORD, SampleHall
from ui.context import StationContext
from ui.office.room import OfficeRoom, open_room
from ui.office.texts_state import TextsState
from ui.session import Session
from ui.tasks import TaskSupervisor

LONGEST = 20.0


async def until(room: OfficeRoom, fits: Callable[[TextsState], bool]) -> TextsState:
    """Wait until the page of texts shows a state that fits."""
    rendered, render = asyncio.Event(), room.texts_view.render

    def render_and_tell(state: TextsState) -> None:
        render(state)
        rendered.set()

    room.texts_view.render = render_and_tell  # type: ignore[method-assign]
    async with asyncio.timeout(LONGEST):
        while not fits(room.texts.state):
            rendered.clear()
            await rendered.wait()
    room.texts_view.render = render  # type: ignore[method-assign]
    return room.texts.state


async def test_from_the_door_to_what_is_saved(
    dressed: QApplication, hall: SampleHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    texts, paper = Texts("zh"), FolderPaper(tmp_path)
    async with open_hall(hall.url, hall.key_file, "office", "zh") as opened:
        settings = StationSettings(kind=StationKind.OFFICE)
        context = StationContext(
            opened.ports, opened.feed, opened.origin, texts, settings, Session("office"), item_search,
            paper, paper, TaskSupervisor(lambda name, error: None),
        )  # fmt: skip
        room = open_room(context, figures_files(texts))
        room.widget.show()
        try:
            await until(room, lambda s: bool(s.departments))
            QTest.keyClick(room.widget, Qt.Key.Key_F2)
            room.texts_view.sign_in.submitted.emit("0001", PASSWORD)
            await until(room, lambda s: s.actor is not None)
            assert room.texts_view.form.isVisible()
            room.texts_view.departments.select("NY")
            QTest.keyClicks(room.texts_view.form.boxes[TextPart.INQUIRY_PHONE], "0000-7777")
            QTest.keyClick(room.widget, Qt.Key.Key_F9)
            await until(room, lambda s: s.pdf is not None)
            assert room.texts_view.pages.isVisible()
            QTest.keyClick(room.widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            (row,) = (await until(room, lambda s: not s.busy and bool(s.rows))).rows
            assert (row.department, row.kind, row.text) == ("NY", PaperKind.NOTICE, "0000-7777")
            room.window.signed_out.emit()
            assert room.texts_view.sign_in.isVisible()
        finally:
            await room.close()
            room.widget.hide()  # closing the last window would end the loop before the hall is closed
            room.widget.deleteLater()
