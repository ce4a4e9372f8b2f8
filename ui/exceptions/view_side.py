"""The side column: who reported the case, what was going on, and which cases are like it."""

from PySide6.QtCore import Signal

from app.domain.person import mask_name
from app.domain.staff import PERMISSIONS, Permission
from app.ports.rows import ExceptionPage, PartRow
from ui.exceptions.drafts import NewCase
from ui.exceptions.files_card import FilesCard
from ui.exceptions.group_rules import directs
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.wording import person_text
from ui.similar_card import About, SimilarCard
from ui.widgets.button import ActionButton
from ui.widgets.card import Panel
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.layouts import NONE
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.wording import moment_text


def about_case(page: ExceptionPage) -> About:
    """What cases like the one on the page may share with it."""
    return About(page.row.category, page.item_name)


def about_new(new: NewCase) -> About:
    """What cases like the one that is being registered may share with it."""
    return About(new.category, new.item.name if new.item else None)


class CaseContext(Context[ExceptionsState]):
    """Cards: the person, the context, parts, files, cases like it.

    ``group_requested`` for the way to its group, ``record_wanted`` for the record on paper.
    """

    group_requested = Signal()
    record_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._person = FactCard(words("exceptions.side.person"))
        self._context = FactCard(words("exceptions.side.context"))
        self._alike = SimilarCard(words, words("similar.none"))
        self._parts = FactCard(words("exceptions.side.parts"))
        self.files = FilesCard(words)
        self.group = ActionButton(icon="flag", key="Ctrl G")
        self.group.clicked.connect(self.group_requested)
        self.record = ActionButton(words("exceptions.side.record"), icon="printer")
        self.record.setToolTip(words("exceptions.side.record.detail"))
        self.record.clicked.connect(self.record_wanted)
        self.cards.put(
            self._person, self._context, self.group, self.record, self._parts, self.files, self._alike, None
        )

    def show_state(self, state: ExceptionsState) -> None:
        """Show what stands around the case on the page."""
        if state.page is None:
            return
        words, actor = self._words, state.actor
        may_print = actor is not None and Permission.PRINT in PERMISSIONS[actor.role]
        self.record.setEnabled(may_print and not state.busy)
        self._person.show_facts(self._person_facts(state, state.page), words("exceptions.person.none"))
        self._context.show_facts(self._context_facts(state.page), words("exceptions.side.no_context"))
        self.group.setText(words("groups.open" if state.page.group else "groups.join.open"))
        self.group.setVisible(state.page.group is not None or directs(state.actor))
        self._parts.setVisible(bool(state.page.parts))
        self._parts.show_facts(self._part_facts(state.page), "")
        self.files.show_state(state)
        self._alike.setVisible(state.alike_to == state.page.row.number)
        self._alike.show_cases(state.alike, about_case(state.page))

    def _person_facts(self, state: ExceptionsState, page: ExceptionPage) -> list[Fact]:
        words = self._words
        return [
            (words("exceptions.side.name"), person_text(words, page)),
            (words("exceptions.side.phone"), page.phone or ""),
            (words("exceptions.side.channel"), words(f"channel.{page.row.channel.value}")),
            (words("exceptions.side.registered"), moment_text(words, state, page.row.registered_at)),
            (words("exceptions.side.trips"), words("exceptions.trips.count", count=page.trips) if page.trips else ""),
        ]  # fmt: skip

    def _part_facts(self, page: ExceptionPage) -> list[Fact]:
        """What each of the other departments was asked for, and how that stands."""
        words = self._words
        return [
            (
                f"{part.department} {mask_name(part.handler_name)}",
                words(f"exceptions.part.{_standing(part)}", task=part.task, answer=part.answer),
            )
            for part in page.parts
        ]

    def _context_facts(self, page: ExceptionPage) -> list[Fact]:
        words = self._words
        counter = words("exceptions.counter", number=page.counter) if page.counter is not None else ""
        return [
            (words("exceptions.side.ticket"), page.ticket or ""),
            (words("exceptions.side.item"), page.item_name or page.item or ""),
            (words("exceptions.side.counter"), counter),
            (words("exceptions.side.case"), page.case or ""),
            (words("exceptions.side.notice"), "、".join(page.notices)),
            (words("exceptions.side.group"), page.group or ""),
        ]


def _standing(part: PartRow) -> str:
    if part.released:
        return "released"
    return "open" if part.is_open else "answered"


class BesideNew(SideColumn):
    """What stands beside a form: cases like what is typed there, or like the one that is put into a group."""

    def __init__(self, words: Words) -> None:
        super().__init__(288, 200)
        self._similar = SimilarCard(words, words("similar.as_typed"))
        self.body.addWidget(_scrolled(self._similar), 1)

    def show_state(self, state: ExceptionsState) -> None:
        """Show what was found."""
        if state.pane is Pane.JOIN and state.page is not None:
            self._similar.show_cases(state.alike, about_case(state.page))
        else:
            self._similar.show_cases(state.similar, about_new(state.new))


def _scrolled(card: SimilarCard) -> ScrollPage:
    """What others told may be longer than the screen is high."""
    page = Panel(margins=NONE, gap=0)
    page.body.put(card, None)
    return ScrollPage(page)
