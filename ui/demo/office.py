"""The supervision office: what could not be settled is registered, judged, given to somebody, and settled."""

from datetime import datetime, timedelta

from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.domain.exception_terms import ExceptionLevel
from app.services import exception_working, exceptions
from app.services.open_exception import open_exception
from ui.demo.agenda import Process
from ui.demo.hall import GUIDE, SUPERVISOR, DemoHall
from ui.demo.people import People
from ui.demo.script import ExceptionEntry, StepEntry

_TO_THE_OFFICE = timedelta(minutes=3)
_HANDLER = "0109"
"""Who takes what the counters register this morning."""


_BY_HANDLER = {
    ExceptionAction.TAKE: exceptions.take_exception,
    ExceptionAction.CONTACT: exception_working.contact_exception,
    ExceptionAction.NOTE: exceptions.note_exception,
    ExceptionAction.ANSWER: exceptions.answer_exception,
}


class Office:
    """Cases, each as a process. ``pictured`` is the number of the case that is looked at."""

    def __init__(self, hall: DemoHall, people: People) -> None:
        self._hall, self._ports, self._people = hall, hall.ports, people
        self.pictured: str | None = None

    async def case(self, entry: ExceptionEntry) -> Process:
        """A case of the script, from its first step on."""
        number, handler = await self._register(entry), SUPERVISOR
        if entry.is_pictured:
            self.pictured = number
        for before, step in zip(entry.steps, entry.steps[1:], strict=False):
            yield self._when(step) - self._when(before)
            handler = step.handler or handler
            await self._take_step(number, step, entry.category, handler)

    async def fresh_case(self, number: str) -> Process:
        """A case that a counter has just registered: judged, given to somebody, taken."""
        yield _TO_THE_OFFICE
        category, level = ExceptionCategory.INCONSISTENT_PAPERS, ExceptionLevel.ORDINARY
        await exceptions.triage_exception(
            self._ports, await self._hall.order(SUPERVISOR), number, category, level
        )
        yield _TO_THE_OFFICE / 3
        await exceptions.assign_exception(self._ports, await self._hall.order(SUPERVISOR), number, _HANDLER)
        yield _TO_THE_OFFICE * 2
        await exceptions.take_exception(self._ports, await self._hall.order(_HANDLER), number)

    def begins(self, entry: ExceptionEntry) -> datetime:
        """When the case is registered."""
        return self._when(entry.steps[0])

    async def _register(self, entry: ExceptionEntry) -> str:
        page = await open_exception(
            self._ports, await self._hall.order(GUIDE), entry.summary, entry.category, entry.channel,
            entry.wish, item=entry.item, visitor=self._people.somebody(name=entry.name),
        )  # fmt: skip
        return page.row.number

    async def _take_step(
        self, number: str, step: StepEntry, category: ExceptionCategory, handler: str
    ) -> None:
        hall, ports, text = self._hall, self._ports, step.text
        match step.action:
            case ExceptionAction.TRIAGE:
                order = await hall.order(SUPERVISOR)
                await exceptions.triage_exception(ports, order, number, category, step.level, text)
            case ExceptionAction.ASSIGN:
                await exceptions.assign_exception(
                    ports, await hall.order(SUPERVISOR), number, handler, text=text
                )
            case action if action in _BY_HANDLER:
                await _BY_HANDLER[action](ports, await hall.order(handler), number, text)
            case ExceptionAction.FOLLOW_UP:
                order = await hall.order(SUPERVISOR)
                await exceptions.follow_up_exception(ports, order, number, satisfied=True, text=text)
            case ExceptionAction.CLOSE:
                await exceptions.close_exception(ports, await hall.order(SUPERVISOR), number, text)
            case other:
                raise ValueError(f"the script has no step {other}")

    def _when(self, step: StepEntry) -> datetime:
        return self._hall.at(step.at, step.days_ago)
