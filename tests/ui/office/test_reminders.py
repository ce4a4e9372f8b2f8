"""Reminders at the office's station: issued and printed, answered, printed again, made void."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from uuid_utils.compat import uuid7

from app.bootstrap import open_hall
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import CommandId
from app.domain.message import Message
from app.domain.reminder import ReminderAction, ReminderState
from app.domain.staff import Actor
from app.ports.queries import ReminderQuery
from app.services.exceptions import answer_exception, assign_exception, take_exception, triage_exception
from app.services.open_exception import open_exception
from app.services.sign_in import sign_in
from app.services.use_case import Command
from db.transaction import ClockOffset
from tests.documents.paper import text_of
from tests.ui.office.test_room import room_in, until
from tests.ui.stations import PASSWORD, SampleHall
from ui.office.reminders_state import NewReminder, Pane, ReminderDraft, RemindersState, Scope
from ui.office.room import OfficeRoom

ADMINISTRATOR, SUPERVISOR, CLERK = "0001", "0002", "0102"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The station's own folder."""
    monkeypatch.setenv("YICI_HOME", str(tmp_path / "station"))


async def come_in(room: OfficeRoom, number: str = SUPERVISOR) -> None:
    """Somebody goes to the page and signs in."""
    QTest.keyClick(room.widget, Qt.Key.Key_F5)
    room.reminders_view.sign_in.submitted.emit(number, PASSWORD)
    await until(room.reminders_view, lambda s: not s.signing_in.busy)


async def ready(room: OfficeRoom) -> None:
    """What can be chosen has been read."""
    await seen(room, lambda s: bool(s.by_days) and s.rows is not None)


async def seen(room: OfficeRoom, fits: Callable[[RemindersState], bool]) -> RemindersState:
    """The state once it fits; it may do so already."""
    state = room.reminders.state
    return state if fits(state) else await until(room.reminders_view, fits)


class Tray:
    """What came out of the printer, by what the page says of it."""

    def __init__(self, room: OfficeRoom, folder: Path) -> None:
        self._folder, self._printed = folder, asyncio.Queue[Message]()
        say = room.reminders_view.say

        def say_and_tell(message: Message) -> None:
            say(message)
            if message.code == "worklist.printed":
                self._printed.put_nowait(message)

        room.reminders_view.say = say_and_tell  # type: ignore[method-assign]

    async def next(self) -> str:
        """The text of all papers, once the next one is out."""
        async with asyncio.timeout(20):
            await self._printed.get()
        return "".join(text_of(path.read_bytes()) for path in self._folder.glob("*.pdf"))


