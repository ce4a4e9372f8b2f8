"""The one-time notification slip (一次性告知单): everything missing, told once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.ids import CaseId, DepartmentId, ItemVersionId, NoticeId, StaffId, TicketId
from app.domain.judgement import Findings
from app.domain.person import NOBODY, Person


class NoticeKind(StrEnum):
    """咨询告知 before applying; 补正告知 after receipt (art. 32)."""

    CONSULTATION = "consultation"
    SUPPLEMENT = "supplement"


class NoticeAction(StrEnum):
    """What can happen to a notice."""

    ISSUE = "issue"
    REPRINT = "reprint"


@dataclass(frozen=True, slots=True)
class Notice:
    """An issued slip. Its findings are what was told; they never change.

    A further notice for a case ``replaces`` the one before it: ``names_new`` counts shortcomings that no notice of
    the case and no consultation slip before the first named, ``reason`` says why, ``agreed_by`` is the supervisor.
    """

    id: NoticeId
    number: str
    kind: NoticeKind
    department: DepartmentId
    item: ItemVersionId
    item_code: str
    situation: str | None
    findings: Findings
    day: date
    issued_at: datetime
    issued_by: StaffId
    ticket: TicketId | None = None
    case: CaseId | None = None
    tell_by: date | None = None
    person: Person = NOBODY
    replaces: NoticeId | None = None
    names_new: int = 0
    reason: str = ""
    agreed_by: StaffId | None = None
    reprints: int = 0
    version: int = 1

    def issued(self) -> Event:
        """The event of its issue."""
        facts: dict[str, Fact] = {
            "number": self.number,
            "kind": self.kind,
            "shortcomings": len(self.findings.shortcomings),
            "not_applicable": len(self.findings.not_applicable),
            "names_new": self.names_new,
            "again": self.replaces is not None,
        }
        return Event(Topic.NOTICES, NoticeAction.ISSUE, self.id, facts)

    def reprint(self) -> tuple["Notice", tuple[Event, ...]]:
        """Count a further print."""
        again = replace(self, reprints=self.reprints + 1)
        facts: dict[str, Fact] = {"number": self.number, "count": again.reprints}
        return again, (Event(Topic.NOTICES, NoticeAction.REPRINT, self.id, facts),)


def must_have_shortcomings(findings: Findings) -> None:
    """Refuse a notice that tells nothing.

    Raises:
        RuleBroken: everything is in order, or nothing applies.
    """
    if findings.nothing_applies:
        raise RuleBroken("notice.rule.nothing_applies")
    if not findings.shortcomings:
        raise RuleBroken("notice.rule.nothing_missing")


def newly_named(findings: Findings, told_before: Iterable[Notice]) -> frozenset[int]:
    """The materials whose shortcomings no earlier slip named: each is a breach of "told once".

    By name: in another version of the item a number may mean another material.
    """
    before = {s.material.name for notice in told_before for s in notice.findings.shortcomings}
    return frozenset(s.material.number for s in findings.shortcomings if s.material.name not in before)
