"""The exceptions station's widgets, put together: list, case or new case, and what stands around the case."""

from pathlib import Path

from PySide6.QtCore import Signal

from ui.exceptions.files_card import open_with_system
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.view_action import action_area
from ui.exceptions.view_group import group_pane
from ui.exceptions.view_group_side import BesideGroup
from ui.exceptions.view_head import CaseHead
from ui.exceptions.view_join import JoinPane
from ui.exceptions.view_list import ExceptionList
from ui.exceptions.view_new import NewCasePane
from ui.exceptions.view_side import BesideNew, CaseContext
from ui.exceptions.view_story import story_of
from ui.widgets.empty_state import EmptyState
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.columns import Work
from ui.worklist.view import House, WorklistView

NEW, GROUP = "Ctrl+N", "Ctrl+G"
_HIGH_ENOUGH = 440


class ExceptionsWork(Work[ExceptionsState]):
    """The columns of this station; forms and a group take the place of the case."""

    def __init__(self, words: Words) -> None:
        self.list: ExceptionList = ExceptionList(words)
        self.new = NewCasePane(words)
        empty = EmptyState("flag", words("exceptions.empty.page"), words("exceptions.empty.page.detail"))
        case = CasePane(
            CaseHead(words), lambda state: story_of(words, state), action_area(words), empty, _HIGH_ENOUGH
        )
        self.group, self.join = group_pane(words), JoinPane(words)
        self.alike, self.around = BesideNew(words), BesideGroup(words)
        self.context: CaseContext = CaseContext(words)
        super().__init__(self.list, case, self.context)
        for pane, aside in ((self.new, self.alike), (self.group, self.around), (self.join, self.alike)):
            self.middle.addWidget(pane)
            self.stand_beside(pane, aside)

    def show_state(self, state: ExceptionsState) -> None:
        """Show everything."""
        self.new.show_state(state)
        self.join.show_state(state)
        self.alike.show_state(state)
        group = state.groups_state()
        self.group.show_state(group)
        self.around.show_state(group)
        panes = {Pane.NEW: self.new, Pane.GROUP: self.group, Pane.JOIN: self.join, Pane.CASE: self.case}
        self.middle.setCurrentWidget(panes[state.pane])
        super().show_state(state)

    def _give_way(self) -> None:
        super()._give_way()
        self.new.keep_similar(here=not self.is_wide)


class ExceptionsView(WorklistView[ExceptionsState]):
    """A worklist to which cases are added: ``new_requested`` for Ctrl+N; ``group_requested`` for Ctrl+G."""

    new_requested = Signal()
    group_requested = Signal()

    def __init__(self, words: Words, window: House) -> None:
        self.work: ExceptionsWork = ExceptionsWork(words)
        sign_in = SignInPage(words, words("exceptions.sign_in"), words("exceptions.sign_in.detail"))
        super().__init__(window, sign_in, self.work, (NEW, GROUP))
        self.work.list.new_requested.connect(self.new_requested)
        self.work.context.group_requested.connect(self.group_requested)
        for form in (self.work.new, self.work.join):
            form.acted.connect(self.acted)
            form.left.connect(self.back)
        self.work.group.area.acted.connect(self.acted)

    def open_file(self, path: Path) -> None:
        """With the system's own program."""
        open_with_system(path)

    def focus_new(self) -> None:
        """To the form of a new case."""
        self.work.new.focus_form()

    def focus_action(self) -> None:
        """To the form of what is next with the case or the group."""
        shown = self.work.middle.currentWidget()
        if shown is self.work.join:
            self.work.join.focus_form()
        elif shown is self.work.group:
            self.work.group.focus_form()
        else:
            super().focus_action()

    def _pressed(self, key: str) -> None:
        if key == NEW:
            self.new_requested.emit()
        elif key == GROUP:
            self.group_requested.emit()
        else:
            super()._pressed(key)
