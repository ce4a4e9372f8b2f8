"""``yici exception contact … sweep``: working on a case, and what the calendar does to it."""

from datetime import date
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import act, order
from app.cli.help import Command
from app.cli.options import Department, ExceptionNumber, Reason, Words
from app.cli.shown.exceptions import one_exception, what_fell_due
from app.services import exception_working
from app.services.exception_clock import sweep_exceptions

Handler = Annotated[str, Option("--handler", help="cli.param.supporter", metavar="STAFF")]
Task = Annotated[str, Option("--task", help="cli.param.task", metavar="TEXT")]
Basis = Annotated[str, Option("--basis", help="cli.param.basis", metavar="TEXT")]
Until = Annotated[date | None, Option("--until", help="cli.param.until", metavar="YYYY-MM-DD")]


def add_to(group: typer.Typer) -> None:
    """Add the commands to those of exceptions."""
    for name, command in (
        ("contact", contact),
        ("measure", measure),
        ("extend", extend),
        ("join", join),
        ("part", part),
        ("release", release),
        ("deny", deny),
        ("sign-off", sign_off),
        ("refuse", refuse),
        ("withdraw", withdraw),
        ("sweep", sweep),
    ):
        help_ = f"cli.help.exception_{name.replace('-', '_')}"
        group.command(name, cls=Command, help=help_)(command)


def contact(context: typer.Context, number: ExceptionNumber, text: Words) -> None:
    """The person was contacted, or it was tried."""
    order(context, one_exception, exception_working.contact_exception, number, text)


def measure(context: typer.Context, number: ExceptionNumber, text: Words) -> None:
    """Say what is done about it."""
    order(context, one_exception, exception_working.measure_exception, number, text)


def extend(context: typer.Context, number: ExceptionNumber, reason: Reason, until: Until = None) -> None:
    """Take longer, once; the person is told before it is due."""
    order(context, one_exception, exception_working.extend_exception, number, reason, until)


def join(
    context: typer.Context,
    number: ExceptionNumber,
    handler: Handler,
    task: Task,
    department: Department = None,
) -> None:
    """Ask another department for its part."""
    order(context, one_exception, exception_working.join_exception, number, handler, task, department)


def part(context: typer.Context, number: ExceptionNumber, text: Words) -> None:
    """Answer for one's part, to the lead."""
    order(context, one_exception, exception_working.answer_exception_part, number, text)


def release(context: typer.Context, number: ExceptionNumber, handler: Handler, reason: Reason) -> None:
    """A part is needed no more."""
    order(context, one_exception, exception_working.release_exception_part, number, handler, reason)


def deny(context: typer.Context, number: ExceptionNumber, text: Words, basis: Basis) -> None:
    """Propose a negative answer with its basis."""
    order(context, one_exception, exception_working.deny_exception, number, text, basis)


def sign_off(context: typer.Context, number: ExceptionNumber, text: Words = "") -> None:
    """Sign a negative answer off."""
    order(context, one_exception, exception_working.sign_off_exception, number, text)


def refuse(context: typer.Context, number: ExceptionNumber, reason: Reason) -> None:
    """Do not sign a negative answer off."""
    order(context, one_exception, exception_working.refuse_exception, number, reason)


def withdraw(context: typer.Context, number: ExceptionNumber, reason: Reason) -> None:
    """Take a proposed negative answer back."""
    order(context, one_exception, exception_working.withdraw_exception, number, reason)


def sweep(context: typer.Context) -> None:
    """Warn of limits that come near, and let overdue cases rise."""
    act(context, lambda do: sweep_exceptions(do.ports), what_fell_due)
