"""Who applies, completed and corrected while the case goes on."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from app.domain.case_table import CaseAction
from app.domain.errors import BadInput
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage
from app.services import case_intake, case_progress
from app.services.case_applicant import Correction, correct_applicant
from app.services.case_intake import Applying
from app.services.issue_ticket import Visitor
from db.tables import audit_entries
from tests.refusals import refused
from tests.services.at_work import CLERK, SHOP, TREES, HallAtWork


async def opened(hall: HallAtWork, item: str = TREES, **applying: Any) -> CasePage:
    return await hall.do(CLERK, case_intake.open_case, item, None, Applying(**applying))


async def _trail(url: str) -> list[tuple[str, str]]:
    """What was done to whom, and which parts were changed."""
    engine = create_async_engine(url.replace("sqlite://", "sqlite+aiosqlite://"))
    async with engine.connect() as connection:
        entries = await connection.execute(select(audit_entries.c.action, audit_entries.c.facts))
        trail = [(entry.action, str(entry.facts.get("changed", ""))) for entry in entries]
    await engine.dispose()
    return trail


async def test_the_applicant_is_completed_and_corrected_and_the_trail_says_which_parts(
    hall: HallAtWork, hall_url: str
) -> None:
    number = (await opened(hall, SHOP, person=Visitor(name="李四"))).row.number
    firm = Applying(Visitor(phone="13812340621"), Visitor(name="宋青书"), "青溪农场", "91110000600037341L")
    case = await hall.do(CLERK, correct_applicant, number, Correction(firm))
    assert (case.row.applicant, case.organisation_code) == ("青溪农场", "91110000600037341L")
    assert (case.contact, case.phone, case.agent) == ("李*", "138****0621", "宋*")
    found = CaseQuery(keys=tuple(hall.ports.protector.hints_of_query("宋青书")))
    assert [row.number for row in await hall.ports.readers.cases(found)] == [number]

    renamed = Applying(Visitor(name="王五"), organisation="青溪县农场")
    case = await hall.do(CLERK, correct_applicant, number, Correction(renamed, drops_agent=True))
    assert (case.row.applicant, case.organisation_code) == ("青溪县农场", "91110000600037341L")
    assert (case.contact, case.phone, case.agent) == ("王*", "138****0621", None)
    assert not await hall.ports.readers.cases(found)

    case = await hall.do(CLERK, correct_applicant, number, Correction(drops_organisation=True))
    assert (case.row.applicant, case.organisation_code, case.contact) == ("王*", None, None)
    assert [step.action for step in case.steps] == [CaseAction.RECEIVE]
    trail = await _trail(hall_url)
    assert ("correct_applicant", "organisation, phone, agent") in trail
    assert ("correct_applicant", "organisation, name, agent") in trail
    assert not any("王五" in changed for _, changed in trail)


async def test_what_no_applicant_can_be(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    with refused("case.rule.nothing_corrected"):
        await hall.do(CLERK, correct_applicant, number, Correction())
    code_only = Applying(organisation_code="91110000600037341L")
    with refused("case.rule.name_organisation"):
        await hall.do(CLERK, correct_applicant, number, Correction(code_only))
    with refused("case.rule.name_organisation"):
        await hall.do(CLERK, case_intake.open_case, SHOP, None, code_only)
    wrong = Applying(organisation="青溪农场", organisation_code="91110000600037342L")
    with refused("organisation.rule.code_check_digit", BadInput):
        await hall.do(CLERK, correct_applicant, number, Correction(wrong))
    await hall.do(CLERK, case_progress.withdraw_case, number)
    with refused("case.rule.closed", number=number):
        await hall.do(CLERK, correct_applicant, number, Correction(Applying(Visitor(name="王五"))))
