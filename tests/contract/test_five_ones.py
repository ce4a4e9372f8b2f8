"""The five ones as the database counts them are those that plain Python counts over the same history."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from uuid_utils.compat import uuid7

from app.adapters.working_days import PublishedWorkingDays
from app.domain import case_course, case_receipt
from app.domain.case import By, Case
from app.domain.case_parts import Decision, Result
from app.domain.errand import Errand, Outcome
from app.domain.five_ones import FINISHED, WANTED, Figure, Grouping, Ratio, Span
from app.domain.hall import Department
from app.domain.ids import CaseId, DepartmentId, ErrandId, ItemVersionId, NoticeId, TicketId
from app.domain.judgement import Findings
from app.domain.notice import Notice, NoticeKind
from app.domain.sent_online import SentOnline
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState
from app.ports.queries import FiveOnesQuery
from app.ports.rows import CountedRow
from db import Database
from tests.contract.small_hall import BY, CLERKS, COUNTERS, HALL, ITEMS, LIMIT, OFFICE, A, received
from tests.domain.one_day import is_one_day

CALENDAR = PublishedWorkingDays()
SPAN = Span(date(2025, 12, 29), date(2026, 1, 8))
"""Over New Year: days off, a make-up Sunday, two months, quarters and years."""
AROUND = Span(date(2025, 12, 24), date(2026, 1, 12))
ELSEWHERE = Department(
    DepartmentId(uuid7()), "SL", "水利", "青溪县水利局", "青溪水利", OFFICE.approval_section, OFFICE.phone
)
OFFLINE = replace(
    ITEMS[2], id=ItemVersionId(uuid7()), code="IT9", name="取水许可", online=None, department=ELSEWHERE.id
)
KNOWN = {item.id: item for item in (*ITEMS, OFFLINE)}
DEPARTMENTS = {OFFICE.id: OFFICE, ELSEWHERE.id: ELSEWHERE}


@dataclass
class History:
    """What happened, as the domain knows it."""

    tickets: list[Ticket]
    cases: list[Case]
    notices: list[Notice]
    sent: list[SentOnline]


@pytest.fixture
async def history(hall: Database, request: pytest.FixtureRequest) -> History:
    """A random history, kept in the hall's database."""
    made = _history(Random(request.param))
    async with hall.uow() as u:
        await u.hall.save_department(ELSEWHERE)
        await u.catalogue.add_version(OFFLINE)
        bare = [replace(t, errands=tuple(replace(e, case=None) for e in t.errands)) for t in made.tickets]
        for ticket in bare:
            await u.tickets.add(ticket)
        for case in made.cases:
            await u.cases.add(case)
        for ticket in made.tickets:
            await u.tickets.save(ticket)
        for notice in made.notices:
            await u.notices.add(notice)
        for sent in made.sent:
            await u.tickets.sent_online(sent)
        await u.commit()
    return made


@pytest.mark.parametrize("history", range(6), indirect=True)
async def test_counted_as_in_plain_python(hall: Database, history: History) -> None:
    expected = {figure: _counted(figure, history) for figure in Figure}
    assert all(any(row.counts for row in rows) for rows in expected.values())
    assert all(not all(row.counts for row in rows) for rows in expected.values())
    for figure, rows in expected.items():
        behind = await hall.readers.behind_figure(figure, FiveOnesQuery(SPAN, CALENDAR))
        assert sorted(behind, key=repr) == sorted(rows, key=repr), figure
        assert [row.day for row in behind] == sorted(row.day for row in behind)
    for by in Grouping:
        await _each_part_has_its_own_list(hall, by, expected)
        found = await hall.readers.five_ones(FiveOnesQuery(SPAN, CALENDAR, by))
        assert {row.key: row.figures for row in found} == _parted(expected, KEYS[by]), by
        assert len(found) == len({row.key for row in found})


async def _each_part_has_its_own_list(
    hall: Database, by: Grouping, expected: dict[Figure, list[CountedRow]]
) -> None:
    for figure, rows in expected.items():
        for key in {KEYS[by](row) for row in rows}:
            query = FiveOnesQuery(SPAN, CALENDAR, by, key)
            found = await hall.readers.behind_figure(figure, query)
            mine = [row for row in rows if KEYS[by](row) == key]
            assert sorted(found, key=repr) == sorted(mine, key=repr), (figure, by, key)
            missed = await hall.readers.behind_figure(figure, replace(query, missed_only=True))
            assert missed == tuple(row for row in found if not row.counts)
            assert await hall.readers.behind_figure(figure, replace(query, limit=1)) == found[:1]


