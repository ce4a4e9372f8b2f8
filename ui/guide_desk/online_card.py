"""The way round the queue: an item's code for the phone, and that somebody took it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.guide_desk.draft import ErrandDraft
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card
from ui.widgets.qr_code import QrCode
from ui.widgets.text import Text
from ui.words import Words

ONLINE, UNDO = "F7", "F8"
"""The first opens the card, and in it sends the person online; the second takes that back."""


class OnlineCard(Card):
    """What a phone needs to do it online; closes by itself when one goes on. Read by the applicant's own phone.

    ``sent`` when the person goes to do it online: by the button, or the key that opened the card. Enter does
    nothing here, for a reader's Enter must not count anybody.
    """

    sent = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, padded=True, gap=10)
        self.setWindowFlags(Qt.WindowType.Popup)
        self._words = words
        self._code = QrCode(size=232)
        self._name = Text("", Type.BODY, bold=True, wrap=True)
        self._help = Text(words("guide_desk.online.help"), Type.DETAIL, "text2", wrap=True)
        self.send = ActionButton(
            words("guide_desk.online.send"),
            icon="paper-plane-tilt",
            key=ONLINE,
            size=Size.LARGE,
            kind=Kind.PRIMARY,
        )
        self.send.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.put(self._code, self._name, self._help, self.send)
        self.send.clicked.connect(self._send)
        self._name.setFixedWidth(self._code.sizeHint().width())
        self._help.setFixedWidth(self._code.sizeHint().width())

    def show_item(self, errand: ErrandDraft) -> None:
        """Draw the code of one item."""
        self._name.setText(errand.row.name)
        self._code.show_code(
            self._words("guide_desk.online.code", name=errand.row.name, code=errand.row.code)
        )

    def open_below(self, button: QWidget) -> None:
        """Open at the button's lower right corner."""
        self.adjustSize()
        corner = button.mapToGlobal(button.rect().bottomRight())
        self.move(corner.x() - self.width(), corner.y() + 8)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) != QKeySequence(ONLINE):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._send()

    def _send(self) -> None:
        self.close()
        self.sent.emit()
