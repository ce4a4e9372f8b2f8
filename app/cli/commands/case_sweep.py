"""``yici case sweep``: what the calendar does, where no station is open to do it."""

import typer

from app.cli.acting import act
from app.cli.shown.calendar import what_was_swept
from app.services.case_clock import sweep as sweep_all


def sweep(context: typer.Context) -> None:
    """Accept by law, end what was pledged and never came, compute provisional dates anew."""
    act(context, lambda do: sweep_all(do.ports), what_was_swept)
