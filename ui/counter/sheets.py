"""All sheets of the counter in one place; the one that stands open is in front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.counter.intents import Intent
from ui.counter.sheet import SheetCard
from ui.counter.sheet_case import CaseSheet
from ui.counter.sheet_exception import ExceptionSheet
from ui.counter.sheet_finish import AbandonSheet, FinishSheet
from ui.counter.sheet_item import ItemSheet
from ui.counter.sheet_reason import HOLD_REASONS, ORDER_REASONS, PAUSE_REASONS, ReasonSheet
from ui.counter.sheet_slip import SlipSheet
from ui.counter.sheet_transfer import TransferSheet
from ui.counter.state import CounterState, Sheet
from ui.words import Words


class Sheets(QStackedWidget):
    """Sheets keep what was typed while they are open, whatever fails meanwhile."""

    cancelled = Signal()
    typed = Signal(str, str)  # field, text
    reason_given = Signal(str, str)  # intent, reason

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: Sheet | None = None
        self.finish, self.abandon, self.transfer = (
            FinishSheet(words),
            AbandonSheet(words),
            TransferSheet(words),
        )
        self.exception, self.item, self.slip = ExceptionSheet(words), ItemSheet(words), SlipSheet(words)
        self.case = CaseSheet(words)
        reasons = (
            (Intent.HOLD, HOLD_REASONS),
            (Intent.PAUSE, PAUSE_REASONS),
            (Intent.CALL_TICKET, ORDER_REASONS),
        )
        self.reasons = {intent: ReasonSheet(words, intent, usual) for intent, usual in reasons}
        self._pages: dict[Intent, SheetCard] = {
            Intent.FINISH: self.finish,
            Intent.ABANDON: self.abandon,
            Intent.ABANDON_HELD: self.abandon,
            Intent.TRANSFER: self.transfer,
            Intent.EXCEPTION: self.exception,
            Intent.CHANGE_ITEM: self.item,
            Intent.CASE: self.case,
            Intent.PREVIEW: self.slip,
            **self.reasons,
        }
        self._connect()

    def _connect(self) -> None:
        for intent, sheet in self.reasons.items():
            sheet.given.connect(lambda reason, intent=intent: self.reason_given.emit(intent, reason))
        for page in dict.fromkeys(self._pages.values()):
            self.addWidget(page)
            page.cancelled.connect(self.cancelled)
            page.typed.connect(self.typed)

    def has(self, sheet: Sheet | None) -> bool:
        """Whether this sheet is one of these (signing in has a page of its own)."""
        return sheet is not None and sheet.intent in self._pages

    def show_state(self, state: CounterState) -> None:
        """Bring the open sheet to the front; one that was just opened begins."""
        before, self._open = self._open, state.sheet
        if state.sheet is None or not self.has(state.sheet):
            return
        page = self._pages[state.sheet.intent]
        if self._open != before:
            self.setCurrentWidget(page)
            page.begin(state)
            page.order_tabs()
            page.focus_start()
        page.show_state(state)

    def take_focus(self) -> None:
        """Put the keyboard into the open sheet, after it has moved to another window."""
        page = self.currentWidget()
        if isinstance(page, SheetCard):
            page.focus_start()
