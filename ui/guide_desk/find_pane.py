"""Finding a ticket (F3): by number, name or identity number, or by a scan of one of the hall's papers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import NoticeRow
from ui.guide_desk.finding import nothing_found
from ui.guide_desk.print_note import PrintNote
from ui.guide_desk.state import GuideDeskState
from ui.guide_desk.ticket_row import ListedTicket, TicketLine, listed
from ui.theme import Type
from ui.verified_card import VerifiedCard
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import row
from ui.widgets.row_stack import RowStack
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text
from ui.words import Words


class FindPane(Card):
    """``searched(text)``; tickets ``reprinted``, ``cancelled``, ``revived`` by number; slips used and reprinted."""

    searched = Signal(str)
    reprinted = Signal(str)
    cancelled = Signal(str)
    revived = Signal(str)
    notice_used = Signal()
    notice_reprinted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.box = SearchBox(words, words("guide_desk.find.hint"))
        self.rows: RowStack[ListedTicket] = RowStack(
            self._row, lambda row: (row.ticket.day, row.ticket.number)
        )
        self.notice = FoundNotice(words)
        self.verified = VerifiedCard(words)
        self._nothing = EmptyState(
            "qr-code", words("guide_desk.find.empty"), words("guide_desk.find.empty_help")
        )
        top = Panel(margins=(16, 12, 16, 12), bottom=True)
        top.body.put(self.box)
        self.body.put(
            SectionHead(words("guide_desk.find.title"), ruled=False), top, self.verified, self.notice
        )
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self._nothing, 1)
        self.body.addStretch(0)
        self.box.searched.connect(self.searched)
        self.notice.used.connect(self.notice_used)
        self.notice.reprinted.connect(self.notice_reprinted)

    def _row(self, found: ListedTicket) -> TicketLine:
        made = TicketLine(self._words, full=True)
        made.reprinted.connect(self.reprinted)
        made.cancelled.connect(self.cancelled)
        made.revived.connect(self.revived)
        return made

    def show_state(self, state: GuideDeskState) -> None:
        """Show what was found."""
        find, words = state.find, self._words
        if not self.box.edit.hasFocus() and self.box.edit.text().strip() != find.text:
            self.box.edit.blockSignals(True)
            self.box.edit.setText(find.text)
            self.box.edit.blockSignals(False)
        self.rows.show_rows([listed(ticket, state) for ticket in find.tickets or ()])
        self.notice.show_state(find.notice, state)
        self.verified.show_paper(find.verified, state.zone)
        self.rows.setVisible(bool(find.tickets))
        self._nothing.setVisible(not find.tickets and find.verified is None)
        nothing = nothing_found(find)
        if nothing is None:
            self._nothing.show_words(words("guide_desk.find.empty"), words("guide_desk.find.empty_help"))
        else:
            self._nothing.show_words(words(nothing))


class FoundNotice(Panel):
    """What a slip that was scanned told below its record, and the way on to its pre-check."""

    used = Signal()
    reprinted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=6, bottom=True)
        self._words, self._number = words, ""
        self._situation = Text("", Type.DETAIL, "text2", wrap=True)
        self._problems = Text("", Type.DETAIL, "warn", wrap=True)
        self.use = ActionButton(words("guide_desk.find.use_notice"), icon="checks", kind=Kind.PRIMARY)
        self._note = PrintNote(words, centred=False)
        self.body.put(self._situation, self._problems)
        line = row(gap=12).put(self.use)
        line.addWidget(self._note, 1)
        self.body.addLayout(line)
        self.use.clicked.connect(self.used)
        self._note.reprint.connect(lambda: self.reprinted.emit(self._number))

    def show_state(self, notice: NoticeRow | None, state: GuideDeskState) -> None:
        """Show the slip, or nothing."""
        self.setVisible(notice is not None)
        if notice is None:
            return
        words = self._words
        self._number = notice.number
        self._situation.setText(notice.situation or "")
        self._situation.setVisible(bool(notice.situation))
        names = words("guide_desk.list_comma").join(problem.name for problem in notice.problems)
        self._problems.setText(
            words("guide_desk.find.notice_problems", count=len(notice.problems), names=names)
        )
        self._note.show_state(state.prints.get(notice.number))
