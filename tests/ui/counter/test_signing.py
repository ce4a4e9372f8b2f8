"""Who sits at the counter."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.counter import CounterState as CounterStands
from app.ports.errors import DatabaseAway
from app.services.call_next import call_next
from app.services.calling import start
from app.services.counters import open_counter
from app.texts import Texts
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import CLERK, COUNTER, GUIDE, OTHER_CLERK, OTHER_COUNTER, Morning, command_of
from ui.counter.intents import Intent
from ui.counter.state import Phase
from ui.widgets.text import Text


def texts_of(counter: CounterAtWork) -> str:
    """Every word that the sign-in card shows."""
    labels = counter.room.view.body.sign_in.card.findChildren(Text)
    return "\n".join(label.text() for label in labels if label.isVisible())


async def test_number_enter_password_enter_opens_the_counter(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.desk is not None)
    counter.type(CLERK)
    counter.press(Qt.Key.Key_Return)
    counter.type("sample")
    counter.press(Qt.Key.Key_Return)
    state = await counter.until(lambda state: state.phase is Phase.IDLE)
    assert state.desk is not None
    assert state.desk.counter.clerk == CLERK
    assert counter.session.actor == state.actor


async def test_a_wrong_password_is_told_at_the_password(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.desk is not None)
    card = counter.room.view.body.sign_in.card
    card.number.setText(CLERK)
    card.password.setFocus()
    counter.type("wrong")
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.problem is not None and not state.signing_in)
    assert Texts("zh")("staff.rule.wrong_password") in texts_of(counter)
    assert (counter.state.phase, counter.session.actor) == (Phase.SIGNED_OUT, None)


async def test_who_may_not_serve_is_told_so_and_stays_out(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.desk is not None)
    await counter.room.presenter.signing.sign_in(GUIDE, "sample")
    assert counter.state.problem is not None
    assert counter.state.problem.code == "staff.rule.not_here"
    assert counter.session.actor is None


async def test_who_sat_down_as_the_hall_went_away_stays_signed_in(
    counter: CounterAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    await counter.until(lambda state: state.desk is not None)
    with monkeypatch.context() as outage:
        outage.setattr(counter.room.presenter.desk, "refresh", _away)
        await counter.room.presenter.signing.sign_in(CLERK, "sample")
    assert counter.state.actor is not None
    assert counter.session.actor == counter.state.actor
    await counter.room.presenter.refresh()
    await counter.until(lambda state: state.phase is Phase.IDLE)


async def _away() -> None:
    raise DatabaseAway("database.away")


async def test_a_clerk_sits_at_one_counter(counter: CounterAtWork, morning: Morning) -> None:
    clerk = await morning.sign_in(CLERK)
    await open_counter(morning.hall.ports, command_of(clerk), OTHER_COUNTER)
    await counter.until(lambda state: state.desk is not None)
    await counter.room.presenter.signing.sign_in(CLERK, "sample")
    assert counter.state.problem is not None
    assert counter.state.problem.code == "counter.rule.elsewhere"
    assert counter.state.phase is Phase.SIGNED_OUT


async def test_the_password_can_be_shown_and_capitals_warn(counter: CounterAtWork) -> None:
    await counter.until(lambda state: state.desk is not None)
    password = counter.room.view.body.sign_in.card.password
    password.setFocus()
    counter.type("A")
    assert Texts("zh")("setup.sign_in.capitals") in texts_of(counter)
    counter.type("b")
    assert Texts("zh")("setup.sign_in.capitals") not in texts_of(counter)
    assert password.echoMode() is QLineEdit.EchoMode.Password


async def test_change_of_clerk_takes_the_ticket_over(counter: CounterAtWork, morning: Morning) -> None:
    ticket = await morning.issue()
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.room.presenter.ask(Intent.HAND_OVER)
    card = counter.room.view.body.sign_in.card
    assert card.isVisible()
    card.number.setText(OTHER_CLERK)
    card.password.setFocus()
    counter.type("sample")
    counter.press(Qt.Key.Key_Return)
    state = await counter.until(
        lambda s: s.actor is not None and s.actor.number == OTHER_CLERK and not s.signing_in
    )
    assert state.phase is Phase.SERVING
    assert state.ticket is not None
    assert state.ticket.number == ticket.number
    assert not card.isVisible()


async def test_escape_gives_a_change_of_clerk_up(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.HAND_OVER)
    counter.type(OTHER_CLERK)
    counter.press(Qt.Key.Key_Escape)
    assert counter.state.sheet is None
    await counter.room.presenter.ask(Intent.SIGN_OUT)
    counter.press(Qt.Key.Key_Escape)
    assert counter.state.phase is Phase.SIGNED_OUT, "without anybody here there is no way back"


async def test_a_change_of_clerk_can_be_given_up(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.HAND_OVER)
    await counter.room.presenter.signing.sign_in(OTHER_CLERK, "wrong")
    counter.room.view.body.sign_in.card.cancelled.emit()
    assert counter.state.sheet is None
    assert counter.state.actor is not None
    assert counter.state.actor.number == CLERK
    assert counter.session.actor == counter.state.actor


async def test_signing_out_closes_the_counter(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.SIGN_OUT)
    assert counter.state.phase is Phase.SIGNED_OUT
    assert (await morning.hall.ports.readers.counter(COUNTER)).state is CounterStands.CLOSED


async def test_nobody_signs_out_with_a_person_at_the_counter(
    counter: CounterAtWork, morning: Morning
) -> None:
    await morning.issue()
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.SIGN_OUT)
    assert counter.state.phase is Phase.CALLED


async def test_who_is_replaced_from_elsewhere_is_told(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    other = await morning.sign_in(OTHER_CLERK)
    await open_counter(morning.hall.ports, command_of(other), COUNTER, hand_over=True)
    await counter.room.presenter.refresh()
    assert counter.state.phase is Phase.SIGNED_OUT
    assert counter.state.problem is not None
    assert Texts("zh")(counter.state.problem) in texts_of(counter)


async def test_a_station_comes_back_to_the_ticket_it_was_serving(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    ticket = await morning.issue()
    clerk = await morning.sign_in(CLERK)
    ports = morning.hall.ports
    await open_counter(ports, command_of(clerk), COUNTER)
    await call_next(ports, command_of(clerk), COUNTER)
    await start(ports, command_of(clerk), COUNTER)
    async with counter_at_work(morning, tmp_path) as counter:
        state = await counter.sign_in()
        assert state.phase is Phase.SERVING
        assert state.ticket is not None
        assert state.ticket.number == ticket.number


async def test_a_paused_counter_stays_paused_over_a_restart(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    async with counter_at_work(morning, tmp_path) as counter:
        await counter.sign_in()
        await counter.room.presenter.actions.pause("用餐")
    async with counter_at_work(morning, tmp_path) as counter:
        assert (await counter.sign_in()).phase is Phase.PAUSED
