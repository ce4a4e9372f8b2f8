"""The five ones' card: the parts of the figure that is chosen, or the list behind it."""

from PySide6.QtCore import Signal

from app.domain.five_ones import OVER_TIME, Figure, Grouping
from app.ports.figures_report import called, drawn, within
from app.texts import code_of
from ui.office.card import FigureCard
from ui.office.list_pane import ListPane
from ui.office.state import GROUPINGS, ONLINE, OfficeState
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.empty_state import EmptyState
from ui.words import Words


class PartsCard(FigureCard):
    """``grouping_chosen(by)``, ``figure_chosen(figure)`` of those of one tile."""

    grouping_chosen = Signal(object)
    figure_chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        self._figure = Figure.ONE_PLACE
        self.online = SegmentedChoice([Option(f, words(f"office.online.{f}")) for f in ONLINE])
        self.list = ListPane(words)
        nothing = EmptyState("chart-bar", words("office.nothing"), words("office.nothing_detail"))
        super().__init__(words, (self.online,), self.list, self.list.table, nothing)
        self.grouping.show_options([(by.value, words("five_ones.by", by=within(by))) for by in GROUPINGS])
        self.grouping.chosen.connect(lambda key: self.grouping_chosen.emit(Grouping(key)))
        self.online.chosen.connect(self._choose_online)
        self.list_left.connect(self.list.closed)

    def show_state(self, state: OfficeState) -> None:
        """Show the parts, or the list that was opened."""
        report, figure, listing = state.report, state.figure, state.listing
        self._figure = figure
        by = report.by if report else state.by
        self.grouping.show_key(state.by.value)
        self.online.setVisible(figure in ONLINE)
        self.online.show_value(figure)
        has_any = report is not None and report.whole[figure].denominator > 0
        lists = listing is not None
        meaning = self._words(f"{code_of(figure)}.meaning")
        self.show_figure(self._title(state, by), meaning, has_any=has_any, lists=lists)
        if listing is not None:
            self.list.show_list(listing)
        parts = drawn(report, figure) if report is not None else None
        self.show_page(parts, (figure, by), over_time=by in OVER_TIME, lists=lists, has_any=has_any)

    def _choose_online(self, key: str) -> None:
        """The one that is shown, chosen again, is no wish for its list."""
        if Figure(key) is not self._figure:
            self.figure_chosen.emit(Figure(key))

    def _title(self, state: OfficeState, by: Grouping) -> str:
        words, listing = self._words, state.listing
        figure = words(code_of(state.figure))
        if listing is None:
            return words("five_ones.chart", figure=figure, by=within(by))
        if listing.part is None:
            return words("five_ones.list_of", figure=figure)
        return words("five_ones.list_of_part", figure=figure, part=called(listing.part, by))
