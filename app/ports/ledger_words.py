"""What the ledger of exception cases says of a case, a step, a unit: the same on a screen, on paper and in a file."""

from collections.abc import Iterator
from datetime import date, tzinfo
from math import ceil

from app.domain.exception_figures import ExceptionGrouping
from app.domain.exception_table import ExceptionAction
from app.domain.message import Message
from app.domain.person import mask_name
from app.ports.exceptions_report import LedgerList, called
from app.ports.judged import judged_words
from app.ports.rows import ExceptionFiguresRow, LedgerRow, StepRow


def facts_of(row: LedgerRow) -> Iterator[Message]:
    """What a case was, who has it, and what came of it, a line each."""
    case = row.case
    category = case.category_name or Message(f"exception_category.{case.category}")
    yield Message("ledger.fact.summary", {"summary": case.summary})
    yield Message("ledger.fact.state", {"category": category, "state": case.state})
    if row.item_name:
        yield Message("ledger.fact.item", {"item": row.item_name})
    yield unit_of(row)
    if row.is_imported:
        yield Message("ledger.fact.imported", {"source": row.source})
        return
    yield answered(row)
    yield from _afterwards(row)


def unit_of(row: LedgerRow) -> Message:
    """Which department has the case, and who in it."""
    case = row.case
    if case.department is None:
        return Message(f"ledger.without.{ExceptionGrouping.DEPARTMENT}")
    return Message("ledger.fact.unit", {"department": case.department, "handler": _masked(case.owner_name)})


def answered(row: LedgerRow) -> Message:
    """When an answer was due, when it came, and whether that was late."""
    told = {"due": row.answer_due, "answered": row.answered_on, "days": row.days, "count": row.days or 0}
    when = "not_answered" if row.answered_on is None else "answered"
    return Message(f"ledger.fact.{when}_late" if row.overdue else f"ledger.fact.{when}", told)


def satisfied(row: LedgerRow) -> Message | None:
    """What the person said when asked; None where nobody was."""
    if row.satisfied is None:
        return None
    return Message("ledger.fact.satisfied" if row.satisfied else "ledger.fact.not_satisfied")


def step_words(step: StepRow, zone: tzinfo | None) -> Message:
    """A step: when, who, what, and in which words."""
    told = {"at": step.at.astimezone(zone), "by": _by(step), "action": step.action}
    text = said_to(step)
    return Message("ledger.step", told | {"text": text}) if text else Message("ledger.step.bare", told)


def _by(step: StepRow) -> str | Message:
    return mask_name(step.by_name) if step.by_name else Message("exception.by_rule")


def said_at(step: StepRow) -> str | Message:
    """The words of a step; of a negative answer its basis too, of an escalation up to whom, of a judgement which."""
    if step.rung is not None:
        return Message(f"rung.{step.rung}")
    if step.judged is not None:
        return _with_fact(judged_words(step.judged), step.text)
    told = {"text": step.text, "basis": step.basis}
    return Message("exceptions.story.with_basis", told) if step.basis else step.text


def said_to(step: StepRow) -> str | Message:
    """The words of a step, and to whom it gave the case: where no column and no title tells that."""
    said = said_at(step)
    if step.action is not ExceptionAction.ASSIGN:
        return said
    return _with_fact(given_words(step.department, _masked(step.handler_name), step.due), said)


def given_words(department: str | None, handler: str, due: date | None) -> Message:
    """To whom a case was given, by when to settle it; ``handler`` is masked."""
    return Message("exceptions.story.given", {"department": department or "", "handler": handler, "due": due})


def _with_fact(fact: Message, said: str | Message) -> Message:
    return Message("exceptions.story.with_fact", {"fact": fact, "text": said}) if said else fact


def _masked(name: str | None) -> str:
    return mask_name(name) if name else ""


def unit_words(unit: ExceptionFiguresRow) -> Message:
    """A unit that is named, and for what."""
    figures = unit.figures
    days = figures.median_days
    told: dict[str, object] = {
        "unit": called(unit, ExceptionGrouping.DEPARTMENT),
        "overdue": figures.overdue,
        "registered": figures.registered,
        "answered": figures.answered,
        "days": f"{days:g}" if days is not None else "—",
        "count": ceil(days or 0),
    }
    return Message("ledger.unit.late" if figures.overdue else "ledger.unit.good", told)


def list_title(listed: LedgerList, by: ExceptionGrouping) -> Message:
    """Of which figure and which part the cases are."""
    if listed.figure is None:
        return Message("ledger.title")
    if listed.part is None:
        return Message("five_ones.list_of", {"figure": listed.figure})
    return Message("five_ones.list_of_part", {"figure": listed.figure, "part": called(listed.part, by)})


def _afterwards(row: LedgerRow) -> Iterator[Message]:
    if row.reopened:
        yield Message("ledger.fact.reopened", {"count": row.reopened})
    if (said := satisfied(row)) is not None:
        yield said
    if row.closed_on is not None:
        yield Message("ledger.fact.closed", {"day": row.closed_on})
    if row.group is not None:
        yield Message("ledger.fact.group", {"number": row.group})