async def test_nothing_happened(hall: Database) -> None:
    query = FiveOnesQuery(SPAN, CALENDAR)
    (row,) = await hall.readers.five_ones(query)
    assert (row.key, row.name, set(row.figures.values())) == (HALL.code, HALL.name, {Ratio()})
    assert await hall.readers.five_ones(replace(query, by=Grouping.DAY)) == ()
    assert await hall.readers.behind_figure(Figure.ONE_DAY, query) == ()


@pytest.mark.parametrize("history", [1], indirect=True)
async def test_names_and_order(hall: Database, history: History) -> None:
    async def called(by: Grouping) -> list[tuple[str, str]]:
        return [
            (row.key, row.name) for row in await hall.readers.five_ones(FiveOnesQuery(SPAN, CALENDAR, by))
        ]

    assert await called(Grouping.DEPARTMENT) == [("NY", "农业农村"), ("SL", "水利")]
    assert await called(Grouping.COUNTER) == [(str(c.number), c.name) for c in COUNTERS] + [("", "")]
    assert await called(Grouping.MONTH) == [("2025-12", ""), ("2026-01", "")]
    assert await called(Grouping.QUARTER) == [("2025-Q4", ""), ("2026-Q1", "")]
    assert ("IT9", "取水许可") in await called(Grouping.ITEM)


KEYS: dict[Grouping, Callable[[CountedRow], str]] = {
    Grouping.HALL: lambda row: HALL.code,
    Grouping.DEPARTMENT: lambda row: next(d.code for d in DEPARTMENTS.values() if d.name == row.department),
    Grouping.ITEM: lambda row: row.item,
    Grouping.COUNTER: lambda row: str(row.counter or ""),
    Grouping.DAY: lambda row: row.day.isoformat(),
    Grouping.MONTH: lambda row: row.day.isoformat()[:7],
    Grouping.QUARTER: lambda row: f"{row.day.year}-Q{(row.day.month + 2) // 3}",
}


def _parted(
    counted: dict[Figure, list[CountedRow]], key: Callable[[CountedRow], str]
) -> dict[str, dict[Figure, Ratio]]:
    keys = {key(row) for rows in counted.values() for row in rows}
    parts = {
        (k, figure): [row.counts for row in rows if key(row) == k]
        for k in keys
        for figure, rows in counted.items()
    }
    return {
        k: {figure: Ratio(sum(parts[k, figure]), len(parts[k, figure])) for figure in Figure} for k in keys
    }


def _counted(figure: Figure, of: History) -> list[CountedRow]:
    """The definitions of ``domain.md``, word for word."""
    match figure:
        case Figure.ONE_PLACE:
            return [_of_errand(t, e, not e.moved) for t, e in _errands(of) if e.outcome in FINISHED]
        case Figure.ONE_TRIP:
            trips = {c: len(_trips(c, of)) for c in of.cases if _is_decided(c)}
            return [
                replace(_of_case(c, _decided(c), of, count <= 1), trips=count) for c, count in trips.items()
            ]
        case Figure.ONE_DAY:
            soon = {c.id: is_one_day(_accepted(c), _decided(c), CALENDAR) for c in of.cases if _is_decided(c)}
            return [
                replace(_of_case(c, _decided(c), of, soon[c.id]), accepted_on=_accepted(c))
                for c in of.cases
                if c.id in soon
            ]
        case Figure.TOLD_ONCE:
            told = [(c, [n for n in of.notices if n.case == c.id]) for c in of.cases]
            return [
                _of_case(c, slips[0].day, of, not any(n.names_new for n in slips[1:]))
                for c, slips in told
                if slips and _in(slips[0].day)
            ]
        case Figure.ONLINE:
            came = [
                _of_errand(t, e, KNOWN[e.item].online is True) for t, e in _errands(of) if e.outcome in WANTED
            ]
            return came + [_of_sent(s, KNOWN[s.item].online is True) for s in of.sent if _in(s.day)]
        case Figure.SENT_ONLINE:
            able = [
                _of_errand(t, e, False)
                for t, e in _errands(of)
                if e.outcome in WANTED and KNOWN[e.item].online
            ]
            return able + [_of_sent(s, True) for s in of.sent if _in(s.day) and KNOWN[s.item].online]


def _errands(of: History) -> list[tuple[Ticket, Errand]]:
    return [(t, e) for t in of.tickets if _in(t.day) and not t.is_test for e in t.errands]


def _is_decided(case: Case) -> bool:
    return case.decision is not None and _in(case.decision.on)


def _decided(case: Case) -> date:
    assert case.decision is not None
    return case.decision.on


def _accepted(case: Case) -> date:
    assert case.accepted_on is not None
    return case.accepted_on


def _trips(case: Case, of: History) -> set[TicketId]:
    return {t.id for t in of.tickets if not t.is_test and any(e.case == case.id for e in t.errands)}


def _in(day: date) -> bool:
    return SPAN.first <= day <= SPAN.last


