"""Reminders to departments as JSON and as tables."""

from collections.abc import Sequence

from rich.console import RenderableType

from app.cli.output import Say, Shown, facts, table
from app.ports.rows import ReminderRow


def one_reminder(row: ReminderRow, say: Say) -> Shown:
    """``{"reminder": M}``; ``docs/command-line.md`` has the shape."""
    return Shown({"reminder": shape_of(row, say)}, lambda: _people(row, say))


def many_reminders(rows: Sequence[ReminderRow], say: Say) -> Shown:
    """``{"reminders": [M…]}``."""
    return Shown({"reminders": [shape_of(row, say) for row in rows]}, lambda: _table(rows, say))


def shape_of(row: ReminderRow, say: Say) -> dict[str, object]:
    """The shape that every answer about a reminder has."""
    return {
        "number": row.number,
        "department": row.department,
        "case": row.case,
        "exception": row.exception,
        "finding": row.finding,
        "rule": row.rule,
        "put_right_by": row.put_right_by.isoformat(),
        "standing": row.standing,
        "answered_on": row.answered_on.isoformat() if row.answered_on else None,
        "answered_by": row.answered_by,
        "answer": row.answer or None,
        "issued_at": say.instant(row.issued_at),
        "issued_by": row.issued_by,
        "void_reason": row.void_reason or None,
        "reprints": row.reprints,
    }


def _people(row: ReminderRow, say: Say) -> RenderableType:
    t = say.texts
    return facts(
        [
            (t("cli.column.reminder"), row.number),
            (t("cli.column.state"), t(f"reminder_standing.{row.standing}")),
            (t("cli.column.department"), row.department_name),
            (t("cli.column.about"), row.about),
            (t("cli.column.finding"), row.finding),
            (t("cli.column.rule"), row.rule),
            (t("cli.column.put_right_by"), t.date(row.put_right_by)),
            (t("cli.column.put_right_on"), t.date(row.answered_on) if row.answered_on else None),
            (t("cli.column.answer"), row.answer),
            (t("cli.column.void_reason"), row.void_reason),
            (t("cli.column.issued"), t.moment(row.issued_at.astimezone(say.zone))),
            (t("cli.column.by"), row.issued_by),
            (t("cli.column.reprints"), row.reprints or None),
        ]
    )


def _table(rows: Sequence[ReminderRow], say: Say) -> RenderableType:
    t = say.texts
    headings = ("reminder", "state", "department", "put_right_by", "about", "finding")
    return table(
        [t(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                t(f"reminder_standing.{row.standing}"),
                row.department_name,
                t.date(row.put_right_by),
                row.about,
                row.finding,
            )
            for row in rows
        ],
    )
