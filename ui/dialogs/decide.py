"""Deciding between a few ways on, each a button that says what it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.dialogs.base import Dialog, answer_of
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.text import Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: its key and the words on its button."""

    key: str
    text: str


class Decision(Dialog):
    """The first way is the action (Enter); the others stand at the left; ``back`` is what Esc does."""

    def __init__(
        self, parent: QWidget, words: Words, title: str, first: Way, others: Sequence[Way], back: str
    ) -> None:
        super().__init__(parent, words, title, first.text, width=520, back=back)
        self.chosen = first.key
        for at, way in enumerate(others):
            button = ActionButton(way.text, size=Size.LARGE)
            button.clicked.connect(lambda _=False, key=way.key: self._take(key))
            self.foot.insertWidget(at, button)
        self.action.setFocus()

    def _take(self, key: str) -> None:
        self.chosen = key
        self.accept()


async def decide(
    parent: QWidget, words: Words, title: str, text: str, first: Way, *others: Way, back: str = ""
) -> str | None:
    """The key of the way that was taken, None for Esc. Without ``back`` Esc has no button of its own."""
    dialog = Decision(parent, words, title, first, others, back)
    dialog.body.put(Text(text, Type.BODY, "text2", wrap=True))
    return dialog.chosen if await answer_of(dialog) else None
