"""Paper that has not come out yet: a quiet word in the status line, and behind it the list with what to do."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.print_job import PrintJob, PrintState
from app.texts import code_of
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, SectionHead
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.row_stack import ListRow, RowStack
from ui.widgets.text import Text
from ui.words import Words

PRINTS_KEY = "Ctrl+P"
_LOOKS = {
    PrintState.PENDING: ("printer", "text2"),
    PrintState.PRINTING: ("printer", "text2"),
    PrintState.FAILED: ("x-circle-fill", "danger"),
}
_WIDTH, _TALLEST = 540, 420

Act = Callable[[UUID], object]


class PrintStatus(ActionButton):
    """Hidden while all paper is out, or on its way as usual.

    ``retried(id)`` and ``cancelled(id)`` tell what a person wants with a job.
    """

    retried = Signal(object)
    cancelled = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(kind=Kind.TEXT, size=Size.INLINE, parent=parent)
        self._words = words
        self.card = PrintCard(words, self.retried.emit, self.cancelled.emit)
        self.card.setParent(self, Qt.WindowType.Popup)
        self.clicked.connect(self.open_card)
        self.hide()

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Say how many papers did not come out, else how many are on their way."""
        failed = [job for job in jobs if job.state is PrintState.FAILED]
        self.setVisible(bool(failed) or len(jobs) > 1)
        code = "shell.prints.failed" if failed else "shell.prints.waiting"
        said = self._words(code, count=len(failed) or len(jobs))
        if failed:
            self.show_action(said, icon="warning-fill", key=PRINTS_KEY, kind=Kind.WARN)
        else:
            self.show_action(said, icon="printer", kind=Kind.TEXT)
        self.card.show_jobs(jobs)

    def open_card(self) -> None:
        """Open the list above the word; nothing where all paper is out."""
        if not self.isHidden():
            self.card.open_above(self)


class PrintCard(Card):
    """The jobs with their reasons; closes by itself when one goes on."""

    def __init__(self, words: Words, retry: Act, cancel: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._retry = retry
        self._jobs: Sequence[PrintJob] = ()
        self._all = ActionButton(words("shell.prints.retry_all"), icon="printer", size=Size.INLINE)
        self._all.clicked.connect(self._retry_all)
        self.rows: RowStack[PrintJob] = RowStack(lambda _: JobRow(words, retry, cancel), lambda job: job.id)
        self.body.put(SectionHead(words("shell.prints.title"), trailing=self._all), self.rows)

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Show these jobs; an empty list closes."""
        self._jobs = jobs
        self.rows.show_rows(jobs)
        self._all.setVisible(sum(map(_failed, jobs)) > 1)
        if not jobs:
            self.hide()

    def _retry_all(self) -> None:
        for job in filter(_failed, self._jobs):
            self._retry(job.id)

    def open_above(self, button: QWidget) -> None:
        """Open with the lower right corner on the button's upper right one."""
        width = active.look.px(_WIDTH)
        self.setFixedWidth(width)
        for shown in self.rows.row_widgets():
            if isinstance(shown, JobRow):
                shown.fit(width)
        height = sum(shown.minimumHeight() for shown in self.rows.row_widgets())
        self.rows.setFixedHeight(min(height, active.look.px(_TALLEST)))
        self.adjustSize()
        corner = button.mapToGlobal(button.rect().topRight())
        self.move(corner.x() - width, corner.y() - self.height() - active.look.px(8))
        self.show()
        for job_row in self.rows.row_widgets():
            if isinstance(job_row, JobRow) and job_row.retry.isVisible():
                job_row.retry.setFocus()
                break


class JobRow(ListRow[PrintJob]):
    """One paper: its number, where it stands and why, and the two things to do with it."""

    def __init__(self, words: Words, retry: Act, cancel: Act) -> None:
        super().__init__(height=50)
        self._words = words
        self._icon = Icon("printer")
        self._name = Text("", Type.BODY, bold=True, wrap=True)
        self._why = Text("", Type.DETAIL, "text2", wrap=True)
        self.retry = ActionButton(words("shell.prints.retry"), icon="printer", size=Size.INLINE)
        self.cancel = ActionButton(words("shell.prints.cancel"), kind=Kind.QUIET, size=Size.INLINE)
        self.retry.clicked.connect(lambda: retry(self._id))
        self.cancel.clicked.connect(lambda: cancel(self._id))
        said = column(gap=2).put(self._name, self._why)
        self._line = row(self, margins=(16, 8, 16, 8), gap=12).put(self._icon)
        self._line.addLayout(said, 1)
        self._line.put(self.retry, self.cancel)

    def fit(self, width: int) -> None:
        """Be as tall as the words need at this width, in px."""
        self.setFixedHeight(max(active.look.px(50), self._line.totalHeightForWidth(width)))

    def show_row(self, row: PrintJob) -> None:
        """Show how the job stands."""
        words, paper = self._words, row.paper
        self._id = row.id
        icon, tone = _LOOKS[row.state]
        self._icon.show_icon(icon, tone)
        name = words("shell.prints.paper", kind=words(code_of(paper.kind)), number=paper.number)
        self._name.setText(words("shell.prints.reprint", name=name, count=paper.copy) if paper.copy else name)
        state = words(code_of(row.state))
        reason = words(row.problem) if row.problem else ""
        self._why.setText(words("shell.prints.why", state=state, reason=reason) if reason else state)
        self.retry.setVisible(_failed(row))
        self.cancel.setVisible(row.state is not PrintState.PRINTING)


def _failed(job: PrintJob) -> bool:
    return job.state is PrintState.FAILED
