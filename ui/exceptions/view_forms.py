"""What has to be chosen for an action, beside the words."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.exception_case import WORKING_DAYS, ExceptionCategory, ExceptionLevel
from app.domain.staff import PERMISSIONS, Permission, StaffState
from app.ports.rows import StaffRow
from ui.exceptions.drafts import CaseDraft
from ui.exceptions.state import ExceptionsState
from ui.theme import Tone
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import column, row
from ui.widgets.side_by_side import SideBySide
from ui.words import Words
from ui.worklist.forms import Form
from ui.worklist.wording import by_options, staff_text

_SIDE_BY_SIDE = 560
"""Px at scale 1 from which category and level stand in a row."""


def level_options(words: Words) -> list[Option]:
    """The levels, each with its limit in working days."""
    return [
        Option(
            level.value,
            words("exceptions.level.option", level=level, count=days)
            if (days := WORKING_DAYS[level])
            else words("exceptions.level.option.same_day", level=level),
        )
        for level in ExceptionLevel
    ]


class CaseForm(Form[ExceptionsState]):
    """Choices about a case."""

    _draft: CaseDraft


class TriageForm(CaseForm):
    """Category and level."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.category = KeyPicker(words("exceptions.form.category"))
        self.category.setAccessibleName(words("exceptions.form.category"))
        self.category.show_options([(c, words(f"exception_category.{c.value}")) for c in ExceptionCategory])
        self.level = SegmentedChoice(level_options(words), wraps=True)
        self.level.setAccessibleName(words("exceptions.form.level"))
        column(self).put(SideBySide((self.category, 1), (self.level, 2), wide=_SIDE_BY_SIDE))
        self.setFocusProxy(self.category)
        self.category.chosen.connect(lambda key: self._edit(category=ExceptionCategory(key)))
        self.level.chosen.connect(lambda key: self._edit(level=ExceptionLevel(key)))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        if state.page is not None:
            self.category.show_key(self._draft.category or state.page.row.category)
            self.level.show_value(self._draft.level or state.page.row.level)


class AssignForm(CaseForm):
    """Department, handler and the last day; a handler's own department is taken when none is chosen."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.department = KeyPicker(words("exceptions.form.department"))
        self.handler = KeyPicker(words("exceptions.form.handler"))
        self.due = KeyPicker(words("exceptions.form.due"))
        line = row(self, gap=8)
        for picker, width in ((self.department, 4), (self.handler, 4), (self.due, 3)):
            picker.setAccessibleName(picker.placeholderText())
            picker.setMinimumWidth(1)  # long names give way to each other
            line.addWidget(picker, width)
        self.setFocusProxy(self.department)
        self.department.chosen.connect(lambda code: self._edit(department=code))
        self.handler.chosen.connect(lambda number: self._edit(handler=number))
        self.due.chosen.connect(lambda day: self._edit(due=date.fromisoformat(day)))

    def show_state(self, state: ExceptionsState) -> None:
        super().show_state(state)
        draft = self._draft
        self.department.show_options([(d.code, d.name) for d in state.departments])
        self.department.show_key(draft.department)
        self.handler.show_options([(m.number, staff_text(m)) for m in _handlers(state, draft)])
        self.handler.show_key(draft.handler)
        self.due.show_options(by_options(self._words, state, state.due_days))
        due = draft.due if draft.due in state.due_days else next(iter(state.due_days), None)
        self.due.show_key(due.isoformat() if due else None)


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


def _handlers(state: ExceptionsState, draft: CaseDraft) -> list[StaffRow]:
    """Who may handle cases, those of the chosen department first."""
    chosen = next((d.name for d in state.departments if d.code == draft.department), None)
    able = [
        member
        for member in state.staff
        if member.state is StaffState.ACTIVE and Permission.EXCEPTION_HANDLE in PERMISSIONS[member.role]
    ]
    return sorted(able, key=lambda member: (member.department != chosen, member.number))
