"""Documents come out of the steps they are about, count until they do not, and can be proved."""

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from app.domain.case_parts import DeliveryWay, Extension, Procedure, Refusal, RefusalGround, Result
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.judgement import Judgement, Verdict
from app.ports.queries import CaseQuery, DocumentQuery
from app.ports.rows import CasePage, DocumentRow
from app.services import case_intake, case_progress, documents
from app.services.case_clock import sweep_cases
from app.services.case_intake import Applying, Promised
from app.services.case_of_errand import Ending
from app.services.issue_ticket import Visitor
from app.services.notices import issue_notice, notify_case
from app.services.open_case import HandedIn
from app.services.preview import preview_step
from app.services.serving import finish, undo_finish
from app.services.telling import Again
from tests.refusals import refused
from tests.services.at_work import (
    CLERK,
    COUNTER,
    GUIDE,
    HOUSE,
    SUPERVISOR,
    TREES,
    HallAtWork,
)

K, S = DocumentKind, DocumentStatus
LATER = "IT060"
"""An item with materials that may be late."""


async def opened(hall: HallAtWork, item: str = TREES, **how: Any) -> str:
    return (await hall.do(CLERK, case_intake.open_case, item, **how)).row.number


async def paper(hall: HallAtWork, row: DocumentRow) -> str:
    pdf = PdfReader(BytesIO(await documents.document_pdf(hall.ports, row)))
    return "".join("".join(page.extract_text().split()) for page in pdf.pages)


def standing(page: CasePage) -> list[tuple[DocumentKind, DocumentStatus]]:
    return [(row.kind, row.status) for row in page.documents]


async def test_every_step_of_the_course_has_its_document(hall: HallAtWork) -> None:
    who = Applying(person=Visitor(name="单雄信"))
    number = await opened(hall, applying=who, handed_in=(HandedIn(1, 2),), with_receipt=True)
    await hall.do(CLERK, case_intake.accept_case, number)
    await hall.do(CLERK, case_progress.suspend_case, number, Procedure.INSPECTION, 5)
    await hall.do(CLERK, case_progress.resume_case, number)
    await hall.do(CLERK, case_progress.extend_case, number, Extension(10, "情况复杂", "局长"))
    await hall.do(CLERK, case_progress.decide_case, number, Result.GRANTED, "", "采伐许可证")
    page = await hall.do(CLERK, case_progress.deliver_case, number, DeliveryWay.COUNTER, "单雄信")
    kinds = (K.RECEIPT, K.ACCEPTANCE, K.SPECIAL_PROCEDURE, K.EXTENSION, K.GRANT, K.DELIVERY_RECEIPT)
    assert standing(page) == [(kind, S.IN_FORCE) for kind in kinds]
    by_kind = {row.kind: row for row in page.documents}
    for mark, row in zip("收受特延准送", page.documents, strict=True):
        assert row.number.endswith(f"{mark}〔2026〕0001号")
        said = await paper(hall, row)
        assert row.number in said
        assert "申请人单*" in said
        assert number in said
    assert "合计：已收1项，2份。" in await paper(hall, by_kind[K.RECEIPT])
    assert f"《准予行政许可决定书》（{by_kind[K.GRANT].number}）；采伐许可证" in await paper(
        hall, by_kind[K.DELIVERY_RECEIPT]
    )
    assert "2026年3月25日（含当日）之前" in await paper(hall, by_kind[K.RECEIPT])


async def test_a_later_receipt_takes_the_place_of_the_earlier(hall: HallAtWork) -> None:
    number = await opened(hall, handed_in=(HandedIn(1),), with_receipt=True)
    page = await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(2),), with_receipt=True)
    first, second = page.documents
    assert (first.status, first.superseded_by, second.status) == (S.SUPERSEDED, second.number, S.IN_FORCE)
    said = await paper(hall, second)
    assert f"本凭证替代《申请材料接受凭证》（{first.number}）" in said
    assert "合计：已收2项。" in said


async def test_without_asking_there_is_no_receipt(hall: HallAtWork) -> None:
    number = await opened(hall, handed_in=(HandedIn(1),))
    assert (await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(2),))).documents == ()


