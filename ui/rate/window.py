"""The tablet's window: at rest, the question, and the thanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from app.domain.clock import ClockGap
from app.domain.rating import LONGEST_COMMENT
from app.ports.change_feed import Touch
from ui.rate.faces import Faces
from ui.rate.state import Page, RateState
from ui.shell import clock_warning
from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.layouts import Give, column, row
from ui.widgets.public_window import PublicWindow
from ui.widgets.text import Text
from ui.words import Words

_COMMENT = 88
"""Px at scale 1: the height of the field for words."""
_GAP, _LEAST_GAP = 20, 6
"""Px at scale 1: between the lines of the page, and where the page is short."""


def _gap() -> Give:
    return Give(_GAP - 2 * _LEAST_GAP)


class AskPage(QWidget):
    """The question: five faces, words if one likes, and two ways on.

    In large print on a small screen its gaps and faces give way, so that nothing lies beyond the edge.
    What went wrong stands beside the button that was pressed, in place of the words on privacy.
    """

    send = Signal(str)
    refuse = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._errand: object = None
        self.about = Text("", Type.TITLE, "text2", wrap=True)
        self.faces = Faces(words)
        self.comment = QPlainTextEdit()
        self.comment.setPlaceholderText(words("rate.comment"))
        self.comment.setAccessibleName(words("rate.comment"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(look_of(self).px(_COMMENT))
        self.comment.textChanged.connect(self._keep_short)
        self.problem = Text("", Type.EMPHASIS, "danger", wrap=True)
        self.send_button = ActionButton(words("rate.send"), icon="check", kind=Kind.PRIMARY, size=Size.TALL)
        self.refuse_button = ActionButton(words("rate.refuse"), size=Size.TALL)
        self.send_button.clicked.connect(lambda _=False: self.send.emit(self.comment.toPlainText()))
        self.refuse_button.clicked.connect(lambda _=False: self.refuse.emit())
        question = Text(words("rate.question"), Type.FIGURE, bold=True)
        self.privacy = Text(words("rate.privacy"), Type.BODY, "text2", wrap=True)
        buttons = row(gap=16).put(self.privacy, self.problem, self.refuse_button, self.send_button)
        buttons.setStretch(0, 1)
        buttons.setStretch(1, 1)
        page = column(self, gap=_LEAST_GAP).put(question, _gap(), self.about, _gap(), self.faces, _gap())
        page.put(self.comment, _gap(), buttons)

    def show_state(self, state: RateState) -> None:
        """Show this state; what is being written about the same errand is left alone."""
        errand = state.asked.errand if state.asked else None
        if errand != self._errand:
            self._errand = errand
            self.comment.clear()
        if state.asked is not None:
            self.about.setText(
                self._words("rate.about", number=state.asked.number, item=state.asked.item_name)
            )
        self.faces.show_level(state.level)
        self.faces.setEnabled(not state.busy)
        self.send_button.setEnabled(state.may_send)
        self.refuse_button.setEnabled(not state.busy)
        self.problem.setText(self._words(state.problem) if state.problem else "")
        self.problem.setVisible(state.problem is not None)
        self.privacy.setVisible(state.problem is None)

    def _keep_short(self) -> None:
        text = self.comment.toPlainText()
        if len(text) > LONGEST_COMMENT:
            cursor = self.comment.textCursor()
            cursor.deletePreviousChar()


class SayingPage(QWidget):
    """One sentence in the middle, and a quieter one below it."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said, below = Text(title, Type.FIGURE, bold=True), Text(detail, Type.TITLE, "text2")
        for line in (said, below):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = column(gap=12).put(said, below)
        column(self).put(None, row().put(None, middle, None), None)


class RateWindow(PublicWindow):
    """Full screen with F11, back with Esc."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("rate.title"), parent)
        self._words = words
        self._clock = ""
        self._touch: Touch | None = None
        self.where = Text("", Type.TITLE, "text2", bold=True)
        self.standing = Text("", Type.DETAIL, "text2")
        self.ask = AskPage(words)
        self.rest = SayingPage(words("rate.rest"), words("rate.rest_detail"))
        self.thanks = SayingPage(words("rate.thanks"), words("rate.thanks_detail"))
        self._pages = {Page.REST: self.rest, Page.ASK: self.ask, Page.THANKS: self.thanks}
        self.pages = QStackedWidget()
        for page in self._pages.values():
            self.pages.addWidget(page)
        column(self, margins=(32, 8, 32, 8), gap=8).put(
            row(gap=12).put(self.where, None, self.standing), self.pages
        ).setStretch(1, 1)

    def show_state(self, state: RateState) -> None:
        """Show a state."""
        self._touch = state.touch
        self.where.setText(self._words("rate.where", counter=state.counter))
        self.ask.show_state(state)
        self.pages.setCurrentWidget(self._pages[state.page])
        self._say_standing()

    def show_clock(self, gap: ClockGap) -> None:
        """Say when this machine's clock is off."""
        self._clock = clock_warning(gap, self._words) if gap.is_too_large else ""
        self._say_standing()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look_of(self).colour("bg"))

    def _say_standing(self) -> None:
        lost = self._touch is Touch.LOST
        self.standing.setText(self._words("rate.lost") if lost else self._clock)
        self.standing.set_tone("danger" if lost else "text2")
