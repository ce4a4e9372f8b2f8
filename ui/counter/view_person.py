"""Who is at the counter, what for, and what came before: masked, until somebody has to look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.domain.errand import Outcome
from app.ports.rows import ErrandRow, NoticeRow, TicketRow, VisitRow
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.state import CounterState, Phase
from ui.counter.wording import clock, errand_text, has_priority, priority_text
from ui.theme import Status, Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel
from ui.widgets.chip import Chip, StatusChip
from ui.widgets.layouts import column, row
from ui.widgets.story import Moment, Story, StoryEntry
from ui.widgets.text import ElidedText, Text
from ui.words import Words


class PersonCard(Card):
    """``asked(intent)`` to see the person in the clear, ``slip_clicked(number)`` for an earlier slip."""

    asked = Signal(str)
    slip_clicked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name = ElidedText("", Type.EMPHASIS, bold=True)
        self._name.setSizePolicy(
            self._name.sizePolicy().Policy.Maximum, self._name.sizePolicy().Policy.Preferred
        )
        self._priority = Chip(outlined=False)
        self._reveal = ActionButton(
            words("counter.action.reveal"), icon="eye", kind=Kind.QUIET, size=Size.INLINE
        )
        self._identity = Text("", Type.DETAIL, "text2")
        self._phone = Text("", Type.DETAIL, "text2")
        self._errands_title, self._errands_count = _title(), _count()
        self._visits_title, self._visits_count = _title(), _count()
        self._errands, self._visits = Story(when_width=0), Story(when_width=0)
        self._brought = StatusChip(Status.BROUGHT, words, boxed=False, size=Type.DETAIL)
        self._materials = Text("", Type.DETAIL, "text2", wrap=True)
        self._build()
        self._reveal.clicked.connect(lambda: self.asked.emit(Intent.REVEAL))
        self._visits.link_clicked.connect(self.slip_clicked)

    def _build(self) -> None:
        person = Panel(gap=0)
        person.body.addLayout(row(gap=8).put(self._name, self._priority, None, self._reveal))
        person.body.put(self._identity, self._phone)
        self._errands_panel = _section(self._errands_title, self._errands_count, self._errands)
        self._visits_panel = _section(self._visits_title, self._visits_count, self._visits)
        self._check_panel = Panel(top=True)
        title = Text(self._words("counter.person.precheck"), Type.BODY, bold=True)
        self._check_panel.body.addLayout(row().put(title, None, self._brought))
        self._check_panel.body.put(self._materials)
        inside = QWidget()
        column(inside).put(person, self._errands_panel, self._check_panel, self._visits_panel, None)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setWidget(inside)
        self.body.addWidget(area, 1)

    def show_state(self, state: CounterState) -> None:
        """Show the person of the live ticket, or of the next one."""
        ticket = state.ticket or (state.next if state.phase is Phase.IDLE else None)
        self.setVisible(ticket is not None)
        if ticket is None:
            return
        self._show_person(state, ticket)
        self._show_errands(ticket)
        self._show_precheck(state, ticket)
        self._show_visits(state, ticket)

    def _show_person(self, state: CounterState, ticket: TicketRow) -> None:
        clear = state.revealed
        nobody = self._words("counter.person.unknown")
        self._name.setText((clear.name if clear else ticket.name) or nobody)
        identity, phone = (clear.identity, clear.phone) if clear else (ticket.identity, ticket.phone)
        self._identity.setText(self._words("counter.person.identity", value=identity or ""))
        self._identity.setVisible(bool(identity))
        self._phone.setText(self._words("counter.person.phone", value=phone or ""))
        self._phone.setVisible(bool(phone))
        tone = Tone.ACCENT if has_priority(ticket) else Tone.NEUTRAL
        self._priority.show_chip(priority_text(self._words, ticket), tone)
        self._reveal.setVisible(state.ticket is not None and not clear)
        self._reveal.setEnabled(Intent.REVEAL in rules.enabled(state))

    def _show_errands(self, ticket: TicketRow) -> None:
        total = len(ticket.errands)
        at = next((i for i, e in enumerate(ticket.errands, 1) if e is ticket.errand), total)
        self._errands_title.setText(self._words("counter.person.errands"))
        self._errands_count.setText(self._words("counter.person.errand_of", at=at, count=total))
        self._errands.show_entries([self._errand(ticket, i, e) for i, e in enumerate(ticket.errands)])

    def _errand(self, ticket: TicketRow, at: int, errand: ErrandRow) -> StoryEntry:
        text = errand_text(self._words, errand)
        if errand is ticket.errand:
            return StoryEntry(str(at), lead=text, moment=Moment.NOW)
        if errand.outcome is not None:
            return StoryEntry(str(at), text=text, detail=self._words(f"outcome.{errand.outcome}"))
        line = self._words("counter.person.then_line", line=errand.line)
        return StoryEntry(str(at), text=text, detail=line, moment=Moment.NEXT)

    def _show_precheck(self, state: CounterState, ticket: TicketRow) -> None:
        brought = ticket.errand.brought
        shown = brought is not None and bool(state.materials) and state.phase is not Phase.SERVING
        self._check_panel.setVisible(shown)
        if not shown or brought is None:
            return
        apart = ticket.errand.not_applicable
        held = [m.name for m in state.materials if m.number in brought]
        needed = [m for m in state.materials if m.number not in apart]
        status = Status.BROUGHT if len(held) == len(needed) else Status.MISSING
        counts = self._words("counter.person.brought", held=len(held), total=len(needed))
        self._brought.show_status(status, counts)
        needless = [
            self._words("counter.person.not_needed", name=m.name)
            for m in state.materials
            if m.number in apart
        ]
        self._materials.setText("\n".join((*held, *needless)))

    def _show_visits(self, state: CounterState, ticket: TicketRow) -> None:
        visits = state.desk.visits if state.desk and state.ticket else ()
        self._visits_panel.setVisible(bool(visits))
        self._visits_title.setText(self._words("counter.person.visits"))
        self._visits_count.setText(self._words("counter.person.visit_count", count=len(visits) + 1))
        now = StoryEntry(
            "now",
            lead=self._words("counter.person.today_at", time=clock(state, ticket.issued_at)),
            moment=Moment.NOW,
        )
        slips = {n.number: n for n in state.earlier}
        self._visits.show_entries([now, *(self._visit(visit, slips) for visit in visits)])

    def _visit(self, visit: VisitRow, slips: dict[str, NoticeRow]) -> StoryEntry:
        code = "counter.person.visit_at" if visit.counter else "counter.person.visit"
        text = self._words(code, day=visit.day, number=visit.ticket, counter=visit.counter or 0)
        told = slips.get(visit.notice or "")
        detail = self._words(f"outcome.{visit.outcome}") if visit.outcome else ""
        if told is not None and visit.outcome in (Outcome.NOTIFIED, None):
            names = self._words("counter.list.comma").join(p.name for p in told.problems)
            detail = self._words("counter.person.told", count=len(told.problems), names=names)
        return StoryEntry(visit.notice or visit.ticket, text=text, detail=detail, link=visit.notice or "")


def _title() -> Text:
    return Text("", Type.BODY, bold=True)


def _count() -> Text:
    return Text("", Type.BODY, "text2")


def _section(title: Text, count: Text, story: Story) -> Panel:
    panel = Panel(top=True)
    panel.body.addLayout(row().put(title, count, None))
    panel.body.put(story)
    return panel
