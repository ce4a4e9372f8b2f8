"""A case goes its way to the file, and every way beside it, each step taken with its form."""

from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.case_parts import DeliveryWay, Keeping, PaperForm, Procedure, RefusalGround, Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.document import DocumentKind
from app.ports.queries import CaseQuery
from app.services.documents import document_pdf
from tests.services.at_work import DAY, HOUSE, SHOP, SUPERVISOR, TREES, HallAtWork
from tests.ui.cases.office import Office
from tests.ui.cases.scenes import WATER, a_broken_pledge, accepted, opened, told
from ui.cases import rules
from ui.cases.acting import Countersign
from ui.cases.drafts import PaperDraft

_A, _S = CaseAction, CaseState


def problem(office: Office) -> str:
    """The code of what is said to be wrong."""
    assert office.state.problem is not None
    return office.state.problem.code


async def test_told_once_supplemented_in_parts_accepted_decided_delivered_filed(
    office: Office, hall: HallAtWork
) -> None:
    await office.look_at(await opened(hall, SHOP))
    office.presenter.acting.choose(_A.NOTIFY)
    office.judge_all_but(1, 2)
    office.presenter.acting.act()
    page = await office.at_version_after(1)
    assert (page.row.state, [o.material for o in page.outstanding]) == (_S.NOTIFIED, [1, 2])
    await office.until(lambda _: "worklist.printed" in [message.code for message in office.view.said])
    assert [path.suffix for path in office.paper.iterdir()] == [".pdf"]

    assert rules.action_of(office.state) is _A.SUPPLEMENT
    seen = PaperDraft(2, "1", PaperForm.COPY, Keeping.SEEN)
    await office.take(_A.SUPPLEMENT, ticked=frozenset({2}), papers=(seen,))
    assert [o.material for o in office.page.outstanding] == [1]
    (paper,) = office.page.papers
    assert (paper.material, paper.handed_in, paper.form, paper.kept) == (2, 1, PaperForm.COPY, False)
    await office.take(_A.SUPPLEMENT, ticked=frozenset({1}))
    assert office.page.row.state is _S.SUPPLEMENTED

    await office.take(_A.ACCEPT)
    await office.take(_A.DECIDE, result=Result.GRANTED, certificate="营业执照")
    await office.take(_A.DELIVER, way=DeliveryWay.POST, received_by="王小敏")
    assert office.page.delivery is not None
    assert (office.page.delivery.way, office.page.delivery.received_by) == (DeliveryWay.POST, "王*")
    await office.take(_A.ARCHIVE)
    assert office.page.row.state is _S.ARCHIVED
    assert office.page.decision is not None
    assert office.page.decision.certificate == "营业执照"
    assert rules.offers(office.state) == ()
    assert not office.state.drafts


async def test_a_special_procedure_and_an_extension(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await accepted(hall))
    await office.take(_A.SUSPEND, procedure=Procedure.HEARING, days="10")
    assert (office.page.row.state, office.page.suspensions[0].days) == (_S.SUSPENDED, 10)
    await office.take(_A.RESUME)
    await office.take(_A.EXTEND, days="5", approved_by="李局长", text="案情复杂")
    assert office.page.extension is not None
    assert (office.page.extension.days, office.page.extension.approved_by) == (5, "李局长")


async def test_refused_withdrawn_or_ended_for_a_reason(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall))
    await office.take(_A.REFUSE)
    assert problem(office) == "cases.lacking.ground"
    await office.take(_A.REFUSE, ground=RefusalGround.OTHER_AUTHORITY)
    assert problem(office) == "case.rule.name_authority"
    await office.take(_A.REFUSE, right_authority="县水利局")
    assert problem(office) == "case.rule.say_why"
    await office.take(_A.REFUSE, text="应向水利部门申请")
    assert (office.page.row.state, office.page.steps[-1].text) == (_S.REFUSED, "应向水利部门申请")
    (refusal,) = office.page.documents
    pdf = PdfReader(BytesIO(await document_pdf(hall.ports, refusal)))
    assert "县水利局" in "".join(page.extract_text() for page in pdf.pages)
    await office.look_at(await opened(hall))
    await office.take(_A.WITHDRAW)
    assert office.page.row.state is _S.WITHDRAWN

    number = await opened(hall)
    await told(hall, number)
    await office.look_at(number)
    barred = {offer.action: offer.barred for offer in rules.offers(office.state)}[_A.END]
    assert barred is not None
    assert barred.code == "case.rule.not_over"
    hall.pass_time(hours=24 * 60)
    office.presenter.read_again()
    await office.until(lambda s: s.page is not None and (s.page.row.days_left or 0) < 0)
    await office.take(_A.END, text="逾期未补正")
    assert office.page.row.state is _S.ENDED


async def test_what_was_kept_goes_back_to_the_applicant(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall))
    await office.take(_A.TAKE_PAPERS, ticked=frozenset({1, 2}), papers=(PaperDraft(1, "2"),))
    back = PaperDraft(1, keeping=Keeping.RETURNED)
    await office.take(_A.TAKE_PAPERS, ticked=frozenset({1}), papers=(back,))
    first, second = office.page.papers
    assert (first.handed_in, first.returned_on, second.returned_on) == (2, DAY, None)


