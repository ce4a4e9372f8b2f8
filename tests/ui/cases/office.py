"""The station's presenter in a test: real services, no screen; what it shows is recorded and waited for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.case_table import CaseAction
from app.domain.judgement import Verdict
from app.ports.rows import CasePage
from app.services.use_case import Ports
from app.settings import StationKind
from tests.services.at_work import HallAtWork
from tests.ui import worklists
from ui.cases.acting import NOBODY, Countersign
from ui.cases.presenter import CasesPresenter
from ui.cases.state import CasesState
from ui.cases.typed import Kept
from ui.judged import NOTHING_JUDGED
from ui.session import Session


class Office(worklists.Office[HallAtWork, CasesState]):
    """What a person does at the station."""

    @property
    def page(self) -> CasePage:
        """The case that is looked at."""
        assert self.state.page is not None
        return self.state.page

    async def look_at(self, number: str) -> CasesState:
        """Open a case, as it is now: it may have been opened before by itself, while the test prepared it."""
        now = (await self.hall.ports.readers.case(number)).version
        self.presenter.listing.open(number)
        self.presenter.listing.read_page(number)
        return await self.until(
            lambda s: s.page is not None and (s.page.row.number, s.page.version) == (number, now)
        )

    async def take(self, action: CaseAction, signed: Countersign = NOBODY, /, **chosen: object) -> CasesState:
        """Take a step with its form filled in, and wait for its end."""
        self.presenter.acting.choose(action)
        self.fill(**chosen)
        self.presenter.acting.act(signed)
        return await self.until(lambda s: not s.busy)

    async def at_version_after(self, version: int) -> CasePage:
        """The page once it shows what came after that version."""
        await self.until(lambda s: s.page is not None and s.page.version > version)
        return self.page

    def judge_all_but(self, *missing: int) -> None:
        """Judge every material: these are missing, the rest is complete."""
        judged = NOTHING_JUDGED
        for material in self.state.materials:
            verdict = Verdict.MISSING if material.number in missing else Verdict.COMPLETE
            judged = judged.judged(material.number, verdict)
        self.fill(judged=judged)


@asynccontextmanager
async def office_in(
    hall: HallAtWork, folder: Path, actor: str, ports: Ports | None = None
) -> AsyncIterator[Office]:
    """Open the station for a person."""
    session, paper = Session(worklists.STATION, hall.staff[actor]), folder / "paper"
    context = worklists.context_of(hall.hall, session, StationKind.CASES, paper)
    context = replace(context, ports=ports or hall.ports)
    async with worklists.at_office(CasesPresenter, Kept, context, folder) as opened:
        presenter, view, failures = opened
        office = Office(hall, presenter, view, session, paper, failures)
        await office.until(lambda s: s.rows is not None)
        yield office