async def test_a_pledge_has_its_own_paper(hall: HallAtWork) -> None:
    item = await hall.ports.readers.item(LATER)
    late = next(m for m in item.materials_for(None) if m.may_be_late)
    number = await opened(hall, LATER)
    promised = Promised(frozenset({late.number}), (await hall.ports.readers.hall()).day, "原件一份")
    page = await hall.do(CLERK, case_intake.accept_case, number, promised=promised)
    acceptance, pledge = page.documents
    assert (acceptance.kind, pledge.kind) == (K.ACCEPTANCE, K.LENIENCY)
    name = "".join(late.name.split())
    assert f"容缺材料{name}" in await paper(hall, acceptance)
    assert f"1{name}原件一份" in await paper(hall, pledge)


async def test_refused_for_another_authority_names_it_and_the_remedies(hall: HallAtWork) -> None:
    number = await opened(hall, handed_in=(HandedIn(1), HandedIn(2, kept=False)))
    with refused("case.rule.name_authority"):
        await hall.do(CLERK, case_intake.refuse_case, number, "不归我们", RefusalGround.OTHER_AUTHORITY)
    page = await hall.do(
        CLERK, case_intake.refuse_case, number, "不归我们", RefusalGround.OTHER_AUTHORITY, "住建局"
    )
    said = await paper(hall, page.documents[0])
    assert "第三十二条第一款第（二）项" in said
    assert "主管机关住建局" in said
    assert "60日内依法申请行政复议，或者自收到之日起6个月内" in said


async def test_a_denial_gives_reasons_and_only_licences_the_law_s_remedies(hall: HallAtWork) -> None:
    for item, remedies in ((TREES, "60日内"), (HOUSE, "救济途径办事指南未列")):
        number = await opened(hall, item)
        await hall.do(CLERK, case_intake.accept_case, number)
        page = await hall.do(CLERK, case_progress.decide_case, number, Result.DENIED, "不符合条件")
        said = await paper(hall, page.documents[-1])
        assert "理由不符合条件" in said
        assert remedies in said


async def test_a_finish_taken_back_takes_its_paper_with_it(hall: HallAtWork) -> None:
    """A void document keeps its number: the next one has the next."""
    ticket = await hall.served()
    await hall.do(CLERK, finish, COUNTER, Outcome.REFUSED, Ending(Refusal("不属本机关")))
    await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    await hall.do(CLERK, finish, COUNTER, Outcome.REFUSED, Ending(Refusal("确实不属本机关")))
    again, first = await hall.ports.readers.documents(DocumentQuery())
    assert (first.status, first.void_reason, again.status) == (S.VOID, "", S.IN_FORCE)
    assert (first.number[-5:], again.number[-5:]) == ("0001号", "0002号")


async def test_a_step_that_fails_takes_no_number(hall: HallAtWork) -> None:
    number = await opened(hall)
    with pytest.raises(BadInput, match=r"paper\.error\.unprintable"):
        await hall.do(CLERK, case_intake.refuse_case, number, "\u0378")
    page = await hall.do(CLERK, case_intake.refuse_case, number, "不归我们")
    assert page.documents[0].number.endswith("不受〔2026〕0001号")


@pytest.mark.parametrize(
    "applying",
    [
        Applying(person=Visitor(name="\u0378某")),
        Applying(agent=Visitor(name="\u0378某")),
        Applying(organisation="青溪\u0378公司"),
    ],
    ids=["person", "agent", "organisation"],
)
async def test_a_name_that_no_font_has_is_told_before_there_is_a_case(
    hall: HallAtWork, applying: Applying
) -> None:
    """Later each paper of the case would fail, and nobody could mend it."""
    with pytest.raises(BadInput, match=r"paper\.error\.unprintable") as refused_:
        await opened(hall, applying=applying)
    assert refused_.value.message.params == {"characters": "\u0378 U+0378"}
    assert await hall.ports.readers.cases(CaseQuery()) == ()


async def test_a_name_prints_masked_so_only_what_prints_must_have_a_font(hall: HallAtWork) -> None:
    number = await opened(hall, applying=Applying(person=Visitor(name="张\u0378")))
    page = await hall.do(CLERK, case_intake.accept_case, number)
    assert "申请人张*" in await paper(hall, page.documents[0])


async def test_a_preview_shows_the_paper_and_writes_nothing(hall: HallAtWork) -> None:
    number = await opened(hall)
    before = await hall.ports.readers.case(number)
    (shown,) = await preview_step(hall.ports, hall.command(CLERK), case_intake.accept_case, number)
    said = "".join(PdfReader(BytesIO(shown)).pages[0].extract_text().split())
    assert said.startswith("预览")
    assert "编号：预览，不编号" in said
    assert await hall.ports.readers.case(number) == before
    with refused("staff.rule.not_permitted", NotPermitted):
        await preview_step(hall.ports, hall.command(GUIDE), case_intake.accept_case, number)
    page = await hall.do(CLERK, case_intake.accept_case, number)
    assert page.documents[0].number.endswith("受〔2026〕0001号")


