"""The ledger of exceptions and its figures are those that plain Python makes of the same stories."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import ceil
from random import Random
from statistics import median

import pytest
from uuid_utils.compat import uuid7

from app.adapters.working_days import PublishedWorkingDays
from app.domain import exception_course as course
from app.domain import exception_working as working
from app.domain.calendar import working_days_between
from app.domain.exception_case import Change, Channel, Context, ExceptionCase, Step
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_course import By
from app.domain.exception_figures import ExceptionFigure, ExceptionFigures, ExceptionGrouping
from app.domain.exception_table import ANSWERS, UNANSWERED, ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Terms
from app.domain.five_ones import Span
from app.domain.hall import Department
from app.domain.ids import DepartmentId, ExceptionCaseId
from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from db import Database
from tests.contract.small_hall import CLERKS, HALL, ITEMS, OFFICE, SOMEBODY

CALENDAR = PublishedWorkingDays()
SPAN = Span(date(2025, 12, 29), date(2026, 1, 8))
"""Over New Year: days off, a make-up Sunday, two months."""
ELSEWHERE = replace(OFFICE, id=DepartmentId(uuid7()), code="SL", name="水利", full_name="青溪县水利局")
UNITS: dict[DepartmentId | None, Department] = {OFFICE.id: OFFICE, ELSEWHERE.id: ELSEWHERE}
BY = CLERKS[0].id
NUMBERS = {clerk.id: clerk.number for clerk in CLERKS}
QUERY = LedgerQuery(SPAN, CALENDAR)
_F, _A = ExceptionFigure, ExceptionAction


@pytest.fixture
async def cases(hall: Database, request: pytest.FixtureRequest) -> list[ExceptionCase]:
    """Random stories, kept in the hall's database; a few of them brought in by a file."""
    chance = Random(request.param)
    made = [_case(chance, number) for number in range(60)]
    async with hall.uow() as u:
        await u.hall.save_department(ELSEWHERE)
        for case in made:
            await u.exceptions.add(case)
        await u.commit()
    return made


@pytest.mark.parametrize("cases", range(4), indirect=True)
async def test_counted_as_in_plain_python(hall: Database, cases: list[ExceptionCase]) -> None:
    today = (await hall.readers.hall()).day
    own = [case for case in cases if _in(case) and case.source is None]
    for by in ExceptionGrouping:
        found = await hall.readers.exception_figures(ExceptionFiguresQuery(SPAN, CALENDAR, by))
        parts: dict[str, list[Told]] = {}
        for case in own:
            for unit, told in _by_unit(case, today).items() if by is ExceptionGrouping.DEPARTMENT else ():
                parts.setdefault(UNITS[unit].code if unit else "", []).append(told)
            if by is not ExceptionGrouping.DEPARTMENT:
                parts.setdefault(KEYS[by](case), []).append(_told(case, today))
        keys = set(parts)
        assert {row.key: row.figures for row in found} == {
            key: _figures(told) for key, told in parts.items()
        }, by
        assert [row.key for row in found] == sorted(keys, key=lambda key: (not key, key))
    (whole,) = await hall.readers.exception_figures(ExceptionFiguresQuery(SPAN, CALENDAR))
    assert all(whole.figures.ratio(f).numerator > 0 for f in _F), "the stories have everything"


@pytest.mark.parametrize("cases", range(4), indirect=True)
async def test_the_list_behind_each_figure(hall: Database, cases: list[ExceptionCase]) -> None:
    today = (await hall.readers.hall()).day
    own = [case for case in cases if _in(case) and case.source is None]
    listed: dict[ExceptionFigure, Callable[[ExceptionCase], bool]] = {
        _F.REGISTERED: lambda case: True,
        _F.ANSWERED: lambda case: _answered_on(case) is not None,
        _F.OPEN: _is_open,
        _F.OVERDUE: lambda case: _is_overdue(case, today),
        _F.REOPENED: lambda case: _reopened(case) > 0,
        _F.SATISFIED: lambda case: _told(case, today).asked > 0,
    }
    for figure, is_listed in listed.items():
        found = await hall.readers.exception_ledger(replace(QUERY, figure=figure))
        assert {row.case.number for row in found} == {case.number for case in own if is_listed(case)}, figure
        for unit, code in ((ELSEWHERE.id, "SL"), (None, "")):
            found = await hall.readers.exception_ledger(replace(QUERY, figure=figure, department=code))
            assert {row.case.number for row in found} == {
                case.number
                for case in own
                if (told := _by_unit(case, today).get(unit)) and BEHIND[figure](told)
            }, (figure, code)


