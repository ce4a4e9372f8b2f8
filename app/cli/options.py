"""Options and arguments that several commands share. Their help is a text code."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from app.domain.case_parts import RefusalGround

TicketNumber = Annotated[str, Argument(help="cli.param.ticket_number", metavar="NUMBER")]
MaybeTicketNumber = Annotated[str | None, Argument(help="cli.param.held_number", metavar="NUMBER")]
CaseNumber = Annotated[str, Argument(help="cli.param.case_number", metavar="NUMBER")]
NoticeNumber = Annotated[str, Argument(help="cli.param.notice_number", metavar="NUMBER")]
ExceptionNumber = Annotated[str, Argument(help="cli.param.exception_number", metavar="NUMBER")]
StaffNumber = Annotated[str, Argument(help="cli.param.staff_number", metavar="NUMBER")]

Counter = Annotated[int, Option("--counter", help="cli.param.counter", metavar="N", min=1)]
Day = Annotated[date | None, Option("--day", help="cli.param.day", metavar="YYYY-MM-DD")]
Item = Annotated[str, Option("--item", help="cli.param.item", metavar="CODE")]
MaybeItem = Annotated[str | None, Option("--item", help="cli.param.item", metavar="CODE")]
Situation = Annotated[str | None, Option("--situation", help="cli.param.situation", metavar="NAME")]
LimitDays = Annotated[float | None, Option("--days", help="cli.param.limit_days", metavar="N", min=0.125)]
Ground = Annotated[RefusalGround, Option("--ground", help="cli.param.ground")]
Authority = Annotated[str, Option("--authority", help="cli.param.right_authority", metavar="NAME")]
Reason = Annotated[str, Option("--reason", help="cli.param.reason", metavar="TEXT")]
MaybeReason = Annotated[str, Option("--reason", help="cli.param.reason", metavar="TEXT")]
Words = Annotated[str, Option("--text", help="cli.param.text", metavar="TEXT")]
Name = Annotated[str, Option("--name", help="cli.param.name", metavar="NAME")]
IdNumber = Annotated[str, Option("--id-number", help="cli.param.id_number", metavar="NUMBER")]
Phone = Annotated[str, Option("--phone", help="cli.param.phone", metavar="NUMBER")]
Pdf = Annotated[Path, Option("--pdf", help="cli.param.pdf", metavar="FILE")]
MaybePdf = Annotated[Path | None, Option("--pdf", help="cli.param.pdf", metavar="FILE")]
File = Annotated[Path, Argument(help="cli.param.file", metavar="FILE")]
Handler = Annotated[str, Option("--handler", help="cli.param.handler", metavar="STAFF")]
MaybeHandler = Annotated[str | None, Option("--handler", help="cli.param.handler", metavar="STAFF")]
Satisfied = Annotated[bool, Option("--satisfied/--not-satisfied", help="cli.param.satisfied")]
All = Annotated[bool, Option("--all", help="cli.param.all")]
Department = Annotated[str | None, Option("--department", help="cli.param.department", metavar="CODE")]


def in_days(days: float | None) -> Decimal | None:
    """Working days as typed, exactly."""
    return None if days is None else Decimal(str(days))
