"""Documents of cases come back as they were issued on either database; on PostgreSQL, stations number them at once.

Numbers through the use case that issues, on both databases: ``tests/services/test_together.py``.
"""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest
from uuid_utils.compat import uuid7

from app.domain.case import Case
from app.domain.document import Document, DocumentKind, DocumentStatus
from app.domain.errors import NotFound
from app.domain.ids import DocumentId
from app.ports.document_repositories import StoredDocument
from app.ports.queries import CaseQuery, DocumentQuery
from db import Database, open_database
from tests.contract.small_hall import CLERKS, OFFICE, at, received, set_up

CONCURRENT = 200
STATIONS = 8


def _receipt(case: Case, number: str) -> tuple[Document, StoredDocument]:
    id_ = DocumentId(uuid7())
    issued = Document(id_, number, DocumentKind.RECEIPT, case.id, OFFICE.id, at(0), CLERKS[0].id)
    return issued, StoredDocument(id_, "receipt", id_, "{}", "0" * 64, b"%PDF", at(0))


async def test_documents_of_a_case_are_replaced_and_counted_but_never_changed(hall: Database) -> None:
    case, other = received(), received(number="2")
    (first, form), (second, again) = _receipt(case, "青溪收1号"), _receipt(case, "青溪收2号")
    async with hall.uow() as u:
        await u.cases.add(case)
        await u.cases.add(other)
        await u.documents.issue(first, form)
        await u.documents.issue(second, again)
        await u.documents.save(first.supersede(second.id)[0])
        await u.documents.save(second.reprint()[0])
        await u.commit()
    async with hall.uow() as u:
        past, present = await u.documents.of_case(case.id)
        assert past == replace(first.supersede(second.id)[0], version=2)
        assert present == replace(second, reprints=1, version=2)
        assert await u.documents.by_number("青溪收2号", lock=True) == present
        assert await u.documents.of(first.id) == form
        with pytest.raises(NotFound, match=r"document\.rule\.no_number"):
            await u.documents.by_number("青溪收3号")
    shown, older = await hall.readers.documents(DocumentQuery(case=case.number))
    assert (older.number, older.superseded_by, shown.reprints) == ("青溪收1号", "青溪收2号", 1)
    assert await hall.readers.scanned_document(second.id) == await hall.readers.document("青溪收2号") == shown
    assert [d.number for d in (await hall.readers.case(case.number)).documents] == ["青溪收1号", "青溪收2号"]
    for scanned, cases in ((first.id, [case.number]), (case.id, [])):
        found = await hall.readers.cases(CaseQuery(document=scanned))
        assert [row.number for row in found] == cases
    assert await hall.readers.documents(DocumentQuery(kind=DocumentKind.GRANT)) == ()
    assert len(await hall.readers.documents(DocumentQuery(status=DocumentStatus.SUPERSEDED))) == 1
    for missing in (hall.readers.document("无"), hall.readers.scanned_document(uuid7())):
        with pytest.raises(NotFound):
            await missing


class PaperJam(Exception):
    """What goes wrong after a number was taken."""


async def _issue(station: Database, case: Case, fails: bool) -> None:
    async with station.uow() as u:
        sequence = await u.numbers.next("收", "青溪", 2026)
        await u.documents.issue(*_receipt(case, f"青溪收{sequence}号"))
        if fails:
            raise PaperJam
        await u.commit()


async def test_two_hundred_at_once_leave_no_gap_and_no_duplicate(postgres_url: str) -> None:
    """From eight stations; every fifth transaction fails after it took its number, and gives it back."""
    stations = [await open_database(postgres_url, f"station {number}") for number in range(STATIONS)]
    try:
        case = received()
        await set_up(stations[0])
        async with stations[0].uow() as u:
            await u.cases.add(case)
            await u.commit()
        orders = (
            _issue(stations[order % STATIONS], case, order % 5 == 4) for order in range(CONCURRENT * 5 // 4)
        )
        ends = Counter(map(type, await asyncio.gather(*orders, return_exceptions=True)))
        assert ends == {type(None): CONCURRENT, PaperJam: CONCURRENT // 4}
        issued = await stations[0].readers.documents(DocumentQuery(limit=CONCURRENT * 2))
        assert {row.number for row in issued} == {f"青溪收{n}号" for n in range(1, CONCURRENT + 1)}
        assert len(issued) == CONCURRENT
    finally:
        for station in stations:
            await station.close()
