"""The first start's window, used as a person uses it, with a real hall behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import folder_paper, make_sample_hall, open_hall
from app.settings import PrinterChoice, StationKind, StationSettings, load_settings
from tests.ui.seen import Seen
from tests.ui.stations import SampleHall
from ui.devices.printing import NoPaper
from ui.first_start.counter_grid import CounterButton
from ui.first_start.kind_card import KindCard, KindChoice
from ui.first_start.presenter import View
from ui.first_start.room import FirstStartRoom, Outside
from ui.first_start.state import FirstStartState, Paper
from ui.widgets.button import ActionButton
from ui.words import Words


class SetUp:
    """A first start on a stage that remembers what it shows."""

    def __init__(self, settings: StationSettings) -> None:
        self.shown: list[QWidget] = []
        outside = Outside(
            open_hall=lambda url, key, origin: open_hall(url, key, origin, "zh"),
            make_sample=make_sample_hall,
            paper_of=lambda choice: folder_paper(choice.folder) if choice.folder else NoPaper(),
            show=self.shown.append,
            version="0.1.0",
        )
        self.room = FirstStartRoom(outside, settings)
        self.seen = Seen[FirstStartState]()
        self.seen.render(self.room.presenter.state)
        self.room.presenter.view = _Both(self.room.presenter.view, self.seen)

    def field(self, label: str) -> QLineEdit:
        """The input of this label."""
        return next(f for f in self.room.widget.findChildren(QLineEdit) if f.accessibleName() == label)

    def button(self, text: str) -> ActionButton:
        """The button with these words."""
        return next(b for b in self.room.widget.findChildren(ActionButton) if b.text() == text)

    def counter(self, number: int) -> CounterButton:
        """The button of a counter."""
        return next(b for b in self.room.widget.findChildren(CounterButton) if b.text() == str(number))

    async def until(self, holds: Callable[[FirstStartState], bool]) -> None:
        """Wait until a state is shown that fits."""
        await self.seen.until(holds)


class _Both:
    """Renders into the window and remembers."""

    def __init__(self, *views: View) -> None:
        self._views = views

    def render(self, state: FirstStartState) -> None:
        for view in self._views:
            view.render(state)


@pytest.fixture
async def open_set_up(
    qtbot: QtBot, dressed: QApplication
) -> AsyncIterator[Callable[[StationSettings], SetUp]]:
    """Opens first starts, and closes them at the end."""
    opened: list[SetUp] = []

    def open_one(settings: StationSettings) -> SetUp:
        opened.append(SetUp(settings))
        widget = opened[-1].room.widget
        qtbot.addWidget(widget)
        widget.resize(1366, 768)
        widget.show()
        return opened[-1]

    yield open_one
    for set_up in opened:
        await set_up.room.close()


async def test_a_technician_makes_this_machine_counter_three(
    qtbot: QtBot,
    open_set_up: Callable[[StationSettings], SetUp],
    hall: SampleHall,
    station_home: Path,
) -> None:
    set_up = open_set_up(StationSettings())
    window = set_up.room.widget
    place = next(b for b in window.findChildren(QWidget) if b.accessibleName() == "本机文件")
    qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(set_up.field("数据库文件"), str(hall.folder / "hall.db"))
    qtbot.keyClicks(set_up.field("大厅密钥文件"), str(hall.key_file))
    qtbot.keyClick(set_up.field("大厅密钥文件"), Qt.Key.Key_Return)
    counter = next(c for c in window.findChildren(KindCard) if c.kind is StationKind.COUNTER)
    qtbot.mouseClick(counter, Qt.MouseButton.LeftButton)
    assert not set_up.button("开始使用").isEnabled()
    await set_up.until(lambda state: state.found is not None)
    qtbot.mouseClick(set_up.counter(3), Qt.MouseButton.LeftButton)
    assert set_up.button("开始使用").isEnabled()
    qtbot.mouseClick(set_up.button("开始使用"), Qt.MouseButton.LeftButton)
    settled = await set_up.room.settled()
    assert settled == load_settings()
    assert (settled.kind, settled.counter) == (StationKind.COUNTER, 3)


async def test_counters_in_use_elsewhere_cannot_be_chosen(
    open_set_up: Callable[[StationSettings], SetUp], hall: SampleHall
) -> None:
    async with hall.at_work() as people:
        await people.open(2)
    mine = StationSettings(database=hall.url, key_file=hall.key_file, kind=StationKind.COUNTER, counter=3)
    set_up = open_set_up(mine)
    await set_up.until(lambda state: state.found is not None)
    assert not set_up.counter(2).isEnabled()
    assert set_up.counter(3).isEnabled()
    assert set_up.counter(3).isChecked()


async def test_tab_leads_from_the_kind_to_the_counters(
    open_set_up: Callable[[StationSettings], SetUp], hall: SampleHall
) -> None:
    set_up = open_set_up(StationSettings(database=hall.url, key_file=hall.key_file))
    set_up.room.presenter.choose_kind(StationKind.COUNTER)
    await set_up.until(lambda state: state.found is not None)
    before = set_up.counter(1).previousInFocusChain()
    while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    assert isinstance(before, KindCard)


async def test_the_keyboard_is_in_the_address_and_then_on_the_kinds(
    qtbot: QtBot, open_set_up: Callable[[StationSettings], SetUp], hall: SampleHall
) -> None:
    set_up = open_set_up(StationSettings())
    window = set_up.room.widget
    assert window.focusWidget() is set_up.field("服务器（有备库的，用逗号分开）")
    qtbot.mouseClick(
        next(b for b in window.findChildren(QWidget) if b.accessibleName() == "本机文件"),
        Qt.MouseButton.LeftButton,
    )
    qtbot.keyClicks(set_up.field("数据库文件"), str(hall.folder / "hall.db"))
    key = set_up.field("大厅密钥文件")
    key.setFocus()
    qtbot.keyClicks(key, str(hall.key_file))
    qtbot.keyClick(key, Qt.Key.Key_Return)
    await set_up.until(lambda state: state.found is not None)
    assert isinstance(window.focusWidget(), KindCard)


async def test_what_is_being_typed_survives_what_arrives_meanwhile(
    qtbot: QtBot, dressed: QApplication, open_set_up: Callable[[StationSettings], SetUp]
) -> None:
    set_up = open_set_up(StationSettings())
    hosts = set_up.field("服务器（有备库的，用逗号分开）")
    focused = asyncio.Event()
    dressed.focusChanged.connect(focused.set)
    set_up.room.widget.activateWindow()
    hosts.setFocus()
    while not hosts.hasFocus():
        await focused.wait()
        focused.clear()
    qtbot.keyClicks(hosts, "hall-db-1")
    hosts.setCursorPosition(4)
    set_up.room.presenter.choose_kind(StationKind.BOARD)
    assert hosts.text() == "hall-db-1"
    assert hosts.cursorPosition() == 4


async def test_another_language_takes_the_choices_along(
    qtbot: QtBot, open_set_up: Callable[[StationSettings], SetUp], tmp_path: Path
) -> None:
    set_up = open_set_up(StationSettings())
    set_up.room.presenter.choose_kind(StationKind.GUIDE_DESK)
    set_up.room.presenter.choose_printer(Paper.A4, PrinterChoice(folder=tmp_path))
    qtbot.mouseClick(set_up.button("中文 / English"), Qt.MouseButton.LeftButton)
    assert set_up.shown == [set_up.room.widget]
    qtbot.addWidget(set_up.room.widget)
    assert set_up.button("Start").isEnabled() is False
    card = next(c for c in set_up.room.widget.findChildren(KindCard) if c.kind is StationKind.GUIDE_DESK)
    assert card.isChecked()
    assert set_up.room.presenter.state.choices.language == "en"


async def test_what_will_not_print_is_said_and_may_wait(
    qtbot: QtBot, open_set_up: Callable[[StationSettings], SetUp], hall: SampleHall, tmp_path: Path
) -> None:
    set_up = open_set_up(StationSettings(database=hall.url, key_file=hall.key_file))
    presenter, outfit = set_up.room.presenter, set_up.room._view.window.outfit
    presenter.choose_kind(StationKind.GUIDE_DESK)
    await set_up.until(lambda state: state.found is not None)
    assert "号票、告知单等 A4 纸件不会打印" in outfit._unprinted.text()
    assert not outfit._missing.isVisible(), "it is not all set"
    presenter.choose_printer(Paper.TICKET, PrinterChoice(folder=tmp_path))
    assert "，告知单等 A4 纸件不会打印" in outfit._unprinted.text()
    assert set_up.button("开始使用").isEnabled()
    presenter.choose_printer(Paper.A4, PrinterChoice(folder=tmp_path))
    assert not outfit._unprinted.isVisible()
    assert outfit._missing.text() == "都设好了。"
    presenter.choose_kind(StationKind.EXCEPTIONS)
    assert not outfit._unprinted.isVisible(), "it prints nothing"


async def test_a_test_page_lies_in_the_folder(
    qtbot: QtBot, open_set_up: Callable[[StationSettings], SetUp], tmp_path: Path
) -> None:
    set_up = open_set_up(StationSettings(kind=StationKind.COUNTER))
    set_up.room.presenter.choose_printer(Paper.A4, PrinterChoice(folder=tmp_path / "paper"))
    proof = next(
        b for b in set_up.room.widget.findChildren(ActionButton) if b.text() == "测试页" and b.isVisible()
    )
    proof.click()
    await set_up.until(lambda state: bool(state.proofs) and state.proofs[0][1].message is not None)
    (printed,) = (tmp_path / "paper").iterdir()
    assert printed.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("width", "in_the_first_row"), [(1040, 7), (580, 4), (520, 3)])
def test_kinds_stand_in_more_rows_where_their_names_have_no_room(
    dressed: QApplication, words: Words, width: int, in_the_first_row: int
) -> None:
    choice = KindChoice(words)
    choice.resize(width, 300)
    choice.show()
    layout = choice.layout()
    assert layout is not None
    layout.activate()
    tops = [card.y() for card in choice.findChildren(KindCard)]
    assert tops.count(min(tops)) == in_the_first_row
    choice.close()
