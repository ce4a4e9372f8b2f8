"""The row of a case's steps: the one in front, and the others beside it or, where there is no room, in a menu."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.layouts import FlowLayout, row
from ui.words import Words

KEY = "Ctrl Enter"
_GAP = 8


class ActionLine(QWidget):
    """``chosen(action)`` for one of the others. Folded it is one row high, however many there are."""

    chosen = Signal(object)

    def __init__(self, words: Words, others: Iterable[tuple[StrEnum, str, str]]) -> None:
        super().__init__()
        self._words, self._folded = words, False
        self.others = {action: ActionButton(name, icon=icon) for action, name, icon in others}
        self.more = ActionButton(size=Size.LARGE)
        self.more.setToolTip(words("worklist.more"))
        self.preview = ActionButton(words("worklist.preview"), icon="eye", size=Size.LARGE)
        self.button = ActionButton(size=Size.LARGE, kind=Kind.PRIMARY)
        self._beside, self._in_menu = QWidget(), QWidget()
        flow = FlowLayout(self._beside, gap=_GAP)
        for button in self.others.values():
            flow.addWidget(button)
        row(self._in_menu).put(self.more, None)
        line = row(self, gap=_GAP)
        line.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._in_menu, 1)
        line.put(self.preview, self.button)
        self._in_menu.hide()
        for action, button in self.others.items():
            button.clicked.connect(lambda _=False, action=action: self.chosen.emit(action))
        self.more.clicked.connect(self._open_menu)

    def show_button(self, name: str, icon: str) -> None:
        """Name the step in front."""
        self.button.show_action(name, icon=icon, key=KEY)

    def fold(self, *, folded: bool) -> None:
        """Whether there is height for one row only."""
        self._folded = folded
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put the others into the menu where they have no room; words and keys give way before anything is cut."""
        shown = [button for button in self.others.values() if not button.isHidden()]
        self._word_of_more(self._words("worklist.more"))
        self.preview.show_action(self._words("worklist.preview"), icon="eye")
        self.button.show_cap(shown=True)
        in_menu = self._folded and bool(shown) and not self._fits(*shown)
        self._beside.setHidden(in_menu)
        self._in_menu.setVisible(in_menu)
        if self._folded:
            self._give_way(*([self.more] if in_menu else shown))

    def _give_way(self, *beside: ActionButton) -> None:
        if not self._fits(*beside):
            self._word_of_more("")
        if not self._fits(*beside):
            self.preview.show_action("", icon="eye")
            self.preview.setAccessibleName(self._words("worklist.preview"))
        self.button.show_cap(shown=self._fits(*beside))

    def _word_of_more(self, word: str) -> None:
        self.more.show_action(word, icon="dots-three-vertical")
        self.more.setAccessibleName(self._words("worklist.more"))

    def _fits(self, *beside: ActionButton) -> bool:
        parts = [*beside, *(part for part in (self.preview, self.button) if not part.isHidden())]
        gaps = look_of(self).px(_GAP) * max(0, len(parts) - 1)
        return sum(part.sizeHint().width() for part in parts) + gaps <= self.width()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for button in self.others.values():
            if not button.isHidden():
                entry = menu.addAction(button.text())
                entry.setEnabled(button.isEnabled())
                entry.setToolTip(button.toolTip())
                entry.triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()))
