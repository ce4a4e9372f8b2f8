"""Counters as JSON and as tables."""

from collections.abc import Sequence

from rich.table import Table

from app.cli.output import Say, Shown, table
from app.ports.rows import CounterRow


def one_counter(row: CounterRow, say: Say) -> Shown:
    """``{"counter": {"number", "state", "clerk", "lines", "ticket"}}``."""
    return Shown({"counter": _document(row)}, lambda: _table([row], say))


def many_counters(rows: Sequence[CounterRow], say: Say) -> Shown:
    """``{"counters": […]}``."""
    return Shown({"counters": [_document(row) for row in rows]}, lambda: _table(rows, say))


def _document(row: CounterRow) -> dict[str, object]:
    return {
        "number": row.number,
        "state": row.state,
        "clerk": row.clerk,
        "lines": list(row.lines),
        "ticket": row.ticket,
    }


def _table(rows: Sequence[CounterRow], say: Say) -> Table:
    headings = ("counter", "title", "state", "clerk", "lines", "ticket")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [(r.number, r.name, _doing(r, say), r.clerk, " ".join(r.lines), r.ticket) for r in rows],
    )


def _doing(row: CounterRow, say: Say) -> str:
    """What the counter does: with a person at it, that person's ticket tells more than that it is open."""
    if row.ticket_state is not None:
        return say.choice("ticket_state", row.ticket_state)
    return say.choice("counter_state", row.state)
