"""The card of ratings: the parts of the chosen figure, or all levels of every part in numbers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.five_ones import OVER_TIME, Grouping, Ratio
from app.domain.rating import RatingLevel
from app.ports.drawn import share
from app.ports.figures_report import called, within
from app.ports.ratings_report import COUNTED, Counted, drawn, ratio_of
from app.ports.rows import RatingCounts
from app.texts import code_of
from ui.models import Cell, Column, RowsModel
from ui.office.card import FigureCard
from ui.office.ratings_state import CountsListing, RatingsState
from ui.office.state import GROUPINGS
from ui.widgets.button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column, row
from ui.widgets.table import STRETCH, RowsTable
from ui.words import Words

_WIDTHS = (STRETCH, *[112] * (len(RatingLevel) - 1), 132, 124, 112, 88)
_Part = tuple[str, RatingCounts]


class CountsTable(QWidget):
    """A line for each part: every level with its count and share. ``closed`` to go back to the bars."""

    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = ActionButton(words("office.list.back"), icon="arrow-left", key="Esc")
        self._model: RowsModel[_Part] = RowsModel(self._columns(), lambda part: part[1].key, self)
        self.table = RowsTable(self._model, _WIDTHS)
        self.table.setAccessibleName(words("office.ratings.table"))
        page = column(self, margins=(0, 0, 0, 0), gap=8)
        inset = column(margins=(16, 0, 16, 0))
        page.addLayout(inset.put(row().put(self.back, None)))
        page.addWidget(self.table, 1)
        self.back.clicked.connect(self.closed)

    def show_list(self, listing: CountsListing, by: Grouping) -> None:
        """Show it."""
        self._model.set_rows([(self._words(called(part, by)), part) for part in listing.rows or ()])

    def _columns(self) -> list[Column[_Part]]:
        words = self._words

        def of(counted: Counted) -> Column[_Part]:
            return Column(
                words(code_of(counted)), lambda part: self._cell(part[1], ratio_of(part[1], counted))
            )

        return [
            Column(words("office.ratings.part"), lambda part: Cell(part[0])),
            *(of(counted) for counted in COUNTED),
            Column(words("office.ratings.set_aside"), lambda part: Cell(str(part[1].set_aside or ""))),
        ]

    def _cell(self, part: RatingCounts, ratio: Ratio) -> Cell:
        if part.too_few:
            return Cell(self._words("rating.too_few"))
        return Cell(f"{ratio.numerator:,}  {self._words(share(ratio))}")


class RatingsCard(FigureCard):
    """``grouping_chosen(by)``."""

    grouping_chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        self.list = CountsTable(words)
        nothing = EmptyState(
            "smiley", words("office.ratings.nothing"), words("office.ratings.nothing_detail")
        )
        super().__init__(words, (), self.list, self.list.table, nothing)
        self.grouping.show_options([(by.value, words("five_ones.by", by=within(by))) for by in GROUPINGS])
        self.grouping.chosen.connect(lambda key: self.grouping_chosen.emit(Grouping(key)))
        self.list_left.connect(self.list.closed)

    def show_state(self, state: RatingsState) -> None:
        """Show the parts, or the table."""
        report, figure, listing = state.report, state.figure, state.listing
        by = report.by if report else state.by
        self.grouping.show_key(state.by.value)
        has_any = report is not None and (report.whole.total > 0 or report.whole.too_few)
        lists = listing is not None
        title = (
            self._words("office.ratings.table")
            if lists
            else self._words("five_ones.chart", figure=figure, by=within(by))
        )
        meaning = self._words(f"{code_of(figure)}.meaning")
        self.show_figure(title, meaning, has_any=has_any, lists=lists)
        if listing is not None:
            self.list.show_list(listing, by)
        parts = drawn(report, figure) if report is not None else None
        self.show_page(parts, (figure, by), over_time=by in OVER_TIME, lists=lists, has_any=has_any)
