"""The set-up of a hall as a workbook."""

from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import Problem
from app.domain.hall import ApprovalSection
from app.domain.message import Message
from app.domain.staff import Role
from app.exchange.cells import Column, Kind
from app.exchange.hall_settings import SETTINGS_SHEET, settings_of
from app.exchange.problems import Places
from app.exchange.workbook import Grid, Page, Sheet, read_workbook
from app.texts import code_of

_T = Kind.TEXT

HALL_SHEETS = (
    Sheet(
        "hall",
        (
            Column("code", _T, True),
            Column("name", _T, True),
            Column("timezone"),
            Column("address"),
            Column("phone"),
            Column("supervision_phone"),
            Column("exceptions_place"),
        ),
    ),
    Sheet(
        "opening_hours",
        (
            Column("weekdays", Kind.WEEKDAYS, True),
            Column("opens", Kind.TIME, True),
            Column("closes", Kind.TIME, True),
        ),
    ),
    Sheet(
        "departments",
        (
            Column("code", _T, True),
            Column("name", _T, True),
            Column("full_name"),
            Column("document_name"),
            Column("approval_section", Kind.CHOICE, choices={s.value: code_of(s) for s in ApprovalSection}),
            Column("phone"),
        ),
    ),
    Sheet(
        "lines",
        (
            Column("prefix", _T, True),
            Column("name", _T, True),
            Column("department"),
            Column("items", Kind.CODES, True),
            Column("daily_quota", Kind.WHOLE),
        ),
    ),
    Sheet(
        "counters",
        (
            Column("number", Kind.WHOLE, True),
            Column("name", _T, True),
            Column("direction"),
            Column("department"),
            Column("lines", Kind.SERVED_LINES, True),
        ),
    ),
    Sheet(
        "staff",
        (
            Column("number", _T, True),
            Column("name", _T, True),
            Column("role", Kind.CHOICE, True, {r.value: code_of(r) for r in Role}),
            Column("department"),
            Column("password"),
        ),
        optional=True,
    ),
    SETTINGS_SHEET,
    Sheet(
        "exception_categories",
        (Column("code", _T, True), Column("name"), Column("retired", Kind.YES_NO)),
        optional=True,
    ),
)


def read_hall_workbook(path: Path) -> tuple[dict[str, object], Places, list[Problem]]:
    """What a hall workbook holds in the JSON shape, where each thing stands, and the rows of a second hall
    or of unclear settings.

    Raises:
        BadInput: no workbook, or unknown or missing sheets and columns.
    """
    pages = read_workbook(path, HALL_SHEETS)
    halls = pages["hall"].rows
    problems = [Problem(row.place.cell(), Message("import.rule.one_row")) for row in halls[1:]]
    content: dict[str, object] = {key: [row.values for row in page.rows] for key, page in pages.items()}
    content["hall"] = halls[0].values if halls else {}
    grid = _grid(pages)
    content["settings"], unclear = settings_of(pages["settings"], grid)
    return content, grid, [*problems, *unclear]


def _grid(pages: Mapping[str, Page]) -> Grid:
    grid = Grid()
    for key, page in pages.items():
        grid.put((key,), page.top)
        if key == "hall" and page.rows:
            grid.put((key,), page.rows[0].place)
        for number, row in enumerate(page.rows):
            grid.put((key, number), row.place)
    return grid
