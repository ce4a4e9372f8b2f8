"""A slip laid out as it will be printed: a picture of its pages, never the paper itself."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.sheet import SheetCard
from ui.counter.state import CounterState, Shown
from ui.theme import Type, look_of
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.words import Words

_PAGE_WIDTH = 560


def page_images(pdf: bytes, width: int) -> list[QImage]:
    """The pages of a PDF as pictures of this width in px; none when it is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    images = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        drawn = document.render(page, QSize(width, round(width * size.height() / size.width())))
        images.append(_on_white(drawn))
    document.close()
    return images


def _on_white(drawn: QImage) -> QImage:
    """PDF pages are transparent where nothing is printed; paper is white in every theme."""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


class SlipSheet(SheetCard):
    """``asked(intent)`` to issue what is previewed, or to print an issued slip once more."""

    asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, words("counter.sheet.preview.title"), "", parent=parent)
        self._shown: Shown | None = None
        self._means = Intent.NOTICE
        self._waiting = Text(words("counter.sheet.preview.working"), Type.BODY, "text2")
        inside = QWidget()
        self._pages = column(inside, margins=(12, 12, 12, 12), gap=12)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.inside.put(self._waiting)
        self.inside.addWidget(self.area, 1)

    def begin(self, state: CounterState) -> None:
        self._shown = None
        self._clear()

    def show_state(self, state: CounterState) -> None:
        self._waiting.setVisible(state.shown is None and state.problem is None)
        if state.shown is not None and state.shown is not self._shown:
            self._shown = state.shown
            self._lay_out(state.shown)
        self._show_action(state)
        super().show_state(state)
        able = rules.enabled(state)
        ours = state.shown is not None and (
            state.shown.notice is None or state.shown.notice.number == _own(state)
        )
        self.action.setVisible(ours)
        self.action.setEnabled(ours and self._means in able)

    def focus_start(self) -> None:
        self.area.setFocus()

    def confirm(self) -> None:
        if self.action.isVisible() and self.action.isEnabled():
            self.asked.emit(self._means)

    def _show_action(self, state: CounterState) -> None:
        notice = state.shown.notice if state.shown else None
        self._means = Intent.REPRINT if notice else Intent.NOTICE
        self.set_title(self.words("counter.sheet.preview.title"), notice.number if notice else "")
        code = "counter.slip.reprint" if notice else "counter.next.notice"
        self.action.show_action(self.words(code), key="Enter", icon="printer")

    def _lay_out(self, shown: Shown) -> None:
        self._clear()
        ratio = self.devicePixelRatioF()
        for image in page_images(shown.pdf, round(look_of(self).px(_PAGE_WIDTH) * ratio)):
            image.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)

    def _clear(self) -> None:
        while (item := self._pages.takeAt(0)) is not None:
            page = item.widget()
            if page is not None:
                page.hide()
                page.deleteLater()


def _own(state: CounterState) -> str:
    return state.issued.number if state.issued else ""
