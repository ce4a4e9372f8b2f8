"""What a person has typed and chosen about a case but not yet done."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.case_parts import DeliveryWay, PaperForm, Procedure, RefusalGround, Result
from ui.judged import NOTHING_JUDGED, Draft


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """About one case. The words serve whichever step is taken in the end, so that none are lost.

    ``ticked`` are materials: those that came, or those that are pledged. ``days`` is as typed: a limit, or the
    days of a procedure or an extension. ``form`` None leaves open in what form the papers came; ``receipt`` asks for
    the receipt of all that has come.
    """

    text: str = ""
    ticked: frozenset[int] = frozenset()
    judged: Draft = NOTHING_JUDGED
    form: PaperForm | None = None
    given_back: bool = False
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

    def without_person(self) -> "CaseDraft":
        """The same without personal data, as it may be kept in a file."""
        return replace(self, received_by="")


NOTHING_TYPED = CaseDraft()
"""The draft of a case that nobody has written about."""
