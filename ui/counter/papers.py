"""A paper under the reader where no sheet asks for one: its record, and the cases it leads to."""

from app.domain.errors import YiciError
from app.domain.paper_code import is_on_record, scanned_exception, scanned_ticket
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage
from app.services.documents import verify
from app.services.find_cases import asked_for
from app.services.use_case import Ports
from ui.counter.screen import Screen
from ui.counter.state import ScannedPaper

MOST = 3
"""Cases of one ticket, which has one for each errand."""


class Papers:
    """Touches nothing that is typed, whatever stands open; the bar has no room for a record and becomes the window."""

    def __init__(self, ports: Ports, screen: Screen) -> None:
        self._ports, self._screen = ports, screen
        self._asked = ""

    async def look_up(self, code: str) -> None:
        """Show what is on record of this paper; an answer that is no longer wanted is dropped."""
        self._asked = code
        try:
            found = await self._found(code)
        except YiciError as error:
            self._screen.change(scanned=None, problem=error.message, compact=False)
            return
        if code == self._asked:
            self._screen.change(scanned=found, problem=None, compact=False)

    def put_away(self) -> None:
        """It was seen."""
        self._asked = ""
        self._screen.change(scanned=None)

    async def _found(self, code: str) -> ScannedPaper:
        readers, ticket = self._ports.readers, None
        if scanned := scanned_ticket(code):
            day, number = scanned
            ticket = await readers.ticket(number, day)
        verified = await verify(self._ports, code) if is_on_record(code) else None
        return ScannedPaper(verified, ticket, await self._cases(code))

    async def _cases(self, code: str) -> tuple[CasePage, ...]:
        if scanned_exception(code):
            return ()
        readers = self._ports.readers
        rows = await readers.cases(asked_for(code, CaseQuery(limit=MOST), self._ports.protector))
        return tuple([await readers.case(row.number) for row in rows])
