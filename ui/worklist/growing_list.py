"""A list to which cases are added."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from app.domain.worklist import Urgency
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind
from ui.words import Words
from ui.worklist.list_pane import ListPane
from ui.worklist.state import S


class GrowingList(ListPane[S]):
    """``new_requested`` to add one: by the button, which says ``new``, or Ctrl+N."""

    new_requested = Signal()

    def __init__(
        self,
        words: Words,
        title: str,
        search: str,
        scopes: Mapping[Any, str],
        groups: Callable[[S], Sequence[tuple[Urgency, Sequence[Any]]]],
        new: str,
    ) -> None:
        super().__init__(words, title, search, scopes, groups)
        self.new_button = ActionButton(new, icon="plus", key="Ctrl N", kind=Kind.PRIMARY)
        self.new_button.clicked.connect(self.new_requested)
        self._put_button(self.new_button)
        self._put_search()
