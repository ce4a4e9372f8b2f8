"""The foot of the page: a slip instead of a ticket, what waits for the person, and the one next action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import LineRow
from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.phrases import wait_text
from ui.guide_desk.state import GuideDeskState
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import CardFoot
from ui.widgets.layouts import column
from ui.widgets.progress import ProgressHint
from ui.widgets.text import NameText
from ui.words import Words


class IssueBar(CardFoot):
    """``issue`` for Enter, ``consult`` for F9, ``gave_up`` when a person waits no longer."""

    issue = Signal()
    consult = Signal()
    gave_up = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 11, 16, 11), gap=12)
        self._words = words
        self._busy = False
        self.consult_button = ActionButton(size=Size.BIG, kind=Kind.WARN)
        self.issue_button = ActionButton(
            words("guide_desk.issue.action"), icon="ticket", key="Enter", size=Size.BIG, kind=Kind.PRIMARY
        )
        self._ahead = NameText("", Type.DETAIL, "text2")
        self._wait = NameText("", Type.DETAIL, "text1", bold=True)
        self._progress = ProgressHint(words)
        wait = column(gap=1)
        for text in (self._ahead, self._wait):
            wait.addWidget(text, 0, Qt.AlignmentFlag.AlignRight)
        self.body.put(self.consult_button, None, self._progress)
        self.body.addLayout(wait)
        self.body.put(self.issue_button)
        self.issue_button.clicked.connect(self.issue)
        self.consult_button.clicked.connect(self.consult)
        self._progress.cancelled.connect(self.gave_up)

    def show_state(self, state: GuideDeskState) -> None:
        """Show what can be done now."""
        self._render_consult(state)
        self._render_wait(state)
        self._render_issue(state)
        self._render_busy(state.busy)

    def _render_consult(self, state: GuideDeskState) -> None:
        errand, words = state.draft.errand, self._words
        self.consult_button.setVisible(errand is not None)
        self.consult_button.setEnabled(state.can_consult and not state.busy)
        if errand is None:
            return
        looked = errand.brought is not None
        detail = self._missing_text(errand)
        kind = Kind.WARN if looked and errand.missing else Kind.PLAIN
        self.consult_button.show_action(
            words("guide_desk.consult.action"), icon="printer", key="F9", detail=detail, kind=kind
        )

    def _missing_text(self, errand: ErrandDraft) -> str:
        if errand.item is None:
            return self._words("guide_desk.consult.unread")
        if errand.brought is not None and errand.missing:
            return self._words("guide_desk.consult.missing", count=len(errand.missing))
        return self._words("guide_desk.consult.all" if errand.missing else "guide_desk.consult.nothing")

    def _render_wait(self, state: GuideDeskState) -> None:
        first = state.draft.errands[0] if state.draft.errands else None
        line = state.line(first.row.line) if first else None
        self._ahead.setText(
            self._words("guide_desk.issue.ahead", line=line.prefix, count=line.waiting) if line else ""
        )
        self._wait.setText(self._about(line) if line else "")

    def _about(self, line: LineRow) -> str:
        wait = wait_text(self._words, line)
        in_minutes = line.waiting > 0 and line.wait_minutes is not None
        return self._words("guide_desk.issue.about", wait=wait) if in_minutes else wait

    def _render_issue(self, state: GuideDeskState) -> None:
        action = "guide_desk.issue.again" if state.away else "guide_desk.issue.action"
        self.issue_button.show_action(self._words(action), icon="ticket", key="Enter")
        self.issue_button.setEnabled(state.can_issue)

    def _render_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self._progress.begin() if busy else self._progress.end()
