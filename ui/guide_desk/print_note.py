"""How a print went, beside what was printed, with the way to print it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.guide_desk.state import Print, PrintStage
from ui.theme import Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words

_LOOKS = {PrintStage.PRINTING: ("printer", "text2"), PrintStage.DONE: ("check-circle-fill", "ok")}


class PrintNote(QWidget):
    """Printing, printed, or why not; ``reprint`` when a person wants it once more."""

    reprint = Signal()

    def __init__(self, words: Words, *, centred: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._icon = Icon("printer")
        self._text = Text("", Type.DETAIL, "text2")
        self.again = ActionButton(words("guide_desk.print.again"), icon="printer")
        self._line = QWidget()
        row(self._line, gap=8).put(None, self._icon, self._text, 8, self.again, *([None] if centred else []))
        self.failed = Banner()
        column(self).put(self._line, self.failed)
        self.again.clicked.connect(self.reprint)
        self.failed.action.connect(self.reprint)

    def show_state(self, state: Print | None) -> None:
        """Show the latest print; None: nothing was printed here yet."""
        words = self._words
        failed = state is not None and state.stage is PrintStage.FAILED
        self._line.setVisible(not failed)
        self._icon.setVisible(state is not None)
        if state is None or state.stage is not PrintStage.FAILED:
            self.failed.hide()
            self._show_line(state)
            return
        self.failed.show_message(
            Tone.DANGER,
            words("guide_desk.print.failed"),
            words(state.problem) if state.problem else "",
            action=words("guide_desk.print.again"),
        )

    def _show_line(self, state: Print | None) -> None:
        self.again.setEnabled(state is None or state.stage is not PrintStage.PRINTING)
        if state is None:
            self._text.setText("")
            return
        icon, tone = _LOOKS[state.stage]
        self._icon.show_icon(icon, tone)
        self._text.setText(self._words(f"guide_desk.print.{state.stage.value}"))
        self._text.set_tone(tone)
