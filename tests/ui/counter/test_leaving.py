"""Nobody leaves a line waiting for a window that has gone without a word."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.domain.counter import CounterState as CounterStands
from app.domain.ticket_table import TicketState
from app.texts import Texts
from tests.ui.counter.counter_at_work import LONGEST, CounterAtWork, active, counter_at_work
from tests.ui.counter.desks import counter as counter_row
from tests.ui.counter.desks import desk, live, shown
from tests.ui.counter.morning import COUNTER, Morning
from ui.counter.intents import Intent
from ui.counter.leaving import Remains, remains
from ui.counter.state import CounterState, Phase
from ui.dialogs import Dialog
from ui.tasks import TaskSupervisor
from ui.widgets.button import ActionButton
from ui.widgets.text import Text

# Xvfb and real screens raise windows; the platform without a screen says that it cannot.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)")


@pytest.mark.parametrize(
    ("state", "what"),
    [
        (shown(desk()), Remains.OPEN),
        (shown(desk(CounterStands.PAUSED)), Remains.OPEN),
        (live(TicketState.CALLED), Remains.BUSY),
        (live(TicketState.SERVING), Remains.BUSY),
        (replace(shown(desk()), in_touch=False), Remains.AWAY),
        (replace(live(TicketState.SERVING), in_touch=False), Remains.AWAY),
        (replace(shown(desk()), unconfirmed=Intent.CALL_NEXT), Remains.AWAY),
        (shown(desk(CounterStands.CLOSED)), None),
        (replace(shown(desk()), actor=None), None),
        (shown(desk(counter=counter_row(clerk="0103"))), None),
        (CounterState(COUNTER), None),
    ],
)
def test_what_remains(state: CounterState, what: Remains | None) -> None:
    assert remains(state) is what


async def asked(shape: QWidget) -> Dialog:
    """Close the shape as its own button does; the question that comes instead."""
    assert not shape.close()
    assert not shape.close(), "a second press asks nothing more"
    await asyncio.sleep(0)  # the task that asks begins
    (dialog,) = (found for found in shape.findChildren(Dialog) if found.isVisible())
    return dialog


async def answered() -> None:
    """Wait until the question is over."""
    asking = [task for task in asyncio.all_tasks() if task.get_name() == "ask before leaving"]
    async with asyncio.timeout(LONGEST):
        await asyncio.gather(*asking)


def press(dialog: Dialog, code: str, **params: Any) -> None:
    """Press the button of these words."""
    wanted = Texts("zh")(code, **params)
    next(button for button in dialog.findChildren(ActionButton) if button.text() == wanted).click()


async def emitted(signal: SignalInstance, act: Any) -> None:
    """Do something and wait for the signal."""
    told = asyncio.Event()
    signal.connect(told.set)
    try:
        act()
        async with asyncio.timeout(LONGEST):
            await told.wait()
    finally:
        signal.disconnect(told.set)


async def stands(morning: Morning) -> CounterStands:
    """What the hall says of the counter."""
    return (await morning.hall.ports.readers.counter(COUNTER)).state


async def test_enter_closes_the_counter_and_then_the_window(
    dressed: QApplication, counter: CounterAtWork, morning: Morning
) -> None:
    await counter.sign_in()
    dialog = await asked(counter.room.view.window)
    await emitted(dressed.lastWindowClosed, lambda: QTest.keyClick(dialog.action, Qt.Key.Key_Return))
    assert await stands(morning) is CounterStands.CLOSED


async def test_escape_stays_and_the_next_press_asks_again(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    window = counter.room.view.window
    for _ in range(2):
        dialog = await asked(window)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await answered()
        assert window.isVisible()
    assert await stands(morning) is CounterStands.OPEN


async def test_quitting_without_closing_leaves_the_counter_open(
    dressed: QApplication, counter: CounterAtWork, morning: Morning
) -> None:
    await counter.sign_in()
    dialog = await asked(counter.room.view.window)
    await emitted(dressed.lastWindowClosed, lambda: press(dialog, "counter.leave.open.quit"))
    assert await stands(morning) is CounterStands.OPEN


async def test_with_somebody_served_enter_goes_back_to_the_ticket(
    counter: CounterAtWork, morning: Morning
) -> None:
    ticket = await morning.issue()
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    window = counter.room.view.window
    dialog = await asked(window)
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert ticket.number in said
    QTest.keyClick(dialog.action, Qt.Key.Key_Return)
    await answered()
    assert window.isVisible()
    assert counter.state.phase is Phase.SERVING


async def test_the_bar_asks_too_and_the_program_ends_with_it(
    dressed: QApplication, counter: CounterAtWork, morning: Morning
) -> None:
    await counter.sign_in()
    counter.room.presenter.switch_shape(True)
    bar = counter.room.view.bar
    await active(bar)
    dialog = await asked(bar)
    assert dialog.screen().availableGeometry().contains(dialog.geometry()), "also with the bar at the edge"
    await emitted(dressed.lastWindowClosed, lambda: QTest.keyClick(dialog.action, Qt.Key.Key_Return))
    assert not bar.isVisible()
    assert await stands(morning) is CounterStands.CLOSED


async def test_a_sheet_below_the_bar_is_put_away_by_its_own_close(
    counter: CounterAtWork, morning: Morning
) -> None:
    await counter.sign_in()
    counter.room.presenter.switch_shape(True)
    await counter.room.presenter.ask(Intent.PAUSE)
    sheet = counter.room.view.sheets.window()
    assert sheet is not counter.room.view.window
    sheet.close()
    assert counter.state.sheet is None
    assert not sheet.isVisible()
    assert counter.room.view.bar.isVisible()


async def test_out_of_touch_one_can_still_go_and_is_told_what_remains(
    dressed: QApplication, counter: CounterAtWork, morning: Morning
) -> None:
    ticket = await morning.issue()
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    counter.room.presenter.touch_changed(False)
    dialog = await asked(counter.room.view.window)
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert Texts("zh")("counter.leave.away.ticket", number=ticket.number) in said
    await emitted(dressed.lastWindowClosed, lambda: press(dialog, "counter.leave.away.quit"))
    assert not counter.room.view.window.isVisible()


async def test_a_closed_counter_goes_without_a_question(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CLOSE)
    assert counter.room.view.window.close()


async def test_a_room_closed_while_it_asks_takes_the_question_along(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    async with asyncio.timeout(2 * LONGEST):
        async with counter_at_work(morning, tmp_path) as counter:
            await counter.sign_in()
            dialog = await asked(counter.room.view.window)
    assert not isValid(dialog) or not dialog.isVisible()


async def question(counter: CounterAtWork) -> Dialog:
    """What is asked before the settings take the window's place."""
    await asyncio.sleep(0)  # the task that asks begins
    (dialog,) = (found for found in counter.room.view.window.findChildren(Dialog) if found.isVisible())
    return dialog


async def test_the_settings_ask_as_closing_does(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    tasks = TaskSupervisor(lambda _name, error: pytest.fail(repr(error)))
    leaving = tasks.start(counter.room.may_leave(), name="settings")
    dialog = await question(counter)
    assert not await counter.room.may_leave(), "a second press asks nothing more"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not await leaving
    assert await stands(morning) is CounterStands.OPEN

    leaving = tasks.start(counter.room.may_leave(), name="settings")
    QTest.keyClick((await question(counter)).action, Qt.Key.Key_Return)
    assert await leaving
    assert await stands(morning) is CounterStands.CLOSED
    assert counter.room.view.window.isVisible(), "the settings take its place"


async def test_the_settings_need_no_question_where_nothing_remains(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.desk is not None)
    assert await counter.room.may_leave(), "nobody has signed in"
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CLOSE)
    assert await counter.room.may_leave()
