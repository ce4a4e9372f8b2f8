"""The ledger of exception cases as a workbook: figures beside their definitions, their parts, the cases, every step."""

from collections.abc import Iterator, Sequence

from app.domain.exception_category import called as category_called
from app.domain.exception_figures import ExceptionFigure, ExceptionFigures, ExceptionGrouping
from app.domain.person import mask_name
from app.exchange.sheet_lines import SheetLines, Value, content_of, empty_book, wrapped
from app.ports.exceptions_report import ExceptionsReport, LedgerList, best, called, worst
from app.ports.figures_report import within
from app.ports.judged import judged_words
from app.ports.ledger_words import list_title, satisfied, unit_words
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from app.texts import Texts, code_of

_RATIO = ("share", "numerator", "denominator")
_CASE = (
    "number", "day", "channel", "category", "level", "item", "summary", "department", "handler", "state", "due",
    "answered", "days", "overdue", "reopened", "satisfied", "closed", "group", "source",
)  # fmt: skip
_STEP = (
    "number",
    "at",
    "by",
    "staff",
    "action",
    "state",
    "text",
    "basis",
    "judged",
    "department",
    "handler",
    "due",
)
_WIDE, _MIDDLE, _NARROW = 60, 24, 14


def exceptions_workbook(report: ExceptionsReport, texts: Texts) -> bytes:
    """The workbook in the language of ``texts``."""
    book = empty_book()
    _Sheets(report, texts).figures(SheetLines(book.create_sheet(texts("ledger.figures"))))
    if report.by is not ExceptionGrouping.HALL:
        _Sheets(report, texts).parts(
            SheetLines(book.create_sheet(texts("five_ones.by", by=within(report.by))))
        )
    if report.listed:
        _cases(SheetLines(book.create_sheet(texts("ledger.title"))), report, report.listed, texts)
        _steps(SheetLines(book.create_sheet(texts("ledger.steps"))), report, report.listed, texts)
    return content_of(book)


class _Sheets:
    """The sheets of figures."""

    def __init__(self, report: ExceptionsReport, texts: Texts) -> None:
        self.report, self.texts = report, texts

    def figures(self, lines: SheetLines) -> None:
        report, texts, span = self.report, self.texts, self.report.span
        lines.put(texts("ledger.of", hall=report.hall, first=span.first, last=span.last), bold=True)
        lines.put(texts("five_ones.made_at", at=report.made_at))
        lines.put()
        lines.head(*(texts(f"five_ones.column.{name}") for name in ("figure", *_RATIO, "meaning")))
        for figure in ExceptionFigure:
            code = code_of(figure)
            *_, meaning = lines.put(texts(code), *_ratio(report.whole, figure), texts(f"{code}.meaning"))
            wrapped(meaning)
        for name, days in (("median", report.whole.median_days), ("p90", report.whole.p90_days)):
            lines.put(texts(f"ledger.column.{name}"), "", _number(days))
        lines.put()
        lines.put(texts("ledger.excluded"))
        self._units(lines, "ledger.worst", worst(report))
        self._units(lines, "ledger.best", best(report))
        lines.widths(_MIDDLE, _NARROW, _NARROW, _NARROW, _WIDE)

    def parts(self, lines: SheetLines) -> None:
        report, texts = self.report, self.texts
        columns = [texts(f"five_ones.column.{name}") for name in _RATIO]
        days = [texts(f"ledger.column.{name}") for name in ("median", "p90")]
        words = (part for f in ExceptionFigure for part in (texts(code_of(f)), "", ""))
        lines.head(texts(code_of(report.by)), texts("five_ones.column.name"), *words, *days)
        lines.head("", "", *columns * len(ExceptionFigure))
        for row in report.rows:
            figures = (value for figure in ExceptionFigure for value in _ratio(row.figures, figure))
            took = _number(row.figures.median_days), _number(row.figures.p90_days)
            lines.put(row.key, texts(called(row, report.by)), *figures, *took)
        lines.page.freeze_panes = "C3"
        lines.widths(_NARROW, 32, *[12] * (3 * len(ExceptionFigure) + 2))

    def _units(self, lines: SheetLines, code: str, units: Sequence[ExceptionFiguresRow]) -> None:
        if units:
            lines.put()
            lines.put(self.texts(code), bold=True)
        for unit in units:
            lines.put(self.texts(unit_words(unit)))


def _cases(lines: SheetLines, report: ExceptionsReport, listed: LedgerList, texts: Texts) -> None:
    lines.put(texts(list_title(listed, report.by)), bold=True)
    lines.head(*(texts(f"ledger.column.{name}") for name in _CASE))
    for row in listed.rows:
        lines.put(*_case(row, texts))
    lines.page.freeze_panes = "B3"
    lines.widths(20, *[_NARROW] * 4, _MIDDLE, _WIDE, *[_NARROW] * 11, _MIDDLE)


def _case(row: LedgerRow, texts: Texts) -> Iterator[Value]:
    case, said = row.case, satisfied(row)
    yield from (case.number, row.day.isoformat())
    category = category_called(case.category, case.category_name, texts)
    yield from (texts(code_of(case.channel)), category, texts(code_of(case.level)))
    yield from (row.item_name, case.summary, case.department, _masked(case.owner_name))
    yield from (texts(code_of(case.state)), row.answer_due.isoformat())
    yield from (row.answered_on.isoformat() if row.answered_on else None, row.days)
    yield from (texts("ledger.yes") if row.overdue else None, row.reopened or None)
    yield from (texts(said) if said else None, row.closed_on.isoformat() if row.closed_on else None)
    yield from (row.group, texts("ledger.fact.imported", source=row.source) if row.is_imported else None)


def _steps(lines: SheetLines, report: ExceptionsReport, listed: LedgerList, texts: Texts) -> None:
    lines.head(*(texts(f"ledger.column.{name}") for name in _STEP))
    zone = report.made_at.tzinfo
    for row in listed.rows:
        for step in row.steps:
            who = _masked(step.by_name) or texts("exception.by_rule"), step.by
            judged = texts(judged_words(step.judged)) if step.judged else None
            what = (
                texts(code_of(step.action)),
                texts(code_of(step.state)),
                step.text,
                step.basis or None,
                judged,
            )
            given = step.department, _masked(step.handler_name), step.due.isoformat() if step.due else None
            at = step.at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
            lines.put(row.case.number, at, *who, *what, *given)
    lines.page.freeze_panes = "B2"
    lines.widths(20, 18, _NARROW, _NARROW, _NARROW, _NARROW, _WIDE, _MIDDLE, _WIDE, _MIDDLE, _NARROW, _NARROW)


def _ratio(figures: ExceptionFigures, figure: ExceptionFigure) -> Iterator[Value]:
    ratio = figures.ratio(figure)
    yield from (ratio.share, ratio.numerator, ratio.denominator)


def _number(days: float | None) -> Value:
    """Days are no share: whole ones are written as such, others as they are read."""
    if days is None:
        return None
    return int(days) if float(days).is_integer() else f"{days:g}"


def _masked(name: str | None) -> str | None:
    return mask_name(name) if name else None
