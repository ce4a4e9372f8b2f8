"""The office in every scene."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.five_ones import Figure, Figures, Grouping, Ratio, Span
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.ports.figures_report import FiguresReport
from app.ports.rows import CountedRow, FiguresRow, HallRow
from ui.office.state import Listing, OfficeState, Range

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


def over_time() -> FiguresReport:
    """The working days of three weeks, with their weekends open."""
    rows = []
    for n in range(18):
        if n % 7 not in (0, 6):
            ratios = figures(1 + n % 4) | {Figure.ONE_PLACE: Ratio(70 + (n * 37) % 31, 100)}
            rows.append(FiguresRow(date(2026, 3, 1 + n).isoformat(), "", ratios))
    return replace(report(7), by=Grouping.DAY, rows=tuple(rows))


def items() -> FiguresReport:
    """Long names, and a counter that is none."""
    names = ("国有建设用地使用权及房屋所有权转移登记（存量房买卖）", "动物诊疗许可证核发", "居民身份证换领")
    rows = tuple(FiguresRow(f"IT{n:03d}", name, figures(3 + n)) for n, name in enumerate(names))
    return replace(report(7), by=Grouping.ITEM, rows=rows)


def counted(count: int) -> tuple[CountedRow, ...]:
    """Tickets of a day, one in three of them sent on."""
    return tuple(
        CountedRow(
            f"A{n:03d}", date(2026, 3, 18), "IT031", "动物诊疗许可证核发", "农业农村", 1 + n % 5, n % 3 > 0
        )
        for n in range(count)
    )


SHOWN = Listing(Figure.ONE_PLACE, rows=counted(40))

SCENES = {
    "normal": OfficeState(HALL, Touch.CONNECTED, report=report(7)),
    "overfull": OfficeState(HALL, Touch.CONNECTED, report=report(40), figure=Figure.ONLINE),
    "empty": OfficeState(HALL, Touch.CONNECTED, Range.TODAY, report=report(0)),
    "wrong": OfficeState(
        HALL, Touch.CONNECTED, Range.FREE, "2026-03-18", "2026-03-01", problem=Message("office.range.wrong"),
    ),
    "lost": OfficeState(HALL, Touch.LOST, report=report(7)),
    "days": OfficeState(HALL, Touch.CONNECTED, report=over_time(), by=Grouping.DAY),
    "items": OfficeState(
        HALL, Touch.CONNECTED, report=items(), by=Grouping.ITEM, figure=Figure.SENT_ONLINE,
    ),
    "list": OfficeState(HALL, Touch.CONNECTED, report=report(7), listing=SHOWN),
    "list-more": OfficeState(
        HALL, Touch.CONNECTED, report=report(7),
        listing=replace(
            SHOWN, part=report(7).rows[0], missed_only=True, more=True,
            rows=tuple(row for row in counted(90) if not row.counts),
        ),
    ),
}  # fmt: skip
