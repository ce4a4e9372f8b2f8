"""Asking for a reason: the usual ones to choose from, and words of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.base import Dialog, answer_of
from ui.dialogs.entries import BorderedList
from ui.theme import Type
from ui.widgets.entry import Entry
from ui.widgets.inputs import Field
from ui.widgets.text import Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: ``key`` of the one chosen (empty when there was no list) and the person's own words."""

    key: str
    text: str


class ReasonDialog(Dialog):
    """Refuses to act without a reason, and says so where the words belong."""

    def __init__(
        self,
        parent: QWidget,
        words: Words,
        title: str,
        action: str,
        reasons: Sequence[tuple[str, str]],
        *,
        own_words: bool,
    ) -> None:
        super().__init__(parent, words, title, action)
        self._words, self._own_words = words, own_words
        self._list = BorderedList()
        self._list.show_entries(
            [Entry(key, text, trailing=str(number)) for number, (key, text) in enumerate(reasons, 1)]
        )
        self._list.picked_by_enter(self)
        self._edit = QLineEdit()
        label = words("shell.dialog.reason_text" if reasons else "shell.dialog.reason")
        self._field = Field(label, self._edit)
        self._edit.textEdited.connect(lambda _: self._field.show_problem(""))
        self._list.selected.connect(lambda _: self._field.show_problem(""))
        self.body.put(*([self._list] if reasons else []), self._field)
        (self._list if reasons else self._edit).setFocus()

    def reason(self) -> Reason:
        """What has been given so far."""
        key = self._list.current_key()
        return Reason(str(key) if key is not None else "", self._edit.text().strip())

    def accept(self) -> None:
        reason = self.reason()
        if reason.text or (reason.key and not self._own_words):
            super().accept()
            return
        self._field.show_problem(self._words("shell.dialog.reason_needed"))
        self._edit.setFocus()


async def ask_reason(
    parent: QWidget,
    words: Words,
    title: str,
    action: str,
    reasons: Sequence[tuple[str, str]] = (),
    *,
    text: str = "",
    own_words: bool = False,
) -> Reason | None:
    """The reason, None when the person went back. ``reasons`` are (key, words); ``own_words`` demands a text."""
    dialog = ReasonDialog(parent, words, title, action, reasons, own_words=own_words)
    if text:
        dialog.body.insertWidget(1, Text(text, Type.BODY, "text2", wrap=True))
    return dialog.reason() if await answer_of(dialog) else None
