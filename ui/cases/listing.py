"""The list of cases and the page of one, as the database has them now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from app.domain.case_parts import WatchKind
from app.domain.catalogue import ServiceItem
from app.domain.errors import NotFound
from app.domain.paper_code import is_paper
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage, CaseRow
from app.services.find_cases import asked_for
from app.services.worklist import owed_by
from ui.cases import rules
from ui.cases.drafts import NOBODY_NAMED
from ui.cases.state import CasesState, Pane, Scope
from ui.worklist.listing import LIMIT, Listing, working_days_from

_LONGEST_PLEDGE = timedelta(days=30)
"""Days to choose from at most."""


class CaseListing(Listing[CasesState, CasePage]):
    """Lists cases by what they wait for; a scanned paper opens its case."""

    async def refresh_people(self) -> None:
        """Read to which department the person belongs.

        Raises:
            DatabaseAway: out of touch.
        """
        self._desk.change(department=await self._own_department())
        await self.refresh()

    def scan(self, code: str) -> None:
        """A reader has read something: look for it."""
        self.search(code)

    def show_watch(self, watch: WatchKind | None) -> None:
        """List what waits for this; None lists whatever it waits for."""
        self._desk.change(watch=watch)
        self._desk.look(self.refresh, "list")

    def open(self, number: str) -> None:
        """Look at a case; the person who was shown in the clear is another's."""
        if number != self._desk.state.wanted:
            self._desk.change(revealed=None)
            if self._desk.state.pane is not Pane.NEW:  # which is about none of those that are listed
                self.show_case_behind()
        super().open(number)

    def show_case(self) -> None:
        """Back from whatever stands in the case's place, with the keyboard."""
        if self._desk.state.pane is not None:
            self.show_case_behind()
            self._desk.view.focus_action()

    def show_case_behind(self) -> None:
        """The same while a person is in the list; what was typed about a new case waits."""
        if self._desk.state.pane is not None:
            self._desk.change(pane=None, paper=None, applicant=NOBODY_NAMED, problem=None, found=())

    async def _find(self) -> None:
        await self._read_list()
        rows = self._desk.state.rows or ()
        if is_paper(self._desk.state.searched.strip()) and rows:
            self.open(rows[0].number)
            self.show_case()
            self._desk.view.focus_action()

    async def _rows(self) -> Sequence[CaseRow]:
        if self._desk.state.department is None:
            self._desk.change(department=await self._own_department())
        if self._desk.state.actor is not None:
            self._desk.change(owed=await owed_by(self._desk.ports, self._desk.state.actor))
        return await self._desk.ports.readers.cases(self._query())

    def _query(self) -> CaseQuery:
        """What is listed; what is typed or scanned is looked for among all cases, those that are over too."""
        state = self._desk.state
        if text := state.searched.strip():
            anywhere = CaseQuery(open_only=False, limit=LIMIT)
            return asked_for(text, anywhere, self._desk.ports.protector)
        own = state.department if state.scope is Scope.OWN else None
        mine = state.actor.number if state.actor and state.scope is Scope.MINE else None
        return CaseQuery(
            open_only=state.scope is not Scope.ALL,
            watch=state.watch,
            department=own,
            handled_by=mine,
            limit=LIMIT,
        )

    async def _own_department(self) -> str | None:
        actor = self._desk.state.actor
        if actor is None or actor.department is None:
            return None
        members = await self._desk.ports.readers.staff()
        return next((m.department for m in members if m.number == actor.number), None)

    async def _page(self, number: str) -> tuple[CasePage, dict[str, Any]]:
        page = await self._desk.ports.readers.case(number)
        return page, {"item": await self._item_of(page)}

    async def _item_of(self, page: CasePage) -> ServiceItem | None:
        """The item as it is in force; None for one that was cancelled meanwhile: its cases go on without a list."""
        try:
            return await self._desk.ports.readers.item(page.row.item)
        except NotFound:
            return None

    def _is_older(self, page: CasePage) -> bool:
        shown = self._desk.state.page
        return shown is not None and shown.row.number == page.row.number and page.version < shown.version

    def _computed(self, page: CasePage) -> dict[str, Any]:
        today = self._today or page.row.received_on
        due = page.row.watch.due.day if page.row.watch else today
        days = working_days_from(today, today + _LONGEST_PLEDGE, self._calendar)
        return {"days_left": self._days_left(today, due), "pledge_days": tuple(days)}

    def _first(self) -> str | None:
        return next((members[0].number for _, members in rules.groups(self._desk.state)), None)
