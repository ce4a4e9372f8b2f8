"""The form of a new reminder."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.office.reminders_parts import latest
from ui.office.reminders_state import NOTHING_NEW, Late, NewReminder, RemindersState
from ui.office.reminders_wording import late_text, with_suggestion
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.fields import KeyPicker, WordsBox
from ui.widgets.inputs import Field
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action
from ui.worklist.wording import by_options

_SIDE_BY_SIDE = 480
"""Px at scale 1 from which department and day stand in a row."""
_OWN_WORDS = ""


class NewReminderPane(FormPane[RemindersState]):
    """``written(new)`` with every letter and choice, ``started_over``."""

    written = Signal(object)
    started_over = Signal()

    def __init__(self, words: Words) -> None:
        clear = ActionButton(words("office.reminders.clear"), icon="eraser", kind=Kind.TEXT, size=Size.INLINE)
        issue = main_action(words("office.reminders.issue"), "printer")
        super().__init__(
            words, words("office.reminders.new.title"), words("office.reminders.back"), issue, clear
        )
        clear.clicked.connect(self.started_over)
        self._new: NewReminder = NOTHING_NEW
        self._late: dict[str, Late] = {}
        self.about, self.by = KeyPicker(), KeyPicker()
        self.department = KeyPicker(words("office.reminders.department.choose"))
        self.finding, self.rule = WordsBox(3, 8), WordsBox(2, 4)
        self._build()
        self._listen()

    def _build(self) -> None:
        words, body = self._words, self.page.body
        for picker in (self.about, self.department, self.by):
            picker.setMinimumWidth(1)  # long names give way
            picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        body.put(self._field("about", self.about))
        body.put(
            SideBySide(
                (self._field("department", self.department), 1),
                (self._field("by", self.by), 1),
                wide=_SIDE_BY_SIDE,
                gap=12,
            )
        )
        body.put(self._field("finding", self.finding), self._field("rule", self.rule))
        body.put(Text(words("office.reminders.note"), Type.CAPTION, "text2", wrap=True), None)

    def _field(self, name: str, field: QWidget) -> Field:
        return Field(self._words(f"office.reminders.{name}"), field)

    def _listen(self) -> None:
        self.about.chosen.connect(self._choose)
        self.department.chosen.connect(lambda code: self._write(department=code or None))
        self.by.chosen.connect(lambda day: self._write(by=date.fromisoformat(day)))
        self.finding.edited.connect(lambda text: self._write(finding=text))
        self.rule.edited.connect(lambda text: self._write(rule=text))

    def show_state(self, state: RemindersState) -> None:
        """Show the form; a field being written is left alone."""
        words, new = self._words, state.new
        self._new, self._late = new, {late.key: late for late in state.late}
        own = words("office.reminders.own_words")
        options = [(key, late_text(words, late, state.year)) for key, late in self._late.items()]
        self.about.show_options([(_OWN_WORDS, own), *options])
        self.about.show_key(new.about)
        # Of something late the department is known; another one may be named.
        usual = [("", words("office.reminders.department.usual"))] if new.about else []
        self.department.show_options([*usual, *((d.code, d.name) for d in state.departments)])
        self.department.show_key(new.department or ("" if new.about else None))
        self.by.show_options(by_options(words, state, state.by_days))
        by = latest(new.by, state.by_days)
        self.by.show_key(by.isoformat() if by else None)
        self.finding.show_text(new.finding, new.about)
        self.rule.show_text(new.rule, new.about)
        self.show_outcome(state)

    def focus_form(self) -> None:
        """Bring the keyboard to where the form begins."""
        self.about.setFocus()

    def _choose(self, key: str) -> None:
        before, late = self._late.get(self._new.about), self._late.get(key)
        self.written.emit(with_suggestion(self._words, self._new, before, late))

    def _write(self, **typed: object) -> None:
        self.written.emit(replace(self._new, **typed))  # type: ignore[arg-type]
