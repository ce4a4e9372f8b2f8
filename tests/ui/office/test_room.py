"""The office's real room in its window: figures and what stands behind them, and words until they are kept."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import figures_files, open_hall
from app.domain.five_ones import Grouping
from app.domain.office_text import FormKind, TextPart
from app.settings import StationKind
from tests.ui.office.test_presenter import serve
from tests.ui.stations import PASSWORD, SampleHall
from tests.ui.worklists import context_of
from ui.office.room import OfficeRoom, open_room
from ui.session import Session

LONGEST = 20.0
S = TypeVar("S")


class Rendering(Protocol[S]):
    """A page."""

    def render(self, state: S) -> None: ...


async def until(view: Rendering[S], fits: Callable[[S], bool]) -> S:
    """Wait until a page is told to show a state that fits."""
    shown: asyncio.Future[S] = asyncio.get_running_loop().create_future()
    render = view.render

    def render_and_tell(state: S) -> None:
        render(state)
        if fits(state) and not shown.done():
            shown.set_result(state)

    view.render = render_and_tell  # type: ignore[method-assign]
    async with asyncio.timeout(LONGEST):
        state = await shown
    view.render = render  # type: ignore[method-assign]
    return state


@asynccontextmanager
async def room_in(hall: SampleHall, folder: Path) -> AsyncIterator[OfficeRoom]:
    """The room in its window, with the departments read."""
    async with open_hall(hall.url, hall.key_file, "office", "zh") as opened:
        context = context_of(opened, Session("office"), StationKind.OFFICE, folder)
        context.prints.start()
        room = open_room(context, figures_files(context.texts))
        room.widget.show()
        try:
            await until(room.texts_view, lambda s: bool(s.departments))
            yield room
        finally:
            await context.prints.close()
            await room.close()
            room.widget.hide()  # closing the last window would end the loop before the hall is closed
            room.widget.deleteLater()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The station's own folder."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))


async def test_from_the_door_to_what_is_saved(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with room_in(hall, tmp_path) as room:
        page, form = room.texts_view, room.texts_view.form
        QTest.keyClick(room.widget, Qt.Key.Key_F3)
        page.sign_in.submitted.emit("0001", PASSWORD)
        await until(page, lambda s: s.actor is not None)
        assert form.isVisible()
        page.departments.select("NY")
        QTest.keyClicks(form.boxes[TextPart.INQUIRY_PHONE], "0000-7777")
        QTest.keyClick(room.widget, Qt.Key.Key_F9)
        await until(page, lambda s: s.pdf is not None)
        assert page.pages.isVisible()
        QTest.keyClick(room.widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        (row,) = (await until(page, lambda s: not s.busy and bool(s.rows))).rows
        assert (row.department, row.kind, row.text) == ("NY", FormKind.NOTICE, "0000-7777")
        room.window.signed_out.emit()
        await until(page, lambda s: s.actor is None)
        assert page.sign_in.isVisible()


async def test_from_a_tile_to_the_list_behind_a_day(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with hall.at_work() as people:
        await people.open(2)
        await serve(people)
    async with room_in(hall, tmp_path) as room:
        card = room.view.card
        card.grouping.activated.emit(3)
        await until(room.view, lambda s: s.report is not None and s.report.by is Grouping.DAY)
        assert card.columns.isVisible()
        card.columns.setFocus()
        QTest.keyClick(card.columns, Qt.Key.Key_End)
        QTest.keyClick(card.columns, Qt.Key.Key_Return)
        state = await until(room.view, lambda s: s.listing is not None and s.listing.rows is not None)
        assert state.listing is not None
        assert state.listing.part is not None
        assert len(state.listing.rows or ()) == 1
        assert card.list.isVisible()
        card.list.choice.choose_number(2)
        await until(room.view, lambda s: s.listing is not None and s.listing.rows == ())
        QTest.keyClick(card.list.table, Qt.Key.Key_Escape)
        assert card.columns.isVisible()
        QTest.keyClick(room.view.tiles[0], Qt.Key.Key_Return)
        assert card.list.isVisible()
