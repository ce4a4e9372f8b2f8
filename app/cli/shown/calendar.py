"""Limits and years as JSON and as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.cli.output import Say, Shown, facts, table
from app.domain.calendar import Due, YearArrangement
from app.services.case_clock import Swept


@dataclass(frozen=True, slots=True)
class Limit:
    """What was asked, and the answer."""

    start: date
    days: Decimal
    due: Due


def due_date(limit: Limit, say: Say) -> Shown:
    """``{"due": {"from", "days", "day", "at", "provisional"}}``; ``at`` where a limit of hours ends at an instant."""
    due = limit.due
    document = {
        "from": limit.start.isoformat(),
        "days": float(limit.days),
        "day": due.day.isoformat(),
        "at": say.instant(due.at),
        "provisional": due.provisional,
    }
    code = "cli.calendar.provisional" if due.provisional else "cli.calendar.certain"
    words = say.texts(code, day=due.day)
    if due.at:
        words = f"{words} {say.clock(due.at)}"
    return Shown({"due": document}, lambda: facts([(say.texts("cli.column.due"), words)]))


def known_years(years: Sequence[YearArrangement], say: Say) -> Shown:
    """``{"years": [{"year", "off", "worked", "source"}]}``, those that the office entered."""
    documents = [
        {
            "year": year.year,
            "off": [day.isoformat() for day in sorted(year.off)],
            "worked": [day.isoformat() for day in sorted(year.worked)],
            "source": year.source,
        }
        for year in years
    ]
    headings = [say.texts(f"cli.column.{name}") for name in ("year", "days_off", "days_worked", "source")]
    rows = [(year.year, len(year.off), len(year.worked), year.source) for year in years]
    return Shown({"years": documents}, lambda: table(headings, rows))


def swept(result: Swept, say: Say) -> Shown:
    """``{"calendar": {"recomputed"}}``: how many cases' dates were computed anew."""
    words = say.texts("cli.calendar.recomputed", count=result.recomputed)
    document = {"recomputed": result.recomputed}
    return Shown({"calendar": document}, lambda: facts([(say.texts("cli.column.case"), words)]))


def what_was_swept(result: Swept, say: Say) -> Shown:
    """``{"swept": {"deemed_accepted", "ended", "recomputed"}}``: what the calendar did to how many cases."""
    counts = {
        "deemed_accepted": result.deemed_accepted,
        "ended": result.ended,
        "recomputed": result.recomputed,
    }
    rows = [(say.texts(f"cli.swept.{name}"), count) for name, count in counts.items()]
    return Shown({"swept": counts}, lambda: facts(rows))
