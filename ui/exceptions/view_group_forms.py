"""What has to be chosen for what is done with a group, beside the words."""

from PySide6.QtWidgets import QWidget

from app.ports.rows import CheckPage
from ui.exceptions import group_rules as rules
from ui.exceptions.group_state import GroupDeed, GroupDraft, GroupsState
from ui.theme import Tone
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import column, row
from ui.words import Words
from ui.worklist.action_area import ActionArea, Deed
from ui.worklist.forms import Form

_DAYS = (3, 5, 10, 15, 20, 30)
_D = GroupDeed
_ICONS: dict[GroupDeed, str] = {
    _D.PLAN: "note-pencil",
    _D.PROVE: "check-circle",
    _D.CLOSE: "archive",
    _D.REJECT: "arrow-u-up-left",
    _D.REMOVE: "minus",
    _D.ASK: "chat-text",
    _D.ANSWER: "chat-circle-text",
}


def group_area(words: Words) -> ActionArea[GroupsState]:
    """The foot of a group: everything takes words, some of it asks for more."""
    deeds = {
        deed: Deed(words(f"groups.do.{deed}"), _ICONS[deed], words(f"groups.hint.{deed}"))
        for deed in rules.ORDER
    }
    forms: dict[GroupDeed, Form[GroupsState]] = {
        _D.PLAN: PlanForm(words),
        _D.REMOVE: RemoveForm(words),
        _D.ASK: AskForm(words),
        _D.ANSWER: AnswerForm(words),
    }
    return ActionArea(words, rules, deeds, forms)


class GroupForm(Form[GroupsState]):
    """Choices about a group."""

    _draft: GroupDraft

    def _picker(self, code: str) -> KeyPicker:
        picker = KeyPicker(self._words(code))
        picker.setAccessibleName(picker.placeholderText())
        picker.setMinimumWidth(1)  # long names give way to each other
        return picker

    def _days(self) -> KeyPicker:
        picker = self._picker("groups.form.days")
        picker.show_options([(str(days), self._words("groups.days", count=days)) for days in _DAYS])
        picker.chosen.connect(lambda days: self._edit(days=int(days)))
        return picker


class PlanForm(GroupForm):
    """Which unit rectifies, and in how many working days."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.unit, self.days = self._picker("groups.form.unit"), self._days()
        line = row(self, gap=8)
        for picker, share in ((self.unit, 3), (self.days, 2)):
            line.addWidget(picker, share)
        self.setFocusProxy(self.unit)
        self.unit.chosen.connect(lambda code: self._edit(unit=code))

    def show_state(self, state: GroupsState) -> None:
        super().show_state(state)
        self.unit.show_options([(d.code, d.name) for d in state.departments])
        self.unit.show_key(self._draft.unit)
        self.days.show_key(str(self._draft.days))


class RemoveForm(GroupForm):
    """Which case is taken out."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.case = self._picker("groups.form.case")
        row(self).addWidget(self.case, 1)
        self.setFocusProxy(self.case)
        self.case.chosen.connect(lambda number: self._edit(case=number))

    def show_state(self, state: GroupsState) -> None:
        super().show_state(state)
        cases = state.page.cases if state.page else ()
        self.case.show_options([(case.number, f"{case.number}  {case.summary}") for case in cases])
        self.case.show_key(self._draft.case)


class AskForm(GroupForm):
    """Which departments are asked whether they have the same, and by when."""

    _ALL = ""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.asked, self.days = self._picker("groups.form.asked"), self._days()
        line = row(self, gap=8)
        for picker, share in ((self.asked, 3), (self.days, 2)):
            line.addWidget(picker, share)
        self.setFocusProxy(self.asked)
        self.asked.chosen.connect(lambda code: self._edit(asked=code or None))

    def show_state(self, state: GroupsState) -> None:
        super().show_state(state)
        everybody = (self._ALL, self._words("groups.form.everybody"))
        self.asked.show_options([everybody, *((d.code, d.name) for d in state.departments)])
        self.asked.show_key(self._draft.asked or self._ALL)
        self.days.show_key(str(self._draft.days))


class AnswerForm(GroupForm):
    """Which check is answered, for which department, and whether it has the same."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.check, self.department = (
            self._picker("groups.form.check"),
            self._picker("groups.form.department"),
        )
        options = [
            Option("yes", words("groups.form.found"), Tone.WARN, "warning-circle"),
            Option("no", words("groups.form.not_found"), Tone.OK, "check-circle"),
        ]
        self.found = SegmentedChoice(options, segment_width=140)
        self.found.setAccessibleName(words("groups.form.found_or_not"))
        pickers = row(gap=8)
        for picker in (self.check, self.department):
            pickers.addWidget(picker, 1)
        lines = column(self, gap=8)
        lines.addLayout(pickers)
        lines.addLayout(row().put(self.found, None))
        self.setFocusProxy(self.found)
        self.check.chosen.connect(lambda number: self._edit(check=number, department=None))
        self.department.chosen.connect(lambda code: self._edit(department=code))
        self.found.chosen.connect(lambda key: self._edit(found=key == "yes"))

    def show_state(self, state: GroupsState) -> None:
        super().show_state(state)
        checks, check = rules.open_checks(state), rules.check_of(state)
        self.check.show_options([(one.number, _called(one)) for one in checks])
        self.check.show_key(check.number if check else None)
        self.check.setVisible(len(checks) > 1)
        owing = [(e.department, e.name) for e in (check.entries if check else ()) if e.found is None]
        self.department.show_options(owing)
        self.department.show_key(rules.answering(state))
        self.department.setEnabled(rules.directs(state.actor))
        found = self._draft.found
        self.found.show_value(None if found is None else "yes" if found else "no")


def _called(check: CheckPage) -> str:
    return f"{check.number}  {check.question}"
