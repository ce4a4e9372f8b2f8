"""Fields that a person fills in."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QStyleOptionComboBox, QWidget

from ui.theme import Type, active, look_of, paint_icon
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.layouts import column
from ui.widgets.paint import line_text, rounded, text_width
from ui.widgets.text import ElidedText, Text, restyle


def write_unless_focused(field: QLineEdit, text: str) -> None:
    """Render a value into a field; one that a person is writing in keeps its cursor and preedit."""
    if not field.hasFocus() and field.text() != text:
        field.setText(text)


_AROUND_CHOICE = 42
"""Px at scale 1 that padding and caret take."""


class Picker(QComboBox):
    """A drop-down list with the product's caret; ``data`` of an item is its key.

    What is chosen ends in an ellipsis where room ends; the whole of it is then the tool tip.
    """

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("dense", dense)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QEvent) -> None:  # scrolling the page must not choose
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self._shortened()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            whole = self.currentText()
            self.setToolTip(whole if self._shortened() != whole else "")
        return super().event(event)

    def _shortened(self) -> str:
        room = self.width() - look_of(self).px(_AROUND_CHOICE)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = look_of(self)
        side = look.px(14)
        box = QRect(self.width() - side - look.px(10), (self.height() - side) // 2, side, side)
        paint_icon(
            QPainter(self), box, "caret-down", look.colour("text2" if self.isEnabled() else "disabled")
        )


class Field(QWidget):
    """A labelled field; what is wrong with it stands below it, in words."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedText(label, Type.DETAIL, "text2")
        self.field = field
        self._problem = Text("", Type.CAPTION, "danger", wrap=True)
        self._problem.hide()
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        column(self, gap=4).put(self.label, field, self._problem)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        self.field.setProperty("invalid", bool(text))
        restyle(self.field)


class IconField(QLineEdit):
    """A field with an icon at its left (a tall one at sign-in)."""

    def __init__(self, icon_name: str, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._at = icon_name, 16 if tall else 10
        self.setProperty("tall", tall)
        self._make_room()
        active.changed.connect(self._make_room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = look_of(self)
        side = look.px(18)
        box = QRect(look.px(self._at), (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), box, self._icon_name, look.colour("text2"))

    def _make_room(self) -> None:
        self.setTextMargins(look_of(self).px(self._at + 18), 0, 0, 0)


class Tick(QCheckBox):
    """A check box as the mockups draw it: 18 px, filled with the accent when ticked."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        wants_focus_ring(self)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        words = look.px(8) + text_width(look.font(Type.BODY), self.text()) + 1 if self.text() else 0
        return QSize(look.px(18) + words, look.px(20))

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        side = look.px(18)
        box = QRect(0, (self.height() - side) // 2, side, side)
        if self.isChecked():
            rounded(painter, box, look.px(3), look.colour("accent" if self.isEnabled() else "disabled"))
            inner = box.adjusted(2, 2, -2, -2)
            paint_icon(painter, inner, "check-bold", look.colour("on_accent"))
        else:
            rounded(painter, box, look.px(3), look.colour("surface"), look.colour("control_border"))
        words = QRect(side + look.px(8), 0, self.width(), self.height())
        line_text(painter, words, look.font(Type.BODY), look.colour("text1"), self.text())


class FocusReporter(QObject):
    """Sets a property on a frame while a field inside it has the focus, so that the frame can show it."""

    def __init__(self, field: QWidget, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._frame.setProperty("focused", event.gotFocus())
            restyle(self._frame)
        return False
