"""What is owed, as JSON and as a table."""

from rich.console import RenderableType

from app.cli.output import Say, Shown, table
from app.domain.case_parts import WatchKind
from app.domain.worklist import OPEN_URGENCIES
from app.ports.rows import Owed
from app.texts import code_of


def what_is_owed(found: Owed, say: Say) -> Shown:
    """``{"owed": {"day", "soon_until", "cases": [{"watch", "urgency", "count"}…]}}``."""
    counted = [{"watch": row.watch, "urgency": row.urgency, "count": row.count} for row in found.rows]
    document = {"day": found.day.isoformat(), "soon_until": found.last_soon.isoformat(), "cases": counted}
    return Shown({"owed": document}, lambda: _table(found, say))


def _table(found: Owed, say: Say) -> RenderableType:
    """What cases wait for down the side, how urgently across; nothing where there is none."""
    t = say.texts
    if not found.rows:
        return t("cli.summary.nothing")
    counts = {(row.watch, row.urgency): row.count for row in found.rows}
    return table(
        ["", *(t(code_of(urgency)) for urgency in OPEN_URGENCIES), t("cli.column.total")],
        [
            (t(code_of(watch)), *(counts.get((watch, urgency)) for urgency in OPEN_URGENCIES), total)
            for watch in WatchKind
            if (total := sum(count for (kind, _), count in counts.items() if kind is watch))
        ],
    )
