"""``yici exception group …`` and ``rectify …``: the cause of what recurs gets removed."""

from typing import Annotated

import typer
from typer import Argument, Option

from app.cli.acting import act, look, order
from app.cli.help import Command, make_group
from app.cli.options import All, ExceptionNumber, Reason, Words
from app.cli.shown.exception_groups import many_groups, one_group
from app.services import exception_groups as groups

group = make_group("cli.help.exception_group")
rectify = make_group("cli.help.exception_rectify")

GroupNumber = Annotated[str, Argument(help="cli.param.group_number", metavar="GROUP")]
Cause = Annotated[str, Option("--cause", help="cli.param.cause", metavar="TEXT")]
Cases = Annotated[list[str] | None, Option("--case", help="cli.param.group_case", metavar="NUMBER")]
Measure = Annotated[str, Option("--measure", help="cli.param.measure", metavar="TEXT")]
Unit = Annotated[str, Option("--department", help="cli.param.rectifying", metavar="CODE")]
Days = Annotated[int, Option("--days", help="cli.param.rectify_days", metavar="N", min=1)]
Proof = Annotated[str, Option("--proof", help="cli.param.proof", metavar="TEXT")]
Passed = Annotated[bool, Option("--passed/--not-passed", help="cli.param.passed")]


@group.command("create", cls=Command, help="cli.help.group_create")
def create(context: typer.Context, cause: Cause, case: Cases = None) -> None:
    """Name a root cause, with the cases that it has."""
    act(context, lambda do: groups.create_group(do.ports, do.command, cause, tuple(case or ())), one_group)


@group.command("add", cls=Command, help="cli.help.group_add")
def add(context: typer.Context, number: GroupNumber, case: ExceptionNumber) -> None:
    """The case has this cause too; a new one opens a closed group again."""
    order(context, one_group, groups.add_to_group, number, case)


@group.command("remove", cls=Command, help="cli.help.group_remove")
def remove(context: typer.Context, number: GroupNumber, case: ExceptionNumber, reason: Reason) -> None:
    """The case has another cause after all."""
    order(context, one_group, groups.remove_from_group, number, case, reason)


@group.command("show", cls=Command, help="cli.help.group_show")
def show(context: typer.Context, number: GroupNumber) -> None:
    """One group with its rectification, its cases and its story."""
    look(context, lambda ports: ports.readers.exception_group(number), one_group)


@group.command("list", cls=Command, help="cli.help.group_list")
def list_(context: typer.Context, all_: All = False) -> None:
    """The groups whose cause is still there; ``--all`` brings those that are closed as well."""
    look(context, lambda ports: ports.readers.exception_groups(open_only=not all_), many_groups)


@rectify.command("plan", cls=Command, help="cli.help.rectify_plan")
def plan(context: typer.Context, number: GroupNumber, measure: Measure, department: Unit, days: Days) -> None:
    """What is done about the cause, by whom, and in how many working days."""
    order(context, one_group, groups.plan_rectification, number, measure, department, days)


@rectify.command("prove", cls=Command, help="cli.help.rectify_prove")
def prove(context: typer.Context, number: GroupNumber, proof: Proof) -> None:
    """What shows that it was done."""
    order(context, one_group, groups.prove_rectification, number, proof)


@rectify.command("review", cls=Command, help="cli.help.rectify_review")
def review(context: typer.Context, number: GroupNumber, passed: Passed, text: Words = "") -> None:
    """Another person looks: the group is closed, or the rectification goes back."""
    order(context, one_group, groups.review_rectification, number, passed, text)
