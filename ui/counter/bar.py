"""The compact bar: the same counter, small, on top of the other systems that a clerk works in all day."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.counter import rules
from ui.counter.bar_parts import BarAction, BarFacts, BarStatus
from ui.counter.intents import FUNCTION_KEYS, KEY_OF, Intent
from ui.counter.state import CounterState, Phase
from ui.counter.view_head import ICONS
from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Rule
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row
from ui.widgets.paint import rounded
from ui.widgets.text import Figure
from ui.widgets.timer_label import Now
from ui.words import Words

WIDTH, HEIGHT = 664, 48
_BUTTON = 132
"""Its least width, so that what stands beside it moves little from step to step."""
_BESIDE = {
    Phase.CLOSED: (Intent.EXCEPTION,),
    Phase.PAUSED: (Intent.EXCEPTION,),
    Phase.IDLE: (Intent.CALL_TICKET, Intent.EXCEPTION, Intent.PAUSE),
    Phase.CALLED: (Intent.RECALL, Intent.MISS, Intent.TRANSFER),
    Phase.SERVING: (Intent.HOLD, Intent.TRANSFER, Intent.NOTICE),
}
_SERVING_WITH_SLIP = (Intent.HOLD, Intent.TRANSFER, Intent.FINISH)


class CompactBar(QWidget):
    """``asked(intent)`` as in the window, ``expanded`` to go back to it, ``moved(x, y)`` after being dragged.

    ``queue_asked`` when somebody is to be chosen out of order: the line is only in the window.
    """

    asked = Signal(str)
    expanded = Signal()
    queue_asked = Signal()
    moved = Signal(int, int)

    def __init__(self, words: Words, now: Now) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setWindowTitle(words("counter.bar.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)  # a tool window alone would keep nothing running
        self._words = words
        self._grabbed: QPoint | None = None
        self._status = BarStatus(words)
        self._number = Figure("", Type.FIGURE)
        self._facts = BarFacts(words, now)
        self.button = ActionButton(kind=Kind.PRIMARY, size=Size.LARGE)
        self._actions = [BarAction() for _ in range(3)]
        self._expand = ActionButton(icon="arrows-out-simple", kind=Kind.TEXT, size=Size.INLINE)
        self._intent: Intent | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._expand.setToolTip(self._words("counter.bar.expand"))
        self._expand.setAccessibleName(self._words("counter.bar.expand"))
        self.button.setMinimumWidth(look_of(self).px(_BUTTON))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(self, margins=(16, 1, 10, 1), gap=10).put(self._status, self._number)
        line.addWidget(self._facts, 1)
        line.put(self.button, Rule(HEIGHT - 2), *self._actions, self._expand)

    def _connect(self) -> None:
        self.button.clicked.connect(self._press)
        self._expand.clicked.connect(self.expanded)
        for action in self._actions:
            action.asked.connect(self._ask)
        intents = dict(FUNCTION_KEYS)
        keys = FunctionKeys(self, tuple(intents))
        keys.pressed.connect(lambda key: self.asked.emit(intents[key]))

    def show_state(self, state: CounterState) -> None:
        """Show the counter in one line."""
        subject = state.ticket or (state.next if state.phase is Phase.IDLE else None)
        self._status.show_state(state)
        self._number.set_text(subject.number if subject else "")
        self._number.setVisible(subject is not None)
        self._facts.show_state(state)
        able = rules.offered(state)
        intent = self._intent = rules.primary(state)
        if intent is not None:
            text = self._words(f"counter.bar.next.{intent}")
            self.button.show_action(text, icon=ICONS[intent], key=KEY_OF.get(intent, ""))
            self.button.setEnabled(intent in able)
        beside = _SERVING_WITH_SLIP if intent is Intent.NOTICE else _BESIDE.get(state.phase, ())
        for action, shown in zip(self._actions, (*beside, None, None, None), strict=False):
            action.show_intent(shown, self._words, enabled=shown in able)

    def keyboard_home(self) -> QWidget:
        """The one next action."""
        return self.button

    def take_focus(self) -> None:
        """Put the keyboard on the next action, or on nothing that a key would press while there is none."""
        (self.button if self.button.isEnabled() else self).setFocus()

    def action(self, intent: Intent) -> BarAction | None:
        """The small action that offers this now, if one does."""
        return next((action for action in self._actions if action.intent is intent), None)

    def place(self, at: QPoint | None) -> None:
        """Stand where one stood last time, if that is still on a screen; else at the top right."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        size = self.sizeHint()
        if at is not None and any(area.contains(QRect(at, size)) for area in screens):
            self.move(at)
            return
        area = screens[0]
        self.move(area.right() - size.width() - 24, area.top() + 24)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.resize(self.sizeHint())
            self.button.setMinimumWidth(look_of(self).px(_BUTTON))

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self.move(event.globalPosition().toPoint() - self._grabbed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._grabbed = None
            self.moved.emit(self.x(), self.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        rounded(painter, self.rect(), 0, None, look.colour("control_border"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("control_border"))
        for at in range(8):
            x, y = look.px(6 + at % 2 * 5), look.px(16 + at // 2 * 5)
            painter.drawEllipse(x, y, look.px(2), look.px(2))

    def _ask(self, intent: str) -> None:
        if intent == Intent.CALL_TICKET:
            self.queue_asked.emit()
        else:
            self.asked.emit(intent)

    def _press(self) -> None:
        if self._intent is not None:
            self.asked.emit(self._intent)