@pytest.mark.parametrize("cases", [0], indirect=True)
async def test_every_case_with_every_step(hall: Database, cases: list[ExceptionCase]) -> None:
    today = (await hall.readers.hall()).day
    found = await hall.readers.exception_ledger(QUERY)
    assert [row.case.number for row in found] == [
        case.number for case in sorted(cases, key=lambda case: (_day(case), case.number)) if _in(case)
    ]
    known = {case.number: case for case in cases}
    assert any(row.is_imported for row in found)
    for row in found:
        _is_told(row, known[row.case.number], today)


@pytest.mark.parametrize("cases", [1], indirect=True)
async def test_filters(hall: Database, cases: list[ExceptionCase]) -> None:
    async def numbers(**filters: object) -> set[str]:
        rows = await hall.readers.exception_ledger(replace(QUERY, **filters))  # type: ignore[arg-type]
        return {row.case.number for row in rows}

    def among(fits: Callable[[ExceptionCase], bool]) -> set[str]:
        return {case.number for case in cases if _in(case) and fits(case)}

    assert await numbers(department="SL") == among(lambda c: c.department == ELSEWHERE.id) != set()
    assert await numbers(department="") == among(lambda c: c.department is None) != set()
    assert await numbers(item="IT1") == among(lambda c: c.context.item_code == "IT1") != set()
    assert await numbers(item="") == among(lambda c: c.context.item_code is None) != set()
    payment = ExceptionCategory.PAYMENT
    assert await numbers(category=payment) == among(lambda c: c.category == payment) != set()
    closed = ExceptionState.CLOSED
    assert await numbers(state=closed) == among(lambda c: c.state is closed) != set()
    assert len(await numbers(limit=3)) == 3


async def test_nothing_happened(hall: Database) -> None:
    (row,) = await hall.readers.exception_figures(ExceptionFiguresQuery(SPAN, CALENDAR))
    assert row == ExceptionFiguresRow(HALL.code, HALL.name, ExceptionFigures())
    by_item = ExceptionFiguresQuery(SPAN, CALENDAR, ExceptionGrouping.ITEM)
    assert await hall.readers.exception_figures(by_item) == ()
    assert await hall.readers.exception_ledger(QUERY) == ()


@pytest.mark.parametrize("cases", [2], indirect=True)
async def test_names(hall: Database, cases: list[ExceptionCase]) -> None:
    async def called(by: ExceptionGrouping) -> list[tuple[str, str]]:
        found = await hall.readers.exception_figures(ExceptionFiguresQuery(SPAN, CALENDAR, by))
        return [(row.key, row.name) for row in found]

    assert await called(ExceptionGrouping.DEPARTMENT) == [("NY", "农业农村"), ("SL", "水利"), ("", "")]
    assert await called(ExceptionGrouping.ITEM) == [(i.code, i.name) for i in ITEMS] + [("", "")]
    assert await called(ExceptionGrouping.MONTH) == [("2025-12", ""), ("2026-01", "")]


KEYS: dict[ExceptionGrouping, Callable[[ExceptionCase], str]] = {
    ExceptionGrouping.HALL: lambda case: HALL.code,
    ExceptionGrouping.CATEGORY: lambda case: case.category,
    ExceptionGrouping.ITEM: lambda case: case.context.item_code or "",
    ExceptionGrouping.MONTH: lambda case: _day(case).isoformat()[:7],
}


@dataclass
class Told:
    """What a story comes to, for a unit or on the whole."""

    is_open: bool = False
    days: int | None = None
    overdue: bool = False
    reopened: int = 0
    asked: int = 0
    satisfied: int = 0


