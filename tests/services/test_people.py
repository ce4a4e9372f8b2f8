"""Personal data: masked wherever it is kept, read in the clear only by who serves, and that is written down."""

from collections.abc import AsyncIterator
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import LargeBinary, MetaData, Text, cast, select
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from app.domain.errand import Outcome
from app.domain.errors import NotFound, NotPermitted
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.judgement import Judgement, ShortcomingKind, Verdict
from app.domain.person import Personal
from app.ports.queries import TicketQuery
from app.services.calling import call_ticket
from app.services.case_intake import Applying, open_case
from app.services.counters import pause_counter
from app.services.exceptions import note_exception
from app.services.holding import hold, resume
from app.services.notices import consult, issue_notice
from app.services.open_exception import open_exception
from app.services.reveal import ClearPerson, reveal_applicant, reveal_person
from app.services.serving import transfer
from app.services.tickets import cancel_ticket
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, GUIDE, HOUSE, MATE, TREES, HallAtWork, somebody

WHO = somebody(phone="13876501234")
CLEAR = (WHO.identity, WHO.phone, "张三")
LEAKY = f"证件 {WHO.identity}，电话 {WHO.phone[:3]} {WHO.phone[3:7]} {WHO.phone[7:]}"
"""What a clerk might type where a reason is asked for."""


async def test_nothing_is_kept_in_the_clear(hall: HallAtWork, hall_url: str) -> None:
    """Every use case that takes a person or free text; then every text in the database is looked through."""
    await hall.open(COUNTER)
    ticket = await hall.issue(visitor=WHO)
    await hall.do(CLERK, call_ticket, COUNTER, ticket.number, LEAKY)
    await hall.serve()
    await hall.do(CLERK, hold, COUNTER, LEAKY)
    await hall.do(CLERK, resume, COUNTER, ticket.number)
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    told = tuple(Judgement(m.number, Verdict.WRONG, ShortcomingKind.OTHER, LEAKY) for m in materials)
    await hall.do(CLERK, issue_notice, ticket.number, HOUSE, told)
    await hall.do(CLERK, transfer, COUNTER, LEAKY, line="C")
    await hall.do(GUIDE, cancel_ticket, ticket.number, LEAKY)
    await hall.do(GUIDE, consult, HOUSE, frozenset(), visitor=WHO)
    await hall.do(CLERK, pause_counter, COUNTER, LEAKY)
    page = await hall.do(
        CLERK, open_exception, LEAKY, ExceptionCategory.OTHER, Channel.COUNTER, LEAKY, visitor=WHO
    )
    await hall.do(CLERK, note_exception, page.row.number, LEAKY)
    text = await _everything(hall_url)
    assert "33**************14，电话 138" in text
    found = [value for value in (*CLEAR, WHO.phone[3:7] + " " + WHO.phone[7:]) if value in text]
    assert found == []


async def test_people_are_found_by_name_and_number(hall: HallAtWork) -> None:
    ticket = await hall.issue(visitor=WHO)
    await hall.issue(visitor=somebody(2, name="李四", phone=""))
    for kind, typed in (
        (Personal.NAME, " 张三 "),
        (Personal.IDENTITY, WHO.identity),
        (Personal.PHONE, WHO.phone),
    ):
        lookup = hall.ports.protector.lookup(kind, typed)
        rows = await hall.ports.readers.tickets(TicketQuery(lookups=(lookup,)))
        assert [row.number for row in rows] == [ticket.number]


async def test_who_serves_reads_in_the_clear_and_it_is_written_down(hall: HallAtWork, hall_url: str) -> None:
    await hall.served(visitor=WHO)
    person = await reveal_person(hall.ports, hall.command(CLERK), COUNTER)
    assert person == ClearPerson("张三", WHO.identity, WHO.phone)
    text = await _everything(hall_url)
    assert "reveal_person" in text
    assert not any(value in text for value in CLEAR)
    assert "张三" not in repr(person) + repr(WHO)


async def test_a_cases_applicant_is_read_in_the_clear_by_who_serves(hall: HallAtWork, hall_url: str) -> None:
    case = await hall.do(CLERK, open_case, TREES, None, Applying(WHO))
    with refused("staff.rule.not_permitted", NotPermitted):
        await reveal_applicant(hall.ports, hall.command(GUIDE), case.row.number)
    assert "reveal_person" not in await _everything(hall_url)
    person = await reveal_applicant(hall.ports, hall.command(CLERK), case.row.number)
    assert person == ClearPerson("张三", WHO.identity, WHO.phone)
    text = await _everything(hall_url)
    assert "reveal_person" in text
    assert not any(value in text for value in CLEAR)


async def test_nobody_else_reads_in_the_clear(hall: HallAtWork) -> None:
    await hall.served(visitor=WHO)
    with refused("counter.rule.other_clerk"):
        await reveal_person(hall.ports, hall.command(MATE), COUNTER)
    with refused("staff.rule.not_permitted", NotPermitted):
        await reveal_person(hall.ports, hall.command(GUIDE), COUNTER)
    await hall.finish(Outcome.COMPLETED)
    with refused("counter.rule.no_ticket", NotFound):
        await reveal_person(hall.ports, hall.command(CLERK), COUNTER)


async def _everything(url: str) -> str:
    """All text and JSON of the database, and the words of the paper kept in it."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    tables = MetaData()
    try:
        async with engine.connect() as connection:
            await connection.run_sync(tables.reflect)
            return "\n".join([text async for text in _texts(connection, tables)])
    finally:
        await engine.dispose()


async def _texts(connection: AsyncConnection, tables: MetaData) -> AsyncIterator[str]:
    for table in tables.sorted_tables:
        columns = [cast(c, Text) for c in table.c if not isinstance(c.type, LargeBinary)]
        for row in await connection.execute(select(*columns)):
            yield " ".join(map(str, row))
    for (pdf,) in await connection.execute(select(tables.tables["documents"].c.pdf)):
        if pdf:
            yield "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