def _row(number: str | None, day: date, item: ItemVersionId, counter: object, counts: bool) -> CountedRow:
    known = KNOWN[item]
    at = next((c.number for c in COUNTERS if c.id == counter), None)
    return CountedRow(number, day, known.code, known.name, DEPARTMENTS[known.department].name, at, counts)


def _of_errand(ticket: Ticket, errand: Errand, counts: bool) -> CountedRow:
    return _row(ticket.number, ticket.day, errand.item, errand.counter, counts)


def _of_case(case: Case, day: date, of: History, counts: bool) -> CountedRow:
    received_at = [
        e.counter for t in of.tickets if t.id == case.ticket for e in t.errands if e.case == case.id
    ]
    return _row(case.number, day, case.item, next(iter(received_at), None), counts)


def _of_sent(sent: SentOnline, counts: bool) -> CountedRow:
    return _row(None, sent.day, sent.item, None, counts)


def _history(random: Random) -> History:
    tickets = [_ticket(random, n) for n in range(60)]
    cases = [_case(random, n, tickets) for n in range(40)]
    for case in cases:
        trips = [case.ticket] if case.ticket else []
        trips += [random.choice(tickets).id for _ in range(random.choice((0, 0, 1, 2)))]
        tickets = [_for_case(random, t, case.id) if t.id in trips else t for t in tickets]
    notices = [n for case in cases for n in _notices(random, case)]
    sent = [_sent(random) for _ in range(12)]
    return History(tickets, cases, notices, sent)


def _day(random: Random) -> date:
    return random.choice(AROUND.days())


def _ticket(random: Random, serial: int) -> Ticket:
    day = _day(random)
    at = datetime.combine(day, time(9), HALL.zone)
    return Ticket(
        id=TicketId(uuid7()), hall=HALL.id, day=day, number=f"A{serial:03d}", line=A.id, came=at, line_at=at,
        errands=tuple(_errand(random, at) for _ in range(random.choice((1, 1, 2)))), since=at,
        state=TicketState.FINISHED, is_test=random.random() < 0.1,
    )  # fmt: skip


def _errand(random: Random, at: datetime) -> Errand:
    item = random.choice(list(KNOWN.values()))
    outcome = random.choice((*Outcome, Outcome.ACCEPTED, Outcome.COMPLETED))
    return Errand(
        ErrandId(uuid7()), item.id, item.code, A.id, outcome=outcome, counter=random.choice(COUNTERS).id,
        started_at=at, finished_at=at, moved=random.random() < 0.3,
    )  # fmt: skip


def _for_case(random: Random, ticket: Ticket, case: CaseId) -> Ticket:
    """One of its errands is for the case, or all of them: it is one trip all the same."""
    at = random.choice((None, *range(len(ticket.errands))))
    errands = tuple(replace(e, case=case) if at in (None, n) else e for n, e in enumerate(ticket.errands))
    return replace(ticket, errands=errands)


def _case(random: Random, serial: int, tickets: Sequence[Ticket]) -> Case:
    item = random.choice(list(KNOWN.values()))
    real = [t.id for t in tickets if not t.is_test]
    case = replace(
        received(random.choice((None, random.choice(real)))), id=CaseId(uuid7()), number=f"C{serial:03d}",
        item=item.id, item_code=item.code, department=item.department,
    )  # fmt: skip
    accepted = _day(random)
    case, _ = case_receipt.accept(case, LIMIT, _by(accepted))
    if random.random() < 0.8:
        on = accepted + timedelta(days=random.choice((0, 1, 1, 2, 3, 4, 5, 9)))
        case, _ = case_course.decide(case, Decision(Result.GRANTED, on), 10, _by(on))
    return case


def _by(day: date) -> By:
    return replace(BY, at=datetime.combine(day, time(10), HALL.zone))


def _notices(random: Random, case: Case) -> list[Notice]:
    slips: list[Notice] = []
    day = _day(random)
    for serial in range(random.choice((0, 1, 1, 2, 3))):
        day += timedelta(days=serial)
        slips.append(
            Notice(
                NoticeId(uuid7()),
                f"{case.number}-{serial}",
                NoticeKind.SUPPLEMENT,
                case.department,
                case.item,
                case.item_code,
                None,
                Findings((), ()),
                day,
                datetime.combine(day, time(11), HALL.zone),
                CLERKS[0].id,
                case=case.id,
                replaces=slips[-1].id if slips else None,
                names_new=random.choice((0, 0, 1)) if slips else 0,
            )
        )
    return slips


def _sent(random: Random) -> SentOnline:
    day = _day(random)
    item = random.choice(list(KNOWN.values()))
    return SentOnline(
        uuid7(), day, datetime.combine(day, time(9), HALL.zone), item.id, item.code, CLERKS[0].id
    )
