"""Finding, reviving, cancelling and reprinting tickets; slips that come back; exceptions."""

import pytest

from app.domain.exception_category import ExceptionCategory
from app.domain.ticket_table import TicketState
from app.services.case_intake import open_case
from app.services.issue_ticket import Visitor
from app.services.notices import consult
from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import CLERK, GUIDE, TRANSFER, Morning
from ui.guide_desk.finding import nothing_found
from ui.guide_desk.state import ExceptionWish, Pane

PERSON = Visitor("王小敏", "110101199003078494", "13800000621")


async def find(desk: DeskAtWork, text: str) -> list[str]:
    """The numbers of the tickets that are found."""
    desk.presenter.finding.find(text)
    state = await desk.settled()
    return [ticket.number for ticket in state.find.tickets or ()]


@pytest.mark.parametrize("text", ["a001", "A001", "王小敏", "110101199003078494"])
async def test_a_ticket_is_found(desk: DeskAtWork, morning: Morning, text: str) -> None:
    await morning.ticket(visitor=PERSON)
    await morning.ticket("IT004")
    assert await find(desk, text) == ["A001"]


async def test_a_scanned_ticket_is_found(desk: DeskAtWork, morning: Morning) -> None:
    ticket = await morning.ticket()
    desk.presenter.scan(f"yici:ticket/{ticket.day}/{ticket.number}")
    state = await desk.settled()
    assert state.pane is Pane.FIND
    assert [found.number for found in state.find.tickets or ()] == [ticket.number]


async def test_what_is_not_there_is_said(desk: DeskAtWork) -> None:
    assert await find(desk, "A999") == []
    message = nothing_found(desk.state.find)
    assert message is not None
    assert message.code == "guide_desk.find.nothing"


async def test_a_scanned_document_shows_its_record(desk: DeskAtWork, morning: Morning) -> None:
    ports = morning.hall.ports
    page = await open_case(ports, await morning.order(CLERK), TRANSFER, with_receipt=True)
    document = page.documents[0]
    desk.presenter.scan(f"yici:document/{document.id}")
    state = await desk.settled()
    assert state.pane is Pane.FIND
    found = state.find.verified
    assert found is not None
    assert (found.document, found.is_genuine) == (document, True)
    assert nothing_found(state.find) is None


async def test_a_paper_that_nobody_issued_is_told(desk: DeskAtWork) -> None:
    desk.presenter.scan("yici:document/01970000-0000-7000-8000-000000000000")
    state = await desk.settled()
    message = nothing_found(state.find)
    assert state.find.verified is None
    assert message is not None
    assert message.code == "document.rule.no_number"


@pytest.mark.parametrize("code", ["yici:ticket/2026-13-45/A001", "yici:document/nonsense"])
async def test_what_looks_like_a_paper_and_is_none_is_looked_for_as_text(desk: DeskAtWork, code: str) -> None:
    desk.presenter.scan(code)
    assert (await desk.settled()).find.tickets == ()


async def test_a_scanned_slip_leads_on_to_its_precheck(desk: DeskAtWork, morning: Morning) -> None:
    command = await morning.order(GUIDE)
    notice = await consult(morning.hall.ports, command, TRANSFER, frozenset({1}))
    desk.presenter.scan(f"yici:notice/{notice.id}")
    state = await desk.settled()
    assert state.find.notice is not None
    assert state.find.notice.number == notice.number
    assert state.find.verified is not None
    assert state.find.verified.is_genuine
    desk.presenter.use_found_notice()
    state = await desk.settled()
    assert state.pane is Pane.TICKET
    assert state.draft.errand is not None
    assert state.draft.errand.code == TRANSFER
    assert state.draft.errand.told == notice


async def test_a_waiting_ticket_is_cancelled_with_its_reason(desk: DeskAtWork, morning: Morning) -> None:
    await morning.ticket()
    desk.presenter.tickets.cancel("A001", "本人离开")
    state = await desk.settled()
    (ticket,) = await morning.tickets()
    assert (ticket.state, ticket.note) == (TicketState.CANCELLED, "本人离开")
    assert state.desk is not None
    assert state.desk.recent[0].state is TicketState.CANCELLED


async def test_what_cannot_be_done_is_told_beside_the_ticket(desk: DeskAtWork, morning: Morning) -> None:
    await morning.ticket()
    desk.presenter.tickets.revive("A001")
    state = await desk.settled()
    assert state.problems["A001"].code == "ticket.rule.transition"
    desk.presenter.tickets.cancel("A001", "本人离开")
    assert (await desk.settled()).problems == {}


async def test_a_missed_ticket_comes_back_into_line(desk: DeskAtWork, morning: Morning) -> None:
    await morning.missed_ticket()
    await desk.presenter.read_desk()
    assert desk.state.desk is not None
    assert [ticket.number for ticket in desk.state.desk.no_shows] == ["A001"]
    desk.presenter.tickets.revive("A001")
    state = await desk.settled()
    assert state.desk is not None
    assert state.desk.no_shows == ()
    assert (await morning.tickets())[0].state is TicketState.WAITING


async def test_an_exception_is_registered_about_the_item(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.show_exception()
    assert (desk.state.pane, desk.view.focus) == (Pane.EXCEPTION, "exception")
    wish = ExceptionWish("名字不一致", ExceptionCategory.INCONSISTENT_PAPERS, wish="请核实", name="王小敏")
    desk.presenter.exceptions.register(wish)
    desk.presenter.exceptions.register(wish)
    state = await desk.settled()
    assert state.exception.registered is not None
    page = await morning.hall.ports.readers.exception(state.exception.registered)
    assert (page.row.summary, page.item, page.name, page.wish) == ("名字不一致", TRANSFER, "王*", "请核实")
    assert desk.view.focus == "empty exception"


async def test_what_was_typed_about_an_exception_outlives_a_restart(desk: DeskAtWork) -> None:
    """But not who it was: name and phone never go to a file."""
    typed = ExceptionWish(
        "证件110101199003070038不一致", ExceptionCategory.OTHER, "请核实", "王小敏", "13812345678", "A001"
    )
    desk.presenter.exceptions.write(ExceptionWish("证件"))
    desk.presenter.exceptions.write(typed)
    await desk.settled()
    kept = (desk.tickets.folder.parent / "draft.json").read_text("utf-8")
    assert not [secret for secret in ("19900307", "王小敏", "5678") if secret in kept]
    again = desk.restarted()
    masked = ExceptionWish("证件11**************38不一致", ExceptionCategory.OTHER, "请核实", ticket="A001")
    assert (again.state.exception.wish, desk.view.wish) == (masked, masked)
    again.show_exception()
    assert again.state.exception.wish == masked


async def test_what_is_registered_is_kept_no_longer(desk: DeskAtWork) -> None:
    wish = ExceptionWish("名字不一致", ExceptionCategory.OTHER)
    desk.presenter.exceptions.write(wish)
    desk.presenter.exceptions.register(wish)
    await desk.settled()
    assert desk.restarted().state.exception.wish == ExceptionWish()


async def test_an_exception_without_words_is_refused(desk: DeskAtWork) -> None:
    desk.presenter.show_exception()
    desk.presenter.exceptions.register(ExceptionWish(" ", ExceptionCategory.OTHER))
    state = await desk.settled()
    assert state.exception.problem is not None
    assert state.exception.problem.code == "exception.rule.summary"
    assert state.exception.wish.summary == " "
