"""The ledger of exception cases and its figures as JSON and as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, table
from app.cli.shown.exceptions import exception_step
from app.domain.exception_figures import ExceptionFigure, ExceptionFigures
from app.ports.exceptions_report import ExceptionsReport, beside, best, called, value, worst
from app.ports.ledger_words import answered, satisfied, unit_of, unit_words
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from app.texts import code_of


@dataclass(frozen=True, slots=True)
class AskedReport:
    """What was asked for, and the files that were written."""

    report: ExceptionsReport
    files: Sequence[Path]


def the_ledger(asked: AskedReport, say: Say) -> Shown:
    """``{"ledger": {"from", "to", "cases", "files"}}``; the shape is in ``docs``."""
    document = _span(asked) | {"cases": _cases(asked, say), "files": [str(file) for file in asked.files]}
    return Shown({"ledger": document}, lambda: Group(*_list(asked, say), *_files(asked, say)))


def the_stats(asked: AskedReport, say: Say) -> Shown:
    """``{"exception_stats": {"from", "to", "by", "hall", "groups", "worst", "best", "list", "files"}}``."""
    report = asked.report
    document = _span(asked) | {
        "by": report.by,
        "hall": _figures(report.whole),
        "groups": [_row(row) for row in report.rows],
        "worst": [_row(row) for row in worst(report)],
        "best": [_row(row) for row in best(report)],
        "list": _cases(asked, say) if report.listed else None,
        "files": [str(file) for file in asked.files],
    }
    return Shown({"exception_stats": document}, lambda: _people(asked, say))


def _span(asked: AskedReport) -> dict[str, object]:
    span = asked.report.span
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}


def _row(row: ExceptionFiguresRow) -> dict[str, object]:
    return {"key": row.key, "name": row.name, **_figures(row.figures)}


def _figures(figures: ExceptionFigures) -> dict[str, object]:
    ratios = {figure: figures.ratio(figure) for figure in ExceptionFigure}
    return {
        figure: {"numerator": r.numerator, "denominator": r.denominator, "share": r.share}
        for figure, r in ratios.items()
    } | {"median_days": figures.median_days, "p90_days": figures.p90_days}


def _cases(asked: AskedReport, say: Say) -> list[dict[str, object]]:
    listed = asked.report.listed
    return [_case(row, say) for row in listed.rows] if listed else []


def _case(row: LedgerRow, say: Say) -> dict[str, object]:
    case = row.case
    return {
        "number": case.number,
        "registered_on": row.day.isoformat(),
        "channel": case.channel,
        "category": case.category,
        "level": case.level,
        "item": row.item,
        "summary": case.summary,
        "department": case.department,
        "owner": case.owner,
        "state": case.state,
        "due": row.answer_due.isoformat(),
        "answered_on": _iso(row.answered_on),
        "days": row.days,
        "overdue": row.overdue,
        "reopened": row.reopened,
        "satisfied": row.satisfied,
        "closed_on": _iso(row.closed_on),
        "group": row.group,
        "source": row.source,
        "steps": [exception_step(step, say) for step in row.steps],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _people(asked: AskedReport, say: Say) -> RenderableType:
    t, report = say.texts, asked.report
    span = report.span
    parts: list[RenderableType] = [
        t("ledger.of", hall=report.hall, first=span.first, last=span.last),
        _whole(report, say),
    ]
    if report.rows:
        parts.append(_parts(report, say))
    for code, units in (("ledger.worst", worst(report)), ("ledger.best", best(report))):
        parts += [t(code), *(f"  {t(unit_words(unit))}" for unit in units)] if units else []
    if report.listed:
        parts += _list(asked, say)
    return Group(*parts, *_files(asked, say))


def _whole(report: ExceptionsReport, say: Say) -> RenderableType:
    names = ("figure", "share", "counted", "meaning")
    rows = [(say.texts(code_of(f)), *_said(report.whole, f, say), _meaning(f, say)) for f in ExceptionFigure]
    return table([say.texts(f"five_ones.column.{name}") for name in names], rows)


def _meaning(figure: ExceptionFigure, say: Say) -> str:
    return say.texts(f"{code_of(figure)}.meaning")


def _parts(report: ExceptionsReport, say: Say) -> RenderableType:
    headings = [say.texts(code_of(part)) for part in (report.by, *ExceptionFigure)]
    rows = [
        (
            say.texts(called(row, report.by)),
            *(" ".join(_said(row.figures, figure, say)) for figure in ExceptionFigure),
        )
        for row in report.rows
    ]
    return table(headings, rows)


def _said(figures: ExceptionFigures, figure: ExceptionFigure, say: Say) -> tuple[str, str]:
    return say.texts(value(figures, figure)), say.texts(beside(figures, figure))


def _list(asked: AskedReport, say: Say) -> list[RenderableType]:
    t, listed = say.texts, asked.report.listed
    headings = [t(f"ledger.column.{name}") for name in ("number", "day", "state", "department", "answered")]
    rows = [
        (
            row.case.number,
            row.day,
            t(code_of(row.case.state)),
            t(unit_of(row)),
            t("ledger.fact.imported", source=row.source) if row.is_imported else t(answered(row)),
            t(said) if (said := satisfied(row)) else "",
            row.case.summary,
        )
        for row in (listed.rows if listed else ())
    ]
    return [table([*headings, t("ledger.column.satisfied"), t("ledger.column.summary")], rows)]


def _files(asked: AskedReport, say: Say) -> list[RenderableType]:
    return [say.texts("cli.file.written", file=str(file)) for file in asked.files]
