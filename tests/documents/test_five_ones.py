"""The five ones on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.renderer import PdfRenderer
from app.domain.five_ones import Figure, Grouping, Ratio, Span
from app.ports.figures_report import FigureList, FiguresReport
from app.ports.rows.five_ones import CountedRow, FiguresRow

RATIOS = {
    Figure.ONE_PLACE: Ratio(3412, 3681),
    Figure.ONE_TRIP: Ratio(1903, 2187),
    Figure.ONE_DAY: Ratio(1716, 2187),
    Figure.TOLD_ONCE: Ratio(),
    Figure.ONLINE: Ratio(2260, 3681),
    Figure.SENT_ONLINE: Ratio(411, 2260),
}
REPORT = FiguresReport(
    hall="青溪县政务大厅",
    made_at=datetime(2026, 3, 18, 9, tzinfo=UTC),
    span=Span(date(2026, 3, 1), date(2026, 3, 18)),
    by=Grouping.ITEM,
    whole=RATIOS,
    rows=tuple(FiguresRow(f"IT{n:03d}", "不动产转移登记（存量房买卖）" * 2, RATIOS) for n in range(70)),
)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_each_figure_with_its_share_its_counts_and_its_meaning(renderer: PdfRenderer) -> None:
    (page,) = pages(renderer.render(replace(REPORT, by=Grouping.HALL, rows=())))
    for words in (
        "只跑一处",
        "92.7%",
        "3,412 / 3,681",
        "作出决定的办件中",
        "18.2%",
        "0 / 0",
        "—",
        "2026年3月1日",
    ):
        assert words in page, words


def test_every_part_is_there_however_many_pages_it_takes(renderer: PdfRenderer) -> None:
    found = pages(renderer.render(REPORT))
    assert len(found) > 2
    assert all(any(f"IT{n:03d}" in page for page in found) for n in range(70))
    assert all("只跑一次" in page for page in found)


def test_what_is_looked_at_is_drawn_and_listed(renderer: PdfRenderer) -> None:
    day = date(2026, 3, 2)
    ones = tuple(
        CountedRow(f"C{n:03d}", day, "IT1", "不动产转移登记", "农业农村", None, n % 2 == 0, accepted_on=day)
        for n in range(80)
    )
    listed = FigureList(figure=Figure.ONE_DAY, rows=ones, part=REPORT.rows[0], more=True, missed_only=True)
    found = pages(renderer.render(replace(REPORT, figure=Figure.ONE_DAY, listed=listed)))
    said = "".join(found)
    assert "一天办结（按事项）" in said
    assert "一天办结：清单（不动产转移登记" in said
    assert all(f"C{n:03d}" in said for n in range(80))
    assert "2026年3月2日受理" in said
    assert "只列未计入的" in said
    assert "只列前 80 条" in found[-1]


@pytest.mark.parametrize(("share", "filled"), [(0.0, 0), (0.5, 100), (1.0, 200)])
def test_a_bar_is_as_long_as_its_share(share: float, filled: float) -> None:
    from app.documents.report import Bar

    drawn: list[float] = []

    class Canvas:
        def rect(self, left: float, bottom: float, width: float, *_: float, **__: int) -> None:
            drawn.append(width)

        def __getattr__(self, name: str) -> object:
            return lambda *_: None

    Bar(share, 200).draw(Canvas(), 0, 0)
    assert drawn == [200, filled]


def test_the_same_report_gives_the_same_bytes(renderer: PdfRenderer, english: PdfRenderer) -> None:
    assert renderer.render(REPORT) == renderer.render(REPORT)
    assert "One place" in pages(english.render(REPORT))[0]
