"""The side column: who applies, what was handed in, what runs beside, and the papers and trips."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.applicant import ApplicantKind
from app.domain.case_parts import Paper
from app.ports.rows import CasePage
from ui.cases.paper_rules import issuable
from ui.cases.state import CasesState
from ui.cases.view_papers import PaperCard, papers_of
from ui.cases.wording import applicant_text
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.layouts import row
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.wording import day_text, due_text


class CaseContext(Context[CasesState]):
    """``revealed`` to read the applicant in the clear, ``corrected`` to complete or correct it."""

    revealed = Signal()
    corrected = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.reveal = ActionButton(words("cases.side.reveal"), icon="eye", kind=Kind.QUIET, size=Size.INLINE)
        self.correct = ActionButton(
            words("cases.side.correct"), icon="pencil-simple", kind=Kind.QUIET, size=Size.INLINE
        )
        buttons = QWidget()
        row(buttons, gap=12).put(self.reveal, self.correct)
        self._applicant = FactCard(words("cases.side.applicant"), buttons)
        self._materials = FactCard(words("cases.side.materials"))
        self._course = FactCard(words("cases.side.course"))
        self.papers = PaperCard(words)
        self._trips = FactCard(words("cases.side.trips"))
        self.cards.put(self._applicant, self._materials, self._course, self.papers, self._trips, None)
        self.reveal.clicked.connect(self.revealed)
        self.correct.clicked.connect(self.corrected)

    def show_state(self, state: CasesState) -> None:
        """Show what stands around the case on the page."""
        page = state.page
        if page is None:
            return
        words = self._words
        self._applicant.show_facts(self._applicant_facts(state, page), words("cases.applicant.unknown"))
        self._materials.show_facts(self._material_facts(page, state.year), words("cases.side.no_materials"))
        course = self._course_facts(state, page)
        self._course.show_facts(course, "")
        self._course.setVisible(bool(course))
        self.papers.show_papers(papers_of(words, page), issuable(page))
        self._trips.show_facts(self._trip_facts(state, page), words("cases.side.no_trips"))
        known = page.identity or page.phone or page.row.applicant
        self.correct.setVisible(page.row.watch is not None)
        self.reveal.setVisible(bool(known) and state.revealed is None)

    def _applicant_facts(self, state: CasesState, page: CasePage) -> list[Fact]:
        words, clear = self._words, state.revealed
        name = (
            clear.name
            if clear and page.contact is None and page.row.applicant_kind is ApplicantKind.PERSON
            else None
        )
        return [
            (words("cases.side.name"), name or applicant_text(words, page.row)),
            (words("cases.side.code"), page.organisation_code or ""),
            (
                words("cases.side.contact"),
                ((clear.name if clear else None) or page.contact or "") if page.contact else "",
            ),
            (words("cases.side.identity"), (clear.identity if clear else page.identity) or ""),
            (words("cases.side.phone"), (clear.phone if clear else page.phone) or ""),
            (words("cases.side.agent"), page.agent or ""),
        ]

    def _material_facts(self, page: CasePage, year: int) -> list[Fact]:
        words = self._words
        owed = [(words("cases.side.outstanding"), o.name) for o in page.outstanding]
        return [*owed, *(self._paper_fact(paper, year) for paper in page.papers)]

    def _paper_fact(self, paper: Paper, year: int) -> Fact:
        """Where the material is, and below its name how it came."""
        words = self._words
        at = "handed_in" if paper.kept and paper.returned_on is None else "given_back"
        how = [words(f"paper_form.{paper.form.value}")] if paper.form else []
        if paper.handed_in is not None:
            is_short = paper.due is not None and paper.due != paper.handed_in
            code = "cases.side.copies_of" if is_short else "cases.side.copies"
            how.append(words(code, count=paper.handed_in, due=paper.due))
        if not paper.kept:
            how.append(words("keeping.seen"))
        if paper.returned_on is not None:
            how.append(words("cases.side.returned", day=day_text(words, paper.returned_on, year)))
        said = words("cases.comma").join(how)
        return words(f"cases.side.{at}"), f"{paper.name}\n{said}" if said else paper.name

    def _course_facts(self, state: CasesState, page: CasePage) -> list[Fact]:
        words, year = self._words, state.year
        facts: list[Fact] = []
        if page.pledge is not None:
            due = due_text(words, state, page.pledge.due)
            kept = page.pledge.kept_on
            told = words("cases.side.kept", day=day_text(words, kept, year)) if kept else due
            facts.append((words("cases.side.pledge"), told))
        for one in page.suspensions:
            end = day_text(words, one.resumed_on or one.expected.day, year)
            span = words("cases.side.span", start=day_text(words, one.since, year), end=end)
            facts.append((words(f"procedure.{one.procedure.value}"), span))
        if page.extension is not None:
            told = words("cases.side.extended", count=page.extension.days, who=page.extension.approved_by)
            facts.append((words("cases.side.extension"), told))
        if page.decision is not None:
            told = words(f"result.{page.decision.result.value}")
            day = day_text(words, page.decision.on, year)
            facts.append((words("cases.side.decision"), f"{told} {day}"))
            facts.append((words("cases.side.certificate"), page.decision.certificate or ""))
            facts.append((words("cases.side.reasons"), page.decision.reasons))
        if page.delivery is not None:
            way = words(f"delivery_way.{page.delivery.way.value}")
            day = day_text(words, page.delivery.on, year)
            parts = (way, day, page.delivery.received_by or "")
            facts.append((words("cases.side.delivery"), " ".join(part for part in parts if part)))
        return facts

    def _trip_facts(self, state: CasesState, page: CasePage) -> list[Fact]:
        words, year = self._words, state.year
        return [
            (day_text(words, trip.day, year), words("cases.side.trip", number=trip.ticket))
            if trip.counter is None
            else (
                day_text(words, trip.day, year),
                words("cases.side.trip_at", number=trip.ticket, counter=trip.counter),
            )
            for trip in page.trips
        ]
