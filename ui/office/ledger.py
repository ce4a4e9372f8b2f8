"""The presenter of the office's page of exceptions: the ledger and what is counted of it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.events import Topic
from app.domain.exception_figures import ExceptionGrouping
from app.domain.five_ones import Span
from app.ports.exceptions_report import ExceptionsReport, LedgerList
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from app.services import exception_ledger
from app.services.use_case import Ports
from ui.office.figures import FiguresPresenter, View
from ui.office.ledger_state import CaseListing, LedgerState
from ui.office.state import Files
from ui.refresh import Pause
from ui.tasks import Tasks

LEDGER_TOPICS = (Topic.EXCEPTIONS, Topic.HALL)


class LedgerPresenter(FiguresPresenter[LedgerState]):
    """Whoever follows the hall calls ``reload_seldom``."""

    name = "office.ledger"

    def __init__(
        self,
        ports: Ports,
        files: Files,
        view: View[LedgerState],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__(ports, files, view, tasks, failed, LedgerState(), pause)

    def start(self) -> None:
        """Show what there is."""
        self._view.render(self._state)

    async def _counted(self, span: Span, by: ExceptionGrouping) -> ExceptionsReport:
        return await exception_ledger.report(self._ports, span, by)

    def _listing(self, part: ExceptionFiguresRow | None) -> CaseListing:
        return CaseListing(self._state.figure, part)

    async def _behind(self, listing: CaseListing, limit: int | None) -> Sequence[LedgerRow]:
        report = self._state.report
        assert report is not None
        part = (report.by, listing.part.key) if listing.part else None
        return await exception_ledger.behind(self._ports, listing.figure, report.span, part, limit)

    def _as_shown(self, listed: tuple[tuple[LedgerRow, ...], bool] | None) -> ExceptionsReport:
        state, listing = self._state, self._state.listing
        assert state.report is not None
        if listed is None or listing is None:
            return replace(state.report, figure=state.figure)
        rows, more = listed
        behind = LedgerList(rows=rows, figure=listing.figure, part=listing.part, more=more)
        return replace(state.report, figure=state.figure, listed=behind)
