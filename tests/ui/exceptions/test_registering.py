"""Registering a case at the station, searching the list, and signing in."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.adapters.attachment_folder import HashedFolder
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.message import Message
from tests.photos import PHOTO
from tests.ui.exceptions.hall import (
    ADMINISTRATOR,
    GUIDE,
    HANDLER,
    ITEM,
    PASSWORD,
    SUPERVISOR,
    HallAtWork,
)
from tests.ui.exceptions.office import Office, office_in
from ui.exceptions.drafts import NewCase
from ui.exceptions.state import ExceptionsState, Pane, Scope
from ui.worklist.items import ChosenItem


async def register(office: Office, new: NewCase) -> ExceptionsState:
    """Fill in the form and register it."""
    office.presenter.registering.open()
    office.presenter.typed.write_new(new)
    office.presenter.registering.register()
    return await office.until(lambda s: not s.busy)


async def test_with_a_ticket_its_context_comes_along(office: Office, hall: HallAtWork) -> None:
    ticket = await hall.ticket()
    new = NewCase(
        "地址写法不一致", "不用再开证明", ExceptionCategory.POLICY_GAP, ticket=f" {ticket.number.lower()} "
    )
    state = await register(office, new)
    page = state.page
    assert page is not None
    assert (page.ticket, page.item, page.name, page.wish) == (ticket.number, ITEM, "王*", "不用再开证明")
    assert page.row.channel is Channel.DIRECT
    assert page.row.category == ExceptionCategory.POLICY_GAP
    assert (state.pane, state.new) == (Pane.CASE, NewCase())
    assert office.view.said == [Message("exceptions.registered", {"number": page.row.number})]
    await office.until(lambda s: [row.number for row in s.rows or ()] == [page.row.number])


async def test_an_item_is_found_and_chosen(office: Office) -> None:
    office.presenter.registering.open()
    await office.presenter.registering.items.refresh()
    office.presenter.registering.items.search("bdc")
    found = office.state.found[0]
    office.presenter.registering.choose_item(found.code)
    assert office.state.new.item == ChosenItem(found.code, found.name)
    assert office.state.found == ()
    office.presenter.registering.choose_no_item()
    assert office.state.new.item is None


async def test_anonymous_leaves_out_person_and_ticket(office: Office, hall: HallAtWork) -> None:
    ticket = await hall.ticket()
    new = NewCase(
        "窗口态度不好", category=ExceptionCategory.CONDUCT, level=ExceptionLevel.SIMPLE, ticket=ticket.number,
        name="张三", phone="13912345678", anonymous=True,
    )  # fmt: skip
    page = (await register(office, new)).page
    assert page is not None
    assert (page.name, page.phone, page.ticket) == (None, None, None)


async def test_files_are_added_while_it_is_registered(office: Office, tmp_path: Path) -> None:
    photo, words = tmp_path / "票.png", tmp_path / "说明.txt"
    photo.write_bytes(PHOTO)
    words.write_text("words")
    new = NewCase("刷不了卡", category=ExceptionCategory.PAYMENT, files=(photo, words))
    state = await register(office, new)
    assert state.problem is not None
    assert (state.problem.code, state.new, state.rows) == ("attachment.refused", new, ())
    state = await register(office, replace(new, files=(photo,)))
    assert state.page is not None
    assert [file.name for file in state.page.attachments] == ["票.png"]
    assert (state.problem, state.new) == (None, NewCase())


async def test_a_file_that_is_not_added_is_told_at_the_case(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    async with hall.hall.ports.uow() as u:
        before = await u.hall.get()
        await u.hall.save(replace(before, policy=replace(before.policy, attachments_in_folder=True)))
        await u.commit()
    in_the_way, photo = tmp_path / "no folder", tmp_path / "票.png"
    in_the_way.write_text("in the way")
    photo.write_bytes(PHOTO)
    ports = replace(hall.hall.ports, attachment_folder=HashedFolder(in_the_way))
    async with office_in(hall, tmp_path, SUPERVISOR, ports) as office:
        await register(office, NewCase("刷不了卡", category=ExceptionCategory.PAYMENT, files=(photo,)))
        state = await office.until(lambda s: s.rows and s.page is not None)
        assert state.page is not None
        assert state.problem is not None
        assert (state.problem.code, state.new) == ("attachment.not_added", NewCase())
        assert state.problem.params["number"] == state.page.row.number


async def test_what_is_wrong_is_said_and_the_form_stays(office: Office) -> None:
    state = await register(office, NewCase("刷不了卡"))
    assert state.problem == Message("exceptions.lacking.category")
    bad = NewCase("刷不了卡", category=ExceptionCategory.PAYMENT, phone="12")
    for new, code in (
        (bad, "person.rule.phone"),
        (NewCase("", category=ExceptionCategory.PAYMENT), "exception.rule.summary"),
        (NewCase("刷不了卡", category=ExceptionCategory.PAYMENT, ticket="Z999"), "ticket.rule.none"),
    ):
        state = await register(office, new)
        assert state.problem is not None
        assert state.problem.code == code
        assert (state.pane, state.new) == (Pane.NEW, new)


async def test_leaving_the_form_keeps_it(office: Office) -> None:
    office.presenter.registering.open()
    office.presenter.typed.write_new(NewCase("写了一半"))
    office.presenter.back()
    assert office.state.pane is Pane.CASE
    office.presenter.registering.open()
    assert office.state.new.summary == "写了一半"
    office.presenter.registering.clear()
    assert office.state.new == NewCase()


async def test_the_list_is_searched_by_description_item_and_number(office: Office, hall: HallAtWork) -> None:
    card = await hall.open("刷不了卡")
    house = await hall.open("落不了户", ticket=(await hall.ticket()).number)
    for text, expected in (("刷不", [card]), ("国有建设", [house]), (house[-4:], [house]), ("没有的", [])):
        office.presenter.listing.search(text)
        await office.until(lambda s, wanted=expected: [row.number for row in s.rows or ()] == wanted)


async def test_closed_cases_are_listed_when_asked_for(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡")
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    await hall.answer(number)
    await hall.close(number)
    office.presenter.listing.show(Scope.ALL)
    await office.until(lambda s: [row.number for row in s.rows or ()] == [number])
    office.presenter.listing.show(Scope.OPEN)
    await office.until(lambda s: s.rows == ())


async def test_signing_in_and_changing_the_person(office: Office) -> None:
    office.presenter.signing.sign_out()
    assert office.state.actor is None
    office.presenter.signing.sign_in(HANDLER, "wrong")
    state = await office.until(lambda s: s.signing_in.problem)
    assert state.signing_in.problem == Message("staff.rule.wrong_password")
    assert state.actor is None
    office.presenter.signing.sign_in(HANDLER, PASSWORD)
    state = await office.until(lambda s: s.actor)
    assert state.actor is not None
    assert (state.actor.number, state.scope) == (HANDLER, Scope.MINE)
    office.presenter.signing.sign_out()
    office.presenter.signing.sign_in(GUIDE, PASSWORD)
    state = await office.until(lambda s: s.actor)
    assert state.scope is Scope.OPEN


async def test_every_role_has_work_here(office: Office) -> None:
    for number in (ADMINISTRATOR, SUPERVISOR, GUIDE, HANDLER):
        office.presenter.signing.sign_out()
        office.presenter.signing.sign_in(number, PASSWORD)
        await office.until(lambda s: s.actor or s.signing_in.problem)
        assert office.state.actor is not None
        assert office.state.actor.number == number
