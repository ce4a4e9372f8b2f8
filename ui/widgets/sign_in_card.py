"""The card at which a member of staff signs in, the same at every station."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel
from ui.widgets.icon import Icon
from ui.widgets.inputs import Field, IconField
from ui.widgets.layouts import column, row
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text
from ui.words import Words


class SignInCard(Card):
    """Number, password, one button. ``submitted(number, password)`` comes when both are there.

    ``foot`` takes what a station has to say below, such as tickets on hold; ``cancelled`` comes where there is a way
    back (Esc).
    """

    submitted = Signal(str, str)
    cancelled = Signal()

    def __init__(
        self,
        words: Words,
        title: str,
        detail: str = "",
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Text(title, Type.TITLE, bold=True, wrap=True)
        self._detail = Text(detail, Type.BODY, "text2", wrap=True)
        self.number = IconField("identification-badge", tall=True)
        self.password = PasswordField(words("setup.sign_in.show_password"))
        self._number_field = Field(words("setup.sign_in.number"), self.number)
        self._password_field = Field(words("setup.sign_in.password"), self.password)
        self._capitals = self._capitals_hint()
        self._action, self._busy = "", False
        self.button = ActionButton(key="Enter", kind=Kind.PRIMARY, size=Size.BIG)
        self._back = ActionButton(words("shell.dialog.cancel"), key="Esc")
        self._back.hide()
        self.foot = Panel(margins=(28, 16, 28, 16), gap=4, top=True)
        self.foot.hide()
        self._build()
        self._listen()
        self.describe(title, detail, action)

    def describe(self, title: str, detail: str, action: str = "") -> None:
        """Say what signing in does here."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action = action or self._words("setup.sign_in.action")
        self._show_action()

    def offer_way_back(self, offered: bool) -> None:
        """While somebody else still works here, nobody needs to sign in."""
        self._back.setVisible(offered)

    def show_progress(self, *, busy: bool) -> None:
        """The password is being checked: nothing can be sent twice."""
        self._busy = busy
        for part in (self.number, self.password, self.button):
            part.setEnabled(not busy)
        self._show_action()

    def show_problem(self, text: str) -> None:
        """Say below the password why it was not possible; the password is to be typed again."""
        self._password_field.show_problem(text)
        if text:
            self.password.clear()
            self.start()

    def clear(self) -> None:
        """For the next person."""
        self.number.clear()
        self.password.clear()
        self.show_problem("")
        self.start()

    def start(self) -> None:
        """Bring the keyboard to the first empty field."""
        (self.password if self.number.text() else self.number).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._back.isHidden():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _show_action(self) -> None:
        text = self._words("setup.sign_in.checking") if self._busy else self._action
        self.button.show_action(text, key="" if self._busy else "Enter")

    def _build(self) -> None:
        inside = column(margins=(28, 24, 28, 24), gap=10)
        inside.put(
            self._title,
            self._detail,
            8,
            self._number_field,
            6,
            self._password_field,
            self._capitals,
            6,
            self.button,
        )
        inside.put(self._back)
        self.body.addLayout(inside)
        self.body.put(None, self.foot)

    def _capitals_hint(self) -> QWidget:
        hint = QWidget()
        row(hint).put(
            Icon("arrow-fat-up", "warn"),
            Text(self._words("setup.sign_in.capitals"), Type.DETAIL, "warn"),
            None,
        )
        hint.hide()
        return hint

    def _listen(self) -> None:
        self.password.capitals_locked.connect(self._capitals.setVisible)
        self.number.returnPressed.connect(self._submit)
        self.password.returnPressed.connect(self._submit)
        self.button.clicked.connect(self._submit)
        self._back.clicked.connect(self.cancelled)

    def _submit(self) -> None:
        number, password = self.number.text().strip(), self.password.text()
        if not number or not password:
            self.start()
            return
        self._password_field.show_problem("")
        self.submitted.emit(number, password)
