"""From an item to a number, to a slip instead, and what happens when the hall does not answer."""

from dataclasses import replace

from app.domain.person import Personal
from app.domain.policy import Priority
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import GUIDE, TRANSFER, Morning
from tests.ui.guide_desk.room_at_work import RoomAtWork
from ui.guide_desk.draft import NO_DRAFT
from ui.guide_desk.state import PrintStage
from ui.widgets.text import Text

FUND, CARD = "IT010", "IT004"
IDENTITY = "110101199003078494"


async def test_picked_item_becomes_a_printed_ticket(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    assert desk.view.focus == "issue"
    state = await desk.issue()
    (ticket,) = await morning.tickets()
    assert state.issued is not None
    assert (state.issued.number, ticket.number) == ("A001", "A001")
    assert ticket.errand.brought is None  # nobody looked at the materials
    assert desk.view.focus == "empty search"
    assert state.draft.errands == ()
    assert state.prints["A001"].stage is PrintStage.DONE
    assert [paper.endswith("A001") for paper in desk.tickets.papers] == [True]
    assert state.desk is not None
    assert [recent.number for recent in state.desk.recent] == ["A001"]


async def test_a_second_enter_issues_no_second_ticket(desk: DeskAtWork, morning: Morning) -> None:
    desk.presenter.pick(TRANSFER)
    desk.presenter.issuing.issue()  # before the guide has even been read
    desk.presenter.issuing.issue()
    await desk.settled()
    assert len(await morning.tickets()) == 1


async def test_a_lost_reply_is_asked_for_again_and_not_done_twice(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.cable.reply_lost = True
    state = await desk.issue()
    assert state.away
    assert state.problem is not None
    assert [errand.code for errand in state.draft.errands] == [TRANSFER]
    assert len(await morning.tickets()) == 1  # it was written, but the desk cannot know
    desk.cable.reply_lost = False
    state = await desk.issue()
    assert state.issued is not None
    assert state.issued.number == "A001"
    assert not state.away
    assert len(await morning.tickets()) == 1


async def test_the_next_person_with_the_same_wish_gets_a_number_of_their_own(
    desk: DeskAtWork, morning: Morning
) -> None:
    await desk.pick(TRANSFER)
    desk.cable.reply_lost = True
    await desk.issue()
    desk.presenter.start_over()
    desk.cable.reply_lost = False
    await desk.pick(TRANSFER)
    state = await desk.issue()
    assert state.issued is not None
    assert state.issued.number == "A002"
    assert len(await morning.tickets()) == 2


async def test_everything_typed_survives_an_absent_database(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.tick(1, True)
    desk.presenter.write(Personal.NAME, "王小敏")
    desk.cable.cut = True
    state = await desk.issue()
    assert state.away
    assert state.draft.visitor.name == "王小敏"
    assert state.draft.errand is not None
    assert state.draft.errand.brought == {1}
    desk.cable.cut = False
    desk.presenter.issuing.again()
    await desk.settled()
    (ticket,) = await morning.tickets()
    assert ticket.name == "王*"
    assert ticket.errand.brought == {1}


async def test_a_changed_order_is_a_new_one(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    desk.cable.cut = True
    await desk.issue()
    desk.cable.cut = False
    desk.presenter.choose_priority(Priority.ELDERLY)
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert ticket.priority is Priority.ELDERLY


async def test_several_errands_go_on_one_ticket_in_their_order(desk: DeskAtWork, morning: Morning) -> None:
    await desk.pick(TRANSFER)
    for code in (CARD, FUND):
        desk.presenter.add_another()
        assert desk.view.focus == "empty search"
        await desk.pick(code)
    desk.presenter.bring_forward(FUND)
    desk.presenter.remove_errand(TRANSFER)
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert [errand.item for errand in ticket.errands] == [FUND, CARD]


async def test_picking_again_replaces_the_item(desk: DeskAtWork) -> None:
    await desk.pick(TRANSFER)
    state = await desk.pick(CARD)
    assert [errand.code for errand in state.draft.errands] == [CARD]


async def test_a_slip_tells_what_is_missing_instead_of_a_ticket(desk: DeskAtWork, morning: Morning) -> None:
    state = await desk.pick(TRANSFER)
    assert state.draft.errand is not None
    situation = state.draft.errand.row.situations[0]
    desk.presenter.choose_situation(situation)
    materials = desk.state.draft.errand.materials if desk.state.draft.errand else ()
    desk.presenter.tick(materials[0].number, True)
    desk.presenter.issuing.consult()
    state = await desk.settled()
    assert state.told is not None
    assert state.told.situation == situation
    told = {problem.material for problem in state.told.problems}
    assert told == {m.number for m in materials[1:] if m.required}
    assert await morning.tickets() == []
    assert state.prints[state.told.number].stage is PrintStage.DONE
    assert len(desk.slips.papers) == 1


async def test_a_slip_about_one_errand_leaves_the_person_and_the_others(
    desk: DeskAtWork, morning: Morning
) -> None:
    await desk.pick(CARD)
    desk.presenter.write(Personal.NAME, "王小敏")
    desk.presenter.add_another()
    await desk.pick(TRANSFER)
    desk.presenter.issuing.consult()
    state = await desk.settled()
    assert state.told is not None
    assert [errand.code for errand in state.draft.errands] == [CARD]
    assert state.draft.visitor.name == "王小敏"
    assert desk.view.focus == "issue"
    await desk.issue()
    (ticket,) = await morning.tickets()
    assert [errand.item for errand in ticket.errands] == [CARD]
    assert desk.state.draft == NO_DRAFT


async def test_nothing_missing_makes_no_slip(desk: DeskAtWork) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.tick_all()
    assert not desk.state.can_consult
    desk.presenter.issuing.consult()
    assert (await desk.settled()).told is None


async def test_another_situation_keeps_only_its_own_ticks(desk: DeskAtWork) -> None:
    state = await desk.pick(TRANSFER)
    assert state.draft.errand is not None
    first, second = state.draft.errand.row.situations[:2]
    desk.presenter.choose_situation(first)
    desk.presenter.tick_all()
    desk.presenter.choose_situation(second)
    errand = desk.state.draft.errand
    assert errand is not None
    assert errand.brought is not None
    assert errand.brought <= {m.number for m in errand.materials}
    desk.presenter.choose_situation(second)
    assert desk.state.draft.errand is not None
    assert desk.state.draft.errand.situation is None


async def test_a_rule_is_told_and_the_draft_stays(desk: DeskAtWork, morning: Morning) -> None:
    person = Visitor(identity=IDENTITY)
    for _ in range(2):
        command = await morning.order(GUIDE)
        await issue_ticket(morning.hall.ports, command, (ErrandWish(TRANSFER),), visitor=person)
    await desk.pick(TRANSFER)
    desk.presenter.write(Personal.IDENTITY, IDENTITY)
    state = await desk.issue()
    assert state.problem is not None
    assert state.problem.code == "line.rule.live_tickets"
    assert not state.away
    assert state.draft.visitor.identity == IDENTITY


async def test_the_recent_list_shows_number_item_and_situation(room: RoomAtWork, morning: Morning) -> None:
    row = next(item for item in await morning.hall.ports.readers.items() if item.situations)
    wishes = (ErrandWish(row.code, row.situations[0]), ErrandWish(CARD))
    ticket = await issue_ticket(morning.hall.ports, await morning.order(GUIDE), wishes)
    await room.room.presenter.read_desk()
    (line,) = room.view.side.recent.rows.row_widgets()
    said = [text.text() for text in line.findChildren(Text) if text.isVisibleTo(line)]
    assert [ticket.number, row.name] == said[:2]
    assert any(row.situations[0] in words and "1" in words for words in said[2:])


async def test_a_print_that_fails_is_told_beside_its_ticket_and_repeated_uncounted(
    desk: DeskAtWork, morning: Morning
) -> None:
    desk.tickets.has_paper = False
    await desk.pick(TRANSFER)
    state = await desk.issue()
    assert state.prints["A001"].stage is PrintStage.FAILED
    assert state.prints["A001"].problem is not None
    assert len(await morning.tickets()) == 1
    desk.tickets.has_paper = True
    desk.presenter.reprint("A001")
    state = await desk.settled()
    assert state.prints["A001"].stage is PrintStage.DONE
    assert (await morning.tickets())[0].reprints == 0, "the first paper that came out is no reprint"


async def test_what_came_out_is_a_reprint_from_then_on_counted_once_however_often_it_fails(
    desk: DeskAtWork, morning: Morning
) -> None:
    await desk.pick(TRANSFER)
    await desk.issue()
    for has_paper in (False, False, True):
        desk.tickets.has_paper = has_paper
        desk.presenter.reprint("A001")
        await desk.settled()
    assert (await morning.tickets())[0].reprints == 1


async def test_an_item_that_nobody_serves_gets_no_ticket(desk: DeskAtWork) -> None:
    state = await desk.pick(TRANSFER)
    errand = state.draft.errand
    assert errand is not None
    unserved = replace(errand, row=replace(errand.row, line=None))
    assert not replace(state, draft=state.draft.write(unserved)).can_issue
