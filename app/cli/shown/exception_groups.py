"""Groups of exception cases as JSON and as tables."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, masked, table
from app.cli.shown.story import step_document
from app.ports.rows import GroupPage, GroupRow, GroupStepRow


def one_group(page: GroupPage, say: Say) -> Shown:
    """``{"group": {"number", "cause", "state", "unit", "due", "measure", "proof", "cases", "steps"}}``."""
    document = _document(page.row) | {
        "measure": page.measure,
        "rectify_by": page.rectify_by.day.isoformat() if page.rectify_by else None,
        "proof": page.proof,
        "cases": [{"number": case.number, "state": case.state} for case in page.cases],
        "steps": [_step(step, say) for step in page.steps],
    }
    return Shown({"group": document}, lambda: _people(page, say))


def many_groups(rows: Sequence[GroupRow], say: Say) -> Shown:
    """``{"groups": […]}``: how many cases each has, in place of the cases."""
    found = [_document(row) | {"cases": row.cases, "open_cases": row.open_cases} for row in rows]
    return Shown({"groups": found}, lambda: _table(rows, say))


def _document(row: GroupRow) -> dict[str, object]:
    return {
        "number": row.number,
        "cause": row.cause,
        "state": row.state,
        "unit": row.unit,
        "due": row.due.day.isoformat() if row.due else None,
    }


def _step(step: GroupStepRow, say: Say) -> dict[str, object]:
    return step_document(step, say) | {"case": step.case}


def _people(page: GroupPage, say: Say) -> RenderableType:
    t, row = say.texts, page.row
    head = facts(
        [
            (t("cli.column.group"), row.number),
            (t("cli.column.state"), say.choice("group_state", row.state)),
            (t("cli.column.cause"), row.cause),
            (t("cli.column.measure"), page.measure),
            (t("cli.column.unit"), row.unit),
            (t("cli.column.rectify_by"), t.date(page.rectify_by.day) if page.rectify_by else None),
            (t("cli.column.proof"), page.proof),
            (t("cli.column.due"), t.date(row.due.day) if row.due else None),
        ]
    )
    cases = table(
        [t(f"cli.column.{heading}") for heading in ("exception", "state", "summary")],
        [(case.number, say.choice("exception_state", case.state), case.summary) for case in page.cases],
    )
    steps = table(
        [t(f"cli.column.{heading}") for heading in ("at", "step", "by", "exception", "text")],
        [
            (
                t.moment(step.at.astimezone(say.zone)),
                say.choice("group_action", step.action),
                masked(step.by_name) or t("exception.by_rule"),
                step.case,
                step.text,
            )
            for step in page.steps
        ],
    )
    return Group(head, "", cases, "", steps)


def _table(rows: Sequence[GroupRow], say: Say) -> Table:
    headings = ("group", "state", "cause", "unit", "due", "exceptions", "open")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("group_state", row.state),
                row.cause,
                row.unit,
                say.texts.date(row.due.day) if row.due else None,
                row.cases,
                row.open_cases,
            )
            for row in rows
        ],
    )
