"""Messages that stand where the cause is: banners that stay, notices that go by themselves."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Tone, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.icon import Icon
from ui.widgets.layouts import row
from ui.widgets.paint import rounded
from ui.widgets.text import Text

TONE_ICONS = {
    Tone.OK: "check-circle-fill",
    Tone.WARN: "warning-fill",
    Tone.DANGER: "warning-octagon-fill",
    Tone.ACCENT: "info-fill",
    Tone.NEUTRAL: "info-fill",
    Tone.DISABLED: "info",
}


class Banner(QWidget):
    """A line that says what is the matter and offers what to do; hidden until ``show_message``."""

    action = Signal()
    dismissed = Signal()

    def __init__(self, dismiss_text: str = "", *, gap_above: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap_above = gap_above
        self._tone = Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = Icon("info-fill", "text2", 18)
        self._text = Text("", Type.BODY, "text1", bold=True)
        self._detail = Text("", Type.DETAIL, "text2", wrap=True)
        self._action = ActionButton(size=Size.INLINE)
        self._dismiss = ActionButton(icon="x", size=Size.INLINE, kind=Kind.QUIET)
        self._dismiss.setAccessibleName(dismiss_text)
        self._dismiss.setToolTip(dismiss_text)
        line = row(self, margins=(12, 7 + gap_above, 12, 7), gap=10).put(self._icon, self._text)
        line.addWidget(self._detail, 1)
        line.put(self._action, self._dismiss)
        self._action.clicked.connect(self.action)
        self._dismiss.clicked.connect(self._dismissed)
        self._dismissable = bool(dismiss_text)
        self.hide()

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_message(
        self, tone: Tone, text: str, detail: str = "", *, action: str = "", key: str = "", icon: str = ""
    ) -> None:
        """Say it, with what to do as ``detail`` or as a button; ``key`` is the key that does the same."""
        self._tone = tone
        self._icon.show_icon(icon or TONE_ICONS[tone], tone.value)
        self._text.setText(text)
        self._text.set_tone(tone.value)
        self._detail.setText(detail)
        self._action.show_action(action, key=key)
        self._action.setVisible(bool(action))
        self._dismiss.setVisible(self._dismissable)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.update()
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        _, tint, border = look.tone(self._tone)
        box = self.rect().adjusted(0, look.px(self._gap_above), 0, 0)
        rounded(QPainter(self), box, look.px(6), tint, border)

    def _fit(self) -> None:
        """As tall as its words are at this width: a fixed height would be that of its hint, and cut them."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def _dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()


class Notice(Banner):
    """A banner that goes by itself: for what worked, never for an error."""

    def __init__(self, seconds: float = 4.0, *, gap_above: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(gap_above=gap_above, parent=parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(int(seconds * 1000))
        self._timer.timeout.connect(self.hide)

    def show_message(
        self, tone: Tone, text: str, detail: str = "", *, action: str = "", key: str = "", icon: str = ""
    ) -> None:
        """Say it for a few seconds."""
        super().show_message(tone, text, detail, action=action, key=key, icon=icon)
        self._timer.start()
