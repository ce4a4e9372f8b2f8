"""What is owed, as JSON and as a table."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from rich.console import RenderableType

from app.cli.output import Say, Shown, table
from app.domain.case_parts import WatchKind
from app.domain.follow_up_table import FollowUpAction
from app.domain.worklist import OPEN_URGENCIES, Urgency
from app.ports.rows import Owed
from app.texts import code_of

K = TypeVar("K", bound=StrEnum)


def what_is_owed(found: Owed, say: Say) -> Shown:
    """``{"owed": {"day", "soon_until", "cases": [{"watch", "urgency", "count"}…], "follow_ups": [{"step", …}…]}}``."""
    cases = [{"watch": row.watch, "urgency": row.urgency, "count": row.count} for row in found.rows]
    steps = [{"step": row.step, "urgency": row.urgency, "count": row.count} for row in found.follow_ups]
    document = {"day": found.day.isoformat(), "soon_until": found.last_soon.isoformat()}
    return Shown({"owed": {**document, "cases": cases, "follow_ups": steps}}, lambda: _table(found, say))


def _table(found: Owed, say: Say) -> RenderableType:
    """What is waited for down the side, how urgently across; nothing where there is none."""
    t = say.texts
    cases = {(row.watch, row.urgency): row.count for row in found.rows}
    steps = {(row.step, row.urgency): row.count for row in found.follow_ups}
    if not cases and not steps:
        return t("cli.summary.nothing")
    rating = [
        (t("cli.summary.follow_up", step=t(f"follow_up_owed.{step}")), *cells)
        for step, cells in _lines(FollowUpAction, steps)
    ]
    return table(
        ["", *(t(code_of(urgency)) for urgency in OPEN_URGENCIES), t("cli.column.total")],
        [*((t(code_of(watch)), *cells) for watch, cells in _lines(WatchKind, cases)), *rating],
    )


def _lines(
    kinds: Iterable[K], counts: Mapping[tuple[K, Urgency], int]
) -> Iterator[tuple[K, list[int | None]]]:
    """What there is any of: how many by urgency, and the sum."""
    for kind in kinds:
        by_urgency = [counts.get((kind, urgency)) for urgency in OPEN_URGENCIES]
        if total := sum(count or 0 for count in by_urgency):
            yield kind, [*by_urgency, total]
