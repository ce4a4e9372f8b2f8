from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.texts import Texts
from tests.ui.board.boards import EMPTY, FLASHING, LOST, NORMAL, OVERFULL, call
from ui.board.call_panel import FLASH_MS
from ui.board.view import BoardView
from ui.theme import BOARD

HD, SMALL, FOUR_K = (1920, 1080), (1366, 768), (3840, 2160)


@pytest.fixture
def board(qtbot: QtBot, dressed: QApplication) -> BoardView:
    view = BoardView(Texts("zh"))
    qtbot.addWidget(view.window)
    view.window.resize(*HD)
    view.window.show()
    return view


def _frame(board: BoardView) -> QColor:
    """The colour inside the thick frame, where the thin one does not reach."""
    picture = board.window.call.grab().toImage()
    return picture.pixelColor(QPoint(20, picture.height() // 2))


def _right_edge(picture: QImage, colour: str) -> int:
    """How far right this colour reaches."""
    wanted = QColor(colour).rgb()
    columns = (
        x
        for x in range(picture.width() - 1, -1, -1)
        if any(picture.pixel(x, y) == wanted for y in range(0, picture.height(), 2))
    )
    return next(columns, -1)


def test_the_frame_flashes_while_a_call_is_fresh(qtbot: QtBot, board: BoardView) -> None:
    accent, inside = QColor(BOARD.accent), QColor(BOARD.surface)
    board.render(NORMAL)
    assert _frame(board) == inside
    board.render(FLASHING)
    assert _frame(board) == accent
    qtbot.waitUntil(lambda: _frame(board) == inside, timeout=3 * FLASH_MS)
    qtbot.waitUntil(lambda: _frame(board) == accent, timeout=3 * FLASH_MS)
    board.render(NORMAL)
    assert not board.window.call.is_flashing()
    assert _frame(board) == inside


def test_the_latest_call_is_told_in_words(board: BoardView) -> None:
    board.render(NORMAL)
    assert board.window.call.accessibleName() == "请 A023 号到 3 号窗口"
    assert board.window.recent.accessibleDescription() == "C014 9; D022 12; B011 6; A022 2; E009 17"


def test_out_of_touch_no_old_call_is_shown_as_the_current_one(board: BoardView) -> None:
    board.render(replace(LOST, fresh=FLASHING.fresh))
    assert board.window.call.accessibleName() == "与大厅失去联系"
    assert not board.window.call.is_flashing()
    assert board.window.recent.accessibleName() == "10:06 以前的呼叫"
    assert board.window.recent.accessibleDescription().startswith("A023 3; C014 9")
    assert board.window.head.accessibleDescription() == "失联"


def test_without_calls_people_are_asked_to_watch(board: BoardView) -> None:
    board.render(EMPTY)
    assert board.window.call.accessibleName() == "请留意叫号"


def test_a_page_of_lines_is_shown_at_a_time(board: BoardView) -> None:
    board.render(OVERFULL)
    shown = board.window.lines.accessibleDescription()
    assert shown.startswith("G 综合 0")
    assert "不动产" not in shown


@pytest.mark.parametrize("size", [SMALL, HD, FOUR_K])
def test_long_numbers_stay_whole_at_every_size(board: BoardView, size: tuple[int, int]) -> None:
    """Counter 116 ends left of its direction, and a long number inside the frame."""
    board.window.resize(*size)
    board.render(replace(NORMAL, calls=(call("ABC1023", 116, "→ 西区二层右侧扶梯旁"),)))
    panel = board.window.call.grab().toImage()
    scale = size[0] / HD[0]
    assert _right_edge(panel, BOARD.text1) < panel.width() - 30 * scale


def test_the_same_picture_at_every_size(board: BoardView) -> None:
    """What is painted grows with the screen: the number ends at the same share of the width."""
    shares = []
    for size in (SMALL, HD, FOUR_K):
        board.window.resize(*size)
        board.render(NORMAL)
        panel = board.window.call.grab().toImage()
        shares.append(_right_edge(panel, BOARD.text1) / panel.width())
    assert max(shares) - min(shares) < 0.02


def test_full_screen_comes_and_goes_with_its_keys(qtbot: QtBot, board: BoardView) -> None:
    window: QWidget = board.window
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    qtbot.waitUntil(lambda: window.cursor().shape() is Qt.CursorShape.BlankCursor)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    qtbot.waitUntil(lambda: window.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_english_is_complete(qtbot: QtBot, dressed: QApplication) -> None:
    view = BoardView(Texts("en"))
    qtbot.addWidget(view.window)
    view.render(NORMAL)
    assert view.window.call.accessibleName() == "Ticket A023, please go to counter 3"