async def test_a_case_without_documents_can_be_previewed(hall: HallAtWork) -> None:
    number = await opened(hall, handed_in=(HandedIn(1),))
    shown = await documents.preview_document(hall.ports, hall.command(CLERK), number, K.RECEIPT)
    assert "预览，不编号" in "".join(PdfReader(BytesIO(shown)).pages[0].extract_text().split())
    assert (await hall.ports.readers.case(number)).documents == ()


async def test_reprints_are_counted_and_lie_over_the_original(hall: HallAtWork) -> None:
    page = await hall.ports.readers.case(await opened(hall, with_receipt=True))
    original = await documents.document_pdf(hall.ports, page.documents[0])
    number = page.documents[0].number
    await hall.do(CLERK, documents.count_document_reprint, number)
    row = await hall.do(CLERK, documents.count_document_reprint, number)
    marked = PdfReader(BytesIO(await documents.reprinted_pdf(hall.ports, row)))
    assert "重印 第 2 次" in marked.pages[0].extract_text()
    assert await documents.document_pdf(hall.ports, row) == original


async def test_a_paper_is_verified_by_number_and_by_code(hall: HallAtWork) -> None:
    page = await hall.ports.readers.case(await opened(hall, with_receipt=True))
    row = page.documents[0]
    for code in (row.number, f"yici:document/{row.id}"):
        found = await documents.verify(hall.ports, f" {code} ")
        assert (found.number, found.status, found.is_genuine) == (row.number, S.IN_FORCE, True)
        assert found.document == row
    await hall.do(SUPERVISOR, documents.void_document, row.number, "姓名写错")
    found = await documents.verify(hall.ports, row.number)
    assert found.status is S.VOID
    assert found.document is not None
    assert found.document.void_reason == "姓名写错"
    for nothing in ("青溪受〔2026〕9999号", f"yici:document/{page.row.id}", f"yici:notice/{page.row.id}"):
        with pytest.raises(NotFound):
            await documents.verify(hall.ports, nothing)


async def test_what_was_made_void_can_be_issued_anew(hall: HallAtWork) -> None:
    """Each from the case as it stands; none beside one that counts, none before its step."""
    number = await opened(hall, handed_in=(HandedIn(1),), with_receipt=True)
    with refused("document.rule.no_step", case=number, kind=K.GRANT):
        await hall.do(CLERK, documents.issue_document, number, K.GRANT)
    await hall.do(CLERK, case_intake.accept_case, number)
    await hall.do(CLERK, case_progress.suspend_case, number, Procedure.INSPECTION, 5)
    await hall.do(CLERK, case_progress.resume_case, number)
    await hall.do(CLERK, case_progress.extend_case, number, Extension(10, "情况复杂", "局长"))
    await hall.do(CLERK, case_progress.decide_case, number, Result.GRANTED)
    page = await hall.do(CLERK, case_progress.deliver_case, number, DeliveryWay.COUNTER)
    for row in page.documents:
        with refused("document.rule.in_force", kind=row.kind, number=row.number):
            await hall.do(CLERK, documents.issue_document, number, row.kind)
        await hall.do(SUPERVISOR, documents.void_document, row.number, "印错")
        again = await hall.do(CLERK, documents.issue_document, number, row.kind)
        assert (again.kind, again.status, again.number[-5:]) == (row.kind, S.IN_FORCE, "0002号")
    for kind in (K.REFUSAL, K.LENIENCY, K.DENIAL):
        with refused("document.rule.no_step"):
            await hall.do(CLERK, documents.issue_document, number, kind)


async def test_a_refusal_issued_anew_still_says_why_and_where_to_turn(hall: HallAtWork) -> None:
    number = await opened(hall)
    why = ("不归我们", RefusalGround.OTHER_AUTHORITY, "住建局")
    page = await hall.do(CLERK, case_intake.refuse_case, number, *why)
    await hall.do(SUPERVISOR, documents.void_document, page.documents[0].number, "印错")
    again = await hall.do(CLERK, documents.issue_document, number, K.REFUSAL)
    said = await paper(hall, again)
    assert "理由不归我们" in said
    assert "第三十二条第一款第（二）项" in said
    assert "主管机关住建局" in said


