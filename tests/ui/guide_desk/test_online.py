"""Sending somebody online instead of giving out a number, and taking a slip of the finger back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.five_ones import Figure
from app.domain.person import Personal
from app.services.five_ones import five_ones, span_of
from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import TRANSFER, Morning
from tests.ui.guide_desk.room_at_work import RoomAtWork
from ui.guide_desk.draft import NO_DRAFT
from ui.guide_desk.state import GuideDeskState

opens_a_popup = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")


async def counted(morning: Morning) -> int:
    """How many were sent online today."""
    ports = morning.hall.ports
    (row,) = await five_ones(ports, await span_of(ports))
    return row.figures[Figure.SENT_ONLINE].numerator


@pytest.fixture
async def online(morning: Morning) -> str:
    """An item that can be done online."""
    return next(row.code for row in await morning.hall.ports.readers.items() if row.online)


async def send(desk: DeskAtWork, code: str) -> GuideDeskState:
    desk.presenter.issuing.send_online(code)
    return await desk.settled()


async def test_who_is_sent_online_is_counted_and_gets_no_ticket(
    desk: DeskAtWork, morning: Morning, online: str
) -> None:
    await desk.pick(online)
    desk.presenter.write(Personal.NAME, "王小敏")
    state = await send(desk, online)
    assert state.sent is not None
    assert state.sent.record.item_code == online
    assert state.draft == NO_DRAFT
    assert desk.view.focus == "empty search"
    assert (await counted(morning), await morning.tickets()) == (1, [])


async def test_a_double_click_counts_once(desk: DeskAtWork, morning: Morning, online: str) -> None:
    await desk.pick(online)
    desk.presenter.issuing.send_online(online)
    desk.presenter.issuing.send_online(online)
    await desk.settled()
    await send(desk, online)
    assert await counted(morning) == 1


async def test_the_other_errands_stay_with_the_person(
    desk: DeskAtWork, morning: Morning, online: str
) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.write(Personal.NAME, "王小敏")
    desk.presenter.add_another()
    await desk.pick(online)
    state = await send(desk, online)
    assert [errand.code for errand in state.draft.errands] == [TRANSFER]
    assert state.draft.visitor.name == "王小敏"
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert [errand.item for errand in ticket.errands] == [TRANSFER]
    assert desk.state.sent is None


async def test_a_slip_of_the_finger_is_undone_and_the_draft_comes_back(
    desk: DeskAtWork, morning: Morning, online: str
) -> None:
    await desk.pick(online)
    desk.presenter.tick_all()
    desk.presenter.write(Personal.NAME, "王小敏")
    before = desk.state.draft
    await send(desk, online)
    desk.presenter.issuing.undo_online()
    desk.presenter.issuing.undo_online()
    state = await desk.settled()
    assert (state.sent, state.problem) == (None, None)
    assert state.draft == before
    assert await counted(morning) == 0


async def test_a_lost_reply_is_asked_for_again_by_the_same_button_and_counts_once(
    desk: DeskAtWork, morning: Morning, online: str
) -> None:
    await desk.pick(online)
    desk.cable.reply_lost = True
    state = await send(desk, online)
    assert state.away
    assert [errand.code for errand in state.draft.errands] == [online]
    desk.cable.reply_lost = False
    desk.presenter.issuing.press()
    state = await desk.settled()
    assert state.sent is not None
    assert (await counted(morning), await morning.tickets()) == (1, [])


async def test_after_a_lost_reply_another_item_gets_its_ticket(
    desk: DeskAtWork, morning: Morning, online: str
) -> None:
    await desk.pick(online)
    desk.cable.cut = True
    await send(desk, online)
    desk.cable.cut = False
    assert not (await desk.pick(TRANSFER)).away
    desk.presenter.issuing.press()
    await desk.settled()
    assert len(await morning.tickets()) == 1


@opens_a_popup
async def test_one_key_shows_the_code_and_sends_online(
    room: RoomAtWork, morning: Morning, online: str
) -> None:
    room.room.presenter.pick(online)
    await room.until(lambda state: state.draft.errand and state.draft.errand.item)
    card = room.view.ticket.item.head.card
    room.press(Qt.Key.Key_F7)
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_Return)  # as a reader types, or a hand still on Enter
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_F7)
    await room.until(lambda state: state.sent)
    assert not card.isVisible()
    assert room.room.widget.focusWidget() is room.view.search.box.edit
    assert await counted(morning) == 1


async def test_another_key_takes_it_back(room: RoomAtWork, morning: Morning, online: str) -> None:
    room.room.presenter.pick(online)
    await room.until(lambda state: state.draft.errand)
    room.room.presenter.issuing.send_online(online)
    await room.until(lambda state: state.sent)
    room.press(Qt.Key.Key_F8)
    await room.until(lambda state: state.draft.errand)
    assert await counted(morning) == 0


@opens_a_popup
async def test_the_button_sends_online_once_however_often_it_is_pressed(
    room: RoomAtWork, morning: Morning, online: str
) -> None:
    room.room.presenter.pick(online)
    await room.until(lambda state: state.draft.errand)
    room.press(Qt.Key.Key_F7)
    button = room.view.ticket.item.head.card.send
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await room.until(lambda state: state.sent)
    assert await counted(morning) == 1


async def test_an_item_that_is_not_online_has_no_code(room: RoomAtWork, morning: Morning) -> None:
    offline = next(row.code for row in await morning.hall.ports.readers.items() if not row.online)
    room.room.presenter.pick(offline)
    await room.until(lambda state: state.draft.errand)
    room.press(Qt.Key.Key_F7)
    assert not room.view.ticket.item.head.card.isVisible()
