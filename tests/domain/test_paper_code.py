from datetime import date
from uuid import UUID

import pytest

from app.domain import paper_code
from app.domain.paper_code import (
    document_code,
    exception_code,
    notice_code,
    reminder_code,
    scanned_document,
    scanned_exception,
    scanned_notice,
    scanned_reminder,
    scanned_ticket,
    ticket_code,
)

DAY = date(2026, 3, 18)
ID = UUID("0190a7b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")


def test_what_a_code_says_is_read_from_it() -> None:
    assert scanned_ticket(ticket_code(DAY, "A001")) == (DAY, "A001")
    assert scanned_notice(notice_code(ID)) == ID
    assert scanned_document(document_code(ID)) == ID
    assert scanned_exception(exception_code(ID)) == ID
    assert scanned_reminder(reminder_code(ID)) == ID


def test_a_code_is_of_one_kind_of_paper() -> None:
    codes = (
        ticket_code(DAY, "A001"), notice_code(ID), document_code(ID), exception_code(ID), reminder_code(ID),
    )  # fmt: skip
    readers = (scanned_ticket, scanned_notice, scanned_document, scanned_exception, scanned_reminder)
    for read, own in zip(readers, codes, strict=True):
        assert [code for code in codes if read(code) is not None] == [own]
    assert [code for code in codes if paper_code.is_on_record(code)] == list(codes[1:])
    assert all(paper_code.is_paper(code) for code in codes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A001",
        "yici:ticket/2026-13-45/A001",
        "yici:document/nonsense",
        f" {document_code(ID)}",
        f"{notice_code(ID)}0",
    ],
)
def test_what_is_no_code_of_ours(text: str) -> None:
    assert not paper_code.is_paper(text)
