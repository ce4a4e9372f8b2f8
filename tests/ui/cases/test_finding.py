"""A case is found again by whatever people remember of it or hold in hand."""

import pytest

from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.services import case_intake
from app.services.case_intake import Applying
from app.services.issue_ticket import Visitor
from app.services.notices import issue_notice
from app.services.open_case import HandedIn
from tests.services.at_work import CLERK, COUNTER, HOUSE, SHOP, TREES, HallAtWork, clerk_of, somebody
from tests.ui.cases.office import Office
from tests.ui.cases.scenes import FIRM, opened
from ui.cases.state import Scope

WHO = somebody(3, name="单雄信", phone="13812340621")
"""Whose surname is read in two ways."""


def numbers(office: Office) -> list[str]:
    """What is listed."""
    return [row.number for row in office.state.rows or ()]


async def search(office: Office, text: str, *found: str) -> None:
    """Type it and wait for exactly these cases."""
    office.presenter.listing.search(text)
    await office.until(lambda s: s.searched == text and set(numbers(office)) == set(found))


@pytest.mark.parametrize(
    "typed",
    [
        WHO.identity,
        WHO.identity[-4:],
        WHO.phone,
        f"+86 {WHO.phone}",
        "0621",
        "单雄信",
        "shanxiongxin",
        "danxiongxin",
        "sxx",
    ],
)
async def test_found_by_what_is_typed_of_the_person(office: Office, hall: HallAtWork, typed: str) -> None:
    number = await opened(hall, TREES, Applying(WHO))
    await opened(hall, TREES, Applying(somebody(9, name="王小敏", phone="13900000009")))
    office.presenter.listing.show(Scope.OPEN)
    await search(office, typed, number)


async def test_found_by_number_organisation_contact_and_agent(office: Office, hall: HallAtWork) -> None:
    person = await opened(hall, TREES, Applying(WHO, Visitor(name="令狐冲", phone="13700008888")))
    firm = await opened(hall, SHOP, FIRM)
    office.presenter.listing.show(Scope.OPEN)
    for text, number in (
        (person, person), (firm, firm), ("古树名木", firm), ("91350100M000100Y43", firm), ("zzr", firm),
        ("宋青书", firm), ("linghuchong", person), ("8888", person),
    ):  # fmt: skip
        await search(office, text, number)
    await search(office, "没有这个人")


async def test_a_phone_end_that_several_share_finds_them_all(office: Office, hall: HallAtWork) -> None:
    """FIRM's contact has the same end."""
    person, firm = await opened(hall, TREES, Applying(WHO)), await opened(hall, SHOP, FIRM)
    office.presenter.listing.show(Scope.OPEN)
    await search(office, "0621", person, firm)


async def scans_to(office: Office, hall: HallAtWork, code: str, state: CaseState) -> None:
    """A code under the reader leads from another case to that one, with the keyboard."""
    await office.look_at(await opened(hall, TREES))
    office.presenter.listing.scan(code)
    await office.until(lambda s: s.page is not None and s.page.row.state is state)
    assert office.view.focused[-1] == "action"


async def test_the_code_of_a_slip_or_a_ticket_opens_its_case(office: Office, hall: HallAtWork) -> None:
    ticket = await hall.served(HOUSE, visitor=somebody())
    item = await hall.ports.readers.item(HOUSE)
    judgements = tuple(Judgement(m.number, Verdict.MISSING) for m in item.materials_for(None))
    notice = await hall.do(clerk_of(COUNTER), issue_notice, ticket.number, HOUSE, judgements)
    await hall.finish(Outcome.NOTIFIED)
    for code in (f"yici:notice/{notice.id}", f"yici:ticket/{ticket.day}/{ticket.number}"):
        await scans_to(office, hall, code, CaseState.NOTIFIED)
        assert notice.number in office.page.notices


async def test_the_code_of_any_document_opens_its_case(office: Office, hall: HallAtWork) -> None:
    number = await opened(hall, SHOP)
    await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(1),), with_receipt=True)
    page = await hall.do(CLERK, case_intake.accept_case, number)
    receipt, acceptance = page.documents
    for document in (receipt, acceptance):
        await scans_to(office, hall, f"yici:document/{document.id}", CaseState.ACCEPTED)
        assert office.page.row.number == number
