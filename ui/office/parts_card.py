"""The card below the tiles: the parts of the figure that is chosen, or the list behind it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.domain.five_ones import OVER_TIME, Figure, Grouping
from app.ports.figures_report import called, drawn
from app.texts import code_of
from ui.office.bars import PartBars
from ui.office.columns import TimeColumns
from ui.office.list_pane import ListPane
from ui.office.state import GROUPINGS, ONLINE, OfficeState
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import KeyPicker
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import FlowLayout
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LEAST_HEIGHT = 320


class PartsCard(Card):
    """``grouping_chosen(by)``, ``figure_chosen(figure)`` of those of one tile, ``list_wanted(row or None)``."""

    grouping_chosen = Signal(object)
    figure_chosen = Signal(object)
    list_wanted = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._figure = words, Figure.ONE_PLACE
        self.setMinimumHeight(active.look.px(_LEAST_HEIGHT))
        self._head = SectionHead("")
        self._meaning = Text("", Type.DETAIL, "text2", wrap=True)
        self.grouping = KeyPicker(dense=True)
        self.grouping.show_options([(by.value, words("five_ones.by", by=by)) for by in GROUPINGS])
        self.grouping.setAccessibleName(words("office.grouping"))
        self.online = SegmentedChoice([Option(f, words(f"office.online.{f}")) for f in ONLINE])
        self.open_list = ActionButton(words("office.list.open"), icon="list-bullets")
        self.bars, self.columns = PartBars(words), TimeColumns(words)
        self.list = ListPane(words)
        self._nothing = EmptyState("chart-bar", words("office.nothing"), words("office.nothing_detail"))
        self._scroll = ScrollPage(self.bars)
        self._stack = QStackedWidget()
        self._choices = QWidget()
        self._build()
        self._listen()

    def _build(self) -> None:
        flow = FlowLayout(self._choices, gap=12)
        for part in (self.grouping, self.online, self.open_list):
            flow.addWidget(part)
        said = Panel(margins=(16, 8, 16, 8), gap=8)
        said.body.put(self._meaning, self._choices)
        for page in (self._scroll, self.columns, self.list, self._nothing):
            self._stack.addWidget(page)
        self.body.put(self._head, said)
        self.body.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.grouping.chosen.connect(lambda key: self.grouping_chosen.emit(Grouping(key)))
        self.online.chosen.connect(self._choose_online)
        self.open_list.clicked.connect(lambda: self.list_wanted.emit(None))
        for chart in (self.bars, self.columns):
            chart.picked.connect(self.list_wanted)
        self.bars.moved.connect(self._scroll_to)
        # Only while a list is there to be left: the keys of a hidden widget are nobody's.
        FunctionKeys(self.list, ("Esc",)).pressed.connect(lambda _: self.list.closed.emit())

    def show_state(self, state: OfficeState) -> None:
        """Show the parts, or the list that was opened."""
        report, figure = state.report, state.figure
        self._figure = figure
        by = report.by if report else state.by
        self.grouping.show_key(state.by.value)
        self.online.setVisible(figure in ONLINE)
        self.online.show_value(figure)
        has_any = report is not None and report.whole[figure].denominator > 0
        self.open_list.setEnabled(has_any)
        self._meaning.setText(self._words(f"{code_of(figure)}.meaning"))
        self._choices.setVisible(state.listing is None)
        self._head.title.setText(self._title(state, by))
        chart = self.columns if by in OVER_TIME else self.bars
        if report is not None:
            chart.show_parts(drawn(report, figure), figure, by)
        if state.listing is not None:
            self.list.show_list(state.listing)
        self._show_page(state, chart if has_any else self._nothing)

    def _choose_online(self, key: str) -> None:
        """The one that is shown, chosen again, is no wish for its list."""
        if Figure(key) is not self._figure:
            self.figure_chosen.emit(Figure(key))

    def _show_page(self, state: OfficeState, parts: QWidget) -> None:
        page = self.list if state.listing is not None else self._scroll if parts is self.bars else parts
        if page is self._stack.currentWidget():
            return
        focus = QApplication.focusWidget()
        had_keys = focus is not None and self._stack.isAncestorOf(focus)
        opened = page is self.list
        self._stack.setCurrentWidget(page)
        if opened:
            self.list.table.setFocus()
        elif had_keys:
            (parts if parts is not self._nothing else self.grouping).setFocus()

    def _title(self, state: OfficeState, by: Grouping) -> str:
        words, listing = self._words, state.listing
        figure = words(code_of(state.figure))
        if listing is None:
            return words("five_ones.chart", figure=figure, by=by)
        if listing.part is None:
            return words("five_ones.list_of", figure=figure)
        return words("five_ones.list_of_part", figure=figure, part=called(listing.part, by))

    def _scroll_to(self, box: QRect) -> None:
        self._scroll.ensureVisible(box.left(), box.center().y(), 0, box.height())