async def test_an_acceptance_by_law_has_its_paper_on_request(hall: HallAtWork) -> None:
    number = await opened(hall)
    hall.pass_time(hours=24 * 8)
    await hall.do(CLERK, sweep_cases)
    row = await hall.do(CLERK, documents.issue_document, number, K.ACCEPTANCE)
    said = await paper(hall, row)
    assert "第三十二条第一款第（四）项" in said
    assert "自收到申请材料之日起即为受理。" in said
    assert "受理日期2026年3月18日" in said


async def test_a_pledge_that_was_not_kept_has_its_paper_on_request(hall: HallAtWork) -> None:
    late = frozenset(
        m.number for m in (await hall.ports.readers.item(LATER)).materials_for(None) if m.may_be_late
    )
    number = await opened(hall, LATER)
    promised = Promised(late, date(2026, 3, 19))
    await hall.do(CLERK, case_intake.accept_case, number, promised=promised)
    with refused("document.rule.no_step", case=number, kind=K.ENDING):
        await hall.do(CLERK, documents.issue_document, number, K.ENDING)
    hall.pass_time(hours=48)
    await hall.do(CLERK, sweep_cases)
    row = await hall.do(CLERK, documents.issue_document, number, K.ENDING)
    said = await paper(hall, row)
    assert row.number.endswith("终〔2026〕0001号")
    assert "承诺在2026年3月19日（含当日）之前补齐的材料没有补齐。" in said
    assert "终止日期2026年3月20日补交期限2026年3月19日" in said
    assert "救济途径" in said
    for kind in (K.ACCEPTANCE, K.LENIENCY):  # void with the case, for good
        with refused("document.rule.no_step", case=number, kind=kind):
            await hall.do(CLERK, documents.issue_document, number, kind)


async def test_who_ends_a_case_that_was_not_completed_gives_the_paper_with_it(hall: HallAtWork) -> None:
    number = await opened(hall)
    (first, *_) = (await hall.ports.readers.item(TREES)).materials_for(None)
    await hall.do(CLERK, notify_case, number, _all_but_the_first_in_order(await _materials(hall)))
    hall.pass_time(hours=24 * 60)
    page = await hall.do(CLERK, case_progress.end_case, number, "多次联系，申请人不再办理")
    row = page.documents[-1]
    assert (row.kind, row.status) == (K.ENDING, S.IN_FORCE)
    said = await paper(hall, row)
    assert f"未补材料{''.join(first.name.split())}理由多次联系，申请人不再办理" in said
    assert "行政许可法" not in said


async def _materials(hall: HallAtWork) -> list[int]:
    return [m.number for m in (await hall.ports.readers.item(TREES)).materials_for(None)]


def _all_but_the_first_in_order(numbers: list[int]) -> tuple[Judgement, ...]:
    first, *others = numbers
    return (Judgement(first, Verdict.MISSING), *(Judgement(n, Verdict.COMPLETE) for n in others))


async def test_altered_data_are_found_out(hall: HallAtWork) -> None:
    """Somebody with the database's own keys takes the guard away first."""
    page = await hall.ports.readers.case(await opened(hall, with_receipt=True))
    row = page.documents[0]
    async with hall.ports.uow() as u:
        t = u._t  # type: ignore[attr-defined]
        on = " ON documents" if t.dialect.name == "postgresql" else "_update"
        await t.execute(text(f"DROP TRIGGER documents_stay{on}"))
        stored = await u.documents.of(row.id)
        data = json.loads(stored.data) | {"applicant": "王*"}
        await t.execute(
            text("UPDATE documents SET data = :data WHERE number = :number"),
            {"data": json.dumps(data, ensure_ascii=False), "number": row.number},
        )
        await u.commit()
    assert not (await documents.verify(hall.ports, row.number)).is_genuine


async def test_notices_are_verified_too(hall: HallAtWork) -> None:
    ticket = await hall.served()
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    first = await hall.do(CLERK, issue_notice, ticket.number, HOUSE, missing)
    again = Again("漏看", hall.staff[SUPERVISOR])
    second = await hall.do(CLERK, issue_notice, ticket.number, HOUSE, missing, again=again)
    past = await documents.verify(hall.ports, first.number)
    assert (past.status, past.superseded_by, past.is_genuine) == (S.SUPERSEDED, second.number, True)
    present = await documents.verify(hall.ports, f"yici:notice/{second.id}")
    assert (present.status, present.notice and present.notice.number) == (S.IN_FORCE, second.number)