async def test_a_receipt_comes_with_the_papers_when_it_is_asked_for(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall))
    await office.take(_A.TAKE_PAPERS, ticked=frozenset({1}))
    assert office.page.documents == ()
    await office.take(_A.TAKE_PAPERS, ticked=frozenset({2}), receipt=True)
    (receipt,) = office.page.documents
    assert receipt.kind is DocumentKind.RECEIPT
    await office.until(lambda _: list(office.paper.glob("*.pdf")))


async def test_a_limit_is_asked_where_nobody_knows_it(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, WATER))
    assert rules.limit_is_asked(office.state)
    for days in ("", "0", "-1", "many", "NaN"):
        await office.take(_A.ACCEPT, days=days)
        assert problem(office) == "case.rule.say_limit"
    await office.take(_A.ACCEPT, days="2.5")
    assert office.page.row.state is _S.ACCEPTED
    await office.look_at(await opened(hall, TREES))
    assert not rules.limit_is_asked(office.state)


async def _item_with_something_late(hall: HallAtWork) -> tuple[str, frozenset[int]]:
    for row in await hall.ports.readers.items():
        item = await hall.ports.readers.item(row.code)
        late = frozenset(m.number for m in item.materials_for(None) if m.may_be_late)
        if late and item.statutory_limit() is not None:
            return row.code, late
    pytest.skip("the sample catalogue has nothing that may be late")


async def test_a_pledge_is_accepted_and_kept(office: Office, hall: HallAtWork) -> None:
    code, late = await _item_with_something_late(hall)
    await office.look_at(await opened(hall, code))
    await office.take(_A.ACCEPT, pledged=True)
    assert problem(office) == "cases.lacking.pledge"
    how = "原件，窗口递交"
    await office.take(_A.ACCEPT, ticked=late, pledged_by=office.state.pledge_days[0], pledged_form=how)
    assert office.page.pledge is not None
    assert office.page.pledge.form == how
    assert office.page.pledge.due.day == office.state.pledge_days[0]
    assert rules.action_of(office.state) is _A.PLEDGE_KEPT
    await office.take(_A.PLEDGE_KEPT)
    assert office.page.pledge is not None
    assert office.page.pledge.kept_on is not None


async def test_what_the_calendar_ended_is_to_be_filed(office: Office, hall: HallAtWork) -> None:
    await a_broken_pledge(hall)
    (row,) = await hall.ports.readers.cases(CaseQuery())
    await office.look_at(row.number)
    assert [offer.action for offer in rules.offers(office.state)] == [_A.ARCHIVE]
    await office.take(_A.ARCHIVE)
    assert office.page.row.state is _S.ARCHIVED


async def test_a_further_notice_needs_a_reason_and_a_supervisor(office: Office, hall: HallAtWork) -> None:
    number = await opened(hall, SHOP)
    await told(hall, number, 1)
    await office.look_at(number)
    office.presenter.acting.choose(_A.NOTIFY_AGAIN)
    office.judge_all_but(1, 2)
    office.presenter.acting.act(Countersign(SUPERVISOR, "sample"))
    await office.until(lambda s: s.problem is not None and not s.busy)
    assert problem(office) == "case.rule.say_why"
    office.fill(text="第 2 项漏看了")
    for signed, refusal in (
        (Countersign(SUPERVISOR, "wrong"), "staff.rule.wrong_password"),
        (Countersign("0102", "sample"), "staff.rule.not_here"),
    ):
        office.presenter.acting.act(signed)
        await office.until(lambda s: s.problem is not None and not s.busy)
        assert problem(office) == refusal
        assert office.state.draft.text == "第 2 项漏看了"
        office.presenter.acting.choose(_A.NOTIFY_AGAIN)
    office.presenter.acting.act(Countersign(SUPERVISOR, "sample"))
    page = await office.at_version_after(office.page.version)
    assert [o.material for o in page.outstanding] == [1, 2]
    assert len(page.notices) == 2


@pytest.mark.parametrize(
    ("item", "action", "chosen", "code"),
    [
        (HOUSE, _A.NOTIFY, {}, "cases.lacking.judged"),
        (HOUSE, _A.TAKE_PAPERS, {}, "cases.lacking.ticked"),
    ],
)
async def test_what_is_lacking_is_said_before_anything_is_sent(
    office: Office, hall: HallAtWork, item: str, action: CaseAction, chosen: dict[str, object], code: str
) -> None:
    await office.look_at(await opened(hall, item))
    await office.take(action, **chosen)
    assert problem(office) == code
    assert office.page.version == 1
    assert office.view.focused[-1] == "action"


async def test_what_a_course_lacks_is_said(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await accepted(hall, HOUSE, Decimal(5)))
    for action, chosen, code in (
        (_A.DECIDE, {}, "cases.lacking.result"),
        (_A.DECIDE, {"result": Result.DENIED}, "case.rule.say_why"),
        (_A.SUSPEND, {}, "cases.lacking.procedure"),
        (_A.SUSPEND, {"procedure": Procedure.HEARING, "days": "1.5"}, "cases.lacking.days"),
        (_A.EXTEND, {"days": "3"}, "cases.lacking.approved_by"),
    ):
        await office.take(action, **chosen)
        assert problem(office) == code
    assert office.page.row.state is _S.ACCEPTED


async def test_nothing_missing_is_not_told(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, SHOP))
    office.presenter.acting.choose(_A.NOTIFY)
    office.judge_all_but()
    office.presenter.acting.act()
    assert problem(office) == "cases.lacking.shortcoming"
    assert await hall.ports.readers.cases(CaseQuery(state=_S.NOTIFIED)) == ()
