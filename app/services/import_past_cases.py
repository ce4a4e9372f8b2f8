"""Bring past exception cases in, all or nothing; a case that is there already is left as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.events import Event, Fact, Topic
from app.domain.exception_table import ExceptionAction
from app.domain.ids import ExceptionCaseId
from app.domain.past_case import PastCase
from app.domain.staff import Permission
from app.services.use_case import Work, use_case


@dataclass(frozen=True, slots=True)
class ImportedCases:
    """How many cases the file holds, and how many of them were new."""

    cases: int
    new: int


@use_case
async def import_past_cases(work: Work, cases: Sequence[PastCase]) -> ImportedCases:
    """Put the cases on file, closed and with their remedies; they are known by the file's own names for them."""
    work.actor.must(Permission.EXCEPTION_DIRECT)
    hall, now = await work.u.hall.get(), await work.u.now()
    day, there = hall.business_day(now), await work.u.exceptions.numbers()
    new = [case for case in cases if case.id not in there]
    for case in new:
        made = case.on_file(ExceptionCaseId(work.u.new_id()), work.actor.staff, now, day)
        await work.u.exceptions.add(made)
        facts: dict[str, Fact] = {"number": made.number, "imported": True}
        work.u.record(work.actor, Event(Topic.EXCEPTIONS, ExceptionAction.OPEN, made.id, facts))
    return ImportedCases(len(cases), len(new))
