"""The office's page of exceptions: which days, a tile for each figure, its parts, and the units that are named."""

from PySide6.QtWidgets import QWidget

from app.domain.exception_figures import ExceptionFigure, ExceptionFigures
from app.ports.drawn import counts
from app.ports.exceptions_report import value
from app.texts import code_of
from ui.office.figures_view import FiguresView
from ui.office.ledger_card import LedgerCard, UnitsCard
from ui.office.ledger_state import LedgerState
from ui.office.tile import FigureTile, Told
from ui.office.window import OfficeWindow
from ui.widgets.side_by_side import SideBySide
from ui.words import Words

_PARTS, _UNITS, _WIDE = 3, 1, 900


class LedgerView(FiguresView):
    """Knows widgets only: emits what a person wants, renders what it is handed."""

    def __init__(self, words: Words, window: OfficeWindow) -> None:
        self.card, self.units = LedgerCard(words), UnitsCard(words)
        tiles = [
            FigureTile(figure, words(code_of(figure)), words(f"{code_of(figure)}.meaning"))
            for figure in ExceptionFigure
        ]
        middle: QWidget = SideBySide((self.card, _PARTS), (self.units, _UNITS), wide=_WIDE, gap=12)
        super().__init__(words, window, tiles, middle, words("ledger.title"), words("ledger.excluded"))

    def render(self, state: LedgerState) -> None:
        """Show a state."""
        self.show_days(state)
        figures = state.report.whole if state.report else ExceptionFigures()
        for tile, figure in zip(self.tiles, ExceptionFigure, strict=True):
            tile.show_figure(self._told(figure, figures), chosen=figure is state.figure)
        self.card.show_state(state)
        self.units.show_report(state.report)
        self.units.setVisible(state.listing is None)

    def _told(self, figure: ExceptionFigure, figures: ExceptionFigures) -> Told:
        words, ratio = self._words, figures.ratio(figure)
        beside = "" if figure is ExceptionFigure.REGISTERED else words(counts(ratio))
        unanswered = figure is ExceptionFigure.ANSWERED and figures.p90_days is None
        about = "ledger.tile.unanswered" if unanswered else f"ledger.tile.{figure}"
        meaning = words(about, p90=figures.p90_days)
        return Told(ratio.share, words(value(figures, figure)), beside, meaning)
