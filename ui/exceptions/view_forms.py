"""What has to be chosen for an action, beside the words."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.exception_category import called
from app.domain.exception_terms import ExceptionLevel, days_of
from app.domain.person import mask_name
from app.domain.policy import Policy
from app.domain.staff import PERMISSIONS, Permission, StaffState
from app.ports.rows import StaffRow
from ui.exception_words import category_options
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState
from ui.theme import Tone
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.fields import KeyPicker
from ui.widgets.inputs import write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.side_by_side import SideBySide
from ui.words import Words
from ui.worklist.forms import Form
from ui.worklist.wording import by_options, staff_text

_SIDE_BY_SIDE = 560
"""Px at scale 1 from which category and level stand in a row."""


def level_texts(words: Words, policy: Policy) -> dict[str, str]:
    """The levels, each with its limit in working days."""
    return {
        level.value: words("exceptions.level.option", level=level, count=days)
        if (days := days_of(level, policy))
        else words("exceptions.level.option.same_day", level=level)
        for level in ExceptionLevel
    }


def level_options(words: Words, policy: Policy) -> list[Option]:
    """The levels to choose from."""
    return [Option(level, text) for level, text in level_texts(words, policy).items()]


class CaseForm(Form[ExceptionsState]):
    """Choices about a case."""

    _draft: CaseDraft


class TriageForm(CaseForm):
    """Category and level."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.category = KeyPicker(words("exceptions.form.category"))
        self.category.setAccessibleName(words("exceptions.form.category"))
        self.level = SegmentedChoice(level_options(words, Policy()), wraps=True)
        self.level.setAccessibleName(words("exceptions.form.level"))
        column(self).put(SideBySide((self.category, 1), (self.level, 2), wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.category)
        self.category.chosen.connect(lambda key: self._edit(category=key))
        self.level.chosen.connect(lambda key: self._edit(level=ExceptionLevel(key)))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        if state.page is not None:
            row = state.page.row
            options = {option.key: option.text for option in category_options(self._words, state.policy)}
            options.setdefault(row.category, called(row.category, row.category_name, self._words))
            self.category.show_options(list(options.items()))
            self.level.show_texts(level_texts(self._words, state.policy))
            self.category.show_key(self._draft.category or state.page.row.category)
            self.level.show_value(self._draft.level or state.page.row.level)


class JoinForm(CaseForm):
    """Department and handler; a handler's own department is taken when none is chosen."""

    asks_for = ("exceptions.form.supporting", "exceptions.form.supporter")

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.department, self.handler = (KeyPicker(words(code)) for code in self.asks_for)
        self._line = row(self, gap=8)
        for picker in (self.department, self.handler):
            self._add(picker, 4)
        self.setFocusProxy(self.department)
        self.department.chosen.connect(lambda code: self._edit(department=code))
        self.handler.chosen.connect(lambda number: self._edit(handler=number))

    def _add(self, picker: KeyPicker, width: int) -> None:
        picker.setAccessibleName(picker.placeholderText())
        picker.setMinimumWidth(1)  # long names give way to each other
        self._line.addWidget(picker, width)

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        draft = self._draft
        self.department.show_options([(d.code, d.name) for d in state.departments])
        self.department.show_key(draft.department)
        self.handler.show_options([(m.number, staff_text(m)) for m in _handlers(state, draft)])
        self.handler.show_key(draft.handler)


class AssignForm(JoinForm):
    """Department, handler and the last day."""

    asks_for = ("exceptions.form.department", "exceptions.form.handler")

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.due = _due_picker(words)
        self._add(self.due, 3)
        self.due.chosen.connect(lambda day: self._edit(due=date.fromisoformat(day)))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        _show_days(self.due, self._words, state, state.due_days)


class ExtendForm(CaseForm):
    """Until when."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.due = _due_picker(words)
        row(self).put(self.due, None)
        self.setFocusProxy(self.due)
        self.due.chosen.connect(lambda day: self._edit(due=date.fromisoformat(day)))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        _show_days(self.due, self._words, state, state.longer_days)


class ReleaseForm(CaseForm):
    """Whose part is needed no more."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.handler = KeyPicker(words("exceptions.form.supporter"))
        self.handler.setAccessibleName(words("exceptions.form.supporter"))
        row(self).put(self.handler, None)
        self.setFocusProxy(self.handler)
        self.handler.chosen.connect(lambda number: self._edit(handler=number))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        parts = state.page.parts if state.page else ()
        owed = [
            (part.handler, f"{part.department}  {mask_name(part.handler_name)}")
            for part in parts
            if part.is_open
        ]
        self.handler.show_options(owed)
        self.handler.show_key(self._draft.handler)


class DenyForm(CaseForm):
    """What a negative answer rests on."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.basis = QLineEdit()
        self.basis.setPlaceholderText(words("exceptions.form.basis"))
        self.basis.setAccessibleName(words("exceptions.form.basis"))
        row(self).addWidget(self.basis, 1)
        self.setFocusProxy(self.basis)
        self.basis.textEdited.connect(lambda text: self._edit(basis=text))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        write_unless_focused(self.basis, self._draft.basis)


class FollowUpForm(CaseForm):
    """Whether the person is satisfied."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        options = [
            Option("yes", words("exceptions.form.satisfied"), Tone.OK, "smiley"),
            Option("no", words("exceptions.form.not_satisfied"), Tone.DANGER, "smiley-sad"),
        ]
        self.satisfied = SegmentedChoice(options, segment_width=140)
        self.satisfied.setAccessibleName(words("exceptions.form.answer"))
        row(self).put(self.satisfied, None)
        self.setFocusProxy(self.satisfied)
        self.satisfied.chosen.connect(lambda key: self._edit(satisfied=key == "yes"))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        satisfied = self._draft.satisfied
        self.satisfied.show_value(None if satisfied is None else "yes" if satisfied else "no")


def _due_picker(words: Words) -> KeyPicker:
    picker = KeyPicker(words("exceptions.form.due"))
    picker.setAccessibleName(picker.placeholderText())
    return picker


def _show_days(picker: KeyPicker, words: Words, state: ExceptionsState, days: tuple[date, ...]) -> None:
    picker.show_options(by_options(words, state, days))
    due = state.draft.due if state.draft.due in days else next(iter(days), None)
    picker.show_key(due.isoformat() if due else None)


def _handlers(state: ExceptionsState, draft: CaseDraft) -> list[StaffRow]:
    """Who may handle cases, those of the chosen department first."""
    chosen = next((d.name for d in state.departments if d.code == draft.department), None)
    able = [
        member
        for member in state.staff
        if member.state is StaffState.ACTIVE and Permission.EXCEPTION_HANDLE in PERMISSIONS[member.role]
    ]
    return sorted(able, key=lambda member: (member.department != chosen, member.number))
