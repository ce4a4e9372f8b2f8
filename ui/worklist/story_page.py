"""The part of a case that scrolls: its story, and what of head and form has no room of its own."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.card import Panel
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.story import Story

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class _Place(Enum):
    """Where the page stays while it grows."""

    ANYWHERE = "anywhere"
    END = "end"
    KEYBOARD = "keyboard"


class StoryPage(ScrollPage):
    """``before`` and ``after`` stand before and after the story; what is put there scrolls with it."""

    def __init__(self, story: Story) -> None:
        head, form = Panel(margins=(16, 8, 16, 0), gap=4), Panel(margins=(16, 0, 16, 12))
        self.before, self.after = head.body, form.body
        self._more, self._form = (head, form), form
        self._told = Panel(margins=(12, 12, 16, 12))
        self._told.body.put(story, None)
        page = QWidget()
        box = column(page)
        box.put(head)
        box.addWidget(self._told, 1)
        box.put(form)
        super().__init__(page)
        self.show_more(more=False)
        self._place = _Place.END
        form.installEventFilter(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(lambda _least, _most: self._keep())

    def show_more(self, *, more: bool) -> None:
        """Whether anything stands before and after the story."""
        for part in self._more:
            part.setVisible(more)

    def go_to_end(self) -> None:
        """To where the story ends, and stay there while it grows."""
        self._place = _Place.END
        self._keep()

    def follow_keyboard(self) -> bool:
        """Bring the form into sight where the keyboard is in it, and keep it there while the page grows; True."""
        if not self._form.isHidden():
            self._place = _Place.KEYBOARD
            self._keep()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() in _MOVES:
            self._keep()
        return super().eventFilter(watched, event)

    def _end(self) -> int:
        told = self._told.geometry()
        return max(0, min(told.bottom() + 1 - self.viewport().height(), self.verticalScrollBar().maximum()))

    def _moved(self, value: int) -> None:
        self._place = _Place.END if value >= self._end() else _Place.ANYWHERE

    def _keep(self) -> None:
        place = self._place  # whoever reads further up is left there
        if place is _Place.END:
            self.verticalScrollBar().setValue(self._end())
        held = QApplication.focusWidget()
        if place is _Place.KEYBOARD and held is not None and self._form.isAncestorOf(held):
            form, room = self._form.geometry(), self.viewport().height()
            self.verticalScrollBar().setValue(min(form.top(), form.bottom() + 1 - room))
        self._place = place
