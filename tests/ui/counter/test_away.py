"""What is lost with the database, and what is not: nothing typed, no person called twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_sample_hall, open_hall
from app.domain.judgement import Verdict
from app.ports.errors import DatabaseAway
from app.services.issue_ticket import ErrandWish
from app.services.sign_in import sign_in
from tests.postgres import PostgresServer
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import GUIDE, MORTGAGE, PASSWORD, Morning
from ui.counter.intents import Intent
from ui.counter.state import Phase
from ui.orders import Orders


class LostReplies:
    """Units of work of the real database whose commit goes through, but whose reply is lost, a few times."""

    def __init__(self, uow: Any) -> None:
        self._uow, self.to_lose = uow, 0

    def __call__(self) -> Any:
        return _Unit(self._uow(), self)


class _Unit:
    def __init__(self, unit: Any, replies: LostReplies) -> None:
        self._unit, self._replies = unit, replies

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    async def __aenter__(self) -> Self:
        await self._unit.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._unit.__aexit__(*error)

    async def commit(self) -> None:
        await self._unit.commit()
        if self._replies.to_lose:
            self._replies.to_lose -= 1
            raise DatabaseAway("database.away")


@pytest.fixture
async def flaky(
    dressed: QApplication, morning: Morning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[CounterAtWork, LostReplies]]:
    """A counter whose replies can be lost; it repeats at once instead of after two seconds."""
    replies = LostReplies(morning.hall.ports.uow)
    hall = replace(morning.hall, ports=replace(morning.hall.ports, uow=replies))
    monkeypatch.setattr(Orders.__init__, "__defaults__", (0.01,))
    async with counter_at_work(replace(morning, hall=hall), tmp_path) as counter:
        yield counter, replies


async def test_a_lost_reply_calls_nobody_else(
    flaky: tuple[CounterAtWork, LostReplies], morning: Morning
) -> None:
    counter, replies = flaky
    await morning.issue()
    await morning.issue()
    await counter.sign_in()
    replies.to_lose = 1
    counter.press(Qt.Key.Key_F2)
    await counter.until(lambda state: state.unconfirmed is Intent.CALL_NEXT)
    assert counter.room.view.body.unconfirmed.isVisible()
    state = await counter.until(lambda state: state.phase is Phase.CALLED and state.busy is None)
    assert state.ticket is not None
    assert (state.ticket.number, state.ticket.calls) == ("A001", 1)
    assert not counter.room.view.body.unconfirmed.isVisible()


async def test_a_lost_recall_counts_once(flaky: tuple[CounterAtWork, LostReplies], morning: Morning) -> None:
    counter, replies = flaky
    await morning.issue()
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    morning.pass_minutes(1)
    replies.to_lose = 2
    await counter.room.presenter.ask(Intent.RECALL)
    assert counter.state.ticket is not None
    assert counter.state.ticket.calls == 2


async def test_an_unconfirmed_command_can_be_given_up(
    flaky: tuple[CounterAtWork, LostReplies], morning: Morning
) -> None:
    counter, replies = flaky
    await morning.issue()
    await counter.sign_in()
    replies.to_lose = 10_000
    counter.press(Qt.Key.Key_F2)
    await counter.until(lambda state: state.unconfirmed is Intent.CALL_NEXT)
    counter.room.view.body.unconfirmed.action.emit()
    await counter.until(lambda state: state.busy is None)
    replies.to_lose = 0
    await counter.room.presenter.refresh()
    assert counter.state.phase is Phase.CALLED, "what was done after all is seen"


async def test_judgements_come_back_after_a_kill(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    async with counter_at_work(morning, tmp_path) as killed:
        await killed.sign_in()
        await killed.room.presenter.ask(Intent.CALL_NEXT)
        await killed.room.presenter.ask(Intent.START)
        killed.room.presenter.judging.judge(1, Verdict.WRONG)
        killed.room.presenter.judging.write_remark(1, "没有盖章")
        await _written()
        async with counter_at_work(morning, tmp_path) as restarted:  # the first one never closed
            await restarted.sign_in()
            assert restarted.state.draft == killed.state.draft
            row = restarted.room.view.body.desk.materials._rows[1]
            assert (row.choice.value(), row.remark.text()) == ("wrong", "没有盖章")


async def test_a_lost_hall_is_told_within_three_seconds_and_found_again(
    dressed: QApplication, outage_postgres: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))
    url, key = outage_postgres.url(outage_postgres.create()), tmp_path / "hall.key"
    await make_sample_hall(url, key)
    async with open_hall(url, key, "counter-2", "zh") as hall:
        morning = Morning(hall, await sign_in(hall.ports, GUIDE, PASSWORD, "desk"))
        await morning.issue(ErrandWish(MORTGAGE))
        async with counter_at_work(morning, tmp_path) as counter:
            await counter.sign_in()
            await counter.room.presenter.ask(Intent.CALL_NEXT)
            await counter.room.presenter.ask(Intent.START)
            await asyncio.to_thread(outage_postgres.stop, "immediate")
            async with asyncio.timeout(3):
                await counter.until(lambda state: not state.in_touch)
            assert counter.room.view.window._out_of_touch.isVisible()
            counter.type("2")
            assert counter.state.draft.of(1) is not None, "judging goes on without the hall"
            await asyncio.to_thread(outage_postgres.start)
            await counter.until(lambda state: state.in_touch)
            assert not counter.room.view.window._out_of_touch.isVisible()
            assert counter.state.draft.of(1) is not None
            await counter.room.presenter.actions.hold("去复印")
            await counter.until(lambda state: state.phase is Phase.IDLE)


async def _written() -> None:
    """Wait for the writing of drafts that is under way."""
    writing = [task for task in asyncio.all_tasks() if task.get_name() == "write counter drafts"]
    await asyncio.gather(*writing)
