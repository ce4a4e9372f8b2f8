"""How a print went, beside what was printed, with the way to print it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.guide_desk.state import Print, PrintStage
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.layouts import row
from ui.widgets.text import Text
from ui.words import Words

_LOOKS = {
    PrintStage.PRINTING: ("printer", "text2"),
    PrintStage.DONE: ("check-circle-fill", "ok"),
    PrintStage.FAILED: ("warning-octagon-fill", "danger"),
}


class PrintNote(QWidget):
    """Printing, printed, or why not; ``reprint`` when a person wants it once more."""

    reprint = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._icon = Icon("printer")
        self._text = Text("", Type.DETAIL, "text2")
        self.again = ActionButton(words("guide_desk.print.again"), icon="printer")
        row(self, gap=8).put(self._icon, self._text, 8, self.again)
        self.again.clicked.connect(self.reprint)

    def show_state(self, state: Print | None) -> None:
        """Show the latest print; None: nothing was printed here yet."""
        self._icon.setVisible(state is not None)
        if state is None:
            self._text.setText("")
            return
        icon, tone = _LOOKS[state.stage]
        self._icon.show_icon(icon, tone)
        words = self._words(f"guide_desk.print.{state.stage.value}")
        self._text.setText(self._words(state.problem) if state.problem else words)
        self._text.set_tone(tone)
        self.again.setEnabled(state.stage is not PrintStage.PRINTING)
