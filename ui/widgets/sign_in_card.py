"""The card at which a member of staff signs in, the same at every station."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel
from ui.widgets.icon import Icon
from ui.widgets.inputs import Field, IconField
from ui.widgets.layouts import Box, column, row
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text
from ui.words import Words


class SignInCard(Card):
    """Number, password, one button. ``submitted(number, password)`` comes when both are there.

    ``heading`` takes a widget before the title, ``foot`` what a station has to say below, such as tickets on hold.
    """

    submitted = Signal(str, str)

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
        self._detail.setVisible(bool(detail))
        self._number = IconField("identification-badge", tall=True)
        self._password = PasswordField(words("setup.sign_in.show_password"))
        self._number_field = Field(words("setup.sign_in.number"), self._number)
        self._password_field = Field(words("setup.sign_in.password"), self._password)
        self._capitals = self._capitals_hint()
        self._action = action or words("setup.sign_in.action")
        self._button = ActionButton(self._action, key="Enter", kind=Kind.PRIMARY, size=Size.BIG)
        self.heading: Box = row(gap=12)
        self.foot = Panel(margins=(28, 16, 28, 16), gap=4, top=True)
        self.foot.hide()
        self._build()
        self._listen()

    def show_progress(self, *, busy: bool) -> None:
        """The password is being checked: nothing can be sent twice."""
        for part in (self._number, self._password, self._button):
            part.setEnabled(not busy)
        text = self._words("setup.sign_in.checking") if busy else self._action
        self._button.show_action(text, key="" if busy else "Enter")

    def show_problem(self, text: str) -> None:
        """Say below the password why it was not possible; the password is to be typed again."""
        self._password_field.show_problem(text)
        if text:
            self._password.clear()
            self._password.setFocus()

    def clear(self) -> None:
        """For the next person."""
        self._number.clear()
        self._password.clear()
        self.show_problem("")
        self.start()

    def start(self) -> None:
        """Bring the keyboard to the first empty field."""
        (self._password if self._number.text() else self._number).setFocus()

    def _build(self) -> None:
        head = self.heading.put(self._title)
        head.setStretchFactor(self._title, 1)
        inside = column(margins=(28, 24, 28, 24), gap=10)
        inside.addLayout(head)
        inside.put(
            self._detail, 8, self._number_field, 6, self._password_field, self._capitals, 6, self._button
        )
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
        self._password.capitals_locked.connect(self._capitals.setVisible)
        self._number.returnPressed.connect(self._submit)
        self._password.returnPressed.connect(self._submit)
        self._button.clicked.connect(self._submit)

    def _submit(self) -> None:
        number, password = self._number.text().strip(), self._password.text()
        if not number or not password:
            self.start()
            return
        self._password_field.show_problem("")
        self.submitted.emit(number, password)
