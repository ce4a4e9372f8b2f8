"""``yici case summary``: what is owed today."""

import typer

from app.cli.acting import look
from app.cli.options import Department
from app.cli.shown.worklist import what_is_owed
from app.services.worklist import owed


def summary(context: typer.Context, department: Department = None) -> None:
    """By what cases wait for, and how near the limit is."""
    look(context, lambda ports: owed(ports, department), what_is_owed)
