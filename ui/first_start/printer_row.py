"""Where one kind of paper comes out, with a test page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.settings import PrinterChoice
from ui.dialogs.files import ask_folder
from ui.first_start.state import FirstStartState, Paper
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.inputs import Field, Picker
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words

_BROWSE = "browse"


class PrinterRow(QWidget):
    """A picker of printers and folders, and the test page's button. ``chosen(PrinterChoice | None)``."""

    chosen = Signal(object)
    proof_requested = Signal()

    def __init__(self, words: Words, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._paper = words, paper
        self._choice: PrinterChoice | None = None
        self._picker = Picker()
        self._picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._proof = ActionButton(words("setup.proof.print"), icon="printer", size=Size.NORMAL)
        self._told = Text("", Type.CAPTION, "text2", wrap=True)
        line = QWidget()
        box = row(line, gap=8)
        box.addWidget(self._picker, 1)
        box.addWidget(self._proof)
        label = words(f"setup.paper.{paper.value}")
        self._field = Field(label, line)
        self._picker.setAccessibleName(label)
        column(self, gap=4).put(self._field, self._told)
        self._picker.activated.connect(self._picked)
        self._proof.clicked.connect(self.proof_requested)

    def show_state(self, state: FirstStartState) -> None:
        """Show this state; the list is made anew only when it differs."""
        self._choice = state.choices.printer(self._paper)
        self._fill(state.printers or ())
        proof = state.proof(self._paper)
        under_way = proof is not None and proof.message is None
        self._proof.setEnabled(self._choice is not None and not under_way)
        self._tell(state)

    def _fill(self, printers: tuple[str, ...]) -> None:
        entries: list[tuple[str, object]] = [(self._words("setup.paper.none"), None)]
        named = [PrinterChoice(printer=name) for name in printers]
        if self._choice is not None and self._choice not in named:
            named.append(self._choice)  # a printer that is switched off, or a folder, stays chosen
        entries += [(self._label(choice), choice) for choice in named]
        entries.append((self._words("setup.paper.browse"), _BROWSE))
        shown = [(self._picker.itemText(at), self._picker.itemData(at)) for at in range(self._picker.count())]
        if entries != shown:
            self._picker.clear()
            for text, choice in entries:
                self._picker.addItem(text, choice)
        self._picker.setCurrentIndex(
            next(at for at, (_, choice) in enumerate(entries) if choice == self._choice)
        )

    def _label(self, choice: PrinterChoice) -> str:
        if choice.folder is not None:
            return self._words("setup.paper.folder", folder=choice.folder.name or choice.folder)
        return choice.printer or ""

    def _tell(self, state: FirstStartState) -> None:
        proof = state.proof(self._paper)
        if proof is None:
            listing = state.printers is None
            problem = self._words(state.printers_problem) if state.printers_problem else ""
            self._say(self._words("setup.paper.listing") if listing else problem, "text2")
        elif proof.message is None:
            self._say(self._words("setup.proof.under_way"), "text2")
        else:
            self._say(self._words(proof.message), "danger" if proof.failed else "ok")

    def _say(self, text: str, tone: str) -> None:
        self._told.setText(text)
        self._told.set_tone(tone)
        self._told.setVisible(bool(text))

    def _picked(self, at: int) -> None:
        choice = self._picker.itemData(at)
        if choice != _BROWSE:
            self.chosen.emit(choice)
            return
        ask_folder(
            self,
            self._words("setup.paper.browse"),
            lambda folder: self.chosen.emit(PrinterChoice(folder=folder)),
            lambda: self.chosen.emit(self._choice),
        )
