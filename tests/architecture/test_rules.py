"""The rules hold for the program, and each rule notices when it is broken."""

import pytest

from tests.architecture import rules
from tests.architecture.rules import RULES, Rule
from tests.architecture.source import Module, modules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps(rule: Rule) -> None:
    found = [f"{module.path}:{line}: {what}" for module in modules() for line, what in rule(module)]
    assert not found, f"{rule.__doc__}\n" + "\n".join(found)


BROKEN: list[tuple[Rule, str, str]] = [
    (rules.presenters_and_states_know_no_qt, "ui/counter/presenter.py", "from PySide6.QtCore import QTimer"),
    (rules.presenters_and_states_know_no_qt, "ui/counter/state.py", "import qtawesome"),
    (
        rules.widgets_know_no_services,
        "ui/counter/slip.py",
        "from PySide6.QtWidgets import QLabel\nfrom app.services.call_next import CallNext",
    ),
    (rules.widgets_know_no_services, "ui/counter/view.py", "import app.services.call_next"),
    (rules.rooms_do_not_know_each_other, "ui/counter/view.py", "from ui.other_room.view import Board"),
    (rules.rooms_do_not_know_each_other, "ui/worklist/view.py", "from ui.other_room.view import Board"),
    (rules.only_entry_points_open_the_screens, "app/bootstrap.py", "from ui.main import run"),
    (rules.tasks_have_an_owner, "db/feed.py", "asyncio.create_task(run())"),
    (rules.tasks_have_an_owner, "ui/shell/x.py", "asyncio.get_running_loop().create_task(run())"),
    (rules.tasks_have_an_owner, "ui/shell/x.py", "self._loop.create_task(run())"),
    (rules.no_nested_event_loop, "ui/dialogs/x.py", "answer = self.dialog.exec()"),
    (rules.no_nested_event_loop, "ui/dialogs/x.py", "QMessageBox.warning(self, title, text)"),
    (rules.no_nested_event_loop, "ui/dialogs/x.py", "QtWidgets.QFileDialog.getOpenFileName(self)"),
    (rules.no_async_slots, "ui/counter/view.py", "from qasync import asyncSlot"),
    (rules.no_async_slots, "ui/counter/view.py", "@qasync.asyncSlot()\nasync def called(self): ..."),
    (rules.time_is_passed_in, "app/services/call_next.py", "now = datetime.now(UTC)"),
    (rules.time_is_passed_in, "app/domain/ticket.py", "today = datetime.date.today()"),
    (rules.words_live_in_the_catalogues, "ui/board/view.py", "label.setText('请稍候')"),
    (rules.words_live_in_the_catalogues, "app/documents/slip.py", "title = f'编号 {number}'"),
    (rules.codes_of_papers_stand_in_one_place, "app/services/telling.py", "qr = f'yici:notice/{id_}'"),
    (rules.codes_of_papers_stand_in_one_place, "ui/papers.py", "code = re.compile('yici:document/')"),
]


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_notices(rule: Rule, path: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "rooms", lambda: {"counter", "other_room"})
    assert list(rule(Module(path, text)))


KEPT: list[tuple[Rule, str, str]] = [
    (rules.presenters_and_states_know_no_qt, "ui/counter/view.py", "from PySide6.QtCore import QTimer"),
    (
        rules.widgets_know_no_services,
        "ui/counter/room.py",
        "from PySide6.QtWidgets import QWidget\nfrom app.services.call_next import CallNext",
    ),
    (rules.rooms_do_not_know_each_other, "ui/counter/view.py", "from ui.counter.state import CounterState"),
    (rules.rooms_do_not_know_each_other, "ui/counter/view.py", "from ui.worklist.view import WorklistView"),
    (rules.rooms_do_not_know_each_other, "ui/main.py", "from ui.counter.room import CounterRoom"),
    (
        rules.tasks_have_an_owner,
        "db/feed.py",
        "async with TaskGroup() as group:\n    group.create_task(run())",
    ),
    (
        rules.tasks_have_an_owner,
        "ui/tasks.py",
        "class TaskSupervisor:\n    task = asyncio.create_task(run())",
    ),
    (rules.no_nested_event_loop, "ui/dialogs/x.py", "self.dialog.open()"),
    (rules.time_is_passed_in, "app/services/call_next.py", "now = uow.now"),
    (rules.time_is_passed_in, "ui/shell/clock.py", "now = datetime.now(UTC)"),
    (
        rules.words_live_in_the_catalogues,
        "app/domain/line.py",
        '"""People waiting (队列)."""\nname = "line"  # 队列',
    ),
]


@pytest.mark.parametrize(("rule", "path", "text"), KEPT)
def test_lets_pass(rule: Rule, path: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "rooms", lambda: {"counter", "other_room"})
    assert list(rule(Module(path, text))) == []
