"""What a person has typed and chosen about a case but not yet done."""

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.applicant import ApplicantKind
from app.domain.case_parts import DeliveryWay, Keeping, PaperForm, Procedure, RefusalGround, Result
from ui.judged import NOTHING_JUDGED, Draft
from ui.worklist.items import ChosenItem


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """How one material came: copies as typed, None as many as are due; ``form`` None where nobody said."""

    material: int
    copies: str | None = None
    form: PaperForm | None = None
    keeping: Keeping = Keeping.KEPT


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """About one case. The words serve whichever step is taken in the end, so that none are lost.

    ``ticked`` are materials: those that came, or those that are pledged. ``days`` is as typed: a limit, or the
    days of a procedure or an extension. ``papers`` are how those that came did, where it was said; ``receipt`` asks
    for the receipt of all that has come.
    """

    text: str = ""
    ticked: frozenset[int] = frozenset()
    judged: Draft = NOTHING_JUDGED
    papers: tuple[PaperDraft, ...] = ()
    receipt: bool = False
    ground: RefusalGround | None = None
    right_authority: str = ""
    days: str = ""
    joint: bool = False
    pledged: bool = False
    pledged_by: date | None = None
    pledged_form: str = ""
    procedure: Procedure | None = None
    approved_by: str = ""
    result: Result | None = None
    certificate: str = ""
    way: DeliveryWay = DeliveryWay.COUNTER
    received_by: str = ""

    def tick(self, material: int, *, on: bool) -> "CaseDraft":
        """The draft with one material ticked or not."""
        return replace(self, ticked=self.ticked | {material} if on else self.ticked - {material})

    def paper(self, material: int) -> PaperDraft:
        """How a material came."""
        return next((paper for paper in self.papers if paper.material == material), PaperDraft(material))

    def with_paper(self, paper: PaperDraft) -> "CaseDraft":
        """The draft with what was said of one material."""
        others = tuple(other for other in self.papers if other.material != paper.material)
        return replace(self, papers=(*others, paper))

    def without_person(self) -> "CaseDraft":
        """The same without personal data, as it may be kept in a file."""
        return replace(self, received_by="")


@dataclass(frozen=True, slots=True)
class ApplicantDraft:
    """Who applies, as typed. What is personal never shows where a state is written out."""

    kind: ApplicantKind = ApplicantKind.PERSON
    organisation: str = ""
    code: str = ""
    name: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    agent_name: str = field(default="", repr=False)
    agent_identity: str = field(default="", repr=False)
    agent_phone: str = field(default="", repr=False)
    drops_agent: bool = False

    @property
    def lacks_organisation(self) -> bool:
        """Whether an organisation applies that nobody has named."""
        return self.kind is ApplicantKind.ORGANISATION and not self.organisation.strip()

    def without_person(self) -> "ApplicantDraft":
        """The same without personal data."""
        return ApplicantDraft(self.kind, self.organisation, self.code)


NOBODY_NAMED = ApplicantDraft()
"""The applicant of whom nothing was typed."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is being received without a ticket; ``situations`` are those of its item."""

    item: ChosenItem | None = None
    situations: tuple[str, ...] = ()
    situation: str | None = None
    applicant: ApplicantDraft = NOBODY_NAMED

    def to_keep(self) -> "NewCase":
        """The same without personal data, as it may be kept in a file."""
        return replace(self, applicant=self.applicant.without_person())


NOTHING_NEW = NewCase()
"""The form of a new case as it begins."""

NOTHING_TYPED = CaseDraft()
"""The draft of a case that nobody has written about."""
