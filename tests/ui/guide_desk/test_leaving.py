"""Making room at the desk while the hall has not answered yet."""

import asyncio

from PySide6.QtCore import Qt

from tests.ui.guide_desk.morning import Morning
from tests.ui.guide_desk.room_at_work import RoomAtWork
from ui.guide_desk.state import ExceptionWish

ENTER = Qt.Key.Key_Return


async def test_who_leaves_at_once_has_issued_the_ticket_and_ordered_its_print(
    room: RoomAtWork, morning: Morning
) -> None:
    room.type("gyjsyd")
    room.press(ENTER)
    room.press(ENTER)
    room.room._window.left.emit()
    assert room.state.actor is not None
    state = await room.until(lambda state: state.actor is None)
    (ticket,) = await morning.tickets()
    assert state.issued is not None
    assert (ticket.number, state.prints[ticket.number].problem) == (state.issued.number, None)


async def test_who_is_refused_stays_and_reads_it(room: RoomAtWork) -> None:
    room.press(Qt.Key.Key_F10)
    unknown = ExceptionWish(summary="两处地址不一致", category="mismatch", ticket="Z999")
    room.room.presenter.exceptions.register(unknown)
    room.room._window.left.emit()
    await next(task for task in asyncio.all_tasks() if task.get_name() == "leave")
    assert room.state.exception.problem is not None
    assert room.state.actor is not None
    room.room._window.left.emit()
    assert room.state.actor is None
