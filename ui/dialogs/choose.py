"""Choosing one of a list."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QWidget

from ui.dialogs.base import Dialog, answer_of
from ui.dialogs.entries import BorderedList
from ui.theme import Type
from ui.widgets.entry import Entry
from ui.widgets.text import Text
from ui.words import Words


async def choose(
    parent: QWidget, words: Words, title: str, entries: Sequence[Entry], action: str, *, text: str = ""
) -> Hashable | None:
    """The key of the entry that was chosen, None when the person went back."""
    dialog = Dialog(parent, words, title, action)
    entry_list = BorderedList()
    entry_list.show_entries(entries)
    entry_list.move(1)
    entry_list.picked_by_enter(dialog)
    if text:
        dialog.body.put(Text(text, Type.BODY, "text2", wrap=True))
    dialog.body.put(entry_list)
    entry_list.setFocus()
    if not await answer_of(dialog):
        return None
    return entry_list.current_key()
