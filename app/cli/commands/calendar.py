"""``yici calendar …``: working days, and the years that the office enters itself."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import look, order
from app.cli.days import days_of
from app.cli.help import Command, make_group
from app.cli.shown.calendar import Limit, due_date, known_years, swept
from app.domain.calendar import YearArrangement
from app.services.case_clock import enter_year, forget_year
from app.services.limits import entered_years, limit_from
from app.services.use_case import Ports

group = make_group("cli.help.calendar")

From = Annotated[date, Option("--from", help="cli.param.from_day", metavar="YYYY-MM-DD")]
Days = Annotated[float, Option("--days", help="cli.param.days", metavar="N", min=0)]
Year = Annotated[int, Argument(help="cli.param.year", metavar="YEAR", min=2000, max=2200)]
Off = Annotated[list[str], Option("--off", help="cli.param.days_off", metavar="MM-DD[..MM-DD]")]
Worked = Annotated[list[str], Option("--worked", help="cli.param.days_worked", metavar="MM-DD")]
Source = Annotated[str, Option("--source", help="cli.param.source", metavar="TEXT")]


@group.command("due", cls=Command, help="cli.help.calendar_due")
def due(context: typer.Context, from_: From, days: Days) -> None:
    """The last day of a limit in working days."""
    exact = Decimal(str(days))

    async def read(ports: Ports) -> Limit:
        return Limit(from_, exact, await limit_from(ports, from_, exact))

    look(context, read, due_date)


@group.command("years", cls=Command, help="cli.help.calendar_years")
def years(context: typer.Context) -> None:
    """The years that the office entered itself."""
    look(context, entered_years, known_years)


@group.command("enter", cls=Command, help="cli.help.calendar_enter")
def enter(context: typer.Context, year: Year, off: Off, worked: Worked = [], source: Source = "") -> None:  # noqa: B006
    """Enter a year's arrangement: weekdays off, and weekend days that are worked."""
    arrangement = YearArrangement(year, days_of(year, off), days_of(year, worked), source)
    order(context, swept, enter_year, arrangement)


@group.command("forget", cls=Command, help="cli.help.calendar_forget")
def forget(context: typer.Context, year: Year) -> None:
    """Forget a year that the office entered."""
    order(context, swept, forget_year, year)
