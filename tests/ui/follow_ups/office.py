"""The page's presenter in a test: real services, no screen; what it shows is recorded and waited for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.domain.follow_up_table import FollowUpAction
from app.ports.rows import FollowUpPage
from app.settings import StationKind
from tests.services.at_work import HallAtWork
from tests.ui import worklists
from ui.follow_ups.presenter import FollowUpsPresenter
from ui.follow_ups.state import FollowUpsState
from ui.follow_ups.typed import Kept
from ui.session import Session


class Office(worklists.Office[HallAtWork, FollowUpsState]):
    """What a person does at the page."""

    @property
    def page(self) -> FollowUpPage:
        """The follow-up that is looked at."""
        assert self.state.page is not None
        return self.state.page

    async def work_as(self, number: str) -> FollowUpsState:
        """Somebody else takes the chair."""
        self.presenter.signing.sign_out()
        self.session.sign_in(self.hall.staff[number])
        self.presenter.signing.take_over()
        return await self.until(lambda s: s.actor is not None and s.rows is not None)

    async def look_at(self, number: str) -> FollowUpsState:
        """Open a follow-up as it is now."""
        self.presenter.read_again()
        self.presenter.listing.open(number)
        return await self.until(lambda s: s.page is not None and s.page.row.number == number)

    async def act(self, text: str = "", **chosen: object) -> FollowUpsState:
        """Fill in the form of the step in front, take it, and wait for its end."""
        self.fill(text=text, **chosen)
        self.presenter.acting.act()
        return await self.until(lambda s: not s.busy)

    async def choose(self, action: FollowUpAction, text: str = "", **chosen: object) -> FollowUpsState:
        """Take another step than the sensible one."""
        self.presenter.acting.choose(action)
        return await self.act(text, **chosen)


@asynccontextmanager
async def office_in(hall: HallAtWork, folder: Path, actor: str | None) -> AsyncIterator[Office]:
    """Open the page for a person, or for nobody."""
    session = Session(worklists.STATION, hall.staff[actor] if actor else None)
    paper = folder / "paper"
    context = worklists.context_of(hall.hall, session, StationKind.EXCEPTIONS, paper)
    async with worklists.at_office(FollowUpsPresenter, Kept, context, folder) as opened:
        presenter, view, failures = opened
        office = Office(hall, presenter, view, session, paper, failures)
        await office.until(lambda s: s.hall is not None and (s.rows is not None or actor is None) and s.staff)
        yield office
