"""The statutory documents of a case: what was issued, under which number, and whether it still counts.

One-time notices keep their own story (``notice``); what all papers share is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.free_text import said
from app.domain.ids import CaseId, DepartmentId, DocumentId, StaffId


class DocumentKind(StrEnum):
    """材料接受凭证, 受理, 不予受理, 容缺受理, 延长期限, 特殊程序, 准予, 不予 (准予), 送达回证, 办件终止."""

    RECEIPT = "receipt"
    ACCEPTANCE = "acceptance"
    REFUSAL = "refusal"
    LENIENCY = "leniency"
    EXTENSION = "extension"
    SPECIAL_PROCEDURE = "special_procedure"
    GRANT = "grant"
    DENIAL = "denial"
    DELIVERY_RECEIPT = "delivery_receipt"
    ENDING = "ending"


MARKS: Mapping[DocumentKind, str] = {
    DocumentKind.RECEIPT: "收",
    DocumentKind.ACCEPTANCE: "受",
    DocumentKind.REFUSAL: "不受",
    DocumentKind.LENIENCY: "容",
    DocumentKind.EXTENSION: "延",
    DocumentKind.SPECIAL_PROCEDURE: "特",
    DocumentKind.GRANT: "准",
    DocumentKind.DENIAL: "不准",
    DocumentKind.DELIVERY_RECEIPT: "送",
    DocumentKind.ENDING: "终",
}
"""What stands between the authority and the year.

The order is published (《受理通知书》的制作与规范: 地区机关简称 + 执法性质 + 〔年份〕 + 顺序号); the mark is each
authority's own choice, so these shorten the name of the form. Each mark counts for itself: no row lacks a number.
"""

NOTICE_MARK = "告"
"""The mark of a one-time notice (forms.md)."""

COPIES: Mapping[DocumentKind, int] = {
    kind: 1 if kind is DocumentKind.DELIVERY_RECEIPT else 2 for kind in DocumentKind
}
"""一式几份: one for the file, one for the applicant; a receipt of delivery comes back and stays."""

REPLACING = frozenset({DocumentKind.RECEIPT})
"""A later one of the case says all that the earlier one said and more."""


class DocumentStatus(StrEnum):
    """有效, 作废, 已被替代. A void document keeps its number."""

    IN_FORCE = "in_force"
    VOID = "void"
    SUPERSEDED = "superseded"


class DocumentAction(StrEnum):
    """What can happen to a document."""

    ISSUE = "issue"
    REPRINT = "reprint"
    VOID = "void"
    SUPERSEDE = "supersede"


@dataclass(frozen=True, slots=True)
class Document:
    """An issued document.

    ``void_reason`` is empty where it went with a step that was taken back, or with the end of its case.
    """

    id: DocumentId
    number: str
    kind: DocumentKind
    case: CaseId
    department: DepartmentId
    issued_at: datetime
    issued_by: StaffId
    status: DocumentStatus = DocumentStatus.IN_FORCE
    superseded_by: DocumentId | None = None
    void_reason: str = ""
    reprints: int = 0
    version: int = 1

    @property
    def is_in_force(self) -> bool:
        """Whether it still counts."""
        return self.status is DocumentStatus.IN_FORCE

    def event(self, action: DocumentAction, **facts: Fact) -> Event:
        """What happened to it."""
        return Event(Topic.DOCUMENTS, action, self.id, {"number": self.number, "kind": self.kind, **facts})

    def reprint(self) -> "Change":
        """Count a further print; what no longer counts may be printed too, for the file."""
        again = replace(self, reprints=self.reprints + 1)
        return again, (again.event(DocumentAction.REPRINT, count=again.reprints),)

    def void(self, reason: str) -> "Change":
        """It counts no longer, and says why.

        Raises:
            RuleBroken: it counts no longer already, or nobody says why.
        """
        if not reason.strip():
            raise RuleBroken("document.rule.say_why")
        return self._void(said(reason))

    def take_back(self) -> "Change":
        """It goes with the step that issued it, or with what it was about."""
        return self._void("")

    def supersede(self, by: DocumentId) -> "Change":
        """A later document takes its place.

        Raises:
            RuleBroken: it counts no longer already.
        """
        self._must_be_in_force()
        past = replace(self, status=DocumentStatus.SUPERSEDED, superseded_by=by)
        return past, (past.event(DocumentAction.SUPERSEDE),)

    def _void(self, reason: str) -> "Change":
        self._must_be_in_force()
        past = replace(self, status=DocumentStatus.VOID, void_reason=reason)
        return past, (past.event(DocumentAction.VOID, reason=reason),)

    def _must_be_in_force(self) -> None:
        if not self.is_in_force:
            raise RuleBroken("document.rule.not_in_force", number=self.number, status=self.status)


Change = tuple[Document, tuple[Event, ...]]


def document_number(document_name: str, mark: str, year: int, sequence: int) -> str:
    """地区机关简称 + mark + 〔year〕 + sequence, e.g. 青溪农业农村告〔2026〕0027号."""
    return f"{document_name}{mark}〔{year}〕{sequence:04d}号"
