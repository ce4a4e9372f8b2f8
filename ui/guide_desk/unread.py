"""What stands in place of a list of materials that is not there yet."""

from PySide6.QtWidgets import QWidget

from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.state import GuideDeskState
from ui.theme import STATUS_LOOKS, Status, Type
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.progress import ProgressHint
from ui.widgets.text import Text
from ui.words import Words


class Unread(QWidget):
    """That the list is being read, or why it cannot be."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._reading = False
        self._progress = ProgressHint(words)
        look = STATUS_LOOKS[Status.OUT_OF_TOUCH]
        self._icon = Icon(look.icon, look.tone.value)
        self.why = Text("", Type.BODY, wrap=True)
        self._problem = QWidget()
        line = row(self._problem, gap=8).put(self._icon)
        line.addWidget(self.why, 1)
        column(self, margins=(16, 12, 16, 12)).put(self._progress, self._problem)

    def show_state(self, errand: ErrandDraft, state: GuideDeskState) -> None:
        """Say how it stands with the list of the errand on the page; nothing when it is there."""
        unread = errand.item is None
        why = state.unread.get(errand.code)
        self.setVisible(unread)
        self._problem.setVisible(why is not None)
        self.why.setText(self._words(why) if why else "")
        self._show_progress(reading=unread and why is None)

    def _show_progress(self, *, reading: bool) -> None:
        if reading == self._reading:
            return
        self._reading = reading
        if reading:
            self._progress.begin(self._words("guide_desk.materials.reading"), cancellable=False)
        else:
            self._progress.end()
