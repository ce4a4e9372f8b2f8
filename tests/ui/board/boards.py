"""States of a board, as in the mockup. Numbers and places are invented."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

from app.ports.change_feed import Touch
from app.ports.rows import CallRow, LineRow
from ui.board.state import BoardState, announcement

NOW = datetime(2026, 3, 18, 10, 6, tzinfo=timezone(timedelta(hours=8)))


def call(number: str, counter: int, direction: str | None = "东区左侧", calls: int = 1) -> CallRow:
    """A call."""
    return CallRow(UUID(int=counter), number, counter, direction, NOW, calls)


def line(prefix: str, name: str, waiting: int, wait: tuple[int, int] | None, counters: int = 2) -> LineRow:
    """A line."""
    return LineRow(prefix, name, waiting, wait, None, False, counters, (1, 2))


CALLS = (
    call("A023", 3), call("C014", 9), call("D022", 12), call("B011", 6), call("A022", 2), call("E009", 17),
)  # fmt: skip
LINES = (
    line("A", "不动产", 8, (25, 35)),
    line("B", "市场监管", 4, (10, 15)),
    line("C", "公安户籍", 12, (40, 55)),
    line("D", "人社医保", 9, (15, 20)),
    line("E", "税务", 3, (5, 10)),
    line("F", "公积金", 2, (5, 10)),
)
MORE_LINES = (
    *LINES,
    line("G", "综合", 0, (0, 0)),
    line("H", "民政残联", 3, None, 0),
    line("J", "卫生健康", 1, (3, 3)),
    line("K", "工程交通综合业务受理", 112, (120, 180)),
    line("L", "水电气", 0, None),
)
NORMAL = BoardState("青溪区政务服务中心", NOW, CALLS, frozenset(), LINES, 0, Touch.CONNECTED)
FLASHING = replace(NORMAL, fresh=frozenset(map(announcement, CALLS[:2])))
EMPTY = replace(NORMAL, calls=(), lines=tuple(replace(x, waiting=0, wait_minutes=(0, 0)) for x in LINES))
OVERFULL = replace(
    NORMAL,
    hall="青溪区政务服务中心（东区综合大厅）暨公共资源交易中心",
    calls=(call("K1023", 116, "→ 西区二层右侧扶梯旁"), *CALLS),
    lines=MORE_LINES,
    page=1,
)
THIRTY_LINES = replace(
    FLASHING,
    lines=tuple(
        line(f"{prefix}", f"第{prefix}队列", 9, (25, 35)) for prefix in "ABCDEFGHJKLMNPQRSTUVWXYZ234567"
    ),
    page=4,
)
LOST = replace(NORMAL, touch=Touch.LOST)
SCENES = {
    "connecting": BoardState(),
    "normal": NORMAL,
    "flashing": FLASHING,
    "empty": EMPTY,
    "overfull": OVERFULL,
    "thirty": THIRTY_LINES,
    "lost": LOST,
}
