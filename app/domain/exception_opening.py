"""How an exception case begins: registered as it was reported."""

from dataclasses import dataclass, replace

from app.domain.events import Event, Topic
from app.domain.exception_case import Change, Channel, Context, ExceptionCase, Step
from app.domain.exception_course import By
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.free_text import said
from app.domain.ids import ExceptionCaseId
from app.domain.person import Person
from app.domain.staff import Role

_CHANNELS = {Role.CLERK: Channel.COUNTER, Role.GUIDE: Channel.GUIDE_DESK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What could not be settled, as somebody said it."""

    summary: str
    category: str
    channel: Channel
    wish: str
    level: ExceptionLevel
    person: Person
    context: Context


def usual_channel(role: Role) -> Channel:
    """Where people report to somebody of this role, unless it is said otherwise."""
    return _CHANNELS.get(role, Channel.DIRECT)


def register(id_: ExceptionCaseId, number: str, report: Report, by: By) -> Change:
    """Write it down; the clock counts from that day, and nobody handles it yet."""
    day, summary = by.terms.today, said(report.summary)
    due = by.terms.due(report.level, day)
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, by.staff, by.now, summary)
    first = replace(first, category=report.category, level=report.level)
    case = ExceptionCase(
        id=id_,
        number=number,
        channel=report.channel,
        category=report.category,
        summary=summary,
        counts_from=day,
        registered_at=by.now,
        level=report.level,
        due=due,
        steps=(first,),
        wish=said(report.wish),
        person=report.person,
        context=report.context,
        warn_on=by.terms.warn_on(due.day, day),
        rises_on=by.terms.rises_on(due.day, Rung.HANDLER),
    )
    return case, (Event(Topic.EXCEPTIONS, ExceptionAction.OPEN, id_, {"number": number}),)