BEHIND: dict[ExceptionFigure, Callable[[Told], bool]] = {
    _F.REGISTERED: lambda told: True,
    _F.ANSWERED: lambda told: told.days is not None,
    _F.OPEN: lambda told: told.is_open,
    _F.OVERDUE: lambda told: told.overdue,
    _F.REOPENED: lambda told: told.reopened > 0,
    _F.SATISFIED: lambda told: told.asked > 0,
}


def _by_unit(case: ExceptionCase, today: date) -> dict[DepartmentId | None, Told]:
    """What happened, for who had the case then; and who has it now."""
    units: dict[DepartmentId | None, Told] = defaultdict(Told)
    units[case.department].is_open = _is_open(case)
    was_late, unit = False, None
    for at, step in enumerate(case.steps):
        later = case.steps[at + 1 :]
        due = step.due or (case.due.day if not later else None)
        until = _local(later[0].at) if later else today
        is_late = step.state in UNANSWERED and due is not None and due < until
        if is_late and not (was_late and due < _local(step.at)):  # type: ignore[operator]
            units[step.department].overdue = True
        was_late = is_late
        match step.action:
            case _A.ANSWER | _A.SIGN_OFF if not any(told.days is not None for told in units.values()):
                units[step.department].days = _days(case)
            case _A.FOLLOW_UP:
                said = next((s.action is _A.CLOSE for s in later if s.action in (_A.CLOSE, _A.REWORK)), None)
                units[step.department].asked += 1
                units[step.department].satisfied += bool(case.satisfied if said is None else said)
            case _A.REOPEN:
                units[unit].reopened += 1
        unit = step.department
    return units


def _told(case: ExceptionCase, today: date) -> Told:
    told = _by_unit(case, today).values()
    return Told(
        is_open=_is_open(case),
        days=_days(case),
        overdue=any(unit.overdue for unit in told),
        reopened=sum(unit.reopened for unit in told),
        asked=sum(unit.asked for unit in told),
        satisfied=sum(unit.satisfied for unit in told),
    )


def _figures(part: list[Told]) -> ExceptionFigures:
    took = sorted(told.days for told in part if told.days is not None)
    return ExceptionFigures(
        registered=len(part),
        answered=len(took),
        median_days=median(took) if took else None,
        p90_days=took[ceil(0.9 * len(took)) - 1] if took else None,
        open=sum(told.is_open for told in part),
        overdue=sum(told.overdue for told in part),
        reopened=sum(told.reopened > 0 for told in part),
        asked=sum(told.asked for told in part),
        satisfied=sum(told.satisfied for told in part),
    )


def _is_told(row: LedgerRow, case: ExceptionCase, today: date) -> None:
    own = case.source is None
    assert (row.day, row.item, row.source) == (_day(case), case.context.item_code, case.source)
    assert row.answered_on == (_answered_on(case) if own else None)
    assert row.days == (_days(case) if own else None)
    assert row.overdue is (own and _is_overdue(case, today))
    assert (row.reopened, row.satisfied) == (_reopened(case), _said_last(case))
    closes = [step for step in case.steps if step.action is _A.CLOSE]
    assert row.closed_on == (_local(closes[-1].at) if closes and not _is_open(case) else None)
    assert [(s.action, s.at, s.text, s.by) for s in row.steps] == [
        (s.action, s.at, s.text, NUMBERS[s.by]) for s in case.steps
    ]


def _said_last(case: ExceptionCase) -> bool | None:
    """Which the last round that was followed up ended with."""
    asked = [at for at, step in enumerate(case.steps) if step.action is _A.FOLLOW_UP]
    if not asked:
        return case.satisfied
    ends = (
        step.action is _A.CLOSE for step in case.steps[asked[-1] :] if step.action in (_A.CLOSE, _A.REWORK)
    )
    return next(ends, case.satisfied)


def _days(case: ExceptionCase) -> int | None:
    answered = _answered_on(case)
    return None if answered is None else working_days_between(_day(case), answered, CALENDAR)


