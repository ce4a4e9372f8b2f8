"""Checks over departments as JSON and as tables."""

from collections.abc import Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table

from app.cli.output import Say, Shown, facts, masked, table
from app.ports.rows import CheckEntryRow, CheckPage


def one_check(page: CheckPage, say: Say) -> Shown:
    """``{"check": {…, "answers": [{"department", "found", "text", "by", "at"}]}}``; no ``found`` without answer."""
    answers = [_answer(entry, say) for entry in page.entries]
    return Shown({"check": _document(page, say) | {"answers": answers}}, lambda: _people(page, say))


def many_checks(pages: Sequence[CheckPage], say: Say) -> Shown:
    """``{"checks": [{"number", "exception", "question", "due", "unanswered", "found"}]}``."""
    return Shown({"checks": [_document(page, say) for page in pages]}, lambda: _table(pages, say))


def _document(page: CheckPage, say: Say) -> dict[str, object]:
    return {
        "number": page.number,
        "exception": page.case,
        "question": page.question,
        "due": page.due.day.isoformat(),
        "unanswered": page.unanswered,
        "found": page.found,
        "warned_at": say.instant(page.warned_at),
        "overdue_at": say.instant(page.overdue_at),
    }


def _answer(entry: CheckEntryRow, say: Say) -> dict[str, object]:
    return {
        "department": entry.department,
        "found": entry.found,
        "text": entry.text,
        "by": entry.by_name,
        "at": say.instant(entry.at),
    }


def _people(page: CheckPage, say: Say) -> RenderableType:
    t = say.texts
    head = facts(
        [
            (t("cli.column.check"), page.number),
            (t("cli.column.exception"), page.case),
            (t("cli.column.question"), page.question),
            (t("cli.column.due"), t.date(page.due.day)),
            (t("cli.column.warned_at"), _moment(page.warned_at, say)),
            (t("cli.column.overdue_at"), _moment(page.overdue_at, say)),
        ]
    )
    answers = table(
        [t(f"cli.column.{heading}") for heading in ("department", "found", "text", "by")],
        [(entry.name, _found(entry.found, say), entry.text, masked(entry.by_name)) for entry in page.entries],
    )
    return Group(head, "", answers)


def _found(found: bool | None, say: Say) -> str:
    if found is None:
        return ""
    return say.texts("cli.word.yes" if found else "cli.word.no")


def _table(pages: Sequence[CheckPage], say: Say) -> Table:
    headings = ("check", "exception", "question", "due", "unanswered", "found")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (page.number, page.case, page.question, say.texts.date(page.due.day), page.unanswered, page.found)
            for page in pages
        ],
    )


def _moment(at: datetime | None, say: Say) -> str | None:
    return say.texts.moment(at.astimezone(say.zone)) if at else None
