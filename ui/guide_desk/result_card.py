"""What has just been issued, large and beside its print, until the next item is picked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import NoticeRow, TicketRow
from ui.guide_desk.online_card import UNDO
from ui.guide_desk.phrases import ticket_errands_text
from ui.guide_desk.print_note import PrintNote
from ui.guide_desk.state import GuideDeskState, Sent
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.text import Figure, Text
from ui.words import Words

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ResultCard(QWidget):
    """``reprint(number)`` for the ticket or slip that is shown, ``undo`` when nobody was sent online after all."""

    reprint = Signal(str)
    undo = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._number = ""
        self._title = Text("", Type.EMPHASIS, "ok", bold=True)
        self.figure = Figure("", Type.NUMBER)
        self._what = Text("", Type.BODY, wrap=True)
        self._wait = Text("", Type.BODY, "text2", wrap=True)
        self.note = PrintNote(words)
        self._undo = ActionButton(words("guide_desk.online.undo"), icon="arrow-u-up-left", key=UNDO)
        title = QWidget()
        row(title, gap=8).put(Icon("check-circle-fill", "ok", 24), self._title)
        box = column(self, margins=(24, 16, 24, 16), gap=8)
        box.addStretch(1)
        box.addWidget(title, 0, _CENTRE)
        box.addWidget(self.figure, 0, _CENTRE)
        box.put(self._what, self._wait, self.note)
        box.addWidget(self._undo, 0, _CENTRE)
        box.addStretch(2)
        for text in (self._what, self._wait):
            text.setAlignment(_CENTRE)
        self._undo.clicked.connect(self.undo)
        self.note.reprint.connect(lambda: self.reprint.emit(self._number))

    def show_state(self, state: GuideDeskState) -> None:
        """Show the ticket or slip that was issued last, or that somebody was sent online."""
        self.note.setVisible(state.sent is None)
        self._undo.setVisible(state.sent is not None)
        if state.issued is not None:
            self._render_ticket(state.issued)
        elif state.told is not None:
            self._render_notice(state.told)
        elif state.sent is not None:
            self._render_sent(state.sent)
        self.note.show_state(state.prints.get(self._number))

    def _render_ticket(self, ticket: TicketRow) -> None:
        words = self._words
        self._number = ticket.number
        self._title.setText(words("guide_desk.result.ticket"))
        self.figure.set_text(ticket.number)
        self.figure.show()
        self._what.setText(ticket_errands_text(words, ticket))
        wait = ticket.wait_minutes
        minutes = f"{wait[0]}–{wait[1]}" if wait else ""
        code = "guide_desk.result.wait" if wait else "guide_desk.result.ahead"
        self._wait.setText(words(code, line=ticket.line_name, ahead=ticket.ahead or 0, minutes=minutes))

    def _render_notice(self, notice: NoticeRow) -> None:
        words = self._words
        self._number = notice.number
        self._title.setText(words("guide_desk.result.notice", count=len(notice.problems)))
        self.figure.hide()
        self._what.setText(notice.number)
        self._wait.setText(notice.item_name)

    def _render_sent(self, sent: Sent) -> None:
        words = self._words
        self._number = ""
        self._title.setText(words("guide_desk.result.sent"))
        self.figure.hide()
        self._what.setText(sent.errand.row.name)
        self._wait.setText(words("guide_desk.result.sent_detail"))
