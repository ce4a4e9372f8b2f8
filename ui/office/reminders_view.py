"""The page of reminders: the list, one of them or the form of a new one, and what stands around it."""

from PySide6.QtCore import Signal

from app.domain.reminder import ReminderAction
from ui.office import reminders_rules as rules
from ui.office.reminders_list import ICONS, ReminderHead, ReminderList, ReminderSide, story_of
from ui.office.reminders_new import NewReminderPane
from ui.office.reminders_state import Pane, RemindersState
from ui.office.window import OfficeWindow
from ui.widgets.empty_state import EmptyState
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words
from ui.worklist.action_area import ActionArea, Deed
from ui.worklist.case_pane import CasePane
from ui.worklist.columns import Work
from ui.worklist.forms import Form
from ui.worklist.pages import PageHouse
from ui.worklist.view import WorklistView

NEW = "Ctrl+N"
_HIGH_ENOUGH = 440


class RemindersWork(Work[RemindersState]):
    """The columns; the form of a new reminder takes the place of the one that is looked at."""

    def __init__(self, words: Words) -> None:
        self.list: ReminderList = ReminderList(words)
        self.new = NewReminderPane(words)
        self.side = ReminderSide(words)
        empty = EmptyState(
            "file-text", words("office.reminders.empty.page"), words("office.reminders.empty.detail")
        )
        case = CasePane(
            ReminderHead(words), lambda state: story_of(words, state), _area(words), empty, _HIGH_ENOUGH
        )
        super().__init__(self.list, case, self.side)
        self.middle.addWidget(self.new)

    def show_state(self, state: RemindersState) -> None:
        """Show everything."""
        self.new.show_state(state)
        self.middle.setCurrentWidget(self.new if state.pane is Pane.NEW else self.case)
        super().show_state(state)


class RemindersView(WorklistView[RemindersState]):
    """A page of the office's window: ``new_requested`` for Ctrl+N. Who works here, the room shows."""

    new_requested = Signal()

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.work: RemindersWork = RemindersWork(words)
        sign_in = SignInPage(words, words("office.page.reminders"), words("office.reminders.sign_in"))
        super().__init__(PageHouse(window), sign_in, self.work, (NEW,))
        self.work.list.new_requested.connect(self.new_requested)
        self.work.new.acted.connect(self.acted)
        self.work.new.left.connect(self.back)

    def focus_new(self) -> None:
        """To the form of a new reminder."""
        self.work.new.focus_form()

    def _pressed(self, key: str) -> None:
        if key == NEW:
            self.new_requested.emit()
        else:
            super()._pressed(key)


def _area(words: Words) -> ActionArea[RemindersState]:
    """Every step takes words."""
    deeds = {
        action: Deed(
            words(f"office.reminders.do.{action}"), ICONS[action], words(f"office.reminders.hint.{action}")
        )
        for action in rules.ORDER
    }
    forms: dict[ReminderAction, Form[RemindersState]] = {}
    return ActionArea(words, rules, deeds, forms)
