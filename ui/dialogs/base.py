"""The frame of every dialog, and how one waits for its answer without a loop of its own."""

import asyncio

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.keys import ENTER
from ui.widgets.layouts import Box, column, row
from ui.widgets.text import Text
from ui.words import Words


class Dialog(QDialog):
    """Title, ``body``, and at the foot the way back (Esc) and the one action (Enter).

    ``back`` names the way back where it is more than “never mind”; empty, it has no button.
    """

    def __init__(
        self,
        parent: QWidget,
        words: Words,
        title: str,
        action: str,
        *,
        width: int = 440,
        back: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowTitle(title)
        self.setModal(True)
        self.body: Box = column(margins=(20, 16, 20, 16), gap=10)
        self.action = ActionButton(action, key="Enter", kind=Kind.PRIMARY, size=Size.LARGE)
        self.action.clicked.connect(self.accept)
        text = words("shell.dialog.cancel") if back is None else back
        cancel = ActionButton(text, key="Esc", size=Size.LARGE)
        cancel.clicked.connect(self.reject)
        foot = DialogFoot()
        self.foot: Box = row(foot, margins=(20, 12, 20, 12), gap=8)
        self.foot.put(None, *([cancel] if text else []), self.action)
        self.body.put(Text(title, Type.TITLE, bold=True, wrap=True))
        box = column(self)
        box.addLayout(self.body, 1)
        box.put(foot)

    def sizeHint(self) -> QSize:
        width = look_of(self).px(self._width)
        return QSize(width, max(super().sizeHint().height(), self.heightForWidth(width)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.action.click()


class DialogFoot(QFrame):
    """The tinted foot of a dialog."""


async def answer_of(dialog: QDialog) -> bool:
    """Open the dialog and wait until it is answered: True when its action was taken.

    Never a nested loop, which would kill other tasks. When the waiting task is cancelled the dialog goes too.
    """
    answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not answered.done():
            answered.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        return await answered == QDialog.DialogCode.Accepted.value
    finally:
        dialog.hide()
        dialog.deleteLater()