async def test_issued_answered_printed_again_and_made_void(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    paper = tmp_path / "paper"
    async with room_in(hall, paper) as room:
        tray = Tray(room, paper)
        await come_in(room)
        await ready(room)
        QTest.keyClick(room.widget, Qt.Key.Key_N, CTRL)
        assert room.reminders_view.work.new.isVisible()
        presenter = room.reminders
        presenter.act()
        state = await until(room.reminders_view, lambda s: s.problem is not None)
        assert state.problem is not None
        assert state.problem.code == "reminder.rule.which"
        presenter.issuing.write(NewReminder("", "RS", "窗口无人值守", "大厅管理办法第六条"))
        presenter.act()
        state = await until(room.reminders_view, lambda s: s.pane is Pane.ONE and bool(s.rows))
        assert state.page is not None
        assert (state.page.row.finding, state.new) == ("窗口无人值守", NewReminder())
        assert "存在问题窗口无人值守" in await tray.next()
        number = state.page.row.number
        presenter.acting.act()
        assert presenter.state.problem is not None
        presenter.print_again()
        assert "重印" in await tray.next()
        presenter.typed.write_case(type(presenter.state.draft)("已安排替岗"))
        presenter.acting.act()
        await until(room.reminders_view, lambda s: s.page.row.state is ReminderState.PUT_RIGHT)
        presenter.listing.show(Scope.ALL)
        await until(room.reminders_view, lambda s: s.scope is Scope.ALL and bool(s.rows))
        presenter.acting.choose(ReminderAction.VOID)
        presenter.typed.write_case(type(presenter.state.draft)("发错单位"))
        presenter.acting.act()
        state = await until(room.reminders_view, lambda s: s.page.row.state is ReminderState.VOID)
        assert (state.page and state.page.row.number) == number


async def answered(hall: SampleHall, number: str) -> None:
    """The person is answered, long after the limit."""
    async with open_hall(hall.url, hall.key_file, "meanwhile", "zh") as now:
        ports = now.ports
        clerk, supervisor = [await sign_in(ports, who, PASSWORD) for who in (CLERK, SUPERVISOR)]
        simple = ExceptionLevel.SIMPLE
        await triage_exception(ports, by(supervisor), number, ExceptionCategory.PAYMENT, simple)
        await assign_exception(ports, by(supervisor), number, CLERK)
        await take_exception(ports, by(clerk), number)
        await answer_exception(ports, by(clerk), number, "已答复当事人")


def by(who: Actor) -> Command:
    """A command of somebody's."""
    return Command(CommandId(uuid7()), who)


async def test_what_is_late_can_be_chosen_and_goes_away_when_it_is_reminded_of_in_vain(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    long_ago = ClockOffset(timedelta(days=-30))
    async with open_hall(hall.url, hall.key_file, "elsewhere", "zh", long_ago) as past:
        who = await sign_in(past.ports, CLERK, PASSWORD)
        opened = await open_exception(
            past.ports,
            by(who),
            "刷卡失败",
            ExceptionCategory.PAYMENT,
            Channel.COUNTER,
        )
    async with room_in(hall, tmp_path / "paper") as room:
        await come_in(room)
        await ready(room)
        (late,) = room.reminders.state.late
        assert (late.number, late.days_left < 0) == (opened.row.number, True)
        room.reminders.issuing.open()
        room.reminders.issuing.write(NewReminder(late.key, "RS", "没有答复", "例外事项处置机制"))
        room.reminders.act()
        state = await until(room.reminders_view, lambda s: s.pane is Pane.ONE and bool(s.rows))
        assert state.page is not None
        assert state.page.row.exception == opened.row.number
        room.reminders.issuing.write(NewReminder("case/IT001-2020-00001", None, "问题", "依据"))
        room.reminders.issuing.issue()
        assert room.reminders.state.problem is not None
        assert room.reminders.state.problem.code == "office.reminders.no_longer_late"
        state = await seen(room, lambda s: bool(s.late) and s.late[0].reminded is not None)
        assert state.hall is not None
        assert state.late[0].reminded == state.hall.day
        await answered(hall, opened.row.number)
        await seen(room, lambda s: s.late == ())


async def test_each_page_is_for_whoever_may_work_there(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with room_in(hall, tmp_path / "paper") as room:
        await come_in(room, ADMINISTRATOR)
        assert room.reminders.state.signing_in.problem is not None
        assert room.reminders_view.sign_in.isVisible()
        await come_in(room)
        assert room.reminders.state.actor is not None
        assert room.texts.state.actor is None
        room.texts_view.sign_in.submitted.emit(ADMINISTRATOR, PASSWORD)
        await until(room.texts_view, lambda s: s.actor is not None)
        assert room.reminders.state.actor is None
        room.window.signed_out.emit()
        assert room.texts.state.actor is None


async def test_what_was_typed_outlives_the_program(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    typed = NewReminder("", "RS", "窗口无人值守，电话13812345678", "")
    async with room_in(hall, tmp_path / "paper") as room:
        await come_in(room)
        room.reminders.issuing.write(typed)
    async with room_in(hall, tmp_path / "paper") as room:
        assert room.reminders.state.new.finding == "窗口无人值守，电话138****5678"
    async with open_hall(hall.url, hall.key_file, "elsewhere", "zh") as other:
        assert list(await other.ports.readers.reminders(ReminderQuery())) == []


async def test_what_was_typed_about_one_is_kept_without_numbers_of_people(
    dressed: QApplication, hall: SampleHall, tmp_path: Path
) -> None:
    async with room_in(hall, tmp_path / "paper") as room:
        await come_in(room)
        await ready(room)
        room.reminders.issuing.write(NewReminder("", "RS", "窗口无人值守", "大厅管理办法第六条"))
        room.reminders.issuing.issue()
        state = await until(room.reminders_view, lambda s: s.page is not None)
        assert state.page is not None
        room.reminders.typed.write_case(ReminderDraft("已答复，电话13812345678"))
    async with room_in(hall, tmp_path / "paper") as room:
        assert room.reminders.state.drafts == {
            state.page.row.number: ReminderDraft("已答复，电话138****5678")
        }
