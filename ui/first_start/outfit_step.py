"""Step 3: what the station prints on, where it opens, and how large; and the button that starts it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ports.documents import Roll
from ui.first_start.printer_row import PrinterRow
from ui.first_start.state import FirstStartState, Paper
from ui.first_start.step_head import StepHead
from ui.theme import SCALES, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel
from ui.widgets.inputs import Field, Picker, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.remark import Remark
from ui.widgets.text import Text
from ui.words import Words


class OutfitStep(Card):
    """The right-hand card of the first start."""

    printer_chosen = Signal(object, object)  # Paper, PrinterChoice | None
    proof_requested = Signal(object)
    roll_chosen = Signal(object)
    screen_chosen = Signal(object)
    scale_chosen = Signal(float)
    renamed = Signal(str)
    start_requested = Signal()
    back_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows = {paper: PrinterRow(words, paper) for paper in Paper}
        self._no_paper = Text(words("setup.paper.not_needed"), Type.DETAIL, "text2", wrap=True)
        self._roll, self._screen, self._scale = Picker(), Picker(), Picker()
        self._roll_field = Field(words("setup.outfit.roll"), self._roll)
        self._name = QLineEdit()
        self._missing = Text("", Type.DETAIL, "text2", wrap=True)
        self._unprinted = Remark("warning-fill", "warn")
        self._start = ActionButton(words("setup.start"), icon="arrow-right", kind=Kind.PRIMARY, size=Size.BIG)
        self._back = ActionButton(words("setup.back"), key="Esc", size=Size.LARGE)
        self._build()
        self._listen()

    def show_state(self, state: FirstStartState) -> None:
        """Show this state."""
        for paper, line in self._rows.items():
            line.setVisible(paper in state.papers)
            line.show_state(state)
        self._roll_field.setVisible(Paper.TICKET in state.papers)
        self._roll.setCurrentIndex(self._roll.findData(state.choices.roll))
        self._no_paper.setVisible(state.choices.kind is not None and not state.papers)
        self._show_screens(state)
        self._scale.setCurrentIndex(self._scale.findData(state.choices.scale))
        write_unless_focused(self._name, state.choices.name)
        self._start.setEnabled(state.missing is None)
        self._back.setVisible(state.may_go_back)
        self._show_standing(state)

    def _build(self) -> None:
        words = self._words
        for scale in SCALES:
            self._scale.addItem(f"{scale:.0%}", scale)
        for roll in Roll:
            self._roll.addItem(words(f"setup.outfit.roll.{roll}"), roll)
        self._name.setPlaceholderText(words("setup.outfit.name_usual"))
        inside = column(margins=(28, 24, 28, 16), gap=12)
        inside.put(
            StepHead(3, words("setup.outfit.title")), *self._rows.values(), self._roll_field, self._no_paper
        )
        shown = QWidget()
        beside = row(shown, gap=8)
        beside.addWidget(Field(words("setup.outfit.screen"), self._screen), 1)
        beside.addWidget(Field(words("setup.outfit.scale"), self._scale))
        inside.put(shown, Field(words("setup.outfit.name"), self._name), None)
        foot = Panel(margins=(28, 16, 28, 20), gap=10, top=True)
        foot.body.put(self._missing, self._unprinted, self._start, self._back)
        self.body.addLayout(inside, 1)
        self.body.put(foot)

    def _listen(self) -> None:
        for paper, line in self._rows.items():
            line.chosen.connect(lambda choice, paper=paper: self.printer_chosen.emit(paper, choice))
            line.proof_requested.connect(lambda paper=paper: self.proof_requested.emit(paper))
        self._roll.activated.connect(lambda at: self.roll_chosen.emit(self._roll.itemData(at)))
        self._screen.activated.connect(lambda at: self.screen_chosen.emit(self._screen.itemData(at)))
        self._scale.activated.connect(lambda at: self.scale_chosen.emit(self._scale.itemData(at)))
        self._name.textEdited.connect(self.renamed)
        self._name.returnPressed.connect(self._start.click)
        self._start.clicked.connect(self.start_requested)
        self._back.clicked.connect(self.back_requested)

    def _show_standing(self, state: FirstStartState) -> None:
        """What still has to be said, what will not print, or that all is set."""
        said = state.not_kept or state.missing
        unprinted = None if said else state.unprinted
        self._missing.setText(self._words(said) if said else self._words("setup.ready"))
        self._missing.set_tone("danger" if state.not_kept else "text2")
        self._missing.setVisible(unprinted is None)
        self._unprinted.say(self._words(unprinted) if unprinted else "")

    def _show_screens(self, state: FirstStartState) -> None:
        if self._screen.count() != len(state.screens) + 1:
            self._screen.clear()
            self._screen.addItem(self._words("setup.outfit.any_screen"), None)
            for screen in state.screens:
                self._screen.addItem(screen.label, screen.name)
        self._screen.setCurrentIndex(max(0, self._screen.findData(state.choices.screen)))
