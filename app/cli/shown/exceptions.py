"""Exception cases as JSON and as tables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.domain.paper_code import exception_code
from app.domain.person import mask_name
from app.domain.print_job import Paper
from app.ports.rows import ExceptionPage, ExceptionRow, StepRow


def one_exception(page: ExceptionPage, say: Say) -> Shown:
    """``{"exception": {"number", "state", "category", "owner", "due", "steps"}}``."""
    steps = [step_document(step, say) for step in page.steps]
    return Shown({"exception": _document(page.row) | {"steps": steps}}, lambda: _people(page, say))


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
    }


def step_document(step: StepRow, say: Say) -> dict[str, object]:
    """``{"action", "state", "at", "by", "text"}``."""
    return {
        "action": step.action,
        "state": step.state,
        "at": say.instant(step.at),
        "by": step.by,
        "text": step.text,
    }


def _people(page: ExceptionPage, say: Say) -> RenderableType:
    t, row = say.texts, page.row
    head = facts(
        [
            (t("cli.column.exception"), row.number),
            (t("cli.column.state"), say.choice("exception_state", row.state)),
            (t("cli.column.category"), say.choice("exception_category", row.category)),
            (t("cli.column.summary"), row.summary),
            (t("cli.column.ticket"), page.ticket),
            (t("cli.column.item"), page.item_name),
            (t("cli.column.owner"), _masked(row.owner_name)),
            (t("cli.column.due"), t.date(row.due.day)),
        ]
    )
    steps = table(
        [t(f"cli.column.{heading}") for heading in ("at", "step", "by", "text")],
        [
            (
                t.moment(step.at.astimezone(say.zone)),
                say.choice("exception_action", step.action),
                mask_name(step.by_name) if step.by_name else t("exception.by_rule"),
                step.text,
            )
            for step in page.steps
        ],
    )
    return Group(head, "", steps)


def _table(rows: Sequence[ExceptionRow], say: Say) -> Table:
    headings = ("exception", "state", "category", "owner", "due", "summary")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("exception_state", row.state),
                say.choice("exception_category", row.category),
                _masked(row.owner_name),
                say.texts.date(row.due.day),
                row.summary,
            )
            for row in rows
        ],
    )


def _masked(name: str | None) -> str | None:
    return mask_name(name) if name else None
