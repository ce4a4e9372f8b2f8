"""The station's presenter in a test: real services, no screen; what it shows is recorded and waited for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.bootstrap import case_finder
from app.domain.exception_table import ExceptionAction
from app.services.use_case import Ports
from app.settings import StationKind
from tests.ui import worklists
from tests.ui.exceptions.hall import STATION, HallAtWork
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.state import ExceptionsState
from ui.exceptions.typed import Kept
from ui.session import Session


class Office(worklists.Office[HallAtWork, ExceptionsState]):
    """What a person does at the station."""

    async def work_as(self, number: str) -> None:
        """Somebody else takes the chair."""
        self.presenter.signing.sign_out()
        self.session.sign_in(await self.hall.actor(number))
        self.presenter.signing.take_over()

    async def look_at(self, number: str) -> ExceptionsState:
        """Open a case."""
        self.presenter.listing.open(number)
        return await self.until(lambda s: s.page is not None and s.page.row.number == number)

    async def act(self, text: str = "", **chosen: object) -> ExceptionsState:
        """Fill in the form of the action in front, take it, and wait for its end."""
        self.fill(text, **chosen)
        self.presenter.acting.act()
        return await self.until(lambda s: not s.busy)

    async def choose(self, action: ExceptionAction, text: str = "", **chosen: object) -> ExceptionsState:
        """Take another action than the sensible one."""
        self.presenter.acting.choose(action)
        return await self.act(text, **chosen)

    def fill(self, text: str = "", **chosen: object) -> None:
        """Type and choose, as the form does."""
        super().fill(text=text, **chosen)


@asynccontextmanager
async def office_in(
    hall: HallAtWork, folder: Path, actor: str, ports: Ports | None = None
) -> AsyncIterator[Office]:
    """Open the office for a person."""
    session, paper = Session(STATION, await hall.actor(actor)), folder / "paper"
    context = worklists.context_of(hall.hall, session, StationKind.EXCEPTIONS, paper)
    context = replace(context, ports=ports or hall.hall.ports)
    presenter_of = partial(ExceptionsPresenter, finder=case_finder())
    async with worklists.at_office(presenter_of, Kept, context, folder) as opened:
        presenter, view, failures = opened
        office = Office(hall, presenter, view, session, paper, failures)
        await office.until(lambda s: s.rows is not None and s.staff)
        yield office
