"""The cases behind a figure of exceptions, and every step of the one that is looked at."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.exception_category import called
from app.domain.person import mask_name
from app.ports.ledger_words import answered, said_to, satisfied, unit_of
from app.ports.rows import LedgerRow, StepRow
from app.texts import code_of
from ui.models import Cell, Column, RowsModel
from ui.office.ledger_state import CaseListing
from ui.office.state import LISTED
from ui.theme import Type, active, look_of
from ui.widgets.button import ActionButton
from ui.widgets.card import Panel
from ui.widgets.fact_flow import FactFlow
from ui.widgets.layouts import FlowLayout, column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.story import Moment, Story, StoryEntry
from ui.widgets.table import STRETCH, RowsTable
from ui.widgets.text import Text
from ui.words import Words

_WIDTHS = (150, 96, STRETCH, 156, 150, 84, 320, 116)
_TOLD = (3, 4, 7)
"""Category, department and satisfaction: where there is no room for them in the table, the story begins with them."""
_LINE, _BESIDE, _ALL = 32, 1000, 1800
"""Px at scale 1: of the buttons' line, and from which the story stands beside the table, and the table is whole."""
_TABLE, _STORY = 5, 2
"""How they share the room."""
_TABLE_LEAST, _STORY_LEAST = 180, 120
"""Px at scale 1 of their heights, one below the other."""


class CaseList(QWidget):
    """``closed`` to go back to the parts. The case at hand tells its story, beside the table or below it."""

    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = "UTC"
        self.back = ActionButton(words("office.list.back"), icon="arrow-left", key="Esc")
        self._said = Text("", Type.DETAIL, "text2")
        self._said.setMinimumHeight(active.look.px(_LINE))
        self._model: RowsModel[LedgerRow] = RowsModel(self._columns(), lambda row: row.case.id, self)
        self.table = RowsTable(self._model, _WIDTHS)
        self.table.setAccessibleName(words("ledger.title"))
        self.story = Story(when_width=130)
        told = Panel(margins=(16, 8, 16, 8), gap=0)
        self.facts = FactFlow()
        told.body.put(self.facts, 8, self.story, None)
        bar = QWidget()
        flow = FlowLayout(bar, gap=12)
        for part in (self.back, self._said):
            flow.addWidget(part)
        page = column(self, margins=(0, 0, 0, 0), gap=8)
        page.addLayout(column(margins=(16, 0, 16, 0)).put(bar))
        self._told = ScrollPage(told)
        self._both = row(gap=8)
        self._both.addWidget(self.table, _TABLE)
        self._both.addWidget(self._told, _STORY)
        page.addLayout(self._both, 1)
        self.back.clicked.connect(self.closed)
        self.table.row_selected.connect(self._tell)

    def show_list(self, listing: CaseListing, zone: str) -> None:
        """Show it; while it is read, that."""
        self._zone = zone
        rows = listing.rows or ()
        self._model.set_rows(rows)
        code = "more" if listing.more else "count"
        if listing.rows is None:
            code = "reading"
        self._said.setText(self._words(f"office.list.{code}", count=len(rows), most=LISTED))
        if rows and self._model.row_at(self.table.currentIndex()) is None:
            self.table.select(rows[0].case.id)
        self._tell(self._model.row_at(self.table.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = look_of(self)
        beside, whole = (self.width() >= look.px(least) for least in (_BESIDE, _ALL))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(across if beside else down)
        self.table.setMinimumHeight(0 if beside else look.px(_TABLE_LEAST))
        self._told.setMinimumHeight(0 if beside else look.px(_STORY_LEAST))
        self.facts.setHidden(whole)
        for section in _TOLD:
            self.table.setColumnHidden(section, not whole)

    def _tell(self, row: LedgerRow | None) -> None:
        zone = ZoneInfo(self._zone)
        self.facts.show_facts(self._facts_of(row) if row else [])
        self.story.show_entries(
            [
                StoryEntry(
                    f"{row.case.number}-{at}",
                    mask_name(step.by_name) if step.by_name else self._words("exception.by_rule"),
                    f" {self._words(code_of(step.action))}",
                    self._said_to(step),
                    f"{step.at.astimezone(zone):%Y-%m-%d %H:%M}",
                    moment=Moment.PAST,
                )
                for at, step in enumerate(row.steps)
            ]
            if row
            else []
        )

    def _facts_of(self, row: LedgerRow) -> list[str]:
        words, said = self._words, satisfied(row)
        category = called(row.case.category, row.case.category_name, words)
        return [category, words(unit_of(row)), *([words(said)] if said else [])]

    def _said_to(self, step: StepRow) -> str:
        said = said_to(step)
        return said if isinstance(said, str) else self._words(said)

    def _columns(self) -> list[Column[LedgerRow]]:
        words = self._words

        def head(name: str) -> str:
            return words(f"ledger.column.{name}")

        def asked(row: LedgerRow) -> Cell:
            said = satisfied(row)
            return Cell(words(said) if said else "", tone="ok" if row.satisfied else "danger")

        def result(row: LedgerRow) -> Cell:
            return Cell(words(answered(row)), tone="danger" if row.overdue else "text2")

        return [
            Column(head("number"), lambda row: Cell(row.case.number)),
            Column(head("day"), lambda row: Cell(row.day.isoformat())),
            Column(head("summary"), lambda row: Cell(row.case.summary.replace("\n", " "))),
            Column(
                head("category"), lambda row: Cell(called(row.case.category, row.case.category_name, words))
            ),
            Column(head("department"), lambda row: Cell(words(unit_of(row)))),
            Column(head("state"), lambda row: Cell(words(code_of(row.case.state)))),
            Column(head("answered"), result),
            Column(head("satisfied"), asked),
        ]
