"""The later steps of ``yici case …``: from acceptance to the file, and the ways out of it."""

from typing import Annotated

import typer
from typer import Option

from app.cli.acting import order
from app.cli.options import CaseNumber, MaybeReason, Reason
from app.cli.shown.cases import one_case
from app.domain.case_parts import DeliveryWay, Extension, Procedure, Result
from app.services import case_progress

ProcedureChoice = Annotated[Procedure, Option("--procedure", help="cli.param.procedure")]
WholeDays = Annotated[int, Option("--days", help="cli.param.days", metavar="N", min=1)]
ApprovedBy = Annotated[str, Option("--approved-by", help="cli.param.approved_by", metavar="NAME")]
ResultChoice = Annotated[Result, Option("--result", help="cli.param.result")]
Certificate = Annotated[str | None, Option("--certificate", help="cli.param.certificate", metavar="NAME")]
Way = Annotated[DeliveryWay, Option("--way", help="cli.param.delivery_way")]
ReceivedBy = Annotated[str, Option("--received-by", help="cli.param.received_by", metavar="NAME")]


def suspend(context: typer.Context, number: CaseNumber, procedure: ProcedureChoice, days: WholeDays) -> None:
    """A special procedure begins, whose time does not count."""
    order(context, one_case, case_progress.suspend_case, number, procedure, days)


def resume(context: typer.Context, number: CaseNumber) -> None:
    """The special procedure is over."""
    order(context, one_case, case_progress.resume_case, number)


def extend(
    context: typer.Context, number: CaseNumber, days: WholeDays, reason: Reason, approved_by: ApprovedBy
) -> None:
    """Allow more time, once."""
    extension = Extension(days, reason, approved_by)
    order(context, one_case, case_progress.extend_case, number, extension)


def decide(
    context: typer.Context,
    number: CaseNumber,
    result: ResultChoice,
    reason: MaybeReason = "",
    certificate: Certificate = None,
) -> None:
    """Grant or deny; a denial gives its reasons."""
    order(context, one_case, case_progress.decide_case, number, result, reason, certificate)


def deliver(
    context: typer.Context, number: CaseNumber, way: Way = DeliveryWay.COUNTER, received_by: ReceivedBy = ""
) -> None:
    """The documents reached the applicant."""
    order(context, one_case, case_progress.deliver_case, number, way, received_by)


def archive(context: typer.Context, number: CaseNumber) -> None:
    """Put it on file."""
    order(context, one_case, case_progress.archive_case, number)


def withdraw(context: typer.Context, number: CaseNumber, reason: MaybeReason = "") -> None:
    """The applicant takes it back."""
    order(context, one_case, case_progress.withdraw_case, number, reason)


def end(context: typer.Context, number: CaseNumber, reason: Reason) -> None:
    """What was to follow never came."""
    order(context, one_case, case_progress.end_case, number, reason)
