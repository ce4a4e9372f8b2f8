"""The exceptions' card: the parts of the chosen figure, or the cases behind it; and the units that are named."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.ports.exceptions_report import ExceptionsReport, LedgerList, best, drawn, parts_of, top, worst
from app.ports.figures_report import within
from app.ports.ledger_words import list_title, unit_words
from app.ports.rows import ExceptionFiguresRow
from app.texts import code_of
from ui.office.card import FigureCard
from ui.office.case_list import CaseList
from ui.office.ledger_state import EXCEPTION_GROUPINGS, LedgerState
from ui.theme import Type
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Box, column
from ui.widgets.text import Text
from ui.words import Words

_SHARES = (
    ExceptionFigure.OPEN, ExceptionFigure.OVERDUE, ExceptionFigure.REOPENED, ExceptionFigure.SATISFIED,
)  # fmt: skip


class LedgerCard(FigureCard):
    """``grouping_chosen(by)``."""

    grouping_chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        self.list = CaseList(words)
        nothing = EmptyState("flag", words("ledger.nothing"), words("ledger.nothing_detail"))
        super().__init__(words, (), self.list, self.list.table, nothing)
        self.grouping.show_options(
            [(by.value, words("five_ones.by", by=within(by))) for by in EXCEPTION_GROUPINGS]
        )
        self.grouping.chosen.connect(lambda key: self.grouping_chosen.emit(ExceptionGrouping(key)))
        self.list_left.connect(self.list.closed)

    def show_state(self, state: LedgerState) -> None:
        """Show the parts, or the cases that were opened."""
        report, figure, listing = state.report, state.figure, state.listing
        by = report.by if report else state.by
        self.grouping.show_key(state.by.value)
        has_any = report is not None and report.whole.ratio(figure).denominator > 0
        lists = listing is not None
        meaning = self._words(f"{code_of(figure)}.meaning")
        self.show_figure(self._title(state, by), meaning, has_any=has_any, lists=lists)
        if listing is not None:
            self.list.show_list(listing, state.hall.timezone if state.hall else "UTC")
        parts = drawn(report, figure) if report is not None else None
        if report is not None:
            self.columns.show_scale(None if figure in _SHARES else top(parts_of(report, figure), figure))
        over_time = by is ExceptionGrouping.MONTH
        self.show_page(parts, (figure, by), over_time=over_time, lists=lists, has_any=has_any)

    def _title(self, state: LedgerState, by: ExceptionGrouping) -> str:
        listing = state.listing
        if listing is None:
            return self._words("five_ones.chart", figure=state.figure, by=within(by))
        return self._words(list_title(LedgerList(rows=(), figure=listing.figure, part=listing.part), by))


class UnitsCard(Card):
    """The units with most overdue, and the best."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._told: tuple[str, ...] | None = None
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(words("ledger.units")), self._panel, None)

    def show_report(self, report: ExceptionsReport | None) -> None:
        """Name them; nothing while nothing was read."""
        late, good = (worst(report), best(report)) if report else ((), ())
        told = (*self._lines(late), "", *self._lines(good))
        if told == self._told:
            return
        self._told = told
        fresh = QWidget()
        lines = column(fresh, gap=4)
        self._put(lines, "worst", self._lines(late))
        lines.put(12)
        self._put(lines, "best", self._lines(good))
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _put(self, lines: Box, code: str, told: Sequence[str]) -> None:
        words = self._words
        tone = "danger" if code == "worst" and told else "text1"
        lines.put(Text(words(f"ledger.{code}"), Type.CAPTION, "text2", wrap=True))
        for line in told or (words(f"ledger.no_{code}"),):
            lines.put(Text(line, Type.DETAIL, tone if told else "text2", wrap=True))

    def _lines(self, units: Sequence[ExceptionFiguresRow]) -> tuple[str, ...]:
        return tuple(self._words(unit_words(unit)) for unit in units)
