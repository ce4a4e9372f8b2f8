"""The figures of ratings as a workbook: each beside its definition, and every level of every part."""

from collections.abc import Iterator

from app.domain.five_ones import Grouping, Ratio
from app.domain.rating_figures import RatingFigure
from app.exchange.sheet_lines import SheetLines, Value, content_of, empty_book, wrapped
from app.ports.figures_report import called, within
from app.ports.ratings_report import COUNTED, RatingsReport, ratio_of
from app.ports.rows import RatingCounts
from app.texts import Texts, code_of

_RATIO = ("share", "numerator", "denominator")
_WIDE, _NARROW = 60, 14


def ratings_workbook(report: RatingsReport, texts: Texts) -> bytes:
    """The workbook in the language of ``texts``. What is too few to show has words in the place of its first share."""
    book = empty_book()
    _figures(SheetLines(book.create_sheet(texts("ratings_report.title"))), report, texts)
    if report.by is not Grouping.HALL:
        _parts(SheetLines(book.create_sheet(texts("five_ones.by", by=within(report.by)))), report, texts)
    return content_of(book)


def _figures(lines: SheetLines, report: RatingsReport, texts: Texts) -> None:
    whole, span = report.whole, report.span
    lines.put(texts("ratings_report.of", hall=report.hall, first=span.first, last=span.last), bold=True)
    lines.put(texts("five_ones.made_at", at=report.made_at))
    lines.put()
    lines.head(*(texts(f"five_ones.column.{name}") for name in ("figure", *_RATIO, "meaning")))
    for figure in RatingFigure:
        code = code_of(figure)
        *_, meaning = lines.put(
            texts(code), *_told(whole, whole.figure(figure), texts), texts(f"{code}.meaning")
        )
        wrapped(meaning)
    lines.put(texts("office.ratings.set_aside"), None, None if whole.too_few else whole.set_aside)
    lines.put()
    lines.put(texts("office.ratings.excluded"))
    lines.widths(24, _NARROW, _NARROW, _NARROW, _WIDE)


def _parts(lines: SheetLines, report: RatingsReport, texts: Texts) -> None:
    columns = [texts(f"five_ones.column.{name}") for name in _RATIO]
    counted = (word for c in COUNTED for word in (texts(code_of(c)), "", ""))
    lines.head(
        texts(code_of(report.by)),
        texts("five_ones.column.name"),
        *counted,
        texts("office.ratings.set_aside"),
    )
    lines.head("", "", *columns * len(COUNTED), "")
    for row in report.rows:
        told = (value for c in COUNTED for value in _told(row, ratio_of(row, c), texts))
        lines.put(row.key, texts(called(row, report.by)), *told, None if row.too_few else row.set_aside)
    lines.page.freeze_panes = "C3"
    lines.widths(_NARROW, 32, *[12] * (3 * len(COUNTED) + 1))


def _told(row: RatingCounts, ratio: Ratio, texts: Texts) -> Iterator[Value]:
    if row.too_few:
        yield from (texts("rating.too_few"), None, None)
    else:
        yield from (ratio.share, ratio.numerator, ratio.denominator)
