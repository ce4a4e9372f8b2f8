"""Tickets as JSON and as tables."""

from collections.abc import Sequence

from rich.table import Table

from app.cli.output import Say, Shown, facts, table
from app.domain.message import Message
from app.domain.sent_online import SentOnline
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from app.services.call_next import Called


def one_ticket(row: TicketRow, say: Say) -> Shown:
    """``{"ticket": T}``."""
    return Shown({"ticket": ticket_document(row, say)}, lambda: _facts(row, say))


def called_ticket(called: Called, say: Say) -> Shown:
    """``{"ticket": T}``, or null when nobody waits."""
    row = called.ticket
    if row is None:
        return Shown({"ticket": None}, lambda: say.texts("cli.ticket.nobody_waits"))
    return one_ticket(row, say)


def many_tickets(rows: Sequence[TicketRow], say: Say) -> Shown:
    """``{"tickets": [T…]}``."""
    return Shown({"tickets": [ticket_document(row, say) for row in rows]}, lambda: _table(rows, say))


def sent(online: SentOnline, say: Say) -> Shown:
    """``{"sent_online": {"id", "item", "day"}}``."""
    return _sent("sent_online", online, say)


def not_sent(online: SentOnline, say: Say) -> Shown:
    """``{"not_sent_online": {"id", "item", "day"}}``."""
    return _sent("not_sent_online", online, say)


def _sent(what: str, online: SentOnline, say: Say) -> Shown:
    document = {"id": str(online.id), "item": online.item_code, "day": online.day.isoformat()}
    return Shown(
        {what: document}, lambda: say.texts(f"cli.ticket.{what}", item=online.item_code, id=online.id)
    )


def ticket_document(row: TicketRow, say: Say) -> dict[str, object]:
    """T: ``line`` is the prefix, times are the hall's, ``wait_minutes`` low and high or null."""
    return {
        "id": str(row.id),
        "number": row.number,
        "line": row.line,
        "state": row.state,
        "counter": _counter(row),
        "errands": [{"item": e.item, "outcome": e.outcome} for e in row.errands],
        "issued_at": say.instant(row.issued_at),
        "line_at": say.instant(row.line_at),
        "calls": row.calls,
        "ahead": row.ahead,
        "wait_minutes": list(row.wait_minutes) if row.wait_minutes else None,
    }


def _counter(row: TicketRow) -> int | None:
    """Where the person is or was last; who waits is at no counter, whichever one sent the ticket back into line."""
    return None if row.state is TicketState.WAITING else row.counter


def _facts(row: TicketRow, say: Say) -> Table:
    t = say.texts
    errands = [f"{e.item_name} {say.choice('outcome', e.outcome)}".strip() for e in row.errands]
    return facts(
        [
            (t("cli.column.ticket"), row.number),
            (t("cli.column.state"), say.choice("ticket_state", row.state)),
            (t("cli.column.line"), f"{row.line} {row.line_name}"),
            (t("cli.column.counter"), _counter(row)),
            (t("cli.column.items"), "\n".join(errands)),
            (t("cli.column.issued"), say.clock(row.issued_at)),
            (t("cli.column.calls"), row.calls or None),
            (t("cli.column.ahead"), row.ahead),
            (t("cli.column.wait"), _wait(row, say)),
            (t("cli.column.name"), row.name),
        ]
    )


def _table(rows: Sequence[TicketRow], say: Say) -> Table:
    headings = ("ticket", "state", "line", "counter", "item", "issued", "ahead", "wait")
    return table(
        [say.texts(f"cli.column.{heading}") for heading in headings],
        [
            (
                row.number,
                say.choice("ticket_state", row.state),
                row.line,
                _counter(row),
                row.errand.item_name,
                say.clock(row.issued_at),
                row.ahead,
                _wait(row, say),
            )
            for row in rows
        ],
    )


def _wait(row: TicketRow, say: Say) -> str | None:
    if row.wait_minutes is None:
        return None
    low, high = row.wait_minutes
    return say.texts(Message("cli.ticket.minutes", {"low": low, "high": high}))
