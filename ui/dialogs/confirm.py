"""Asking once more before what cannot be taken back."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.base import Dialog, answer_of
from ui.theme import Type
from ui.widgets.button_look import Kind
from ui.widgets.text import Text
from ui.words import Words


async def confirm(
    parent: QWidget, words: Words, title: str, text: str, action: str, *, danger: bool = False
) -> bool:
    """Whether the person says yes; ``action`` names what will be done, never just “OK”."""
    dialog = Dialog(parent, words, title, action, kind=Kind.DANGER if danger else Kind.PRIMARY)
    dialog.body.put(Text(text, Type.BODY, "text2", wrap=True))
    dialog.action.setFocus()
    return await answer_of(dialog)
