"""Tickets, cases, and their papers, as frozen rows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.ports.queries import CaseQuery, DocumentQuery, OwedQuery, ReminderQuery, TicketQuery
from app.ports.rows import CasePage, CaseRow, DocumentRow, NoticeRow, OwedRow, ReminderRow, TicketRow
from db.reads import cases as case_reads
from db.reads import documents as document_reads
from db.reads import reminders as reminder_reads
from db.reads import tickets as ticket_reads
from db.reads import worklist as worklist_reads
from db.reads.looking import Looking
from db.reads.notices import notice_of_id, one_notice


class CaseReaders(Looking):
    """Tickets, cases, and their papers."""

    async def ticket(self, number: str, day: date | None = None) -> TicketRow:
        """A ticket of a day (None: today)."""
        async with self._look() as t:
            return await ticket_reads.one_ticket(t, number, day)

    async def tickets(self, query: TicketQuery) -> Sequence[TicketRow]:
        """Tickets, newest first."""
        async with self._look() as t:
            return await ticket_reads.find_tickets(t, query)

    async def notice(self, number: str) -> NoticeRow:
        """A slip."""
        async with self._look() as t:
            return await one_notice(t, number)

    async def scanned_notice(self, id_: UUID) -> NoticeRow:
        """The slip of this id."""
        async with self._look() as t:
            return await notice_of_id(t, id_)

    async def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        """Cases by their next limit."""
        async with self._look() as t:
            return await case_reads.find_cases(t, query)

    async def owed(self, query: OwedQuery) -> Sequence[OwedRow]:
        """What open cases wait for, counted."""
        async with self._look() as t:
            return await worklist_reads.owed(t, query)

    async def case(self, number: str) -> CasePage:
        """A case with its story."""
        async with self._look() as t:
            return await case_reads.case_page(t, number)

    async def documents(self, query: DocumentQuery) -> Sequence[DocumentRow]:
        """Documents of cases, newest first."""
        async with self._look() as t:
            return await document_reads.find_documents(t, query)

    async def document(self, number: str) -> DocumentRow:
        """A document of a case."""
        async with self._look() as t:
            return await document_reads.one_document(t, number)

    async def scanned_document(self, id_: UUID) -> DocumentRow:
        """The document of this id."""
        async with self._look() as t:
            return await document_reads.document_of_id(t, id_)

    async def reminders(self, query: ReminderQuery) -> Sequence[ReminderRow]:
        """Reminders to departments, what is owed first."""
        async with self._look() as t:
            return await reminder_reads.find_reminders(t, query)

    async def reminder(self, number: str) -> ReminderRow:
        """A reminder."""
        async with self._look() as t:
            return await reminder_reads.one_reminder(t, number)

    async def scanned_reminder(self, id_: UUID) -> ReminderRow:
        """The reminder of this id."""
        async with self._look() as t:
            return await reminder_reads.reminder_of_id(t, id_)
