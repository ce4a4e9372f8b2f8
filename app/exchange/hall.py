"""Reading the set-up of a hall from JSON or XLSX."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from app.domain import hall_file
from app.domain.errors import Problem
from app.domain.hall_file import HallFile
from app.exchange.draft import Draft
from app.exchange.files import is_workbook, read_json, refuse
from app.exchange.hall_checks import problems_between
from app.exchange.hall_entries import WholeHall
from app.exchange.hall_workbook import read_hall_workbook
from app.exchange.problems import Location, Places, json_path, locations_of, problems_of


def read_hall(path: Path) -> HallFile:
    """The set-up that a file describes, all or nothing.

    Raises:
        BadInput: the file is unusable; every problem is listed with its place
            (``counters[3].lines[0].prefix``, ``窗口!E5``).
    """
    if not is_workbook(path):
        return hall_of(read_json(path), json_path)
    content, places, problems = read_hall_workbook(path)
    return hall_of(content, places, problems)


def hall_of(content: object, places: Places, known_problems: Sequence[Problem] = ()) -> HallFile:
    """The set-up of what a file holds; ``known_problems`` are those found in reading it.

    Raises:
        BadInput: as ``read_hall``.
    """
    problems, wrong, whole = [*known_problems], frozenset[Location](), None
    try:
        whole = WholeHall.model_validate(content)
    except ValidationError as error:
        problems += problems_of(error, places)
        wrong = locations_of(error)
    problems += problems_between(Draft(content, wrong), places)
    if whole is None or problems:
        refuse(problems)
    return _hall_file(whole, places)


def _hall_file(whole: WholeHall, places: Places) -> HallFile:
    codes: dict[str | None, str | None] = {d.name: d.code for d in whole.departments}
    codes |= {d.code: d.code for d in whole.departments} | {None: None}
    return HallFile(
        hall=whole.hall.entry(),
        opening_hours=tuple(entry.period() for entry in whole.opening_hours),
        departments=tuple(entry.entry() for entry in whole.departments),
        lines=tuple(
            hall_file.LineEntry(
                e.prefix,
                e.name,
                codes[e.department],
                tuple(e.items),
                e.daily_quota,
                places(("lines", n, "items")),
            )
            for n, e in enumerate(whole.lines)
        ),
        counters=tuple(
            hall_file.CounterEntry(
                e.number, e.name, e.direction, codes[e.department], tuple(line.line() for line in e.lines)
            )
            for e in whole.counters
        ),
        staff=tuple(
            hall_file.StaffEntry(e.number, e.name, e.role, codes[e.department], e.password)
            for e in whole.staff or ()
        ),
        settings=whole.settings.figures() if whole.settings else {},
        exception_categories=tuple(entry.category() for entry in whole.exception_categories or ()),
    )
