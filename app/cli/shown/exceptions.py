"""Exception cases as JSON and as tables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.cli.shown.story import step_document, story
from app.domain.exception_category import called
from app.domain.paper_code import exception_code
from app.domain.person import mask_name
from app.domain.print_job import Paper
from app.ports.rows import ExceptionPage, ExceptionRow, PartRow, StepRow
from app.services.exception_clock import FellDue


def one_exception(page: ExceptionPage, say: Say) -> Shown:
    """``{"exception": {"number", "state", "category", "owner", "due", …, "parts", "steps"}}``."""
    more = {
        "case": page.case,
        "parts": [_part(part) for part in page.parts],
        "attachments": len(page.attachments),
        "steps": [exception_step(step, say) for step in page.steps],
    }
    return Shown({"exception": _document(page.row) | more}, lambda: _people(page, say))


def what_fell_due(swept: FellDue, say: Say) -> Shown:
    """``{"fell_due": {"warned", "escalated"}}``."""
    counts = {"warned": swept.warned, "escalated": swept.escalated}
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
    """``{"action", "state", "at", "by", "text", "basis", "rung"}``; ``by`` null where a rule took it."""
    return step_document(step, say) | {"basis": step.basis, "rung": step.rung}


def _people(page: ExceptionPage, say: Say) -> RenderableType:
    t, row = say.texts, page.row
    head = facts(
        [
            (t("cli.column.exception"), row.number),
            (t("cli.column.state"), say.choice("exception_state", row.state)),
            (t("cli.column.category"), called(row.category, row.category_name, t)),
            (t("cli.column.summary"), row.summary),
            (t("cli.column.ticket"), page.ticket),
            (t("cli.column.item"), page.item_name),
            (t("cli.column.owner"), _masked(row.owner_name)),
            (t("cli.column.due"), t.date(row.due.day)),
            (t("cli.column.rung"), say.choice("rung", row.rung)),
            (t("cli.column.contact_by"), t.date(row.contact_by) if row.contact_by else None),
            (t("cli.column.parts"), _parts(page)),
        ]
    )
    steps = story(
        say,
        [
            (
                step.at,
                say.choice("exception_action", step.action),
                _masked(step.by_name) or t("exception.by_rule"),
                _said(step, say),
            )
            for step in page.steps
        ],
    )
    return Group(head, "", steps)


def _parts(page: ExceptionPage) -> str:
    return "、".join(
        f"{part.department} {mask_name(part.handler_name)}" for part in page.parts if part.is_open
    )


def _said(step: StepRow, say: Say) -> str:
    if step.rung is not None:
        return say.choice("rung", step.rung)
    if step.basis:
        return say.texts("exceptions.story.with_basis", text=step.text, basis=step.basis)
    return step.text


def _table(rows: Sequence[ExceptionRow], say: Say) -> Table:
    headings = ("exception", "state", "category", "owner", "due", "summary")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("exception_state", row.state),
                called(row.category, row.category_name, say.texts),
                _masked(row.owner_name),
                say.texts.date(row.due.day),
                row.summary,
            )
            for row in rows
        ],
    )


def _masked(name: str | None) -> str | None:
    return mask_name(name) if name else None
