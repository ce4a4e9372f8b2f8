"""The office in every scene."""

from datetime import UTC, date, datetime

from app.domain.five_ones import Figure, Figures, Grouping, Ratio, Span
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.ports.figures_report import FiguresReport
from app.ports.rows import FiguresRow, HallRow
from ui.office.state import OfficeState, Range

NOW = datetime(2026, 3, 18, 7, 20, tzinfo=UTC)
HALL = HallRow("QX", "青溪县政务服务大厅", "Asia/Shanghai", False, date(2026, 3, 18), NOW, True)
NAMES = (
    "不动产", "市场监管", "公安户籍", "人社医保", "税务", "公积金", "农业农村", "水利", "住建", "自然资源", "卫健",
    "民政", "教育", "文旅", "交通运输", "生态环境", "应急管理", "司法", "综合受理与一件事集成服务专区", "林业",
)  # fmt: skip


def figures(scale: int) -> Figures:
    return {
        Figure.ONE_PLACE: Ratio(93 * scale, 100 * scale),
        Figure.ONE_TRIP: Ratio(55 * scale, 64 * scale),
        Figure.ONE_DAY: Ratio(50 * scale, 64 * scale),
        Figure.TOLD_ONCE: Ratio(11 * scale, 12 * scale),
        Figure.ONLINE: Ratio(61 * scale, 100 * scale),
        Figure.SENT_ONLINE: Ratio(11 * scale, 61 * scale),
    }


def report(departments: int) -> FiguresReport:
    rows = []
    for n in range(departments):
        parts = figures(3 + n) | {Figure.ONE_PLACE: Ratio(60 + 2 * (n % 20), 100)}
        rows.append(FiguresRow(f"D{n:02d}", NAMES[n % len(NAMES)], parts))
    nothing = dict.fromkeys(Figure, Ratio())
    return FiguresReport(
        hall=HALL.name,
        made_at=NOW,
        span=Span(date(2026, 3, 1), date(2026, 3, 18)),
        by=Grouping.DEPARTMENT,
        whole=figures(37) if departments else nothing,
        rows=tuple(rows),
    )


SCENES = {
    "normal": OfficeState(HALL, Touch.CONNECTED, report=report(7)),
    "overfull": OfficeState(HALL, Touch.CONNECTED, report=report(40), figure=Figure.ONLINE),
    "empty": OfficeState(HALL, Touch.CONNECTED, Range.TODAY, report=report(0)),
    "wrong": OfficeState(
        HALL, Touch.CONNECTED, Range.FREE, "2026-03-18", "2026-03-01", problem=Message("office.range.wrong"),
    ),
    "lost": OfficeState(HALL, Touch.LOST, report=report(7)),
}  # fmt: skip
