"""How the office's pages of figures look: which days, tiles, and a card with what the chosen figure is made of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.message import Message
from ui.dialogs.files import ask_where_to_save
from ui.office.state import FiguresState, File, Range
from ui.office.tile import FigureTile, TileGrid
from ui.office.window import OfficeWindow
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import write_unless_focused
from ui.widgets.layouts import Box, FlowLayout, column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LINE = 32


class FiguresView(QObject):
    """Knows widgets only: emits what a person wants, renders what it is handed.

    ``file`` names what is saved, ``excluded`` says what counts nowhere.
    """

    range_chosen = Signal(object)
    days_typed = Signal(str, str)
    figure_chosen = Signal(object)
    save_wanted = Signal(object, object)

    def __init__(
        self,
        words: Words,
        window: OfficeWindow,
        tiles: Sequence[FigureTile],
        middle: QWidget,
        file: str,
        excluded: str,
        ranges: Sequence[Range] = tuple(Range),
    ) -> None:
        super().__init__()
        self._words, self.window, self._file = words, window, file
        self.ranges = SegmentedChoice(
            [Option(r, words(f"office.range.{r}")) for r in ranges], segment_width=88, wraps=True
        )
        self.first, self.last = (self._day_field(code) for code in ("first", "last"))
        self._free = QWidget()
        self._problem = Text("", Type.DETAIL, "danger")
        self._shown = Text("", Type.DETAIL, "text2")
        self.buttons = {kind: ActionButton(words(f"office.save.{kind}"), icon="export") for kind in File}
        self.tiles = list(tiles)
        self._connect()
        self.widget = self._body(middle, excluded)

    def _day_field(self, code: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("2026-01-01")
        field.setAccessibleName(self._words(f"office.range.{code}"))
        field.setFixedWidth(active.look.px(130))
        return field

    def _connect(self) -> None:
        self.ranges.chosen.connect(lambda key: self.range_chosen.emit(Range(key)))
        for field in (self.first, self.last):
            field.editingFinished.connect(lambda: self.days_typed.emit(self.first.text(), self.last.text()))
        for tile in self.tiles:
            tile.picked.connect(self.figure_chosen)
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self._ask_where(kind))

    def _body(self, middle: QWidget, excluded: str) -> QWidget:
        body = QWidget()
        page = column(body, gap=12)
        page.put(self._line(), TileGrid(self.tiles))
        page.addWidget(middle, 1)
        page.put(Text(excluded, Type.CAPTION, "text3", wrap=True))
        return ScrollPage(body)

    def _line(self) -> Box:
        days = QWidget()
        flow = FlowLayout(days, gap=8)
        row(self._free, gap=8).put(self.first, Text("–", Type.BODY, "text2"), self.last)
        for part in (self.ranges, self._free, self._problem, self._shown):
            flow.addWidget(part)
        for said in (self._problem, self._shown):
            said.setMinimumHeight(active.look.px(_LINE))
        line = row(gap=8)
        line.addWidget(days, 1)
        return line.put(*self.buttons.values())

    def say(self, message: Message) -> None:
        """Say for a while what worked."""
        self.window.show_notice(message)

    def show_days(self, state: FiguresState) -> None:
        """Show which days are meant, and whether what is shown can be saved."""
        is_free = state.range is Range.FREE
        self.ranges.show_value(state.range)
        for field, text in ((self.first, state.first), (self.last, state.last)):
            write_unless_focused(field, text)
        self._free.setVisible(is_free)
        self._problem.setText(self._words(state.problem) if state.problem else "")
        self._problem.setVisible(state.problem is not None)
        span = state.report.span if state.report else None
        said = self._words("office.days", first=span.first, last=span.last) if span else ""
        self._shown.setText(said)
        self._shown.setVisible(bool(said) and state.problem is None and not is_free)
        for button in self.buttons.values():
            button.setEnabled(state.report is not None and not state.is_saving)

    def _ask_where(self, kind: File) -> None:
        ask_where_to_save(
            self.window,
            self._words(f"office.save.{kind}"),
            f"{self._file}.{kind.value}",
            lambda path: self.save_wanted.emit(kind, path),
            kind.value,
        )
