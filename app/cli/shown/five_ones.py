"""The five ones as JSON and as tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Group, RenderableType

from app.cli.output import Say, Shown, table
from app.domain.five_ones import Figure, Ratio
from app.ports.figures_report import FigureList, FiguresReport, why
from app.ports.rows import CountedRow
from app.texts import code_of


@dataclass(frozen=True, slots=True)
class Asked:
    """The figures, with the list behind one of them where it was asked for, and the files that were written."""

    report: FiguresReport
    files: tuple[str, ...]


def the_figures(asked: Asked, say: Say) -> Shown:
    """``{"five_ones": {"from", "to", "by", "hall", "groups", "list", "files"}}``; the shape is in ``docs``."""
    report = asked.report
    document = {
        "from": report.span.first.isoformat(),
        "to": report.span.last.isoformat(),
        "by": report.by,
        "hall": _document(report.whole),
        "groups": [{"key": row.key, "name": row.name, **_document(row.figures)} for row in report.rows],
        "list": [_counted(row) for row in report.listed.rows] if report.listed else None,
        "files": list(asked.files),
    }
    return Shown({"five_ones": document}, lambda: _people(asked, say))


def _document(figures: Mapping[Figure, Ratio]) -> dict[str, object]:
    return {
        figure: {"numerator": r.numerator, "denominator": r.denominator, "share": r.share}
        for figure, r in figures.items()
    }


def _counted(row: CountedRow) -> dict[str, object]:
    return {
        "number": row.number,
        "day": row.day.isoformat(),
        "item": row.item,
        "department": row.department,
        "counter": row.counter,
        "counts": row.counts,
        "trips": row.trips,
        "accepted_on": row.accepted_on.isoformat() if row.accepted_on else None,
    }


def _people(asked: Asked, say: Say) -> RenderableType:
    t, report = say.texts, asked.report
    span = report.span
    parts: list[RenderableType] = [
        t("five_ones.of", hall=report.hall, first=span.first, last=span.last),
        _whole(report, say),
    ]
    if report.rows:
        parts.append(_parts(report, say))
    if report.listed:
        parts.append(_list(report.listed, say))
    parts += [t("cli.file.written", file=file) for file in asked.files]
    return Group(*parts)


def _whole(report: FiguresReport, say: Say) -> RenderableType:
    names = ("figure", "share", "counted", "meaning")
    rows = [
        (say.texts(code_of(figure)), *_ratio(ratio, say), say.texts(f"{code_of(figure)}.meaning"))
        for figure, ratio in report.whole.items()
    ]
    return table([say.texts(f"five_ones.column.{name}") for name in names], rows)


def _parts(report: FiguresReport, say: Say) -> RenderableType:
    headings = [say.texts(code_of(report.by)), *(say.texts(code_of(figure)) for figure in Figure)]
    rows = [
        (
            f"{row.key} {row.name}".strip() or say.texts("five_ones.no_counter"),
            *(" ".join(_ratio(row.figures[figure], say)) for figure in Figure),
        )
        for row in report.rows
    ]
    return table(headings, rows)


def _list(listed: FigureList, say: Say) -> RenderableType:
    names = ("number", "day", "item", "department", "counter", "counts", "why")
    cells = [
        (
            row.number or say.texts("five_ones.no_number"),
            row.day,
            row.item_name,
            row.department,
            row.counter,
            say.texts("five_ones.counts" if row.counts else "five_ones.counts_not"),
            say.texts(why(listed.figure, row)),
        )
        for row in listed.rows
    ]
    return table([say.texts(f"five_ones.column.{name}") for name in names], cells)


def _ratio(ratio: Ratio, say: Say) -> tuple[str, str]:
    share = say.texts("five_ones.unknown") if ratio.share is None else f"{ratio.share:.1%}"
    return share, f"{ratio.numerator}/{ratio.denominator}"
