"""Beside a group: its rectification, its cases, and what departments answered."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import CheckPage, GroupPage
from ui.dialogs.entries import BorderedList
from ui.exceptions.group_state import GroupsState
from ui.theme import Type
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.entry import Entry
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.wording import day_text, due_text


class BesideGroup(SideColumn):
    """``case_wanted(number)`` to look at one of its cases."""

    case_wanted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(288, 200)
        self._words = words
        self._plan = FactCard(words("groups.side.plan"))
        self._checks = ChecksCard(words)
        self.cases = BorderedList()
        self.cases.setAccessibleName(words("groups.side.cases"))
        cases = Card()
        cases.body.put(SectionHead(words("groups.side.cases")))
        cases.body.put(self.cases)
        page = QWidget()
        column(page, gap=12).put(self._plan, cases, self._checks, None)
        self.body.addWidget(ScrollPage(page), 1)
        self.cases.picked.connect(lambda key: self.case_wanted.emit(str(key)))

    def show_state(self, state: GroupsState) -> None:
        """Show what stands around the group on the page."""
        page, words = state.page, self._words
        if page is None:
            return
        self._plan.show_facts(list(self._planned(state, page)), words("groups.side.no_plan"))
        entries = [
            Entry(case.number, case.summary.replace("\n", " "), words(f"exceptions.owed.{case.state}"))
            for case in page.cases
        ]
        self.cases.show_entries(entries)
        self.cases.updateGeometry()
        self._checks.show_checks(state)

    def _planned(self, state: GroupsState, page: GroupPage) -> Iterator[Fact]:
        words, row = self._words, page.row
        yield words("groups.side.measure"), page.measure
        yield words("groups.side.unit"), row.unit or ""
        yield words("groups.side.due"), due_text(words, state, page.rectify_by) if page.rectify_by else ""
        yield words("groups.side.proof"), page.proof


class ChecksCard(Card):
    """What departments answered: who has the same first, and at the end who has yet to answer."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: list[tuple[str, str]] | None = None
        self._panel, self._inside = Panel(gap=0), QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(words("groups.side.checks")), self._panel)

    def show_checks(self, state: GroupsState) -> None:
        """Show those about the group's cases."""
        told = [line for check in state.checks for line in self._lines(state, check)]
        told = told or [(self._words("groups.side.no_checks"), "text2")]
        if told == self._shown:
            return
        self._shown = told
        fresh = QWidget()
        lines = column(fresh, gap=6)
        for text, tone in told:
            lines.put(Text(text, Type.DETAIL, tone, wrap=True))
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _lines(self, state: GroupsState, check: CheckPage) -> Iterator[tuple[str, str]]:
        words, count = self._words, len(check.entries)
        due = day_text(words, check.due.day, state.year)
        done = words("groups.side.answered", done=count - check.unanswered, count=count)
        head = words("groups.side.check", number=check.number, progress=done, found=check.found, due=due)
        yield head, "text1"
        for found, code, tone in ((True, "found", "warn"), (False, "not_found", "text2")):
            for entry in check.entries:
                if entry.found is found:
                    told = words(f"groups.side.{code}", department=entry.name, text=entry.text)
                    yield told.rstrip(), tone
        waiting = [entry.name for entry in check.entries if entry.found is None]
        if waiting:
            tone = "danger" if check.days_left < 0 else "text2"
            yield words("groups.side.waits", departments=words("exceptions.comma").join(waiting)), tone
