"""The one-time notice: everything at once, by the one who serves, from what is in force."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.case import CaseState
from app.domain.errand import Outcome
from app.domain.errors import NotFound, NotPermitted
from app.domain.ids import ItemVersionId
from app.domain.judgement import Judgement, ShortcomingKind, Verdict
from app.domain.notice import NoticeKind
from app.domain.ticket_table import TicketState
from app.ports.documents import SlipForm
from app.ports.rows import NoticeRow
from app.services.issue_ticket import ErrandWish, issue_ticket
from app.services.notices import consult, count_notice_reprint, issue_notice, preview_notice
from app.services.paper import notice_pdf, ticket_pdf
from app.services.serving import transfer, undo_finish
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATE,
    MORTGAGE,
    SHOP,
    TREES,
    HallAtWork,
    clerk_of,
    somebody,
)

SHOPS, WOODS = 5, 1
"""Counters where licences are served."""


async def judged(hall: HallAtWork, item: str, *wrong: Judgement) -> tuple[Judgement, ...]:
    """All materials of an item in order, but for these."""
    named = {judgement.material for judgement in wrong}
    materials = (await hall.ports.readers.item(item)).materials_for(None)
    return (*wrong, *(Judgement(m.number, Verdict.COMPLETE) for m in materials if m.number not in named))


def expired(number: int = 1) -> Judgement:
    return Judgement(number, Verdict.WRONG, ShortcomingKind.EXPIRED, "已过有效期")


async def noticed(
    hall: HallAtWork, number: str, item: str, who: str, kind: NoticeKind = NoticeKind.SUPPLEMENT
) -> NoticeRow:
    return await hall.do(who, issue_notice, number, item, await judged(hall, item, expired()), kind)


async def test_a_supplement_notice_receives_the_application(hall: HallAtWork) -> None:
    ticket = await hall.served(TREES, counter=WOODS, visitor=somebody())
    told = await noticed(hall, ticket.number, TREES, clerk_of(WOODS))
    assert told.number.endswith("告〔2026〕0001号")
    assert (told.kind, told.ticket, told.item) == (NoticeKind.SUPPLEMENT, ticket.number, TREES)
    assert [(p.material, p.kind, p.text) for p in told.problems] == [
        (1, ShortcomingKind.EXPIRED, "已过有效期")
    ]
    assert told.due == date(2026, 3, 25)
    case = await _case(hall, ticket.number)
    assert (case, (await hall.ports.readers.counter_desk(WOODS)).notices) == (CaseState.NOTIFIED, (told,))
    done = await hall.finish(Outcome.NOTIFIED, WOODS)
    assert (done.state, await _case(hall, ticket.number)) == (TicketState.FINISHED, CaseState.NOTIFIED)


async def test_what_is_no_licence_has_no_clock(hall: HallAtWork) -> None:
    ticket = await hall.served()
    assert (await noticed(hall, ticket.number, HOUSE, CLERK)).due is None


async def test_told_once(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await noticed(hall, ticket.number, HOUSE, CLERK)
    with refused("notice.rule.already_told", case=f"{HOUSE}-2026-00001"):
        await noticed(hall, ticket.number, HOUSE, CLERK)
    await hall.finish(Outcome.NOTIFIED)
    await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert await _case(hall, ticket.number) is CaseState.NOTIFIED
    with refused("case.rule.transition"):
        await hall.finish(Outcome.ACCEPTED)
    assert (await hall.finish(Outcome.NOTIFIED)).state is TicketState.FINISHED


async def test_only_who_serves_tells_after_receipt(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    ticket = await hall.issue()
    for who in (CLERK, MATE, GUIDE):
        with refused("notice.rule.not_serving"):
            await noticed(hall, ticket.number, HOUSE, who)
    await hall.serve()
    with refused("notice.rule.not_serving"):
        await noticed(hall, ticket.number, HOUSE, MATE)


async def test_each_errand_is_told_in_its_turn_and_has_its_own_case(hall: HallAtWork) -> None:
    ticket = await hall.served(HOUSE, MORTGAGE)
    with refused("notice.rule.other_errand", item=MORTGAGE):
        await noticed(hall, ticket.number, MORTGAGE, CLERK)
    await noticed(hall, ticket.number, HOUSE, CLERK)
    await hall.finish(Outcome.NOTIFIED)
    await hall.serve()
    with refused("notice.rule.other_errand", item=HOUSE):
        await noticed(hall, ticket.number, HOUSE, CLERK)
    assert (await noticed(hall, ticket.number, MORTGAGE, CLERK)).item == MORTGAGE
    assert (await hall.finish(Outcome.NOTIFIED)).state is TicketState.FINISHED
    with refused("notice.rule.no_errand", NotFound):
        await noticed(hall, ticket.number, SHOP, CLERK)


async def test_the_version_in_force_is_judged(hall: HallAtWork) -> None:
    """The catalogue was changed while somebody waited: nothing may be asked for that it no longer names."""
    ticket = await hall.served()
    await _change(hall, HOUSE, name="转移登记（新）")
    told = await noticed(hall, ticket.number, HOUSE, CLERK)
    assert told.item_name == "转移登记（新）"


async def test_a_cancelled_item_gets_neither_notice_nor_case(hall: HallAtWork) -> None:
    ticket = await hall.served()
    judgements = await judged(hall, HOUSE, expired())
    await _change(hall, HOUSE, cancelled_from=DAY)
    with refused("catalogue.rule.cancelled"):
        await hall.do(CLERK, issue_notice, ticket.number, HOUSE, judgements)
    with refused("catalogue.rule.cancelled"):
        await hall.finish(Outcome.ACCEPTED)
    assert (await hall.finish(Outcome.CONSULTED)).state is TicketState.FINISHED


@pytest.mark.parametrize(
    ("wrong", "code", "error"),
    [
        ((), "notice.rule.nothing_missing", None),
        ((Judgement(99, Verdict.MISSING),), "notice.rule.foreign_material", None),
        ((Judgement(1, Verdict.WRONG),), "notice.rule.say_what_is_wrong", None),
    ],
    ids=["nothing", "foreign", "unsaid"],
)
async def test_a_notice_says_what_is_wrong(
    hall: HallAtWork, wrong: tuple[Judgement, ...], code: str, error: None
) -> None:
    ticket = await hall.served()
    judgements = await judged(hall, HOUSE, *wrong)
    with refused(code):
        await hall.do(CLERK, issue_notice, ticket.number, HOUSE, judgements)
    with refused("notice.rule.unjudged"):
        await hall.do(CLERK, issue_notice, ticket.number, HOUSE, (expired(),))
    assert await _case(hall, ticket.number) is None


async def test_a_consultation_slip_on_a_ticket_starts_no_clock(hall: HallAtWork) -> None:
    ticket = await hall.served(TREES, SHOP, counter=WOODS)
    told = await noticed(hall, ticket.number, SHOP, GUIDE, NoticeKind.CONSULTATION)
    assert (told.kind, told.item, told.due) == (NoticeKind.CONSULTATION, SHOP, None)
    assert await _case(hall, ticket.number) is None


async def test_a_consultation_instead_of_a_ticket(hall: HallAtWork) -> None:
    told = await hall.do(GUIDE, consult, HOUSE, frozenset({1, 2}), visitor=somebody())
    assert (told.kind, told.ticket, told.due) == (NoticeKind.CONSULTATION, None, None)
    required = {m.number for m in (await hall.ports.readers.item(HOUSE)).materials_for(None) if m.required}
    assert {p.material for p in told.problems} == required - {1, 2}
    assert (await hall.ports.readers.guide_desk()).issued_today == 0


async def test_a_consultation_says_of_what_the_guide_does_not_tell_whether_it_is_required(
    hall: HallAtWork,
) -> None:
    first, second, *others = (await hall.ports.readers.item(HOUSE)).materials
    await _change(hall, HOUSE, materials=(first, replace(second, required_stated=False), *others))
    told = await hall.do(GUIDE, consult, HOUSE, frozenset(m.number for m in others if m.listed))
    assert {p.material for p in told.problems} == {first.number, second.number}
    text = "".join(_text(await notice_pdf(hall.ports, told)).split())
    assert text.count("办事指南未写明是否必须提交") == 2, "once on each of the two copies"
    ticket = await hall.served()
    judged_by_clerk = await judged(hall, HOUSE, Judgement(second.number, Verdict.MISSING))
    notice = await hall.do(CLERK, issue_notice, ticket.number, HOUSE, judged_by_clerk)
    assert "未写明" not in _text(await notice_pdf(hall.ports, notice)), (
        "the clerk has judged that it is needed"
    )


async def test_a_consultation_tells_something_about_an_item_that_is_offered(hall: HallAtWork) -> None:
    every = frozenset(m.number for m in (await hall.ports.readers.item(HOUSE)).materials_for(None))
    with refused("notice.rule.nothing_missing"):
        await hall.do(GUIDE, consult, HOUSE, every)
    with refused("notice.rule.foreign_material", NotFound, number=99):
        await hall.do(GUIDE, consult, HOUSE, frozenset({99}))
    await _change(hall, HOUSE, cancelled_from=DAY)
    with refused("catalogue.rule.cancelled"):
        await hall.do(GUIDE, consult, HOUSE, frozenset())


async def test_a_paper_that_nobody_handed_in_is_not_told_as_collected(hall: HallAtWork) -> None:
    ticket = await hall.served()
    apart = [Judgement(n, Verdict.NOT_APPLICABLE) for n in (2, 3)]
    told = await hall.do(
        CLERK, issue_notice, ticket.number, HOUSE, await judged(hall, HOUSE, expired(), *apart)
    )
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    collected, needless = _in_order_and_apart(_text(await notice_pdf(hall.ports, told)))
    assert [p.material for p in told.problems] == [1]
    assert needless == [m.name for m in materials if m.number in (2, 3)]
    assert collected == [m.name for m in materials if m.number > 3]


async def test_a_list_of_which_nothing_applies_makes_no_notice(hall: HallAtWork) -> None:
    ticket = await hall.served()
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    apart = tuple(Judgement(m.number, Verdict.NOT_APPLICABLE) for m in materials)
    with refused("notice.rule.nothing_applies"):
        await hall.do(CLERK, issue_notice, ticket.number, HOUSE, apart)
    assert (await hall.finish(Outcome.ACCEPTED)).state is TicketState.FINISHED  # nothing else is in the way


async def test_a_consultation_asks_for_nothing_that_is_not_needed(hall: HallAtWork) -> None:
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    required = {m.number for m in materials if m.required}
    told = await hall.do(GUIDE, consult, HOUSE, frozenset({1}), not_applicable=frozenset({2}))
    assert {p.material for p in told.problems} == required - {1, 2}
    assert f"不需要提交：{materials[1].name}。" in "".join(_text(await notice_pdf(hall.ports, told)).split())
    with refused("notice.rule.judged_twice", number=1):
        await hall.do(GUIDE, consult, HOUSE, frozenset({1}), not_applicable=frozenset({1}))
    with refused("notice.rule.foreign_material", NotFound, number=99):
        await hall.do(GUIDE, consult, HOUSE, frozenset(), not_applicable=frozenset({99}))


async def test_a_ticket_asks_for_nothing_that_is_not_needed(hall: HallAtWork) -> None:
    """Neither its paper nor the counter that calls it takes such a material for a missing one."""
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    wish = ErrandWish(HOUSE, brought=frozenset({1}), not_applicable=frozenset({2}))
    ticket = await hall.do(GUIDE, issue_ticket, (wish,))
    assert (ticket.errand.brought, ticket.errand.not_applicable) == ({1}, {2})
    paper = "".join(_text(await ticket_pdf(hall.ports, ticket)).split())
    assert materials[1].name not in paper
    assert materials[2].name in paper
    with refused("notice.rule.judged_twice", number=1):
        await hall.do(GUIDE, issue_ticket, (replace(wish, not_applicable=frozenset({1})),))


async def test_numbers_go_by_what_stands_in_them(hall: HallAtWork) -> None:
    """Two authorities that share a document name share a sequence: no number is given twice."""
    async with hall.ports.uow() as u:
        for department in await u.hall.departments():
            await u.hall.save_department(replace(department, document_name="青溪"))
        await u.commit()
    numbers = [(await hall.do(GUIDE, consult, item, frozenset())).number for item in (HOUSE, TREES, HOUSE)]
    assert numbers == [f"青溪告〔2026〕000{n}号" for n in (1, 2, 3)]


async def test_the_slip_is_kept_as_it_was_and_reprints_are_counted(hall: HallAtWork) -> None:
    ticket = await hall.served(visitor=somebody())
    told = await noticed(hall, ticket.number, HOUSE, CLERK)
    first = await notice_pdf(hall.ports, told)
    await _change(hall, HOUSE, name="改过的名称")
    assert await notice_pdf(hall.ports, await hall.ports.readers.notice(told.number)) == first
    again = await hall.do(GUIDE, count_notice_reprint, told.number)
    text = _text(await notice_pdf(hall.ports, again))
    assert again.reprints == 1
    assert told.number in _text(first)
    assert "青溪区自然资源局" in _text(first)
    assert "改过的名称" not in text
    assert "重印" in text
    assert "重印" not in _text(first)


async def test_a_preview_writes_nothing(hall: HallAtWork) -> None:
    ticket = await hall.served()
    judgements = await judged(hall, HOUSE, expired())
    pdf = await preview_notice(
        hall.ports, hall.command(CLERK), ticket.number, HOUSE, judgements, NoticeKind.SUPPLEMENT
    )
    assert "预览" in _text(pdf)
    assert (await hall.ports.readers.counter_desk(COUNTER)).notices == ()
    assert (await noticed(hall, ticket.number, HOUSE, CLERK)).number.endswith("0001号")
    with refused("staff.rule.not_permitted", NotPermitted):
        await preview_notice(
            hall.ports, hall.command(ADMINISTRATOR), ticket.number, HOUSE, judgements, NoticeKind.CONSULTATION
        )


async def test_a_slip_that_cannot_be_drawn_gives_its_number_back(
    hall: HallAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Exception):
        pass

    def broken(form: SlipForm) -> bytes:
        raise Broken

    ticket = await hall.served()
    with monkeypatch.context() as patch:
        patch.setattr(hall.ports.forms, "render", broken)
        with pytest.raises(Broken):
            await noticed(hall, ticket.number, HOUSE, CLERK)
    assert await _case(hall, ticket.number) is None
    assert (await noticed(hall, ticket.number, HOUSE, CLERK)).number.endswith("0001号")


async def test_a_transferred_errand_takes_its_notice_along(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await noticed(hall, ticket.number, HOUSE, CLERK)
    await hall.do(CLERK, transfer, COUNTER, "由 3 号窗口继续", line="G")
    await hall.open(WOODS)
    await hall.serve(WOODS)
    assert (await hall.finish(Outcome.NOTIFIED, WOODS)).state is TicketState.FINISHED


async def _case(hall: HallAtWork, number: str) -> CaseState | None:
    """The state of the first errand's case."""
    async with hall.ports.uow() as u:
        errand = (await u.tickets.by_number(number, DAY)).errands[0]
        return (await u.cases.get(errand.case)).state if errand.case else None


async def _change(hall: HallAtWork, code: str, **changes: object) -> None:
    """A new version of an item, in force from now on."""
    async with hall.ports.uow() as u:
        item = await u.catalogue.in_force(code, DAY)
        number = item.version_number + 1
        version = replace(item, id=ItemVersionId(u.new_id()), version_number=number)
        await u.catalogue.add_version(replace(version, **changes))
        await u.commit()


def _in_order_and_apart(text: str) -> tuple[list[str], list[str]]:
    """The names that a slip tells as collected, and those that it tells as not applicable."""
    whole = "".join(text.split())
    lists = (
        whole.partition(mark)[2].partition("。")[0]
        for mark in ("项已收齐，不必再交：", "项不适用于本次申请，没有收取，也不必提交：")
    )
    collected, apart = (names.split("；") for names in lists)
    return collected, apart


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