def _answers(case: ExceptionCase) -> list[Step]:
    return [step for step in case.steps if step.action in ANSWERS]


def _answered_on(case: ExceptionCase) -> date | None:
    return min((_local(step.at) for step in _answers(case)), default=None)


def _is_open(case: ExceptionCase) -> bool:
    return case.state is not ExceptionState.CLOSED


def _is_overdue(case: ExceptionCase, today: date) -> bool:
    return _told(case, today).overdue


def _reopened(case: ExceptionCase) -> int:
    return sum(step.action is _A.REOPEN for step in case.steps)


def _day(case: ExceptionCase) -> date:
    return _local(case.registered_at)


def _in(case: ExceptionCase) -> bool:
    return SPAN.first <= _day(case) <= SPAN.last


def _local(at: datetime) -> date:
    return at.astimezone(HALL.zone).date()


def _case(chance: Random, number: int) -> ExceptionCase:
    day = date(2025, 12, 26) + timedelta(days=chance.randrange(17))
    # Around the clock: near midnight the day in the hall is not that of UTC.
    at = datetime.combine(day, time(chance.randrange(24), 30), HALL.zone)
    item = chance.choice([*ITEMS, None])
    level = chance.choice(list(ExceptionLevel))
    case = ExceptionCase(
        ExceptionCaseId(uuid7()), f"例外〔2026〕{number:04d}", Channel.DIRECT,
        chance.choice([ExceptionCategory.PAYMENT, ExceptionCategory.OTHER]), "刷卡失败", day, at, level,
        _terms(day).due(level, day), (Step(_A.OPEN, ExceptionState.REGISTERED, BY, at, "刷卡失败"),),
        person=SOMEBODY if chance.random() < 0.7 else replace(SOMEBODY, name=None, phone=None),
        context=Context(item_code=item.code, item_name=item.name) if item else Context(),
        source="" if chance.random() < 0.1 else None,
    )  # fmt: skip
    for _ in range(chance.randrange(14)):
        at += timedelta(hours=chance.randrange(40))
        case = _step(chance, case, at)
    return case


def _step(chance: Random, case: ExceptionCase, at: datetime) -> ExceptionCase:
    """Some step that the case's state has; notes and corrections are rare."""
    by = By(BY, at, _terms(_local(at)))
    other = replace(by, staff=CLERKS[1].id)
    steps: dict[ExceptionAction, Callable[[], Change]] = {
        _A.TRIAGE: lambda: course.triage(case, case.category, case.level, "", by),
        _A.ASSIGN: lambda: course.assign(
            case, chance.choice([OFFICE.id, ELSEWHERE.id]), BY, case.due.day, "交办", by
        ),
        _A.RETURN: lambda: course.send_back(case, "不属于我", by),
        _A.TAKE: lambda: course.take(case, "", by),
        _A.ANSWER: lambda: course.answer(case, "换机", by),
        _A.DENY: lambda: working.deny(case, "办不了", "有依据", by),
        _A.SIGN_OFF: lambda: working.sign_off(case, "", other),
        _A.REFUSE: lambda: working.refuse(case, "再想想", other),
        _A.WITHDRAW: lambda: working.withdraw(case, "再想想", by),
        _A.FOLLOW_UP: lambda: course.follow_up(case, chance.random() < 0.6, "", by),
        _A.REWORK: lambda: course.rework(case, "", by),
        _A.CLOSE: lambda: course.close(case, "", by),
        _A.REOPEN: lambda: course.reopen(case, "又来了", by),
        _A.NOTE: lambda: course.note(case, "记", by),
    }
    corrections = {_A.ASSIGN, _A.RETURN, _A.WITHDRAW} if case.handler else {_A.TRIAGE}
    rare = {_A.NOTE} | (corrections if case.state is not ExceptionState.REGISTERED else set())
    able = case.actions() & steps.keys()
    onward = able - rare if chance.random() < 0.8 else able - {_A.NOTE}
    return steps[chance.choice(sorted(onward) or [_A.NOTE])]()[0]


def _terms(day: date) -> Terms:
    return Terms(HALL.policy, CALENDAR, day)
