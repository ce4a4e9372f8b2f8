"""A person at the tablet's real window: a bad rating, followed up and closed by others than the rated clerk."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from uuid_utils.compat import uuid7

from app.bootstrap import open_hall
from app.domain.errors import NotFound
from app.domain.follow_up_table import FollowUpState
from app.domain.ids import CommandId
from app.ports.rating_queries import FollowUpQuery
from app.services.follow_ups import (
    assign_follow_up,
    close_follow_up,
    contact_follow_up,
    put_right_follow_up,
)
from app.services.sign_in import sign_in
from app.services.use_case import Command
from app.settings import StationKind
from tests.refusals import refused
from tests.ui.rate.tablets import COUNTER, serve
from tests.ui.stations import CLERKS, PASSWORD, People, SampleHall
from tests.ui.worklists import context_of
from ui.rate.room import RateRoom, open_room
from ui.rate.window import RateWindow
from ui.session import Session

SUPERVISOR, HANDLER = "0002", "0105"
SECONDS = 20


@asynccontextmanager
async def tablet_in(hall: SampleHall, folder: Path) -> AsyncIterator[RateWindow]:
    """The tablet of a counter in its window."""
    async with open_hall(hall.url, hall.key_file, "tablet", "zh") as opened:
        context = context_of(opened, Session("tablet"), StationKind.RATE, folder)
        settings = context.settings.model_copy(update={"counter": COUNTER})
        room: RateRoom = open_room(replace(context, settings=settings))
        assert isinstance(room.widget, RateWindow)
        room.widget.show()
        try:
            yield room.widget
        finally:
            await room.close()
            room.widget.hide()
            room.widget.deleteLater()


async def shows(window: RateWindow, page: object) -> None:
    """Wait until the window shows a page."""
    async with asyncio.timeout(SECONDS):
        while window.pages.currentWidget() is not page:
            shown = asyncio.get_running_loop().create_future()
            window.pages.currentChanged.connect(lambda _, f=shown: f.done() or f.set_result(None))
            if window.pages.currentWidget() is not page:
                await shown


async def do(people: People, who: str, use_case: Any, *args: object) -> Any:
    """A member of staff takes a step."""
    actor = await sign_in(people.hall.ports, who, PASSWORD)
    return await use_case(people.hall.ports, Command(CommandId(uuid7()), actor), *args)


@pytest.mark.usefixtures("dressed")
async def test_a_bad_rating_is_closed_by_another_than_the_rated_clerk(
    qapp: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with tablet_in(hall, tmp_path) as window, hall.at_work() as people:
        await people.open(COUNTER)
        await serve(people)
        await shows(window, window.ask)
        QTest.mouseClick(window.ask.faces.buttons[-1], Qt.MouseButton.LeftButton)
        QTest.keyClicks(window.ask.comment, "too slow")
        QTest.mouseClick(window.ask.send_button, Qt.MouseButton.LeftButton)
        await shows(window, window.thanks)

        (row,) = await people.hall.ports.readers.follow_ups(FollowUpQuery())
        assert (row.clerk, row.counter) == (CLERKS[COUNTER], COUNTER)
        await do(people, SUPERVISOR, assign_follow_up, row.number, HANDLER)
        with refused("follow_up.rule.none", NotFound):
            await do(people, CLERKS[COUNTER], contact_follow_up, row.number, "我来")
        await do(people, HANDLER, contact_follow_up, row.number, "没有留电话")
        await do(people, HANDLER, put_right_follow_up, row.number, "重新培训")
        closed = await do(people, SUPERVISOR, close_follow_up, row.number)
        assert (closed.row.state, closed.row.comment) == (FollowUpState.CLOSED, "too slow")
