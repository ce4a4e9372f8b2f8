"""Documents count until they are void or replaced, and never again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.document import (
    COPIES,
    MARKS,
    Change,
    Document,
    DocumentAction,
    DocumentKind,
    DocumentStatus,
    document_number,
)
from app.domain.ids import CaseId, DepartmentId, DocumentId, StaffId
from tests.refusals import refused

ISSUED = Document(
    id=DocumentId(UUID(int=1)),
    number="青溪林业受〔2026〕0001号",
    kind=DocumentKind.ACCEPTANCE,
    case=CaseId(UUID(int=2)),
    department=DepartmentId(UUID(int=3)),
    issued_at=datetime(2026, 3, 18, tzinfo=UTC),
    issued_by=StaffId(UUID(int=4)),
)
LATER = DocumentId(UUID(int=9))


def test_numbers() -> None:
    assert document_number("青溪农业农村", "告", 2026, 27) == "青溪农业农村告〔2026〕0027号"
    assert document_number("青溪农业农村", "不受", 2026, 12345) == "青溪农业农村不受〔2026〕12345号"


def test_every_kind_has_its_own_mark_and_its_copies() -> None:
    assert set(MARKS) == set(COPIES) == set(DocumentKind)
    assert len(set(MARKS.values())) == len(DocumentKind)
    assert [kind for kind, copies in COPIES.items() if copies == 1] == [DocumentKind.DELIVERY_RECEIPT]


def test_voiding_says_why_and_masks_what_was_typed() -> None:
    void, (event,) = ISSUED.void(" 号码 13812345678 写错 ")
    assert void == replace(ISSUED, status=DocumentStatus.VOID, void_reason="号码 138****5678 写错")
    assert (event.action, event.facts["number"]) == (DocumentAction.VOID, ISSUED.number)
    with refused("document.rule.say_why"):
        ISSUED.void("  ")


def test_a_later_one_takes_its_place() -> None:
    past, _ = ISSUED.supersede(LATER)
    assert (past.status, past.superseded_by, past.is_in_force) == (DocumentStatus.SUPERSEDED, LATER, False)


@pytest.mark.parametrize("past", [ISSUED.take_back()[0], ISSUED.supersede(LATER)[0]])
@pytest.mark.parametrize(
    "change", [lambda d: d.void("误"), lambda d: d.take_back(), lambda d: d.supersede(LATER)]
)
def test_what_no_longer_counts_stays_so(past: Document, change: Callable[[Document], Change]) -> None:
    with refused("document.rule.not_in_force", number=ISSUED.number, status=past.status):
        change(past)


def test_reprints_are_counted_also_of_what_no_longer_counts() -> None:
    void, _ = ISSUED.take_back()
    again, (event,) = void.reprint()
    assert (again.reprints, event.facts["count"]) == (1, 1)
