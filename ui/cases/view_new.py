"""Receiving a case that comes without a ticket (收件)."""

from dataclasses import replace

from PySide6.QtCore import Signal

from ui.cases.drafts import NOTHING_NEW
from ui.cases.state import CasesState
from ui.cases.view_applicant import ApplicantFields
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import Field
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action
from ui.worklist.item_field import ItemField

_NONE = ""


class NewCasePane(FormPane[CasesState]):
    """``written(new)`` with every letter and choice, ``started_over``."""

    written = Signal(object)
    started_over = Signal()

    def __init__(self, words: Words) -> None:
        clear = ActionButton(words("cases.new.clear"), icon="eraser", kind=Kind.TEXT, size=Size.INLINE)
        receive = main_action(words("cases.new.receive"), "tray")
        super().__init__(words, words("cases.new.title"), words("cases.new.back"), receive, clear)
        clear.clicked.connect(self.started_over)
        self._new = NOTHING_NEW
        self.item = ItemField(words, words("cases.new.item.clear"))
        self.situation = KeyPicker()
        self._situation = Field(words("cases.new.situation"), self.situation)
        self.applicant = ApplicantFields(words)
        self.page.body.put(Field(words("cases.new.item"), self.item), self._situation, self.applicant, None)
        self.situation.chosen.connect(lambda key: self._write(situation=key or None))
        self.applicant.edited.connect(lambda draft: self._write(applicant=draft))

    def show_state(self, state: CasesState) -> None:
        """Show the form; a field being written is left alone."""
        new = self._new = state.new
        self.item.show_item(new.item, state.found)
        none = (_NONE, self._words("cases.new.situation.none"))
        self.situation.show_options([none, *((name, name) for name in new.situations)])
        self.situation.show_key(new.situation or _NONE)
        self._situation.setVisible(bool(new.situations))
        self.applicant.show_draft(new.applicant)
        self.show_outcome(state)

    def focus_first(self) -> None:
        """To the search for an item, or on to the applicant where it is chosen."""
        (self.item.search.edit if self._new.item is None else self.applicant.kind).setFocus()

    def _write(self, **chosen: object) -> None:
        self.written.emit(replace(self._new, **chosen))  # type: ignore[arg-type]
