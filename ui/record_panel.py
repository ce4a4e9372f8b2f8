"""The record of a paper that was scanned, above whatever room there is, until it is put away."""

from datetime import tzinfo

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ports.rows import Verified
from ui.verified_card import VerifiedCard
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card
from ui.widgets.layouts import Box, column, row
from ui.widgets.scroll_page import TightPage
from ui.words import Words


class RecordPanel(Card):
    """Hidden until a paper is shown. ``inside`` takes what a room has to say below the record."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.record = VerifiedCard(words)
        self.close_button = ActionButton(icon="x", kind=Kind.QUIET, size=Size.INLINE)
        self.close_button.setAccessibleName(words("shell.banner.dismiss"))
        self.close_button.setToolTip(words("shell.banner.dismiss"))
        self.close_button.clicked.connect(self.hide)
        page = QWidget()
        self.inside: Box = column(page).put(self.record)
        line = row(margins=(0, 0, 12, 0))
        line.addWidget(_LowPage(page), 1)
        line.put(self.close_button)
        self.body.addLayout(line)
        self.hide()

    def show_paper(self, found: Verified | None, zone: tzinfo) -> None:
        """Show the record, None for a paper of which none is kept; ``zone`` is the hall's."""
        self.record.show_paper(found, zone)
        self.show()


class _LowPage(TightPage):
    """As tall as what it says; it scrolls where large print would make the window taller than its screen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout, width = self._page.layout(), max(1, self.viewport().width())
        tall = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(super().sizeHint().width(), max(tall, super().sizeHint().height()))
