"""Exception cases as JSON and as tables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, masked, table
from app.cli.shown.story import step_document
from app.domain.exception_category import called
from app.domain.exception_table import ExceptionAction
from app.domain.paper_code import exception_code
from app.domain.person import mask_name
from app.domain.print_job import Paper
from app.ports.ledger_words import said_at
from app.ports.rows import ExceptionPage, ExceptionRow, PartRow, StepRow
from app.services.exception_clock import FellDue

_GIVES = frozenset({ExceptionAction.ASSIGN, ExceptionAction.JOIN, ExceptionAction.RELEASE})
_TELLS_UNTIL = frozenset(
    {
        ExceptionAction.OPEN,
        ExceptionAction.TRIAGE,
        ExceptionAction.ASSIGN,
        ExceptionAction.EXTEND,
        ExceptionAction.REWORK,
        ExceptionAction.REOPEN,
        ExceptionAction.RECOMPUTE,
    }
)
"""Steps that set the day until which it is due."""


def one_exception(page: ExceptionPage, say: Say) -> Shown:
    """``{"exception": {"number", "state", "category", "owner", "due", …, "parts", "steps"}}``."""
    more = {
        "case": page.case,
        "notices": list(page.notices),
        "trips": page.trips,
        "parts": [_part(part) for part in page.parts],
        "attachments": len(page.attachments),
        "steps": [exception_step(step, say) for step in page.steps],
    }
    return Shown({"exception": _document(page.row) | more}, lambda: _people(page, say))


def what_fell_due(swept: FellDue, say: Say) -> Shown:
    """``{"fell_due": {"warned", "escalated", "overdue"}}``."""
    counts = {"warned": swept.warned, "escalated": swept.escalated, "overdue": swept.overdue}
    shown = [(say.texts(f"cli.column.{name}"), str(count)) for name, count in counts.items()]
    return Shown({"fell_due": counts}, lambda: facts(shown))


def many_exceptions(rows: Sequence[ExceptionRow], say: Say) -> Shown:
    """``{"exceptions": […]}``, without their steps."""
    return Shown({"exceptions": [_document(row) for row in rows]}, lambda: _table(rows, say))


def one_record(paper: Paper, say: Say) -> Shown:
    """``{"record": {"exception", "code"}}``: what the paper's code says."""
    t, code = say.texts, exception_code(paper.subject)
    shown = [(t("cli.column.exception"), paper.number), (t("cli.column.code"), code)]
    return Shown({"record": {"exception": paper.number, "code": code}}, lambda: facts(shown))


def _document(row: ExceptionRow) -> dict[str, object]:
    return {
        "number": row.number,
        "state": row.state,
        "category": row.category,
        "owner": row.owner,
        "due": row.due.day.isoformat(),
        "provisional": row.due.provisional,
        "level": row.level,
        "rung": row.rung,
        "contact_by": row.contact_by.isoformat() if row.contact_by else None,
        "owner_kind": "office" if row.owner is None else "person",
        "department": row.department,
        "summary": row.summary,
        "wish": row.wish,
        "channel": row.channel,
        "ticket": row.ticket,
        "item": row.item,
        "satisfied": row.satisfied,
        "next_step": row.next_step,
    }


def _part(part: PartRow) -> dict[str, object]:
    return {
        "department": part.department,
        "handler": part.handler,
        "task": part.task,
        "answer": part.answer,
        "open": part.is_open,
    }


def exception_step(step: StepRow, say: Say) -> dict[str, object]:
    """``{"action", "state", "at", "by", "text", "basis", "rung", "department", "handler", "due", …}``.

    … are ``"category", "level", "satisfied"``, null where the step does not say; so is ``by`` where a rule took it.
    """
    return step_document(step, say) | {
        "basis": step.basis,
        "rung": step.rung,
        "department": step.department,
        "handler": step.handler,
        "due": step.due.isoformat() if step.due else None,
        "category": step.judged.category if step.judged else None,
        "level": step.judged.level if step.judged else None,
        "satisfied": step.satisfied,
    }


def _people(page: ExceptionPage, say: Say) -> RenderableType:
    t = say.texts
    head = facts(
        [(t(f"cli.column.{name}"), value) for name, value in (*_told(page, say), *_stands(page, say))]
    )
    steps = table(
        [t(f"cli.column.{heading}") for heading in ("at", "step", "by", "given_to", "due", "text")],
        [
            (
                t.moment(step.at.astimezone(say.zone)),
                say.choice("exception_action", step.action),
                masked(step.by_name) or t("exception.by_rule"),
                _given_to(step),
                t.date(step.due) if step.due and step.action in _TELLS_UNTIL else None,
                _said(step, say),
            )
            for step in page.steps
        ],
    )
    return Group(head, "", steps)


def _told(page: ExceptionPage, say: Say) -> list[tuple[str, object]]:
    """Who came with what."""
    t, row = say.texts, page.row
    return [
        ("exception", row.number),
        ("summary", row.summary),
        ("wish", page.wish),
        (
            "applicant",
            "  ".join(part for part in (page.name, page.phone) if part) or t("exceptions.person.none"),
        ),
        ("channel", say.choice("channel", row.channel)),
        ("ticket", page.ticket),
        ("item", page.item_name),
        ("case", page.case),
        ("notices", "、".join(page.notices)),
        ("trips", page.trips or None),
    ]


def _stands(page: ExceptionPage, say: Say) -> list[tuple[str, object]]:
    """What it is, how far it has come, and what is owed."""
    t, row = say.texts, page.row
    satisfied = None if page.satisfied is None else "satisfied" if page.satisfied else "not_satisfied"
    return [
        ("state", say.choice("exception_state", row.state)),
        ("category", called(row.category, row.category_name, t)),
        ("level", say.choice("exception_level", row.level)),
        ("owner", _owner(row, say)),
        ("due", t.date(row.due.day)),
        ("rung", say.choice("rung", row.rung)),
        ("contact_by", t.date(row.contact_by) if row.contact_by else None),
        ("parts", _parts(page)),
        ("satisfied", say.choice("record", satisfied)),
        ("next_step", say.choice("exception_action", row.next_step)),
    ]


def _owner(row: ExceptionRow, say: Say) -> str:
    """The handler with the department; the supervision office while nobody was given it."""
    if row.owner_name is None:
        return say.texts("exceptions.office")
    return " ".join(part for part in (row.department, mask_name(row.owner_name)) if part)


def _given_to(step: StepRow) -> str | None:
    """Whom the case or a part of it was given to, at the steps that give it."""
    if step.action not in _GIVES or step.handler_name is None:
        return None
    return " ".join(part for part in (step.department, mask_name(step.handler_name)) if part)


def _parts(page: ExceptionPage) -> str:
    return "、".join(
        f"{part.department} {mask_name(part.handler_name)}" for part in page.parts if part.is_open
    )


def _said(step: StepRow, say: Say) -> str:
    said = said_at(step)
    return said if isinstance(said, str) else say.texts(said)


def _table(rows: Sequence[ExceptionRow], say: Say) -> Table:
    headings = ("exception", "state", "category", "owner", "due", "summary")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("exception_state", row.state),
                called(row.category, row.category_name, say.texts),
                _owner(row, say),
                say.texts.date(row.due.day),
                row.summary,
            )
            for row in rows
        ],
    )
