"""All that the cases station shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseAction
from app.domain.catalogue import Material, ServiceItem
from app.domain.document import DocumentKind
from app.domain.print_job import PaperKind
from app.ports.rows import CasePage, CaseRow, ItemRow, Owed
from app.services.reveal import ClearPerson
from ui.cases.drafts import NOBODY_NAMED, NOTHING_NEW, NOTHING_TYPED, ApplicantDraft, CaseDraft, NewCase
from ui.worklist.state import WorklistState


class Scope(StrEnum):
    """Which cases are listed.

    Open ones of the own department, those in which one took a step oneself, all open ones, closed ones too.
    """

    OWN = "own"
    MINE = "mine"
    OPEN = "open"
    ALL = "all"


class Pane(StrEnum):
    """What stands in the middle in the case's place."""

    PAPER = "paper"
    APPLICANT = "applicant"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper that is looked at: the one of a number, or what a document of a kind would say now.

    ``step`` is the step whose papers are previewed before it is taken: an acceptance with a pledge has two.
    """

    kind: PaperKind
    pdfs: tuple[bytes, ...] = field(repr=False)
    number: str = ""
    would_be: DocumentKind | None = None
    step: CaseAction | None = None

    @property
    def is_preview(self) -> bool:
        """Whether it is on no file yet."""
        return not self.number


@dataclass(frozen=True, slots=True)
class CasesState(WorklistState):
    """What only this list has.

    ``department`` is the person's own, ``owed`` what its cases (or the
    hall's) wait for today, ``watch`` what the listed ones wait for; None for whatever it is.
    ``pane`` is None where the case itself stands. ``applicant`` is what is typed to complete or correct the page's,
    ``new`` the case that is being received, ``found`` the items it may be about.
    ``item`` is the page's item as it is in force, ``pledge_days`` the days until which a pledge may run.
    """

    rows: tuple[CaseRow, ...] | None = None
    scope: Scope = Scope.OPEN
    page: CasePage | None = None
    chosen: CaseAction | None = None
    drafts: Mapping[str, CaseDraft] = field(default_factory=dict)
    department: str | None = None
    owed: Owed | None = None
    watch: WatchKind | None = None
    item: ServiceItem | None = None
    pledge_days: tuple[date, ...] = ()
    revealed: ClearPerson | None = None
    pane: Pane | None = None
    paper: OpenPaper | None = None
    applicant: ApplicantDraft = NOBODY_NAMED
    new: NewCase = NOTHING_NEW
    found: tuple[ItemRow, ...] = ()

    @property
    def draft(self) -> CaseDraft:
        """What was typed about the case on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED

    @property
    def materials(self) -> tuple[Material, ...]:
        """What the item asks for in the situation of the case on the page."""
        if self.item is None or self.page is None:
            return ()
        return self.item.materials_for(self.page.row.situation)
