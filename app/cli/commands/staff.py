"""``yici staff …``: who works in the hall."""

import os
from typing import Annotated

import typer
from typer import Option

from app.cli.acting import Acting, act, ask_password, order
from app.cli.help import Command, make_group
from app.cli.invocation import Invocation
from app.cli.options import Department, StaffNumber
from app.cli.shown.hall import disabled_member, one_member
from app.domain.errors import BadInput
from app.domain.staff import Role
from app.ports.rows import StaffRow
from app.services.left_open import LeftOpen, left_open
from app.services.staff import add_staff, disable_staff, reset_password

group = make_group("cli.help.staff")

StaffName = Annotated[str, Option("--name", help="cli.param.staff_name", metavar="NAME")]
RoleChoice = Annotated[Role, Option("--role", help="cli.param.role")]


@group.command("add", cls=Command, help="cli.help.staff_add")
def add(
    context: typer.Context,
    number: StaffNumber,
    name: StaffName,
    role: RoleChoice,
    department: Department = None,
) -> None:
    """Add a member of staff with a first password."""
    password = _new_password(context, number)
    order(context, one_member, add_staff, number, name, role, password, department)


@group.command("reset-password", cls=Command, help="cli.help.staff_reset_password")
def reset(context: typer.Context, number: StaffNumber) -> None:
    """Give a member of staff a new password."""
    password = _new_password(context, number)
    order(context, one_member, reset_password, number, password)


@group.command("disable", cls=Command, help="cli.help.staff_disable")
def disable(context: typer.Context, number: StaffNumber) -> None:
    """Take the right to sign in; what the person still has is said."""

    async def steps(do: Acting) -> tuple[StaffRow, LeftOpen]:
        row = await disable_staff(do.ports, do.command, number)
        return row, await left_open(do.ports, number)

    act(context, steps, disabled_member)


def _new_password(context: typer.Context, number: str) -> str:
    """From YICI_NEW_PASSWORD, or typed twice without echo; never an option, which other users could list."""
    given = os.environ.get("YICI_NEW_PASSWORD")
    if given is not None:
        return given
    asked = Invocation.of(context)
    first = ask_password(asked, "cli.sign_in.new_password", number=number)
    if ask_password(asked, "cli.sign_in.once_more") != first:
        raise BadInput("cli.sign_in.different")
    return first
